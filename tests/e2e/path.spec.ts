/** The main job, from a click to coloured organs, as a person goes about it. */
import { expect, test, type Page } from "@playwright/test";
import { expectAccess } from "./access";
import { kept, open, parts, typeDoses, valueOf } from "./opened";

test("choose a drug, a dose and a body, and see the organs", async ({ page }) => {
  const faults = await open(page);
  const { drug, organs, inspector, chart, clock, status, doses } = parts(page);
  await expect(page.locator("canvas.shown")).toBeVisible({ timeout: 30_000 });
  await expect(status).toContainText("CPU · WebAssembly · f64");

  await drug.selectOption("Midazolam");
  await expect(doses).toHaveValue("7.5 mg tablet");
  await expect(chart).toContainText("Midazolam over time");
  await expect(chart).toContainText("(observed)");

  // twice the dose, twice the concentration: the model is linear far below its Km
  await page.getByRole("button", { name: "To peak in plasma" }).click();
  const once = await valueOf(page, "Liver");
  await typeDoses(page, "15");
  await expect.poll(() => valueOf(page, "Liver")).toBeGreaterThan(1.8 * once);

  await typeDoses(page, "7.5 q12h x 4");
  await expect(page.getByRole("group", { name: "Time" })).toContainText("60 h");

  // the same place on the clock for all
  const before = await valueOf(page, "Brain");
  await clock.focus();
  await page.keyboard.press("End");
  await expect.poll(() => valueOf(page, "Brain")).toBeLessThan(before);

  await organs.getByRole("button", { name: "Liver", exact: true }).click();
  await expect(inspector.getByRole("heading", { name: "Liver", exact: true })).toBeVisible();
  await expect(inspector).toContainText("Metabolised by CYP3A4");
  await expect(inspector).toContainText("dA/dt =");
  await inspector.getByText("Numbers and sources").click();
  await expect(inspector).toContainText("ICRP");
  await page.keyboard.press("Escape");
  await expect(organs).toBeVisible();
  expect(faults.errors).toEqual([]);
});

test("a body is chosen, typed in pounds and feet, and reshapes everything", async ({ page }) => {
  await open(page);
  const adult = await valueOf(page, "Brain");
  await page.getByRole("combobox", { name: "Reference people" }).selectOption("Child, 5 years");
  await expect.poll(() => valueOf(page, "Brain")).toBeGreaterThan(2 * adult);
  await page.getByRole("combobox", { name: "Reference people" }).selectOption("Woman, 35 years");
  const weight = page.getByRole("textbox", { name: "Weight" });
  await weight.fill("160 lb");
  await weight.press("Enter");
  await expect(weight).toHaveValue("72.57");
  const height = page.getByRole("textbox", { name: "Height" });
  await height.fill("5 ft 9");
  await height.press("Enter");
  await expect(height).toHaveValue("175.3");
});

test("a number of the model is changed where its source stands, and put back", async ({ page }) => {
  await open(page);
  const { organs, inspector } = parts(page);
  const before = await valueOf(page, "Brain");
  await organs.getByRole("button", { name: "Brain", exact: true }).click();
  await inspector.getByText("Numbers and sources").click();
  await inspector.getByRole("button", { name: "Change Kp", exact: true }).click();
  const field = inspector.getByRole("textbox");
  await field.fill("5");
  await field.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(() => valueOf(page, "Brain")).toBeGreaterThan(4 * before);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => valueOf(page, "Brain")).toBeCloseTo(before, 1);
});

