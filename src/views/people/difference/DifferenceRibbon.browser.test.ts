import "../../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../../ui/mount-for-test.svelte";
import DifferenceRibbon from "./DifferenceRibbon.svelte";

const times = Float64Array.from({ length: 49 }, (_, index) => index / 2);
type Props = Plain<ComponentProps<typeof DifferenceRibbon>>;

const series = {
  id: "b",
  name: "B, renal",
  letter: "B",
  style: { colour: "var(--series-6)", dash: undefined },
  ratio: { times, p5: times.map(() => 1), p50: times.map(() => 2), p95: times.map(() => 3) },
  line: "ratio of medians",
  band: "5 to 95 % of the same people",
};

describe("the ratio of two populations", () => {
  const ontime = vi.fn<(time: number) => void>();
  const look = page.getByRole("slider", { name: "Look at the ratio" });
  let mounted: Mounted<Props>;
  const plain = (text: string | null | undefined) => text?.replaceAll("\u202f", " ").trim();
  const spoken = () => plain(mounted.element.querySelector("[aria-live]")?.textContent);

  beforeEach(async () => {
    ontime.mockReset();
    await page.viewport(900, 600);
    mounted = mountForTest<Props>(DifferenceRibbon, {
      title: "Renal against healthy",
      name: "Renal ÷ healthy",
      series: [series],
      window: { low: 0.8, high: 1.25, label: "0.80 to 1.25" },
      time: 5,
      ontime,
      description: "Twice as much at all times.",
    });
    await expect.element(look).toBeInTheDocument();
  });
  afterEach(() => mounted.remove());

  test("says line and band where the keys look, and sets the clock on Enter", async () => {
    (look.element() as HTMLElement).focus();
    await userEvent.keyboard("{PageUp}");
    expect(spoken()).toBe(
      "6 h: B, renal, ratio of medians 2.00, 5 to 95 % of the same people 1.00 to 3.00",
    );
    await userEvent.keyboard("{Enter}");
    expect(ontime).toHaveBeenCalledExactlyOnceWith(6);
  });

  test("draws half and double equally far from one", () => {
    const median = () =>
      Number(
        /M[\d.]+ ([\d.]+)/.exec(
          mounted.element.querySelector(".median")?.getAttribute("d") ?? "",
        )?.[1],
      );
    const at = (value: number) => {
      const same = times.map(() => value);
      const ratio = { times, p5: same.map(() => 1 / 3), p50: same, p95: same.map(() => 3) };
      mounted.set({ series: [{ ...series, ratio }] });
      return median();
    };
    const [half, one, double] = [at(0.5), at(1), at(2)];
    // Paths are written in tenths of a pixel.
    expect(Math.abs(half - one - (one - double))).toBeLessThanOrEqual(0.2);
    expect(half).toBeGreaterThan(one);
  });

  test("says why a ratio has no band, and draws none", () => {
    const none = times.map(() => Number.NaN);
    const ratio = { ...series.ratio, p5: none, p95: none };
    const whyNoBand = "No band: they are not the same people.";
    mounted.set({ series: [{ ...series, ratio, band: undefined, whyNoBand }] });
    expect(mounted.element.textContent).toContain(whyNoBand);
    expect(mounted.element.querySelector(".band")?.getAttribute("d")).toBe("");
  });

  test("stands as a table", async () => {
    await page.getByRole("button", { name: "Show as a table" }).click();
    await expect.element(page.getByRole("row", { name: /^6.h 2\.00/ })).toBeVisible();
  });
});
