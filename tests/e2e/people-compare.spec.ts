/** Populations and persons side by side: kept, named, divided by the first, seen as bodies, saved. */
import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { expectAccess } from "./access";
import { typeDoses, watch } from "./opened";

const people = 60;

test("a run is kept, and the next one stands beside it with another dose", async ({ page }) => {
  const faults = await openPeople(page);
  await simulate(page);
  await keepAndHalve(page);
  const { sides, results } = view(page);
  await expect(sides.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("textbox", { name: "Name of A" })).toHaveValue(/^1000 mg/);
  await expect(page.getByRole("textbox", { name: "Name of B" })).toHaveValue(/^500 mg/);
  await expect(figure(page, "Vancomycin in plasma")).toContainText(/A, 1000 mg.*B, 500 mg/s);
  await expect(figure(page, "Everybody of B, 500 mg")).toBeVisible();
  await expect(results).toContainText("Dots, people and what sets them apart are of B.");
  await page.getByRole("button", { name: /^Look closely at A/ }).click();
  await expect(figure(page, "Everybody of A, 1000 mg")).toBeVisible();
  expect(faults.errors).toEqual([]);
});

test("of a drug that is linear, half the dose is half of everything, in everybody", async ({
  page,
}) => {
  await openPeople(page);
  await simulate(page);
  await keepAndHalve(page);
  // nothing of vancomycin's model saturates; the table shows three figures
  const row = tableRow(page, "B, 500 mg");
  const [, , , ofMedians, own] = await cellsOf(row);
  expect(Math.abs(Number(ofMedians) - 0.5)).toBeLessThan(0.0011);
  expect(own).toMatch(/^0\.500 \(0\.500 to 0\.500\)$/);
  await page.getByRole("radio", { name: "Ratio to A" }).check({ force: true });
  const ratio = figure(page, "Vancomycin in plasma, ratio to A");
  await expect(ratio).toContainText(`each person’s own ratio, ${people} people`);
  await ratio.getByRole("button", { name: "Show as a table" }).click();
  const last = ratio.getByRole("row").last().getByRole("cell");
  expect(Math.abs(Number(await last.first().innerText()) - 0.5)).toBeLessThan(0.01);
  await expect(last.last()).toHaveText(/^0\.(499|500) to 0\.50[01]?$/);
});

test("other people have medians to compare, and no ratios of their own", async ({ page }) => {
  await openPeople(page);
  await simulate(page);
  await keep(page);
  await type(page, "Ages", "70 to 80");
  await simulate(page);
  await expect(page.getByRole("textbox", { name: "Name of B" })).toHaveValue("Ages 70 to 80");
  await expect(view(page).results).toContainText(
    "B and A are not the same people (other ages): only medians can be compared.",
  );
  await page.getByRole("radio", { name: "Ratio to A" }).check({ force: true });
  await expect(figure(page, "Vancomycin in plasma, ratio to A")).toContainText(
    "No band: they are not the same people as in A (other ages).",
  );
  await expect(view(page).results).toContainText("nobody has a ratio of their own");
});

test("a name is changed, and emptied it is again what differs", async ({ page }) => {
  await openPeople(page);
  await simulate(page);
  await keepAndHalve(page);
  await type(page, "Name of A", "Usual");
  await expect(figure(page, "Vancomycin in plasma")).toContainText("A, Usual");
  await type(page, "Name of A", "");
  await expect(figure(page, "Vancomycin in plasma")).toContainText("A, 1000 mg");
  await expect(page.getByRole("textbox", { name: "Name of A" })).toHaveValue(/^1000 mg/);
});

test("what was removed can be brought back to its place", async ({ page }) => {
  await openPeople(page);
  await simulate(page);
  await keepAndHalve(page);
  await page.getByRole("button", { name: /^Remove A, 1000 mg/ }).click();
  await expect(figure(page, "Everybody")).toBeVisible();
  await expect(view(page).sides).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(page.getByRole("textbox", { name: "Name of A" })).toHaveValue(/^1000 mg/);
  await expect(page.getByRole("textbox", { name: "Name of B" })).toHaveValue(/^500 mg/);
});

test("a person stands beside as a curve, a line among the bars and a body of their own", async ({
  page,
}) => {
  const faults = await openPeople(page);
  await simulate(page);
  await type(page, "Person", "7");
  await page.getByRole("button", { name: "Keep person 7 beside" }).click();
  await expect(figure(page, "Vancomycin in plasma")).toContainText("B, Person 7");
  await expect(tableRow(page, "B, Person 7")).toContainText("1");
  const bodies = figure(page, "Vancomycin in their bodies");
  await expect(bodies.getByText(/^typical man of them, [\d.]+ years/)).toBeVisible();
  await expect(bodies.getByText(/^(wo)?man, [\d.]+ years/)).toBeVisible();
  await expect(bodies.locator("canvas")).toHaveCount(2);
  expect(faults.errors).toEqual([]);
});

