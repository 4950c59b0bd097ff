/** Many people: from a recipe to ribbons, dots and one of them in the Body view. */
import { expect, test, type Page } from "@playwright/test";
import { expectAccess } from "./access";
import { open, parts, typeDoses, watch } from "./opened";

/** A run has come to its end when its line says how long it took. */
const finished = /^1000 people in [\d.]+\s(s|ms) on .+\.$/;

test("the view is reached by the link at the top, and by its address", async ({ page }) => {
  const faults = await open(page);
  await page.getByRole("link", { name: "People" }).click();
  await expect(view(page).start).toBeEnabled();
  await page.goto("#/people");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Nobody was simulated yet." })).toBeVisible();
  expect(faults.errors).toEqual([]);
});

test("a thousand people are simulated, and shown as ribbon, bars and dots", async ({ page }) => {
  const faults = await openPeople(page);
  const { results } = view(page);
  await simulate(page);
  await expect(results).toContainText("CPU · WebAssembly · f64");
  await expect(results).toContainText("0 failed");
  for (const title of ["Caffeine in plasma", "AUC of everybody", "Everybody"]) {
    await expect(figure(page, title)).toContainText("1000 people");
  }
  await expect(figure(page, "Caffeine in plasma")).toContainText("(observed, ± SD)");
  await expect(figure(page, "AUC of everybody")).toContainText(/Median [\d.]+\smg\/L·h/);
  await expect(figure(page, "Everybody").locator("canvas")).toBeVisible();
  expect(faults.errors).toEqual([]);
});

test("a run of a million is stopped, and what was computed stays", async ({ page }) => {
  await openPeople(page);
  const { results } = view(page);
  await type(page, "How many", "1 million");
  await view(page).start.click();
  await expect(figure(page, "Caffeine in plasma")).toContainText("of 1 000 000 people");
  await results.getByRole("button", { name: "Stop" }).click();
  await expect(results).toContainText(/Stopped: [\d\s]+ of 1.000.000 people/);
  await expect(results).toContainText("What was computed is kept.");
  await expect(figure(page, "AUC of everybody")).toContainText(/Median [\d.]+/);
});

const wrong = [
  ["How many", "0", "Type a whole number of people from 1 to 10 million."],
  ["How many", "-5", "Type a whole number of people from 1 to 10 million."],
  ["How many", "1e12", "Type a whole number of people from 1 to 10 million."],
  ["How many", "2.5", "Type a whole number of people from 1 to 10 million."],
  ["Ages", "50 to 20", "Write the smaller number first."],
  ["Doses", "much", ""],
] as const;

for (const [field, text, message] of wrong) {
  test(`“${text}” as “${field}” is told beside it and starts nothing`, async ({ page }) => {
    await openPeople(page);
    await type(page, field, text);
    await expect(page.locator("aside")).toContainText(message);
    await view(page).start.click();
    await expect(page.locator("aside")).toContainText("Nothing was started.");
    await expect(page.getByRole("textbox", { name: field })).toBeFocused();
    await expect(page.getByRole("textbox", { name: field })).toHaveValue(text);
    await expect(page.getByRole("heading", { name: "Nobody was simulated yet." })).toBeVisible();
  });
}

test("people who cannot be are refused in a sentence, and what is shown stays", async ({
  page,
}) => {
  await openPeople(page);
  await simulate(page);
  await page.getByText("More about them").click();
  await type(page, "Pregnancy", "20");
  await view(page).start.click();
  const refusal = page.locator("aside").getByText("These people cannot be simulated");
  await expect(refusal).toBeVisible();
  await expect(view(page).results).toContainText("1000 people in");
  await type(page, "Pregnancy", "");
  await type(page, "Body mass index", "99 to 100");
  await view(page).start.click();
  await expect(refusal).toBeVisible();
  await expect(figure(page, "Caffeine in plasma")).toContainText("1000 people");
});

test("a diseased liver lists what it changes, with sources", async ({ page }) => {
  await openPeople(page);
  await page.getByRole("combobox", { name: "Liver" }).selectOption("Child–Pugh B");
  await page.getByText("What this changes in a body").click();
  await expect(page.locator("aside")).toContainText("CYP1A2");
  await expect(page.locator("aside")).toContainText("Johnson");
});

