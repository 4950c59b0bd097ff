/** What drugs do to each other: from a reported study to ratios, curves, bodies and many people. */
import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccess } from "./access";
import { watch } from "./opened";

test("the view is reached by the link at the top, and says what it needs", async ({ page }) => {
  const faults = await openInteractions(page);
  await expect(page.getByRole("link", { name: "Interactions" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(page.locator("aside")).toContainText("is the only drug");
  await expect(page.getByRole("heading", { name: "Two drugs in one body" })).toBeVisible();
  expect(faults.errors).toEqual([]);
});

test("a reported study is shown with the ratio by which it is scored", async ({ page }) => {
  const faults = await openInteractions(page);
  await begin(page, "Midazolam with itraconazole");
  await expect(page.locator("aside")).toContainText(
    /Itraconazole inhibits CYP3A4, which clears 9\d % of midazolam/,
  );
  const { results } = view(page);
  await expect(results).toContainText("a strong effect of inhibition");
  const row = results.getByRole("row", { name: /Backman 1998/ });
  await expect(row).toContainText("7.97");
  await expect(row).toContainText("the same doses");
  const shown = await ratio(page);
  expect(shown).toBeCloseTo(await scoredRatio(page), 1);
  expect(faults.errors).toEqual([]);
});

test("an enzyme that is induced has its curves, and colours the organs that carry it", async ({
  page,
}) => {
  const faults = await openInteractions(page);
  await begin(page, "Midazolam 4 days after rifampicin");
  const enzyme = figure(page, "CYP3A4 over time");
  await expect(enzyme).toContainText("amount, liver");
  await expect(enzyme).toContainText("what remains for midazolam, gut wall");
  await enzyme.getByRole("button", { name: "Show as a table" }).click();
  await expect(enzyme.getByRole("table").first()).toContainText("1.00");
  await page.getByRole("radio", { name: "Enzyme activity" }).check({ force: true });
  const bodies = figure(page, "CYP3A4 in the body at");
  await bodies.getByRole("button", { name: "Show as a table" }).click();
  await expect(bodies.getByRole("row", { name: /^Liver/ })).toContainText(/as ever.*× no drug/);
  await expect(bodies.getByRole("row", { name: /^Brain/ })).toContainText("––");
  expect(faults.errors).toEqual([]);
});

test("people are computed with and without, each with a ratio of their own", async ({ page }) => {
  await openInteractions(page);
  await begin(page, "Midazolam with itraconazole");
  const { results } = view(page);
  await fill(page, "How many", "0");
  await expect(results).toContainText("Type a whole number from 1 to 100");
  await fill(page, "How many", "24");
  await results.getByRole("button", { name: "In 24 people" }).click();
  await expect(results).toContainText(/24 people, twice, in [\d.]+ s on .+/, { timeout: 45_000 });
  await expect(results).toContainText(/AUC more than doubled in [\d.]+ % of people/);
  await expect(figure(page, "AUC ratio of everybody")).toContainText(/Median [\d.]+; 9 of 10/);
});

test("where nothing acts, every single person is the same with and without", async ({ page }) => {
  await openInteractions(page);
  await openFile(page, unrelated);
  await expect(page.locator("aside")).toContainText(
    /None of these drugs acts on what clears midazolam\. Midazolam leaves by CYP3A4/,
  );
  const { results } = view(page);
  await fill(page, "How many", "16");
  await results.getByRole("button", { name: "In 16 people" }).click();
  // who differed by a draw of anything would not divide to one
  await expect(figure(page, "AUC ratio of everybody")).toContainText(
    /Median 1\.00; 9 of 10 between 1\.00 and 1\.00/,
    { timeout: 45_000 },
  );
});

test("the victim is given later, less is left of the inhibition, and it is undone", async ({
  page,
}) => {
  await openInteractions(page);
  await begin(page, "Midazolam with itraconazole");
  const before = await ratio(page);
  await fill(page, "Midazolam: first dose after the last of the others", "3 days");
  await expect.poll(() => ratio(page)).toBeLessThan(before / 2);
  await page.getByRole("button", { name: "Compute the AUC ratio at other times" }).click();
  await expect(figure(page, "AUC ratio against when")).toContainText("15 times");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => ratio(page)).toBe(before);
});

test("the ratios are saved with what made them", async ({ page }) => {
  await openInteractions(page);
  await begin(page, "Caffeine with fluvoxamine");
  await page.getByRole("button", { name: "Files" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Save the metrics (CSV)" }).click();
  const text = await readFile(await (await saved).path(), "utf8");
  expect(text).toContain("simulation, not advice");
  expect(text).toMatch(/^# model with fluvoxamine: [0-9a-f]{64}$/m);
  const line = text.split("\n").find((one) => one.startsWith("caffeine/venous-plasma,AUC,"));
  expect(Number(line?.split(",").at(-1))).toBeCloseTo(await ratio(page), 1);
});

test("a drug without doses, and one on which nothing acts, are named", async ({ page }) => {
  await openInteractions(page);
  const controls = page.locator("aside");
  await openFile(page, withoutDoses);
  await expect(controls).toContainText("Itraconazole has no doses, so it can do nothing");
  await expect(page.getByRole("heading", { name: "Two drugs in one body" })).toBeVisible();
  await begin(page, "Midazolam with itraconazole");
  await expect(controls).not.toContainText("has no doses");
  await page.getByRole("combobox", { name: "Victim" }).selectOption("Itraconazole");
  await expect(controls).toContainText("None of these drugs acts on what clears itraconazole.");
  await expect.poll(() => ratio(page)).toBeCloseTo(1, 2);
});

for (const [name, width, height] of [
  ["a wide page", 1440, 900],
  ["a phone", 390, 844],
] as const) {
  test(`on ${name} nothing overflows, and readers find everything`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openInteractions(page);
    await begin(page, "Midazolam with clarithromycin, twice daily");
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expectAccess(page);
  });
}

// ——— the parts ———

const withoutDoses = {
  perfuse: 1,
  drugs: ["midazolam", "itraconazole"],
  people: { one: {} },
  doses: [{ drug: "midazolam", route: "oral", amountMg: 5, atHours: 0 }],
};

const unrelated = {
  ...withoutDoses,
  drugs: ["midazolam", "caffeine"],
  doses: [...withoutDoses.doses, { drug: "caffeine", route: "oral", amountMg: 100, atHours: 0 }],
};

async function openFile(page: Page, study: object): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({
    name: "study.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(study)),
  });
}

async function openInteractions(page: Page) {
  const faults = watch(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("#/interactions");
  await expect(page.getByRole("heading", { name: "Begin with a reported study" })).toBeVisible();
  return faults;
}

const view = (page: Page) => ({ results: page.getByRole("region", { name: "Results" }) });

const figure = (page: Page, title: string) => page.getByRole("figure", { name: title });

async function begin(page: Page, example: string): Promise<void> {
  await page.getByRole("button", { name: example }).click();
  await expect(view(page).results.getByText("AUC ratio", { exact: true }).first()).toBeVisible();
}

/** The large number. */
async function ratio(page: Page): Promise<number> {
  const number = view(page).results.getByRole("definition").first();
  return Number.parseFloat(await number.innerText());
}

/** What the Evidence view predicts for the same row, computed by itself. */
async function scoredRatio(page: Page): Promise<number> {
  await page.goto("#/evidence/midazolam");
  const row = page.locator('tr[data-id="midazolam-itraconazole/backman1998"]').first();
  const predicted = row.getByRole("cell").nth(1);
  await expect(predicted).toContainText(/\d/, { timeout: 45_000 });
  return Number.parseFloat(await predicted.innerText());
}

async function fill(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: field }).fill(text);
  await page.getByRole("textbox", { name: field }).press("Enter");
}
