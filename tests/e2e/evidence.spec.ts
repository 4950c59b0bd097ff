/** The evidence: computed in the page, the misses first, and every figure leads on. */
import { spawnSync } from "node:child_process";
import { expect, test, type Page } from "@playwright/test";
import { expectAccess } from "./access";
import { parts, watch } from "./opened";

/** Everything is scored when the line says how long it took. */
const finished =
  /^(\d+) data sets and (\d+) interactions simulated and scored on this machine in [\d.]+ s, by \d workers\.$/;

test("all evidence is scored in the page, and what is missed comes first", async ({ page }) => {
  const faults = watch(page);
  await page.goto("");
  await page.getByRole("link", { name: "Evidence" }).click();
  await scored(page);
  const headings = await page.locator("main h3").allInnerTexts();
  expect(headings[0]).toMatch(/^(\d+ misses|1 miss|Misses)$/);
  for (const table of await page.locator("main tbody:has(tr[data-id])").all()) {
    const misses = await table
      .locator("tr")
      .evaluateAll((rows) => rows.map((row) => row.querySelector(".miss") !== null));
    expect(misses.length).toBeGreaterThan(10);
    expect(misses).toEqual(misses.toSorted((a, b) => Number(b) - Number(a)));
  }
  expect(faults.errors).toEqual([]);
});

test("its figures are those of the command line", async ({ page }) => {
  const { sets } = JSON.parse(
    spawnSync(process.execPath, ["src/build/perfuse.mjs", "evidence", "midazolam", "--json"], {
      encoding: "utf8",
      maxBuffer: 50_000_000,
    }).stdout,
  ) as { sets: { id: string; aucRatio: number; cmaxRatio: number; gmfe: number }[] };
  await openEvidence(page, "#/evidence/midazolam");
  await page.getByRole("radio", { name: "Table" }).check();
  for (const id of ["midazolam/hohmann2015-po3mg", "midazolam/yeates1996-po-control"]) {
    const direct = sets.find((set) => set.id === id);
    const cells = await page.locator(`tr[data-id="${id}"] td`).allInnerTexts();
    const [auc, cmax, points] = cells.slice(1, 4).map(Number);
    // shown with three figures
    expect(auc).toBe(Number(direct?.aucRatio.toPrecision(3)));
    expect(cmax).toBe(Number(direct?.cmaxRatio.toPrecision(3)));
    expect(points).toBe(Number(direct?.gmfe.toPrecision(3)));
  }
});

test("a data set is opened in the body, and “why?” shows equations and sources", async ({
  page,
}) => {
  await openEvidence(page, "#/evidence/midazolam");
  const card = page.locator('article[data-id="midazolam/hohmann2015-po3mg"]');
  await card.getByRole("button", { name: "Open in the body" }).click();
  await expect(parts(page).name).toContainText("Hohmann 2015: 3 mg, oral");
  await expect(parts(page).chart).toContainText("Hohmann 2015");
  await page.goBack();
  // what was scored is still there
  await expect(page.getByText(finished)).toBeVisible();
  await card.getByRole("button", { name: "Why?" }).click();
  await expect(parts(page).inspector.getByRole("heading", { name: "Liver" })).toBeVisible();
  await expect(parts(page).inspector).toContainText("Equations");
});

test("an interaction is opened with both drugs", async ({ page }) => {
  await openEvidence(page, "#/evidence");
  const row = page.locator("tr[data-id^='midazolam-']").first();
  await row.getByRole("button", { name: /^Open / }).click();
  await expect(parts(page).name).toContainText("midazolam with");
});

test("“why?” of an interaction shows what acts, how much of it, and each number's source", async ({
  page,
}) => {
  await openEvidence(page, "#/evidence/midazolam");
  const row = page.locator("tr[data-id='midazolam-clarithromycin/gurley2006']");
  const [, predicted = ""] = await row.locator("td:not([aria-hidden])").allInnerTexts();
  const asked = row.getByRole("button", { name: /^Why\? / });
  await asked.click();
  const dialog = page.getByRole("dialog", { name: /Midazolam with clarithromycin, Gurley 2006/ });
  await expect(dialog).toContainText("Clarithromycin inactivates CYP3A4");
  // the ratio that it explains is the one that stood in the row
  await expect(dialog.locator(".ratios")).toContainText(`simulated ${predicted}`);
  await expect(
    dialog.getByRole("row", { name: /^CYP3A4, liver 9\d % of what leaves/ }),
  ).toBeVisible();
  await expect(dialog).toContainText("largest rate of inactivation of CYP3A4");
  await expectAccess(page);
  await page.keyboard.press("Escape");
  await expect(asked).toBeFocused();
});

test("kinds are chosen, a drug has its card, and an unknown one is told", async ({ page }) => {
  await openEvidence(page, "#/evidence/midazolam");
  await expect(page.getByRole("heading", { name: "Midazolam: evidence" })).toBeVisible();
  await expect(page.getByText("Fails for")).toBeVisible();
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "Fitted (3)" });
  await expect(page.getByRole("heading", { name: "Data sets (2)" })).toBeVisible();
  await page.goto("#/evidence/aether");
  await expect(page.getByText("There is no drug “aether” here")).toBeVisible();
});

test("leaving stops the work, and coming back ends it", async ({ page }) => {
  await page.goto("#/evidence");
  await expect(page.getByText(/^Simulating: \d+ of \d+ scored…$/)).toBeVisible();
  await page.getByRole("link", { name: "Body" }).click();
  await expect.poll(() => page.workers().length).toBe(1);
  await page.goBack();
  await scored(page);
  await page.getByRole("button", { name: "Compute again" }).click();
  await expect(page.getByText(/^Simulating: \d+ of \d+ scored…$/)).toBeVisible();
  await scored(page);
});

for (const theme of ["dark", "light"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`no serious fault of access, ${theme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height });
      await openEvidence(page, "#/evidence/digoxin");
      await expectAccess(page);
      await page
        .getByRole("button", { name: /^Why\? Digoxin with clarithromycin/ })
        .last()
        .click();
      await expect(page.getByRole("dialog")).toContainText("What is left of the clearance");
      await expectAccess(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Show as a table" }).first().click();
      await expect(page.getByRole("columnheader", { name: "Predicted", exact: true })).toHaveCount(
        1,
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    });
  }
}

// ——— the parts ———

async function openEvidence(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  await scored(page);
}

async function scored(page: Page): Promise<void> {
  await expect(page.getByText(finished)).toBeVisible({ timeout: 45_000 });
}
