/**
 * A slider that is dragged: from the input event until the curve, the organ list, the legend and
 * the colours of the body are written. The frames drawn from them are reported apart: without a
 * graphics card they are drawn by the same processor.
 */
import type { Page } from "@playwright/test";
import { openBuiltSite } from "./built-site";
import { median, type Report } from "./report";

const moves = 160;

export async function run(report: Report): Promise<void> {
  const site = await openBuiltSite();
  const { browser } = site;
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  await page.goto(site.url);
  await page.locator("canvas.shown").waitFor();
  await page.getByRole("group", { name: "Time" }).getByRole("slider").focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowRight");
  for (const name of ["Weight", "Amount of each dose"]) {
    await drag(page, name);
    const { whole, simulation, frames } = await drag(page, name);
    report({
      name: `dragging “${name}”: input to everything written, 95th percentile`,
      value: percentile(whole, 0.95),
      unit: "ms",
      atMost: 33,
      note: `median ${median(whole).toFixed(1)}, largest ${Math.max(...whole).toFixed(0)}, of ${whole.length} moves`,
    });
    report({
      name: `dragging “${name}”: the simulation of that, 95th percentile`,
      value: percentile(simulation, 0.95),
      unit: "ms",
      atMost: 16,
      note: `median ${median(simulation).toFixed(1)}; in the worker`,
    });
    report({
      name: `dragging “${name}”: time between drawn frames`,
      value: median(frames),
      unit: "ms",
      note: "software graphics; informs",
    });
  }
  await site.close();
}

interface Drag {
  readonly whole: readonly number[];
  readonly simulation: readonly number[];
  readonly frames: readonly number[];
}

/** Moves a slider to and fro, one move every other frame, as a hand does. */
function drag(page: Page, name: string): Promise<Drag> {
  return page.getByRole("slider", { name, exact: true }).evaluate(async (slider, count) => {
    const input = slider as HTMLInputElement;
    const chart = document.querySelector("main .chart");
    const list = document.querySelector("main .organs tbody");
    if (!chart || !list) throw new Error("there is no chart or no list");
    const whole: number[] = [];
    const simulation: number[] = [];
    const frames: number[] = [];
    let last = performance.now();
    let isOver = false;
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const begin = Number(input.value);
    // up ten steps, down ten steps; each large enough to change what is shown
    const step = (Number(input.max) - Number(input.min)) * 0.025;
    const placeOf = (move: number) => Math.abs(((move + 10) % 20) - 10);
    for (let move = 1; move <= count; move++) {
      await new Promise((next) => setTimeout(next, 33));
      const written = new Promise<void>((done) => {
        const seen = { chart: false, list: false };
        const watch = (what: keyof typeof seen) =>
          new MutationObserver(() => {
            seen[what] = true;
            if (seen.chart && seen.list) done();
          });
        const options = { subtree: true, childList: true, characterData: true, attributes: true };
        watch("chart").observe(chart, { ...options, attributeFilter: ["d"] });
        watch("list").observe(list, options);
      });
      const start = performance.now();
      input.value = String(begin + step * placeOf(move));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await Promise.race([written, new Promise((next) => setTimeout(next, 2000))]);
      whole.push(performance.now() - start);
      const chip = document.querySelector("footer")?.textContent ?? "";
      simulation.push(Number(/([\d.]+) ms/.exec(chip)?.[1] ?? Number.NaN));
    }
    isOver = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    return { whole, simulation, frames };
  }, moves);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
