/** A drug of one's own: made, seen, kept, taken out and in again, and a copy that is changed. */
import { expect, test, type Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { open, parts, watch } from "./opened";

const results = (page: Page) => page.getByRole("region", { name: "What these numbers predict" });
const tile = (page: Page, name: string) =>
  results(page).locator("dl > div").filter({ hasText: name }).locator("dd").first();

/** Once predictions and band are those of the last change. */
async function settled(page: Page): Promise<void> {
  await expect(results(page).getByRole("status").first()).toHaveText("");
  await expect(tile(page, "Clearance from plasma")).toContainText("L/h");
}

async function openBench(page: Page, path = "#/drug") {
  const faults = watch(page);
  await page.goto(path);
  await settled(page);
  return faults;
}

test("a drug is made from a few numbers, seen, saved, and still there after a reload", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Your own drug…" }).click();
  await settled(page);
  await expect(page.getByTestId("widest")).toContainText("widens it most");
  await page.getByText("What is not known: from where to where, and why").click();
  await expect(results(page).locator("[data-unknown=fup]")).toContainText("J Pharm Sci 101");

  await page.getByRole("textbox", { name: "Name" }).fill("Testazolam");
  await page.getByLabel("logP (uncharged form)").fill("2.5");
  await page.getByLabel("Base pKa").fill("8.5");
  await page.getByLabel("Fraction unbound in plasma").fill("0");
  await expect(page.getByText("Nothing unbound would mean")).toBeVisible();
  await page.getByLabel("Fraction unbound in plasma").fill("10 %");
  await page.getByLabel("Liver clearance from").selectOption("intravenous");
  await page.getByLabel("Total clearance from plasma").fill("300");
  await expect(page.getByText("L/h of plasma can be cleared by it").first()).toBeVisible();
  await expect(results(page)).toContainText("This drug cannot be simulated");
  await page.getByLabel("Total clearance from plasma").fill("20");
  await settled(page);
  // what was read in a study comes out of the simulation, to the digits shown
  await expect(tile(page, "Clearance from plasma")).toHaveText(/^(19\.9|20\.0|20\.1)/);

  await page.getByRole("button", { name: "Save in this browser" }).click();
  await expect(page.getByRole("button", { name: "Saved in this browser" })).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Testazolam");
  await expect(page.getByLabel("Total clearance from plasma")).toHaveValue("20");
  await expect(tile(page, "Clearance from plasma")).toHaveText(/^(19\.9|20\.0|20\.1)/);

  await page.getByRole("button", { name: "Use in the study" }).click();
  await expect(page.locator("aside").getByText("Yours: not checked against data")).toBeVisible();
  await expect(parts(page).drug.locator("option:checked")).toHaveText("Testazolam");
  await page.goto("#/people");
  await expect(page.locator('optgroup[label="Yours"]').first()).toBeAttached();
});

test("what is missing widens the band, and typing it narrows it", async ({ page }) => {
  await openBench(page);
  const range = async () => {
    const text = await results(page)
      .locator("dl > div")
      .filter({ hasText: "Area under the curve" })
      .locator(".more")
      .innerText();
    const [low = Number.NaN, high = Number.NaN] = [...text.matchAll(/[\d.]+/g)].map(Number);
    return high / low;
  };
  const before = await range();
  await page.getByLabel("Liver clearance from").selectOption("intravenous");
  await page.getByLabel("Total clearance from plasma").fill("20");
  await settled(page);
  await expect(page.getByTestId("widest")).toContainText("widens it most");
  await expect.poll(range).toBeLessThan(before);
});

