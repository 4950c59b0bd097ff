import "../../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../../ui/mount-for-test.svelte";
import Histogram from "./Histogram.svelte";

/** 0.5, 1.5 … 99.5, and one without. */
const values = Float64Array.from({ length: 101 }, (_, i) => (i === 100 ? Number.NaN : i + 0.5));
type Props = Plain<ComponentProps<typeof Histogram>>;

describe("a histogram", () => {
  const onscale = vi.fn<(scale: "linear" | "log") => void>();
  const field = page.getByRole("slider", { name: "Look at the bars" });
  let mounted: Mounted<Props>;
  const plain = (text: string | null | undefined) =>
    text?.replaceAll("\u202f", " ").replace(/\s+/g, " ").trim();
  const spoken = () => plain(mounted.element.querySelector("[aria-live]")?.textContent);
  const foot = () =>
    Array.from(mounted.element.querySelectorAll("figure > ul li"), (li) => plain(li.textContent));

  beforeEach(async () => {
    onscale.mockReset();
    await page.viewport(900, 600);
    mounted = mountForTest<Props>(Histogram, {
      title: "Exposure",
      name: "AUC",
      unit: "mg/L·h",
      scale: "linear",
      onscale,
      values,
      of: 101,
      filled: 101,
      threshold: { value: 80, label: "Ceiling" },
    });
    await expect.element(field).toBeInTheDocument();
  });
  afterEach(() => mounted.remove());

  test("has a name, and tells its numbers in words", async () => {
    await expect.element(page.getByRole("figure", { name: "Exposure · 101 people" })).toBeVisible();
    await expect.element(page.getByRole("img", { name: "Exposure Median 50.0" })).toBeVisible();
    expect(foot()).toEqual([
      "Everybody, 101 people. Median 50.0 mg/L·h; 9 of 10 between 5.45 and 94.5 mg/L·h. " +
        "20.0 % (20 of 100) above “Ceiling”, 80.0 % at it or below.",
      "▲ 5 %, median, 95 %. 1 without a value on this axis.",
    ]);
  });

  test("is walked bar by bar with the keys", async () => {
    (field.element() as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(spoken()).toBe("10.0 to 20.0 mg/L·h: Everybody 10 (10.0 %)");
    await userEvent.keyboard("{End}");
    expect(spoken()).toBe("90.0 to 100 mg/L·h: Everybody 10 (10.0 %)");
    await userEvent.keyboard("{Escape}");
    expect(mounted.element.querySelector(".card")).toBeNull();
  });

  test("shows the bar under the pointer", async () => {
    const { width, height } = field.element().getBoundingClientRect();
    await field.hover({ position: { x: width * 0.55, y: height / 2 } });
    expect(plain(mounted.element.querySelector(".card")?.textContent)).toContain(
      "50.0 to 60.0 mg/L·h",
    );
  });

  test("sets the selected in front, as people or as shares", async () => {
    mounted.set({ selected: Uint32Array.of(5, 6, 95, 96) });
    expect(foot()[1]).toContain("Selected, 4 people.");
    expect(foot()[1]).toContain("50.0 % (2 of 4) above “Ceiling”");
    const bars = () => mounted.element.querySelector(".selected")?.getAttribute("d");
    const asPeople = bars();
    await page.getByRole("radio", { name: "Share" }).click();
    expect(bars()).not.toBe(asPeople);
    expect(mounted.element.textContent).toContain("Share of people (%)");
  });

  test("asks for the other axis, and bins anew when it comes", async () => {
    await page.getByRole("radio", { name: "Log" }).click();
    expect(onscale).toHaveBeenCalledExactlyOnceWith("log");
    const before = mounted.element.querySelector(".all")?.getAttribute("d");
    mounted.set({ scale: "log" });
    expect(mounted.element.querySelector(".all")?.getAttribute("d")).not.toBe(before);
  });

  test("stands as a table, with the selected beside everybody", async () => {
    mounted.set({ selected: Uint32Array.of(5) });
    await page.getByRole("button", { name: "Show as a table" }).click();
    await expect
      .element(page.getByRole("row", { name: /^0 10\.0/ }))
      .toHaveTextContent(/^010\.01010\.0 %1 ?100 %$/);
    expect(page.getByRole("row").elements()).toHaveLength(11);
  });

  test("follows the people who come", () => {
    mounted.set({ filled: 10 });
    expect(foot()[0]).toContain("10 people. Median 5.00");
    mounted.set({ filled: 0 });
    expect(foot()[0]).toContain("Nobody has a value.");
  });
});
