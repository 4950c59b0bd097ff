/** Many people as files and links: what is saved says what it is, and comes back the same. */
import { expect, test, type Page } from "@playwright/test";
import { parquetReadObjects } from "hyparquet";
import { readFileSync, writeFileSync } from "node:fs";
import { parts, watch } from "./opened";

const study = {
  perfuse: 1,
  title: "Old livers",
  drugs: ["midazolam"],
  people: {
    many: { count: 60, seed: 11, ageYears: [65, 80], femaleFraction: 0.25, hepatic: "B" },
  },
  doses: [{ drug: "midazolam", route: "oral", amountMg: 5, atHours: 0, formulation: "solution" }],
  untilHours: 12,
};

async function importText(page: Page, text: string): Promise<void> {
  const path = test.info().outputPath("many.json");
  writeFileSync(path, text);
  await page.getByLabel("Open a study file", { exact: true }).setInputFiles(path);
}

async function saved(page: Page, item: string): Promise<Buffer> {
  await page.getByRole("button", { name: "Files" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: item }).click(),
  ]);
  return readFileSync(await download.path());
}

async function expectRecipe(page: Page): Promise<void> {
  await expect(page).toHaveURL(/#\/people$/);
  await expect(page.getByRole("textbox", { name: "How many" })).toHaveValue("60");
  await expect(page.getByRole("textbox", { name: "Ages" })).toHaveValue("65 to 80");
  await expect(parts(page).doses).toHaveValue("5 mg solution");
}

/** From the Body view, where the People view was never loaded. */
async function opened(page: Page) {
  const faults = watch(page);
  await page.goto("");
  await importText(page, JSON.stringify(study));
  await expectRecipe(page);
  return faults;
}

test("a study of many opens in the People view and is saved as it came", async ({ page }) => {
  const faults = await opened(page);
  const text = (await saved(page, "Save the study (JSON)")).toString();
  expect(JSON.parse(text)).toEqual(study);
  // others first, so that opening it once more has something to change
  await importText(
    page,
    JSON.stringify({ ...study, people: { many: { count: 9, bmi: [20, 25] } } }),
  );
  await expect(page.getByRole("textbox", { name: "How many" })).toHaveValue("9");
  await importText(page, text);
  await expectRecipe(page);
  expect(JSON.parse((await saved(page, "Save the study (JSON)")).toString())).toEqual(study);
  expect(faults.errors).toEqual([]);
});

test("what nobody can be is refused, and nothing changes", async ({ page }) => {
  await opened(page);
  const bad: readonly (readonly [object, RegExp])[] = [
    [{ count: 0 }, /count must be at least 1/],
    [{ count: 10, pregnancyWeeks: 30, femaleFraction: 0 }, /pregnan|female|women/i],
    [{ count: 10, genes: { CYP2D6: "*1/*999" } }, /CYP2D6/],
  ];
  for (const [many, says] of bad) {
    await importText(page, JSON.stringify({ ...study, people: { many } }));
    const notice = page.getByText("was not opened").filter({ hasText: says });
    await expect(notice).toContainText("Nothing was changed");
    await expectRecipe(page);
  }
});

test("a link carries the recipe and no person, and opens elsewhere", async ({ page, browser }) => {
  await opened(page);
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this study" });
  await expect(dialog).toContainText("No person and no result");
  const field = dialog.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/#\/people\?s=v1\./);
  const link = await field.inputValue();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await expectRecipe(other);
  // in a page that is open, and without saying which view
  await other.evaluate(() => (location.hash = "#/"));
  await expect(parts(other).body).toBeVisible();
  await other.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("v1.")));
  await expectRecipe(other);
  await other.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("v1."), -30));
  await expect(other.getByText("The link was not opened.")).toBeVisible();
  await elsewhere.close();
});

test("a run is saved as the tables of the command line", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: "Files" }).click();
  await page.getByRole("menuitem", { name: "Save the curves (CSV)" }).click();
  await expect(page.getByText("Nobody was simulated yet, so")).toBeVisible();

  await page.getByRole("button", { name: "Simulate 60 people" }).first().click();
  await expect(page.getByRole("button", { name: "Simulate anew" })).toBeEnabled();
  const curves = (await saved(page, "Save the curves (CSV)")).toString();
  expect(curves).toMatch(
    /^# Perfuse \d.*\n# study: Old livers\n# model: [0-9a-f]{64}\n# seed: 11\n/,
  );
  expect(curves).toMatch(/# backend: .*f(32|64)\n# adapter: /);
  expect(curves).toContain("# people: 60, 60 with a result, ");
  expect(curves).toContain("\ntime_h,output,statistic,value,unit\n");
  const statistics = new Set(rowsOf(curves).map((row) => row[2]));
  expect([...statistics]).toEqual(["p5", "p25", "p50", "p75", "p95", "mean"]);

  const metrics = rowsOf((await saved(page, "Save the metrics (CSV)")).toString());
  const everybody = Array.from({ length: 60 }, (_, k) => String(k + 1));
  expect([...new Set(metrics.map(([person]) => person))]).toEqual(everybody);
  const parquet = await saved(page, "Save the metrics (Parquet)");
  const rows = await parquetReadObjects({ file: new Uint8Array(parquet).buffer });
  expect(rows.map((row) => Object.values(row).map(String))).toEqual(metrics);
  const people = rowsOf((await saved(page, "Save the people (CSV)")).toString());
  expect(people.map(([person]) => person)).toEqual(everybody);
});

/** Without comments and header. */
function rowsOf(text: string): string[][] {
  const lines = text.trimEnd().split("\n");
  const rows = lines.filter((line) => !line.startsWith("#")).slice(1);
  return rows.map((row) => row.split(","));
}
