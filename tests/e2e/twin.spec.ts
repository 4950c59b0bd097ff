/** A twin from an empty page to what its levels say, and back: with real workers, in the built site. */
import { expect, test, type Page } from "@playwright/test";
import { expectAccess } from "./access";
import { watch } from "./opened";

const headline = (page: Page) => page.getByTestId("headline");
const entry = (page: Page) => page.getByLabel("Add doses, levels and lab values, a line each");
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const undo = (page: Page) => page.locator("aside").getByRole("button", { name: "Undo" });

async function openTwins(page: Page) {
  const faults = watch(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("#/twin");
  await expect(page.getByRole("button", { name: "Begin a twin" })).toBeVisible();
  return faults;
}

async function add(page: Page, text: string): Promise<void> {
  await entry(page).fill(text);
  await entry(page).press("Enter");
}

/** Machines that do other work besides learn several times as long. */
const patient = { timeout: 45_000 };
test.setTimeout(150_000);

/** Once what was learnt is of the last change, and no first look. */
async function learnt(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Stop" })).toHaveCount(0, patient);
  await expect(page.getByTestId("how")).toContainText("of equal weight");
}

async function openExample(page: Page) {
  const faults = await openTwins(page);
  await page.getByRole("button", { name: "Try the example" }).click();
  await expect(headline(page)).toContainText("These 2 levels", patient);
  await learnt(page);
  return faults;
}

/** Yesterday here, for events that have happened. */
const dayBefore = (days: number) =>
  new Date(Date.now() - days * 86_400_000 - new Date().getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 10);

test("from an empty page to what two levels say, and back", async ({ page }) => {
  const faults = await openTwins(page);
  await expect(page.getByText("Simulation, not advice.")).toBeVisible();
  await page.getByLabel("Name of the twin, for yourself").fill("Somebody");
  await page.getByRole("button", { name: "Begin a twin" }).click();
  await expect(page.getByText("Nothing happened yet.")).toBeVisible();

  await field(page, "Weight").fill("160 lb");
  await field(page, "Weight").press("Enter");
  await expect(field(page, "Weight")).toHaveValue("72.57");
  await field(page, "Creatinine in serum").fill("97 µmol/L");
  await field(page, "Creatinine in serum").press("Enter");
  await expect(field(page, "Creatinine in serum")).toHaveValue("1.097");
  await expect(page.getByText("it is 97 µmol/L")).toBeVisible();

  await page.getByRole("combobox", { name: "Drug" }).selectOption("vancomycin");
  await add(page, `1000 mg iv over 1 h, ${dayBefore(2)} 08:00, every 12 h x 3`);
  await expect(headline(page)).toContainText("No level yet", patient);
  await learnt(page);
  // age, sex and height are open: each is said to widen, one to widen most
  await expect(page.getByText("2 of 5 first facts known.")).toBeVisible();
  await expect(page.getByText(/would narrow the expected area/)).toBeVisible(patient);

  await add(page, `14 mg/L, ${dayBefore(2)} 19:30\n22000 ng/mL ${dayBefore(1)} 07:30 ± 15 min`);
  await expect(headline(page)).toContainText(/These 2 levels make .* higher/, patient);
  await learnt(page);
  await expect(page.getByRole("row", { name: /19:30/ })).toContainText("14");
  await expect(page.getByText("Which level would teach the most?").first()).toBeVisible();

  await undo(page).click();
  await expect(headline(page)).toContainText("No level yet", patient);
  await page.keyboard.press("Control+Shift+Z");
  await expect(headline(page)).toContainText("These 2 levels", patient);
  expect(faults.errors).toEqual([]);
});

test("what cannot be is refused where it was typed, and stays to be mended", async ({ page }) => {
  await openTwins(page);
  await page.getByRole("button", { name: "Begin a twin" }).click();
  await page.getByRole("combobox", { name: "Drug" }).selectOption("vancomycin");
  const list = page.getByRole("list", { name: "Events, the newest first" });
  for (const [line, said] of [
    ["1000 mg iv 2090-01-01 08:00", "lies in the future"],
    [`0 mg iv ${dayBefore(1)} 08:00`, "must be more than 0 mg"],
    [`14 mg/furlong ${dayBefore(1)} 08:00`, "not understood"],
    [`level 14 ${dayBefore(1)} 08:00`, "without a number and a unit"],
    ["1000 mg iv", "needs a day and a time"],
  ] as const) {
    await add(page, line);
    await expect(page.getByText(said)).toBeVisible();
    await expect(entry(page)).toHaveValue(line);
    await expect(list).toHaveCount(0);
  }
  await field(page, "Weight").fill("9 t");
  await expect(page.getByText(/needs a weight such as 73 kg/)).toBeVisible();
  await field(page, "Weight").press("Escape");

  // of several lines the good ones come in
  await add(page, `14 mg/L ${dayBefore(3)} 07:00\nnonsense 7\n500 mg iv ${dayBefore(2)} 08:00`);
  await expect(entry(page)).toHaveValue("nonsense 7");
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText("no dose of the drug is written before it")).toBeVisible();
});

