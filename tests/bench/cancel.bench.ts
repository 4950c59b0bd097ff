/**
 * From a click on “Stop” to the word “Stopped”, with long work under way in the engine: crowds on
 * the GPU, at once after the start (while the kernel compiles) and later (while people are compared).
 */
import type { Page } from "@playwright/test";
import { openBuiltSite } from "./built-site";
import { median, type Report } from "./report";

/** After the start, ms: from the first chance on to the comparison. */
const moments = [0, 100, 200, 300, 400, 600, 800, 1000, 1200, 1400];

export async function run(report: Report): Promise<void> {
  const site = await openBuiltSite();
  const { browser } = site;
  const page = await browser.newPage({ reducedMotion: "reduce" });
  await page.goto(`${site.url}?gpu=any`);
  await page.locator("canvas.shown").waitFor();
  await page.getByRole("button", { name: "About" }).click();
  await page.getByRole("tab", { name: "This machine" }).click();
  const times: number[] = [];
  for (const after of moments) {
    const time = await stop(page, after);
    if (time !== undefined) times.push(time);
  }
  report({
    name: "stopping a crowd on the GPU, longest",
    value: Math.max(...times),
    unit: "ms",
    atMost: 500,
    note: `${times.length} stops, median ${median(times).toFixed(0)}`,
  });
  await site.close();
}

/** @returns undefined where the work was over before the click */
async function stop(page: Page, after: number): Promise<number | undefined> {
  await page.getByRole("button", { name: "Compare GPU and CPU" }).click();
  const time = await page.evaluate(async (wait) => {
    const begun = performance.now();
    const buttonOf = (word: string) =>
      [...document.querySelectorAll("dialog button")].find((button) =>
        button.textContent.includes(word),
      );
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    while (performance.now() - begun < wait) await frame();
    const button = buttonOf("Stop");
    if (!(button instanceof HTMLButtonElement)) return undefined;
    const clicked = performance.now();
    button.click();
    while (!buttonOf("Compare")) await frame();
    return performance.now() - clicked;
  }, after);
  await page.getByRole("button", { name: "Compare GPU and CPU" }).waitFor();
  return time;
}