test("an exported drug is the same when it is imported, and a taken id becomes a copy", async ({
  page,
}) => {
  const faults = await openBench(page);
  await page.getByLabel("logP (uncharged form)").fill("3.1");
  await settled(page);
  await page.getByRole("button", { name: "Save in this browser" }).click();
  const exported = async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a file", exact: true }).click(),
    ]);
    return readFileSync(await download.path(), "utf8");
  };
  const text = await exported();
  expect(JSON.parse(text)).toMatchObject({ perfuseDrug: 1, id: "my-drug" });

  const into = async (content: string) => {
    const path = test.info().outputPath("drug.json");
    writeFileSync(path, content);
    await page.getByLabel("Open a drug file", { exact: true }).last().setInputFiles(path);
  };
  await into(text);
  await expect(page.getByText(/is taken, so it is a copy as “my-drug-2”/)).toBeVisible();
  await settled(page);
  expect((await exported()).replaceAll("my-drug-2", "my-drug")).toBe(text);

  await page
    .getByRole("button", { name: /^Delete/ })
    .first()
    .click();
  await page
    .getByRole("button", { name: /^Delete/ })
    .first()
    .click();
  await expect(page.getByText("Nothing is kept yet.")).toBeVisible();
  await into(text);
  await settled(page);
  expect(await exported()).toBe(text);

  await into(text.replace('"perfuseDrug": 1', '"perfuseDrug": 2'));
  await expect(page.getByText(/was written for format 2; this Perfuse reads/)).toBeVisible();
  await into(text.replace('"card"', '"colour": 1, "card"'));
  await expect(page.getByText(/colour/i)).toBeVisible();
  expect(faults.errors).toEqual([]);
});

test("a drug file that is chosen where studies are opened is kept and shown", async ({ page }) => {
  await openBench(page, "#/drug/caffeine");
  await page.getByRole("button", { name: "Save in this browser" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a file", exact: true }).click(),
  ]);
  const path = await download.path();
  await page.goto("#/");
  await page.getByLabel("Open a study file", { exact: true }).setInputFiles({
    name: "drug.json",
    mimeType: "application/json",
    buffer: readFileSync(path),
  });
  await expect(page).toHaveURL(/#\/drug\/caffeine-copy-2$/);
  await settled(page);
});

test("a copy of midazolam with half the unbound fraction stays twice as long in plasma", async ({
  page,
}) => {
  const faults = await open(page);
  await page.getByRole("button", { name: /^Model card/ }).click();
  await page.getByRole("button", { name: "Change a copy" }).click();
  await settled(page);
  await page.getByLabel("Copy of a shipped drug").selectOption("midazolam");
  await settled(page);
  await expect(results(page)).toContainText("Nothing is changed yet: it is midazolam.");
  const fup = page.getByLabel("Fraction unbound in plasma");
  await expect(fup).toHaveValue("0.031");
  await fup.fill("0.0155");
  await settled(page);
  const row = (name: string) => results(page).getByRole("row", { name: new RegExp(name) });
  await expect(row("Fraction unbound")).toContainText("0.031");
  await expect(row("Fraction unbound")).toContainText("0.0155");
  // swallowed, the area goes with 1 / fu, gut wall or not
  await expect(row("^AUC")).toContainText("× 2.00");
  await page.getByRole("button", { name: "Save in this browser" }).click();
  await expect(page.getByRole("button", { name: "Saved in this browser" })).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(fup).toHaveValue("0.0155");
  await expect(row("^AUC")).toContainText("× 2.00");
  expect(faults.errors).toEqual([]);
});

test("drugs are renamed, deleted and brought back; what is not saved can be had back", async ({
  page,
}) => {
  await openBench(page);
  await page.getByRole("button", { name: "Save in this browser" }).click();
  await page.getByRole("button", { name: "Rename My drug" }).click();
  await page.getByRole("listitem").getByRole("textbox", { name: "Name" }).fill("Another");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Delete Another" }).click();
  await expect(page.getByText("Nothing is kept yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(page.getByRole("button", { name: "Delete Another" })).toBeVisible();

  await page.getByRole("button", { name: "New drug" }).click();
  await page.getByLabel("logP (uncharged form)").fill("4");
  await page.getByRole("button", { name: /^Another/ }).click();
  await expect(page.getByText("was put aside and is not saved")).toBeVisible();
  await page.getByRole("button", { name: "Back to it" }).click();
  await expect(page.getByLabel("logP (uncharged form)")).toHaveValue("4");
});

test("a study with a drug of one's own is shared with it", async ({ page, browser }) => {
  await openBench(page);
  await page.getByRole("textbox", { name: "Name" }).fill("Sharable");
  await page.getByRole("button", { name: "Use in the study" }).click();
  await expect(parts(page).drug.locator("option:checked")).toHaveText("Sharable");
  await page.getByRole("button", { name: "Share" }).click();
  const box = page.getByRole("textbox", { name: "Link" });
  await expect(box).toHaveValue(/\?s=v1\./);
  const link = await box.inputValue();
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await expect(parts(other).name).toContainText("Sharable");
  await expect(parts(other).drug.locator("option:checked")).toHaveText("Sharable");
  await elsewhere.close();
});