test("ten thousand events neither freeze the page nor are lost", async ({ page }) => {
  const faults = await openTwins(page);
  await page.getByRole("button", { name: "Begin a twin" }).click();
  await page.getByRole("combobox", { name: "Drug" }).selectOption("vancomycin");
  const lines = Array.from({ length: 10_000 }, (_, i) => {
    const at = new Date(Date.now() - (i + 48) * 3_600_000 + 1000).toISOString().slice(0, 16);
    return `heart rate ${60 + (i % 30)} ${at}Z`;
  });
  await entry(page).evaluate((area: HTMLTextAreaElement, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
  }, lines.join("\n"));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const list = page.getByRole("list", { name: "Events, the newest first" });
  await expect(list.getByRole("listitem")).toHaveCount(40);
  await page.getByRole("button", { name: /^Show 200 earlier/ }).click();
  await expect(list.getByRole("listitem")).toHaveCount(240);
  await undo(page).click();
  await expect(page.getByText("Nothing happened yet.")).toBeVisible();
  expect(faults.errors).toEqual([]);
});

test("an event is added, changed and removed by its form", async ({ page }) => {
  await openExample(page);
  await page.getByRole("button", { name: /^Change: Vancomycin 13.5 mg\/L/ }).click();
  const form = page.getByRole("form", { name: "An event" });
  await form.getByLabel("Level in plasma").fill("0");
  await form.getByRole("button", { name: "Save the event" }).click();
  await expect(form.getByText("must be above 0")).toBeVisible();
  await form.getByLabel("Level in plasma").fill("9000");
  await form.getByLabel("Unit").selectOption("ng/mL");
  await form.getByRole("button", { name: "Save the event" }).click();
  await expect(page.getByText("Vancomycin 9 mg/L")).toBeVisible();
  await page.getByRole("button", { name: /^Remove: Vancomycin 9 mg\/L/ }).click();
  await expect(headline(page)).toContainText("This level makes", patient);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(headline(page)).toContainText("These 2 levels", patient);
});

test("a level that does not fit is told neutrally, with histories to compare", async ({ page }) => {
  await openExample(page);
  await add(page, `2 mg/L, ${dayBefore(1)} 07:00`);
  await expect(headline(page)).toContainText("These 3 levels", patient);
  await learnt(page);
  await page.getByRole("button", { name: "Compare these histories" }).click();
  const look = page.getByRole("button", { name: "Look at this history" });
  await expect(look.first()).toBeVisible(patient);
  await look.first().click();
  await expect(page.getByText("· another history")).toBeVisible();
  await page.getByRole("button", { name: "Back to the written history" }).click();
  await expect(page.getByText("· another history")).toHaveCount(0);
});

test("what if a dose was missed, kidneys were weaker, a regimen another", async ({ page }) => {
  await openExample(page);
  await page.getByRole("tab", { name: "What if" }).click();
  const answer = page.getByTestId("what-if");
  await page.getByRole("button", { name: "Compute" }).click();
  await expect(answer).toContainText(
    /lower in the middle body; in more than 19 of 20 bodies/,
    patient,
  );

  await page.getByRole("radio", { name: "Weaker kidneys" }).check({ force: true });
  await page.getByLabel("Creatinine times").fill("2");
  await page.getByRole("button", { name: "Compute" }).click();
  await expect(answer).toContainText(
    /higher in the middle body; in (more than )?\d+ of \d+ bodies/,
  );

  await page.getByRole("radio", { name: "Another regimen" }).check({ force: true });
  await page.getByLabel("Doses instead").fill("lots");
  await page.getByRole("button", { name: "Compute" }).click();
  await expect(page.getByText("does not begin with an amount")).toBeVisible();
  await page.getByLabel("Doses instead").fill("500 mg iv over 1 h q12h x 4");
  await page.getByRole("tabpanel").getByLabel("Hold against").fill("300");
  await page.getByRole("button", { name: "Compute" }).click();
  // vancomycin is linear: half of each dose is half of each body's area
  await expect(answer).toContainText("50 % lower in the middle body", patient);
  await expect(answer).toContainText("The area is above 300 mg h/L in", patient);
});

test("the report prints on one page, in plain words and to nobody's orders", async ({ page }) => {
  await openExample(page);
  await page.getByRole("tab", { name: "Report" }).click();
  const report = page.locator(".twin-report");
  await expect(report).toContainText("Simulation, not advice.");
  await expect(report).toContainText("1000 mg iv over 1 h every 12 h x 4");
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.getByRole("radio", { name: "For a specialist" }).check({ force: true });
  await expect(report).toContainText("Student’s t");
  await expect(report).toContainText("Second opinion");
});

const pagesOf = (pdf: Buffer) =>
  (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

for (const theme of ["light", "dark"] as const) {
  for (const [what, size] of [
    ["phone", { width: 390, height: 844 }],
    ["desk", { width: 1440, height: 900 }],
  ] as const) {
    test(`nothing is cut off or unreadable on a ${what}, ${theme}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: theme });
      const faults = await openTwins(page);
      await expectAccess(page);
      await page.getByRole("button", { name: "Try the example" }).click();
      await expect(headline(page)).toContainText("These 2 levels", patient);
      await learnt(page);
      await expectAccess(page);
      for (const tab of ["What moved", "What if", "Report"]) {
        await page.getByRole("tab", { name: tab }).click();
        await expectAccess(page);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      expect(faults.errors).toEqual([]);
    });
  }
}

test("all of it by keyboard", async ({ page }) => {
  await openTwins(page);
  await page.getByRole("button", { name: "Try the example" }).focus();
  await page.keyboard.press("Enter");
  await expect(headline(page)).toContainText("These 2 levels", patient);
  await learnt(page);
  await page.getByRole("slider", { name: "Look at a moment of the picture" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("figure [aria-live]")).toContainText("9 of 10 from");
  await page.getByRole("tab", { name: "Levels" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "What moved" })).toBeFocused();
  await page.getByRole("button", { name: "Show another body" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("one body of those that agree")).toBeVisible();
});
