import { createRawSnippet } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import Dialog from "./Dialog.svelte";
import { mountForTest, type Mounted } from "./mount-for-test.svelte";

describe("a window over the page", () => {
  const closed = vi.fn<() => void>();
  const dialog = page.getByRole("dialog", { name: "Add a drug" });
  const close = page.getByRole("button", { name: "Close" });
  const props = {
    open: false,
    title: "Add a drug",
    children: createRawSnippet(() => ({ render: () => "<input aria-label='Dose'>" })),
    onclose: () => {
      closed();
      mounted.set({ open: false });
    },
  };
  let mounted: Mounted<typeof props>;
  let opener: HTMLButtonElement;

  beforeEach(async () => {
    await page.viewport(900, 600);
    closed.mockReset();
    opener = document.createElement("button");
    opener.textContent = "Open";
    document.body.append(opener);
    opener.focus();
    mounted = mountForTest<typeof props>(Dialog, props);
  });
  afterEach(async () => {
    await mounted.remove();
    opener.remove();
  });

  test("is not there while it is closed", () => {
    expect(dialog.query()).toBeNull();
  });

  test("is named by its title and takes the focus", async () => {
    mounted.set({ open: true });
    await expect.element(dialog).toBeVisible();
    await expect.element(close).toHaveFocus();
  });

  test("keeps the focus inside", async () => {
    mounted.set({ open: true });
    await userEvent.tab();
    await expect.element(page.getByLabelText("Dose")).toHaveFocus();
    await userEvent.tab();
    expect(opener.matches(":focus")).toBe(false);
  });

  test("asks to close on Escape, and gives the focus back", async () => {
    mounted.set({ open: true });
    await userEvent.keyboard("{Escape}");
    expect(closed).toHaveBeenCalledOnce();
    expect(dialog.query()).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  test("gives the focus back although it is taken out of the page while open", async () => {
    mounted.set({ open: true });
    await mounted.remove();
    expect(document.activeElement).toBe(opener);
  });

  test("closes by its button", async () => {
    mounted.set({ open: true });
    await close.click();
    expect(closed).toHaveBeenCalledOnce();
    expect(dialog.query()).toBeNull();
  });
});
