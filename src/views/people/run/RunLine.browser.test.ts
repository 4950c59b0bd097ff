import "../../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../../ui/mount-for-test.svelte";
import RunLine from "./RunLine.svelte";

type Props = Plain<ComponentProps<typeof RunLine>>;

describe("the line of a run", () => {
  const onstop = vi.fn<() => void>();
  const stop = page.getByRole("button", { name: "Stop" });
  let mounted: Mounted<Props>;

  beforeEach(() => {
    onstop.mockReset();
    mounted = mountForTest<Props>(RunLine, {
      state: "running",
      counts: { done: 2500, of: 10_000, flagged: 4, rerun: 4, failed: 0, redrawn: 0 },
      elapsedMs: 300,
      on: "the GPU, 32 bit",
      onstop,
    });
  });
  afterEach(() => mounted.remove());

  test("shows how far it is, and can be stopped by keyboard", async () => {
    const bar = page.getByRole("progressbar", { name: "People computed" });
    await expect.element(bar).toHaveAttribute("value", "2500");
    await expect.element(page.getByText(/^Computing: 2500 of 10.000 people/)).toBeVisible();
    (stop.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    expect(onstop).toHaveBeenCalledOnce();
  });

  test("does not ask twice while it is stopping", async () => {
    mounted.set({ state: "stopping" });
    await expect.element(stop).toHaveAttribute("aria-disabled", "true");
    (stop.element() as HTMLElement).click();
    expect(onstop).not.toHaveBeenCalled();
    await expect.element(page.getByRole("status")).toHaveTextContent("Stopping.");
  });

  test("says when it is done, and why people failed", async () => {
    mounted.set({
      state: "done",
      counts: { done: 10_000, of: 10_000, flagged: 4, rerun: 4, failed: 2, redrawn: 0 },
      failures: [{ reason: "The step became too small at 3 h.", count: 2 }],
    });
    await expect.element(page.getByRole("status")).toHaveTextContent("Done.");
    await expect.element(page.getByRole("progressbar")).not.toBeInTheDocument();
    await expect.element(stop).not.toBeInTheDocument();
    await expect.element(page.getByText("2 failed")).toBeVisible();
    await page.getByText("Why people failed").click();
    await expect
      .element(page.getByRole("listitem"))
      .toHaveTextContent("2 people: The step became too small at 3 h.");
  });
});
