/** A level is added to a twin of fourteen days: how soon a first look, how soon the answer. */
import type { Page } from "@playwright/test";
import { openBuiltSite } from "./built-site";
import { median, type Report } from "./report";

const day = 24 * 3_600_000;
const rounds = 7;

export async function run(report: Report): Promise<void> {
  const site = await openBuiltSite();
  const page = await site.browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    timezoneId: "UTC",
  });
  await page.goto(`${site.url}#/twin`);
  await page.getByRole("button", { name: "Begin a twin" }).click();
  await page.getByLabel("Weight").fill("70");
  await page.getByLabel("Age").fill("61");
  await page.getByLabel("Creatinine in serum").fill("1.1");
  await page.getByLabel("Creatinine in serum").press("Enter");
  await page.getByRole("combobox", { name: "Drug" }).selectOption("vancomycin");
  await add(page, `1000 mg iv over 1 h, ${moment(14)}, q12h x 28`);
  await add(page, `12 mg/L ${moment(12.5)}`);
  const previews: number[] = [];
  const answers: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const added = await add(page, `${12 + round} mg/L ${moment(10.02 - round)}`);
    previews.push(added.previewMs);
    answers.push(added.answerMs);
    longest.push(added.longestTask);
  }
  const note = `vancomycin, 28 doses in 14 days; median of ${rounds} levels, two workers at most`;
  report({
    name: "level added: first look",
    value: median(previews),
    unit: "ms",
    atMost: 150,
    note,
  });
  report({ name: "level added: answer", value: median(answers), unit: "ms", atMost: 1500, note });
  report({ name: "longest task of the page's thread", value: Math.max(...longest), unit: "ms" });
  await site.close();
}

// ——— the parts ———

/** So many days ago, on the clock of UTC. */
const moment = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * day).toISOString().slice(0, 16).replace("T", " ");

/** From the click to what is seen, with pictures drawn. */
async function add(page: Page, line: string) {
  await page.getByLabel("Add doses, levels and lab values, a line each").fill(line);
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const says = (text: string) => document.body.textContent.includes(text);
    let longestTask = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    });
    observer.observe({ entryTypes: ["longtask"] });
    const button = [...document.querySelectorAll("button")].find(
      (one) => one.textContent.trim() === "Add",
    );
    const clicked = performance.now();
    button?.click();
    let previewMs = Number.NaN;
    const isDone = () => {
      if (says("A first look") && Number.isNaN(previewMs)) previewMs = performance.now() - clicked;
      return (
        !says("A first look") &&
        !says("Learning…") &&
        document.querySelector("[data-testid=headline]")
      );
    };
    await frame();
    // the page waits a moment for more of the same before it learns
    while (!says("A first look") && !says("Learning…") && performance.now() - clicked < 1000)
      await frame();
    while (!isDone() && performance.now() - clicked < 30_000) await frame();
    observer.disconnect();
    return { previewMs, answerMs: performance.now() - clicked, longestTask };
  });
}