test("people selected by numbers have a ribbon, a mean body and a ranking", async ({ page }) => {
  await openPeople(page);
  await simulate(page);
  await selectHeavy(page);
  await expect(figure(page, "Caffeine in plasma")).toContainText("Selected");
  await expect(view(page).results).toContainText("The mean body of");
  const ranking = page.getByRole("region", { name: "What sets them apart" });
  await expect(ranking.getByRole("listitem").first()).toContainText(/Weight.*SD/s);
  await page.getByRole("button", { name: "Clear the selection" }).click();
  await expect(ranking).toHaveCount(0);
});

test("a person is chosen by number, opened in the body, and everybody is still there after", async ({
  page,
}) => {
  const faults = await openPeople(page);
  await simulate(page);
  await type(page, "Person", "731");
  await expect(figure(page, "Caffeine in plasma")).toContainText("Person 731");
  await page.getByRole("button", { name: "Show person 731 in the body" }).click();
  await expect(parts(page).name).toContainText("Person 731");
  await expect(parts(page).organs.getByRole("row", { name: /Liver/ })).toContainText("L");
  await expect(parts(page).status).toContainText("f64");
  await page.goBack();
  await expect(parts(page).name).toContainText("Caffeine, 200 mg");
  await expect(view(page).results).toContainText("1000 people in");
  await expect(page.locator("aside")).not.toContainText("What is shown is of before.");
  expect(faults.errors).toEqual([]);
});

test("a person's own numbers, taken along to everybody, are told and can be left", async ({
  page,
}) => {
  await openPeople(page);
  await simulate(page);
  await type(page, "Person", "731");
  await page.getByRole("button", { name: "Show person 731 in the body" }).click();
  await expect(parts(page).name).toContainText("Person 731");
  // the study of this person was changed, so it is this one that people are made of now
  await typeDoses(page, "300");
  await page.getByRole("link", { name: "People" }).click();
  const aside = page.locator("aside");
  await expect(aside).toContainText(/\d+ numbers of the model are this study's own, the same for/);
  await aside.getByRole("button", { name: "Use the typical ones" }).click();
  await expect(aside).not.toContainText("this study's own");
});

test("another dose makes what is shown a thing of before", async ({ page }) => {
  await openPeople(page);
  await simulate(page);
  await typeDoses(page, "400");
  await expect(page.locator("aside")).toContainText("What is shown is of before.");
  await simulate(page);
  await expect(page.locator("aside")).not.toContainText("What is shown is of before.");
});

test("a GPU in software is used where the address asks for it, and is named", async ({ page }) => {
  await openPeople(page, "?gpu=any#/people");
  await type(page, "How many", "200");
  await view(page).start.click();
  await expect(view(page).results).toContainText(/200 people in [\d.]+\ss on .*f32/, {
    timeout: 45_000,
  });
});

for (const theme of ["dark", "light"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`no serious fault of access, ${theme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height });
      await openPeople(page);
      await expectAccess(page);
      await simulate(page);
      await selectHeavy(page);
      await expect(view(page).results).toContainText("The mean body of");
      await expectAccess(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    });
  }
}

// ——— the parts ———

function view(page: Page) {
  return {
    start: page.locator("aside").getByRole("button", { name: /^Simulate / }),
    results: page.getByRole("region", { name: "Results" }),
  };
}

async function openPeople(page: Page, path = "#/people") {
  const faults = watch(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  await expect(view(page).start).toBeVisible();
  return faults;
}

async function simulate(page: Page): Promise<void> {
  await view(page).start.click();
  await expect(page.getByText(finished)).toBeVisible();
}

async function type(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

async function selectHeavy(page: Page): Promise<void> {
  await page.getByText("Select by numbers").click();
  await type(page, "Weight from", "80");
  await page.getByRole("button", { name: "Select", exact: true }).click();
}

/** A figure by the beginning of its title. */
function figure(page: Page, title: string) {
  return page
    .getByRole("figure", { name: new RegExp(`^${title}`) })
    .filter({ has: page.locator("header") });
}
