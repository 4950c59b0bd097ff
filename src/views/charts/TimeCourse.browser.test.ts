import "../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../ui/mount-for-test.svelte";
import type { ChartFile, ScaleKind } from "./time-course";
import TimeCourse from "./TimeCourse.svelte";

const times = Float64Array.from({ length: 97 }, (_, index) => index / 4);
const props = {
  times,
  series: [
    { id: "p", name: "Plasma", colour: "var(--series-1)", values: times.map((t) => 2 * t) },
    { id: "l", name: "Liver", colour: "var(--series-2)", values: times.map((t) => 48 - t) },
  ],
  observed: [
    { id: "o", name: "Lee <2001>", marker: "circle", points: [[6, 12, 16.7] as const] } as const,
  ],
  doses: [{ atHours: 0, overHours: 0, label: "5 mg by mouth" }],
  unit: "mg/L",
  scale: "linear" as ScaleKind,
  time: 5,
  title: "Test & trial",
  description: "Two straight lines.",
};
type Props = Plain<ComponentProps<typeof TimeCourse>>;

describe("a time course", () => {
  const ontime = vi.fn<(time: number) => void>();
  const onscale = vi.fn<(scale: ScaleKind) => void>();
  const ondownload = vi.fn<(file: ChartFile) => void>();
  const plot = page.getByRole("slider", { name: "Look at the curves" });
  const clock = page.getByRole("slider", { name: "Present moment" });
  let mounted: Mounted<Props>;

  const plain = (text: string | null | undefined) => text?.replaceAll("\u202f", " ");
  const spoken = () => plain(mounted.element.querySelector("[aria-live]")?.textContent);
  const card = () => plain(mounted.element.querySelector(".card")?.textContent);
  const paths = () => mounted.element.querySelectorAll("[clip-path] path");
  const focus = (target: typeof plot) => (target.element() as HTMLElement).focus();

  beforeEach(async () => {
    await page.viewport(900, 600);
    for (const mock of [ontime, onscale, ondownload]) mock.mockReset();
    const follow = (time: number) => {
      ontime(time);
      mounted.set({ time });
    };
    mounted = mountForTest<Props>(
      TimeCourse,
      { ...props, ontime: follow, onscale, ondownload },
      { width: 800, height: 480 },
    );
    await expect.element(plot).toBeInTheDocument();
  });
  afterEach(() => mounted.remove());

  test("is a figure and a picture with a name and a description", async () => {
    await expect.element(page.getByRole("figure", { name: "Test & trial" })).toBeVisible();
    await expect
      .element(page.getByRole("img", { name: "Test & trial Two straight lines." }))
      .toBeVisible();
  });

  test("looks with the arrow keys, from the present moment on, and says what is there", async () => {
    focus(plot);
    await userEvent.keyboard("{ArrowRight}");
    await expect.element(plot).toHaveAttribute("aria-valuetext", "5\u202fh 10\u202fmin");
    expect(spoken()).toBe("5 h 10 min: Plasma 10.3 mg/L, Liver 42.8 mg/L");
    expect(card()).toContain("10.3 mg/L");
    await userEvent.keyboard("{PageUp}");
    expect(spoken()).toContain("6 h: Plasma 12.0 mg/L, Liver 42.0 mg/L");
    expect(spoken()).toContain("Lee <2001>, 6 h: 12.0 mg/L ± 16.7 mg/L");
    await userEvent.keyboard("{End}");
    expect(spoken()).toBe("24 h: Plasma 48.0 mg/L, Liver 24.0 mg/L");
    await userEvent.keyboard("{Home}{ArrowLeft}");
    expect(spoken()).toBe("0 h: Plasma 0 mg/L, Liver 48.0 mg/L. 5 mg by mouth");
    expect(ontime).not.toHaveBeenCalled();
  });

  test("keeps the values inside a narrow chart, whatever the curves are called", async () => {
    const [first, ...others] = props.series;
    if (first === undefined) throw new Error("no curve");
    mounted.element.style.width = "330px";
    mounted.set({ series: [{ ...first, name: "Caffeine, plasma ÷ 1,000, venous" }, ...others] });
    await expect.poll(() => plot.element().getBoundingClientRect().width).toBeLessThan(330);
    const { width, height } = plot.element().getBoundingClientRect();
    for (const share of [0.4, 0.6]) {
      await plot.hover({ position: { x: Math.round(width * share), y: height / 2 } });
      const figure = mounted.element.getBoundingClientRect();
      const inside = mounted.element.querySelector(".card")?.getBoundingClientRect();
      expect(inside?.left).toBeGreaterThanOrEqual(figure.left - 1);
      expect(inside?.right).toBeLessThanOrEqual(figure.right + 1);
    }
  });

  test("sets the clock where somebody looks on Enter, and stops looking on Escape", async () => {
    focus(plot);
    await userEvent.keyboard("{PageUp}{Enter}");
    expect(ontime).toHaveBeenCalledExactlyOnceWith(6);
    await userEvent.keyboard("{Escape}");
    expect(card()).toBeUndefined();
  });

  test("shows the values under the pointer, between the times too", async () => {
    const { width, height } = plot.element().getBoundingClientRect();
    await plot.hover({ position: { x: Math.round(width / 4), y: height / 2 } });
    const shown = card() ?? "";
    const [, minutes = ""] = /^ ?6 h(?: (\d) min)?/.exec(shown) ?? ["none", "none"];
    expect(Number(minutes)).toBeLessThan(3);
    expect(shown).toMatch(/Plasma *1[12]\.\d mg\/L/);
    expect(spoken()).toBe("");
    await page.getByText("Test & trial").first().hover();
    expect(card()).toBeUndefined();
  });

  test("sets the clock where the plot is pressed", async () => {
    const { width, height } = plot.element().getBoundingClientRect();
    await plot.click({ position: { x: Math.round(width / 2), y: height / 2 } });
    expect(ontime).toHaveBeenCalled();
    expect(ontime.mock.lastCall?.[0]).toBeCloseTo(12, 1);
  });

  test("moves the clock with the keys of its grip", async () => {
    await expect.element(clock).toHaveAttribute("aria-valuetext", "5\u202fh");
    await expect.element(clock).toHaveAttribute("aria-valuenow", "5");
    await expect.element(clock).toHaveAttribute("aria-valuemax", "24");
    focus(clock);
    await userEvent.keyboard("{ArrowRight}");
    expect(ontime.mock.lastCall?.[0]).toBeCloseTo(5 + 1 / 6, 9);
    await userEvent.keyboard("{PageUp}");
    expect(ontime).toHaveBeenLastCalledWith(6);
    await expect.element(clock).toHaveAttribute("aria-valuetext", "6\u202fh");
  });

  test("does not draw the curves anew when time moves", () => {
    const before = Array.from(paths(), (path) => path.getAttribute("d"));
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    for (const path of paths()) observer.observe(path, { attributes: true });
    for (const time of [7, 8, 9.5]) mounted.set({ time });
    changes.push(...observer.takeRecords());
    expect(changes).toEqual([]);
    expect(Array.from(paths(), (path) => path.getAttribute("d"))).toEqual(before);
  });

  test("asks for the other axis, and draws it when it comes", async () => {
    await page.getByRole("radio", { name: "Log" }).click();
    expect(onscale).toHaveBeenCalledExactlyOnceWith("log");
    const before = paths()[0]?.getAttribute("d");
    mounted.set({ scale: "log" });
    expect(paths()[0]?.getAttribute("d")).not.toBe(before);
  });

  test("shows the same data as a table of at most sixty rows, the present one marked", async () => {
    await page.getByRole("button", { name: "Show as a table" }).click();
    const rows = mounted.element.querySelectorAll("table:first-of-type tbody tr");
    expect(rows.length).toBe(49);
    await expect
      .element(page.getByRole("row", { name: /^6.h/ }).first())
      .toHaveTextContent("6 h12.042.0");
    expect(plain(mounted.element.querySelector("[aria-current] th")?.textContent)).toBe("5 h");
    await expect.element(page.getByRole("cell", { name: "16.7", exact: true })).toBeVisible();
  });

  test("gives away all numbers as CSV", async () => {
    await page.getByRole("button", { name: "Download" }).click();
    await page.getByRole("menuitem", { name: "CSV" }).click();
    const file = ondownload.mock.lastCall?.[0];
    expect(file?.kind).toBe("csv");
    expect(file?.text.trim().split("\n")).toHaveLength(1 + 2 * 97 + 1);
  });

  test("gives away a picture that stands alone", async () => {
    await page.getByRole("button", { name: "Download" }).click();
    await page.getByRole("menuitem", { name: "SVG" }).click();
    const text = ondownload.mock.lastCall?.[0].text ?? "";
    expect(text).not.toMatch(/var\(|class=|style=|data-screen-only/);
    expect(text).toContain("Test &amp; trial");
    expect(text).toContain("Lee &lt;2001&gt; (observed)");
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    expect(image.naturalWidth).toBe(832);
  });
});