test("no more than four stand side by side, and the button says so", async ({ page }) => {
  await openPeople(page, "?body=flat#/people");
  await simulate(page);
  for (const dose of ["750 mg", "500 mg", "250 mg"]) {
    await keep(page);
    await typeDoses(page, dose);
    await simulate(page);
  }
  await expect(view(page).sides.getByRole("listitem")).toHaveCount(4);
  await expect(button(page, "Keep beside")).toHaveAttribute("aria-disabled", "true");
  await expect(view(page).results).toContainText("4 stand side by side. Remove one to keep");
});

test("bodies show every organ of all of them, also as a table", async ({ page }) => {
  await openPeople(page, "?body=flat#/people");
  await simulate(page);
  await keepAndHalve(page);
  const bodies = figure(page, "Vancomycin in their bodies");
  await expect(bodies.getByText("typical man of them")).toHaveCount(2);
  await page.getByRole("radio", { name: "Ratio to A" }).check({ force: true });
  await expect(bodies.getByRole("img", { name: /^Colour scale of ratios/ })).toBeVisible();
  await clock(page).press("End");
  await bodies.getByRole("button", { name: "Show as a table" }).click();
  const liver = bodies.getByRole("row", { name: /^Liver/ }).getByRole("cell");
  await expect(liver.first()).toHaveText("1.00 × A");
  await expect(liver.last()).toHaveText("0.500 × A");
});

test("files hold all of them, with a column that says which", async ({ page }) => {
  await openPeople(page);
  await simulate(page);
  await keepAndHalve(page);
  const lines = await savedCsv(page);
  expect(lines).toContain("population,time_h,output,statistic,value,unit");
  expect(lines.some((line) => /^"A, 1000 mg[^"]*",0,vancomycin/.test(line))).toBe(true);
  expect(lines.some((line) => /^"B, 500 mg[^"]*",0,vancomycin/.test(line))).toBe(true);
});

for (const [theme, width, height] of [
  ["dark", 1440, 900],
  ["light", 390, 844],
] as const) {
  test(`no serious fault of access, ${theme}, ${width} wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height });
    await openPeople(page, "?body=flat#/people");
    await simulate(page);
    await keepAndHalve(page);
    await expect(figure(page, "Vancomycin in their bodies")).toContainText("typical man");
    await expectAccess(page);
    await page.getByRole("radio", { name: "Ratio to A" }).check({ force: true });
    await expect(figure(page, "Vancomycin in plasma, ratio to A")).toContainText("own ratio");
    await expectAccess(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  });
}

// ——— the parts ———

function view(page: Page) {
  return {
    start: page.locator("aside").getByRole("button", { name: /^Simulate / }),
    results: page.getByRole("region", { name: "Results" }),
    sides: page.getByRole("list", { name: "Side by side" }),
  };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const clock = (page: Page) => page.getByRole("slider", { name: "Present moment" }).first();

async function openPeople(page: Page, path = "#/people") {
  const faults = watch(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  await expect(view(page).start).toBeVisible();
  await page.getByRole("combobox", { name: "Drug" }).selectOption("Vancomycin");
  await typeDoses(page, "1000 mg");
  await type(page, "How many", String(people));
  return faults;
}

async function simulate(page: Page): Promise<void> {
  await view(page).start.click();
  await expect(page.locator("aside")).not.toContainText("What is shown is of before.");
  await expect(
    page.getByText(new RegExp(`^${people} people in [\\d.]+\\s(s|ms) on`)),
  ).toBeVisible();
}

async function keep(page: Page): Promise<void> {
  await button(page, "Keep beside").click();
  await expect(view(page).sides).toBeVisible();
}

/** The first run is of 1000 mg. */
async function keepAndHalve(page: Page): Promise<void> {
  await keep(page);
  await typeDoses(page, "500 mg");
  await simulate(page);
  await expect(view(page).sides.getByRole("listitem")).toHaveCount(2);
}

async function type(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

/** A figure by the beginning of its title. */
function figure(page: Page, title: string) {
  return page
    .getByRole("figure", { name: new RegExp(`^${title}`) })
    .filter({ has: page.locator("header") });
}

const tableRow = (page: Page, called: string) =>
  page.getByRole("region", { name: /^AUC/ }).getByRole("row", { name: new RegExp(`^${called}`) });

async function cellsOf(row: ReturnType<typeof tableRow>): Promise<string[]> {
  await expect(row).toBeVisible();
  const texts = await row.getByRole("cell").allInnerTexts();
  return texts.map((text) => text.trim());
}

async function savedCsv(page: Page): Promise<string[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("menuitem", { name: "Save the curves (CSV)" }).click();
  const path = await (await download).path();
  return readFileSync(path, "utf8").split("\n");
}
