/** All evidence recomputed in the page: every data set and every interaction, compiled anew. */
import type { Page } from "@playwright/test";
import { openBuiltSite } from "./built-site";
import { median, type Report } from "./report";

const times = 5;

export async function run(report: Report): Promise<void> {
  const site = await openBuiltSite();
  const { browser } = site;
  const page = await browser.newPage({ reducedMotion: "reduce" });
  // the page takes as many workers as there are cores, from two to four
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "hardwareConcurrency", { get: () => 2 });
  });
  await page.goto(`${site.url}#/evidence`);
  const seconds: number[] = [];
  let what = "";
  for (let time = 0; time < times; time++) {
    const line = await scored(page);
    what = line.replace(/ simulated.*/, "");
    seconds.push(Number(/in ([\d.]+)/.exec(line)?.[1]));
    await page.getByRole("button", { name: "Compute again" }).click();
  }
  report({
    name: "all evidence recomputed in the page",
    value: median(seconds),
    unit: "s",
    atMost: 10,
    note: `${what}, 2 workers; median of ${times}, each with fresh workers and models; slowest ${Math.max(...seconds).toFixed(1)}`,
  });
  await site.close();
}

/** The line that says what was scored and how long it took. */
async function scored(page: Page): Promise<string> {
  const line = page.getByText(/scored on this machine in/);
  await line.waitFor({ timeout: 120_000 });
  return line.innerText();
}
