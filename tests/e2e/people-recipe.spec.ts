/** The recipe of a crowd: kept, undone and shared as drug and dose are, and refused by name. */
import { expect, test, type Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { kept, parts, typeDoses, watch } from "./opened";

test("whom many people are is kept with the study, and is there after a reload", async ({
  page,
}) => {
  const faults = await openPeople(page);
  await type(page, "How many", "250");
  await type(page, "Ages", "65 to 80");
  await page.getByRole("combobox", { name: "Liver" }).selectOption("Child–Pugh B");
  await typeDoses(page, "300");
  await kept(page);
  await page.reload();
  await expect(field(page, "How many")).toHaveValue("250");
  await expect(field(page, "Ages")).toHaveValue("65 to 80");
  await expect(page.getByRole("combobox", { name: "Liver" })).toHaveValue("B");
  await expect(parts(page).doses).toHaveValue("300 mg");
  expect(faults.errors).toEqual([]);
});

test("a change of the people is one step back and on again", async ({ page }) => {
  await openPeople(page);
  await type(page, "How many", "250");
  await type(page, "Ages", "65 to 80");
  await page.getByRole("slider", { name: "Women" }).press("End");
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await undo.click();
  await expect(page.getByRole("slider", { name: "Women" })).toHaveValue("0.5");
  await undo.click();
  await expect(field(page, "Ages")).toHaveValue("20 to 50");
  await expect(field(page, "How many")).toHaveValue("250");
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expect(field(page, "Ages")).toHaveValue("65 to 80");
  await undo.click();
  await undo.click();
  await expect(field(page, "How many")).toHaveValue("1000");
  await expect(undo).toBeDisabled();
});

test("every study has people of its own", async ({ page }) => {
  await openPeople(page);
  const dialog = page.getByRole("dialog", { name: "Studies" });
  await type(page, "How many", "250");
  await kept(page);
  await parts(page).name.click();
  await dialog.getByRole("button", { name: /^Rename/ }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Few");
  await dialog.getByRole("button", { name: "Done" }).click();
  await dialog.getByRole("button", { name: "Duplicate Few" }).click();
  await dialog.getByRole("button", { name: /^Few \(copy\)/ }).click();
  await expect(parts(page).name).toContainText("Few (copy)");
  await expect(field(page, "How many")).toHaveValue("250");
  await type(page, "How many", "500");
  await kept(page);
  await parts(page).name.click();
  await dialog.getByRole("button", { name: /^Few (?!\(copy)/ }).click();
  await expect(field(page, "How many")).toHaveValue("250");
  await parts(page).name.click();
  await dialog.getByRole("button", { name: "New study" }).click();
  await expect(field(page, "How many")).toHaveValue("1000");
});

test("people changed in two tabs are both kept", async ({ page, context }) => {
  await openPeople(page);
  await type(page, "How many", "250");
  await kept(page);
  const other = await context.newPage();
  await other.goto("#/people");
  await expect(field(other, "How many")).toHaveValue("250");
  await type(other, "How many", "251");
  await kept(other);
  await type(page, "How many", "252");
  await expect(page.getByText("so both versions were kept")).toBeVisible();
  await expect(parts(page).name).toContainText("(this tab)");
  await expect(field(page, "How many")).toHaveValue("252");
  await parts(page).name.click();
  const dialog = page.getByRole("dialog", { name: "Studies" });
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await dialog.getByRole("listitem").filter({ hasNotText: "(this tab)" }).locator(".name").click();
  await expect(field(page, "How many")).toHaveValue("251");
});

test("a study that was kept before people were opens, with the usual ones", async ({ page }) => {
  await page.goto("");
  await expect(parts(page).body).toBeVisible();
  await page.evaluate(putOldRecord);
  await page.goto("#/people");
  await page.reload();
  await expect(parts(page).name).toContainText("From before");
  await expect(parts(page).doses).toHaveValue("321 mg solution");
  await expect(field(page, "How many")).toHaveValue("1000");
  await type(page, "How many", "77");
  await kept(page);
  await page.reload();
  await expect(parts(page).doses).toHaveValue("321 mg solution");
  await expect(field(page, "How many")).toHaveValue("77");
});

test("a threshold is drawn, told in words, kept and in the file", async ({ page }) => {
  const faults = await openPeople(page);
  await type(page, "How many", "200");
  await type(page, "Threshold", "4000 ng/mL");
  await page.getByRole("button", { name: "Simulate 200 people" }).first().click();
  const results = page.getByRole("region", { name: "Results" });
  await expect(results).toContainText(
    /of people \(\d+ of 200\) were above 4\smg\/L at some time, half of these for [\d.]+\sh or longer\./,
  );
  const figure = (title: string) => page.getByRole("figure", { name: title });
  await expect(figure("Caffeine in plasma")).toContainText(/Threshold 4\smg\/L/);
  await page.getByRole("combobox", { name: "Coloured by" }).selectOption("Cmax");
  await expect(figure("Cmax of everybody")).toContainText(
    /\(\d+ of 200\) above “Threshold 4\smg\/L”/,
  );
  for (const metric of ["Time above the threshold", "Time below the threshold"]) {
    await page.getByRole("combobox", { name: "Coloured by" }).selectOption(metric);
    await expect(figure(`${metric} of everybody`)).toContainText(/Median [\d.]+\sh/);
  }
  await expect(page.locator("aside")).not.toContainText("What is shown is of before.");
  const file = JSON.parse(await savedStudy(page)) as { readonly thresholds: unknown };
  expect(file.thresholds).toEqual({ "caffeine/venous-plasma": "4000 ng/mL" });
  await kept(page);
  await page.reload();
  await expect(field(page, "Threshold")).toHaveValue("4000 ng/mL");
  await type(page, "Threshold", "");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(page, "Threshold")).toHaveValue("4000 ng/mL");
  expect(faults.errors).toEqual([]);
});

const typed = [
  ["Threshold", "5 mg", "“5 mg” is an amount, not a concentration; write for example 0.1 mg/L"],
  ["Threshold", "2 h", "“2 h” is a time, not a concentration; write for example 0.1 mg/L"],
  ["Threshold", "5", "“5” needs a unit; write for example 0.1 mg/L"],
  ["Threshold", "-5 mg/L", "“-5 mg/L” must be above 0."],
  ["Body mass index", "30 to 20", "Write the smaller number first."],
  ["Everybody weighs", "0.1", "Type a number from 0.5 to 400 kg, or leave it empty."],
  ["Seed", "-1", "Type a whole number, such as 1: the same gives the same people."],
  ["Pregnancy", "60", "Type a number from 0 to 41 weeks, or leave it empty."],
] as const;

for (const [name, text, message] of typed) {
  test(`“${text}” as “${name}” is told beside it and starts nothing`, async ({ page }) => {
    await openPeople(page);
    await page.getByText("More about them").click();
    await type(page, name, text);
    await expect(messageAt(page, name)).toContainText(message);
    await page
      .getByRole("button", { name: /^Simulate/ })
      .first()
      .click();
    await expect(page.locator("aside")).toContainText(`“${name}” has to be changed first.`);
    await expect(field(page, name)).toBeFocused();
    await expect(page.getByRole("heading", { name: "Nobody was simulated yet." })).toBeVisible();
  });
}

interface Refusal {
  readonly what: string;
  readonly set: (page: Page) => Promise<void>;
  readonly at: string;
  readonly says: RegExp;
}

const women = async (page: Page) => page.getByRole("slider", { name: "Women" }).press("End");
const choose = (page: Page, name: string, label: string) =>
  page.getByRole("combobox", { name }).selectOption(label);

const refusals: readonly Refusal[] = [
  {
    what: "a window of body mass that nobody meets",
    set: async (page) => {
      await page.getByText("More about them").click();
      await type(page, "Body mass index", "98 to 100");
      await page.getByText("More about them").click();
    },
    at: "Body mass index",
    says: /^(Nobody|Only \d+) like that was found in \d+ draws; widen it, or the ages\.$/,
  },
  {
    what: "pregnant men",
    set: async (page) => type(page, "Pregnancy", "20"),
    at: "Pregnancy",
    says: /^Only a woman can be pregnant here\.$/,
  },
  {
    what: "pregnant children",
    set: async (page) => {
      await women(page);
      await type(page, "Ages", "8 to 10");
      await type(page, "Pregnancy", "20");
    },
    at: "Pregnancy",
    says: /^Pregnancy is known here from \d+ to \d+ years\.$/,
  },
  {
    what: "pregnant women with ill kidneys",
    set: async (page) => {
      await women(page);
      await choose(page, "Kidneys", "moderate disease");
      await type(page, "Pregnancy", "20");
    },
    at: "Pregnancy",
    says: /^Pregnancy cannot be combined with kidney or liver disease/,
  },
  {
    what: "children with a class of liver disease",
    set: async (page) => {
      await type(page, "Ages", "2 to 10");
      await choose(page, "Liver", "Child–Pugh B");
    },
    at: "Liver",
    says: /^What a Child–Pugh class does to the body is known of adults only, from 18 years on\.$/,
  },
];

for (const { what, set, at, says } of refusals) {
  test(`${what}: refused at the field, and forgotten when that is changed`, async ({ page }) => {
    const faults = await openPeople(page);
    await set(page);
    await page
      .getByRole("button", { name: /^Simulate/ })
      .first()
      .click();
    const refusal = page.locator("aside").getByText("These people cannot be simulated");
    await expect(refusal).toBeVisible();
    await expect(messageAt(page, at)).toHaveText(says);
    await expect(page.getByLabel(at, { exact: true })).toBeFocused();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(refusal).toBeHidden();
    await expect(page.getByLabel(at, { exact: true })).not.toHaveAttribute("aria-invalid", "true");
    expect(faults.errors).toEqual([]);
  });
}

test("a file that asks for what cannot be is refused by name, and nothing changes", async ({
  page,
}) => {
  await openPeople(page);
  await type(page, "How many", "250");
  const study = {
    perfuse: 1,
    drugs: ["midazolam"],
    people: { many: { count: 60 } },
    doses: [{ drug: "midazolam", route: "oral", amountMg: 5, atHours: 0 }],
  };
  const many = (change: object) => ({ people: { many: { count: 60, ...change } } });
  for (const [change, says] of [
    [{ thresholds: { "midazolam/venous-plasma": "5 mg" } }, "is an amount, not a concentration"],
    [{ thresholds: { "midazolam/soul": "5 mg/L" } }, "no such output is recorded"],
    [{ thresholds: { "midazolam/venous-plasma": -5 } }, "must be a number above 0"],
    [many({ group: "Martian" }), '"Martian" is none of African American'],
    [many({ genes: { CYP9Z9: "PM" } }), "CYP9Z9"],
    [many({ cardiac: "severe" }), "cardiac is not a key that this file may have"],
    [many({ renal: "terrible" }), "renal"],
    [many({ hepatic: "A", childPugh: "C" }), "childPugh is C and hepatic is A"],
    [many({ ageYears: [50, 20] }), "write the smaller one first"],
    [many({ count: 2.5 }), "count must be a whole number"],
  ] as const) {
    const path = test.info().outputPath("study.json");
    writeFileSync(path, JSON.stringify({ ...study, ...change }));
    await page.getByLabel("Open a study file", { exact: true }).setInputFiles(path);
    const notice = page.getByText("was not opened").filter({ hasText: says });
    await expect(notice).toContainText("Nothing was changed");
    await expect(field(page, "How many")).toHaveValue("250");
  }
});

// ——— the parts ———

/** What stands under a field and is read with it. */
function messageAt(page: Page, name: string) {
  return page
    .getByLabel(name, { exact: true })
    .locator("xpath=ancestor::div[contains(@class, 'field')]/p[@aria-live]");
}

async function savedStudy(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Files" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save the study (JSON)" }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

const field = (page: Page, name: string) => page.getByRole("textbox", { name });

async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).press("Enter");
}

async function openPeople(page: Page) {
  const faults = watch(page);
  await page.goto("#/people");
  await expect(field(page, "How many")).toHaveValue("1000");
  return faults;
}

/** In the page: a record as it was written when studies had no people of their own. */
async function putOldRecord(): Promise<void> {
  const database = await new Promise<IDBDatabase>((opened, failed) => {
    const opening = indexedDB.open("perfuse");
    opening.addEventListener("success", () => opened(opening.result));
    opening.addEventListener("error", () => failed(opening.error ?? new Error("no reason")));
  });
  const transaction = database.transaction(["studies", "meta"], "readwrite");
  transaction.objectStore("studies").put({
    format: 1,
    id: "old",
    name: "From before",
    rev: 3,
    savedAt: 1_760_000_000_000,
    study: {
      perfuse: 1,
      drugs: ["caffeine"],
      people: { one: { sex: "female", ageYears: 40 } },
      doses: [
        { drug: "caffeine", route: "oral", amountMg: 321, atHours: 0, formulation: "solution" },
      ],
      untilHours: 24,
    },
  });
  transaction.objectStore("meta").put("old", "open-study");
  await new Promise((done) => transaction.addEventListener("complete", done));
  database.close();
}
