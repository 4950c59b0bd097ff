import "../../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../../ui/mount-for-test.svelte";
import type { Population } from "./ribbon";
import RibbonChart from "./RibbonChart.svelte";
import type { ScaleKind } from "./ribbon-range";

const times = Float64Array.from({ length: 97 }, (_, index) => index / 4);
const line = (slope: number) => times.map((time) => slope * time);
const adults: Population = {
  id: "adults",
  name: "Adults",
  ribbon: { times, p5: line(1), p25: line(1.5), p50: line(2), p75: line(3), p95: line(4) },
  done: 1280,
  of: 10_000,
  singles: Array.from({ length: 230 }, () => line(2)),
};
const others: Population = { ...adults, id: "others", name: "Renal", done: 10_000, singles: [] };
type Props = Plain<ComponentProps<typeof RibbonChart>>;

describe("a chart of ribbons", () => {
  const ontime = vi.fn<(time: number) => void>();
  const onscale = vi.fn<(scale: ScaleKind) => void>();
  const look = page.getByRole("slider", { name: "Look at the ribbon" });
  const clock = page.getByRole("slider", { name: "Present moment" });
  let mounted: Mounted<Props>;

  const plain = (text: string | null | undefined) =>
    text?.replaceAll("\u202f", " ").replace(/\s+/g, " ").trim();
  const spoken = () => plain(mounted.element.querySelector("[aria-live]")?.textContent);
  const card = () => plain(mounted.element.querySelector(".card")?.textContent);
  const paths = () =>
    Array.from(mounted.element.querySelectorAll("[clip-path] path"), (path) =>
      path.getAttribute("d"),
    );
  const focus = (target: typeof look) => (target.element() as HTMLElement).focus();

  beforeEach(async () => {
    await page.viewport(900, 600);
    for (const mock of [ontime, onscale]) mock.mockReset();
    mounted = mountForTest<Props>(
      RibbonChart,
      {
        populations: [adults],
        observed: [{ id: "o", name: "Lee <2001>", mark: "M-3-3h6v6h-6z", points: [[6, 12, 2]] }],
        doses: [{ atHours: 0, overHours: 0, label: "5 mg by mouth" }],
        threshold: { value: 50, label: "Toxic above" },
        unit: "mg/L",
        scale: "linear",
        onscale,
        time: 5,
        ontime: (time: number) => {
          ontime(time);
          mounted.set({ time });
        },
        title: "Plasma",
        description: "Straight lines.",
      },
      { width: 800, height: 480 },
    );
    await expect.element(look).toBeInTheDocument();
  });
  afterEach(() => mounted.remove());

  test("is a figure and a picture, and says how much of the run it shows", async () => {
    const figure = page.getByRole("figure", { name: /Plasma · 1280 of 10.000 people/ });
    await expect.element(figure).toBeVisible();
    await expect.element(page.getByRole("img", { name: "Plasma Straight lines." })).toBeVisible();
    mounted.set({ populations: [{ ...adults, done: 10_000 }] });
    await expect
      .element(page.getByRole("figure", { name: /Plasma · 10.000 people/ }))
      .toBeVisible();
  });

  test("draws no more than two hundred single people, and says so", () => {
    expect(mounted.element.querySelectorAll(".single")).toHaveLength(200);
    expect(mounted.element.textContent).toContain("200 single people");
  });

  test("says median and range where the arrow keys look", async () => {
    focus(look);
    await userEvent.keyboard("{PageUp}");
    await expect.element(look).toHaveAttribute("aria-valuetext", "6\u202fh");
    expect(spoken()).toBe(
      "6 h: Adults, median 12.0 mg/L, 5 to 95 % of people 6.00 to 24.0 mg/L. " +
        "Lee <2001>, 6 h: 12.0 mg/L ± 2.00 mg/L",
    );
    expect(card()).toContain("25–75 % 9.00 to 18.0 mg/L");
    await userEvent.keyboard("{Home}");
    expect(spoken()).toContain("5 mg by mouth");
    expect(ontime).not.toHaveBeenCalled();
    await userEvent.keyboard("{End}{Enter}");
    expect(ontime).toHaveBeenCalledExactlyOnceWith(24);
    await userEvent.keyboard("{Escape}");
    expect(card()).toBeUndefined();
  });

  test("looks with the pointer, and sets the clock where the plot is pressed", async () => {
    const { width, height } = look.element().getBoundingClientRect();
    await look.hover({ position: { x: Math.round(width / 4), y: height / 2 } });
    expect(card()).toMatch(/^(6 h|5 h 5\d min)/);
    expect(spoken()).toBe("");
    await look.click({ position: { x: Math.round(width / 2), y: height / 2 } });
    expect(ontime.mock.lastCall?.[0]).toBeCloseTo(12, 1);
  });

  test("moves the clock with the keys of its grip, and draws no ribbon anew for it", async () => {
    const before = paths();
    focus(clock);
    await userEvent.keyboard("{PageUp}");
    expect(ontime).toHaveBeenLastCalledWith(6);
    await expect.element(clock).toHaveAttribute("aria-valuetext", "6\u202fh");
    expect(paths()).toEqual(before);
  });

  test("asks for the other axis, and draws it when it comes", async () => {
    await page.getByRole("radio", { name: "Log" }).click();
    expect(onscale).toHaveBeenCalledExactlyOnceWith("log");
    const before = paths();
    mounted.set({ scale: "log" });
    expect(paths()).not.toEqual(before);
  });

  test("sets a second population apart by hue and by dash", () => {
    mounted.set({ populations: [adults, others] });
    const medians = Array.from(mounted.element.querySelectorAll<SVGPathElement>(".median[style]"));
    expect(medians.map((path) => path.getAttribute("stroke-dasharray"))).toEqual([null, "8 4"]);
    expect(new Set(medians.map((path) => getComputedStyle(path).stroke)).size).toBe(2);
    expect(plain(mounted.element.querySelector("figcaption, header p")?.textContent)).toBe(
      "Plasma · Adults: 1280 of 10 000 people, Renal: 10 000 people",
    );
  });

  test("writes the threshold at its line", () => {
    const label = Array.from(mounted.element.querySelectorAll("svg text")).find(
      ({ textContent }) => textContent === "Toxic above",
    );
    expect(label).toBeDefined();
  });

  test("shows the percentiles as a table, the present row marked", async () => {
    await page.getByRole("button", { name: "Show as a table" }).click();
    await expect.element(page.getByRole("columnheader", { name: "Median" })).toBeVisible();
    await expect
      .element(page.getByRole("row", { name: /^6.h 6/ }))
      .toHaveTextContent(/6.h6.009.0012.018.024.0/);
    expect(plain(mounted.element.querySelector("[aria-current] th")?.textContent)).toBe("5 h");
  });
});