test("a condition changes the body, says exactly what, and is undone", async ({ page }) => {
  await open(page);
  const panel = page.getByRole("complementary", { name: "Drug, dose and person" });
  const size = panel.getByText(/^BMI .* kidneys filter/);
  const before = await size.textContent();
  await panel.getByText("Kidneys, liver, pregnancy").click();
  await panel.getByLabel("Kidneys", { exact: true }).selectOption("severe");
  await expect(size).not.toHaveText(before ?? "");
  await panel.getByText("What this changes in a body").click();
  await expect(panel.getByText(/glomerular filtration rate: \d/)).toBeVisible();
  await panel.getByLabel("Liver", { exact: true }).selectOption("B");
  await expect(panel.getByText(/Child–Pugh B\. .*(Johnson|Edginton)/).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(size).toHaveText(before ?? "");
});

test("undo, redo and back to the default", async ({ page }) => {
  await open(page);
  const { doses } = parts(page);
  await typeDoses(page, "400");
  await expect(doses).toHaveValue("400 mg");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(doses).toHaveValue("200 mg tablet");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(doses).toHaveValue("400 mg");
  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await expect(doses).toHaveValue("200 mg tablet");
  await page.keyboard.press("Control+Shift+z");
  await page.getByRole("button", { name: "Back to the default" }).click();
  await expect(doses).toHaveValue("200 mg tablet");
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(doses).toHaveValue("400 mg");
});

test("several drugs share one clock; each is shown in the body on request", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Another drug" }).click();
  await page.getByLabel("Drug", { exact: true }).nth(1).selectOption({ label: "Digoxin" });
  const { chart } = parts(page);
  await expect(chart).toContainText("Digoxin over time");
  await expect(chart).toContainText("Caffeine, plasma");
  await page.getByRole("button", { name: "Show Caffeine in the body" }).click();
  await expect(chart).toContainText("Caffeine over time");
  await page.getByRole("button", { name: "Remove Digoxin" }).click();
  await expect(page.getByRole("button", { name: "Show Caffeine in the body" })).toHaveCount(0);
});

test("measured data are scored beside the drug, and one click repeats a study", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Model card of caffeine" }).click();
  const card = page.getByRole("dialog");
  const table = card.getByRole("table");
  await expect(table.getByRole("row")).not.toHaveCount(0, { timeout: 20_000 });
  await expect(table).toContainText("not scored");
  await table.getByRole("button", { name: /^Run / }).first().click();
  await expect(parts(page).chart).toContainText("(observed)");
  await expect(card).toBeHidden();
  await page.getByRole("button", { name: "Model card of caffeine" }).click();
  await card.getByRole("tab", { name: "How it spreads" }).click();
  for (const method of ["Rodgers", "Schmitt", "Poulin", "PK-Sim"]) {
    await expect(card).toContainText(method);
  }
});

test("time plays, in words, and stops at the end", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("12 h = 1 s");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole("group", { name: "Time" }).locator("strong")).toHaveText(/24.h/);
});

test("without asking for stillness, the first picture moves by itself", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("");
  const clock = page.getByRole("group", { name: "Time" }).locator("strong");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  const first = await clock.innerText();
  await expect(clock).not.toHaveText(first);
});

test("the units, the axis and the colours are the person's choice", async ({ page }) => {
  await open(page);
  const { organs, body } = parts(page);
  await body.getByRole("combobox", { name: "Unit" }).selectOption("ng/mL");
  await expect(organs.getByRole("columnheader", { name: "ng/mL" })).toBeVisible();
  await page.locator("h1").click();
  await page.keyboard.press("l");
  await expect(page.getByRole("radio", { name: "Log" })).toBeChecked();
  await page.keyboard.press("7");
  await expect(page.getByRole("region", { name: "Results" })).toContainText("All organs");
});

for (const theme of ["dark", "light"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
    [1920, 1080],
  ] as const) {
    test(`no serious fault of access, ${theme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height });
      const faults = await openAnywhere(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      const map = await page.locator(".body-map").boundingBox();
      expect(map?.width).toBeGreaterThan(width / 3);
      expect(map?.height).toBeGreaterThan(height / 4);
      await expectAccess(page);
      if (width < 700) await page.getByRole("radio", { name: "Organs" }).check();
      await parts(page).organs.getByRole("button", { name: "Liver", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Liver", exact: true })).toBeVisible();
      await expectAccess(page);
      await page.keyboard.press("Escape");
      await parts(page).name.click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccess(page);
      expect(faults.errors).toEqual([]);
    });
  }
}

async function openAnywhere(page: Page) {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("");
  await expect(parts(page).body).toBeVisible();
  await expect(parts(page).status).toContainText("f64");
  return { errors: faults };
}
test("what is made is kept: after a reload it is there again", async ({ page }) => {
  await open(page);
  await typeDoses(page, "300 q8h x 3");
  await kept(page);
  await page.reload();
  await expect(parts(page).doses).toHaveValue("300 mg q8h x 3");
});
