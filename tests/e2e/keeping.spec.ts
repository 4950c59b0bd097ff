/** Studies that are kept, shared, imported and refused: nothing is lost on the way. */
import { expect, test, type Page } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { kept, open, parts, typeDoses } from "./opened";

async function importText(page: Page, text: string, name = "study.json"): Promise<void> {
  await importFile(page, test.info().outputPath(name), text);
}

async function importFile(page: Page, path: string, content: string | Buffer): Promise<void> {
  writeFileSync(path, content);
  await page.getByLabel("Open a study file", { exact: true }).setInputFiles(path);
}

test("studies are kept by name: renamed, duplicated, opened, deleted and brought back", async ({
  page,
}) => {
  await open(page);
  const { name, doses } = parts(page);
  const dialog = page.getByRole("dialog", { name: "Studies" });
  await name.click();
  await expect(dialog).toContainText("Nothing is kept yet");
  await page.keyboard.press("Escape");

  await typeDoses(page, "300");
  await kept(page);
  await name.click();
  await dialog.getByRole("button", { name: /^Rename/ }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Three hundred");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog.getByRole("button", { name: "Rename Three hundred" })).toBeVisible();
  await dialog.getByRole("button", { name: "Duplicate Three hundred" }).click();
  await dialog.getByRole("button", { name: /^Three hundred \(copy\)/ }).click();
  await expect(dialog).toBeHidden();
  await expect(name).toContainText("Three hundred (copy)");
  await typeDoses(page, "600");
  await kept(page);

  await name.click();
  await dialog.getByRole("button", { name: "Delete Three hundred", exact: true }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await name.click();
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await dialog.getByRole("button", { name: /^Three hundred (?!\(copy)/ }).click();
  await expect(doses).toHaveValue("300 mg");

  await name.click();
  await dialog.getByRole("button", { name: "Forget everything" }).click();
  await dialog.getByRole("button", { name: "Really remove all kept studies" }).click();
  await expect(dialog).toContainText("Nothing is kept yet");
});

test("a link opens the same study elsewhere, says what it carries and where it works", async ({
  page,
  browser,
}) => {
  await open(page);
  await typeDoses(page, "250 q6h x 2");
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this study" });
  await expect(dialog).toContainText("35 years");
  await expect(dialog).toContainText("73 kg");
  await expect(dialog).toContainText("works on this machine only");
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  expect(link.length).toBeLessThan(2000);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await open(other, link);
  await expect(parts(other).doses).toHaveValue("250 mg q6h x 2");
  await kept(other);
  // the address is clean, so a reload brings back what was made of it since
  expect(other.url()).not.toContain("v1.");
  await typeDoses(other, "100");
  await kept(other);
  await other.reload();
  await expect(parts(other).doses).toHaveValue("100 mg");
  // a bare one, in a page that is open
  await other.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("v1.")));
  await expect(parts(other).doses).toHaveValue("250 mg q6h x 2");
  // and cut in half: nothing changes
  await other.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("v1."), -40));
  await expect(other.getByText("The link was not opened.")).toBeVisible();
  await expect(parts(other).doses).toHaveValue("250 mg q6h x 2");
  await elsewhere.close();
});

test("an exported study is the same when it is imported", async ({ page }) => {
  await open(page);
  await typeDoses(page, "123 q12h x 3");
  await page.getByRole("button", { name: "Files" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save the study (JSON)" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ perfuse: 1, drugs: ["caffeine"] });
  await page.getByRole("button", { name: "Back to the default" }).click();
  await importText(page, text);
  await expect(parts(page).doses).toHaveValue("123 mg q12h x 3");
});

test("curves and metrics are saved as the command line writes them", async ({ page }) => {
  await open(page);
  for (const [item, header] of [
    ["Save the curves (CSV)", "person,time_h,output,value,unit"],
    ["Save the metrics (CSV)", "person,output,metric,value,unit,status"],
  ] as const) {
    await page.getByRole("button", { name: "Files" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: item }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(/^# Perfuse \d/);
    expect(text).toContain("# model: ");
    expect(text).toContain(`\n${header}\n`);
    expect(text).toContain("caffeine/venous-plasma");
  }
});

const nested = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
const good = {
  perfuse: 1,
  drugs: ["caffeine"],
  people: { one: {} },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 100, atHours: 0 }],
};
const badFiles: readonly (readonly [what: string, text: string | Buffer, says: RegExp])[] = [
  ["empty", "", /empty|JSON/],
  ["no JSON", "{ perfuse: 1", /JSON/],
  ["nested a thousand times", nested, /deep|nest/],
  ["100 MB", Buffer.alloc(100_000_000, 32), /100 MB/],
  ["a newer version", JSON.stringify({ ...good, perfuse: 2 }), /newer|version/],
  ["an unknown drug", JSON.stringify({ ...good, drugs: ["phlogiston"] }), /phlogiston/],
  ["__proto__", `{"perfuse":1,"__proto__":{"drugs":[]},"drugs":["caffeine"]}`, /__proto__/],
  [
    "an age of -1",
    JSON.stringify({ ...good, people: { one: { ageYears: -1 } } }),
    /ageYears.*(at least|from) 0/,
  ],
  [
    "an age of 200",
    JSON.stringify({ ...good, people: { one: { ageYears: 200 } } }),
    /ageYears.*110/,
  ],
];

test("a bad file is refused in one sentence and changes nothing", async ({ page }) => {
  const faults = await open(page);
  await typeDoses(page, "321");
  await kept(page);
  for (const [what, text, says] of badFiles) {
    await test.step(what, async () => {
      await importFile(page, test.info().outputPath(`${what}.json`), text);
      const notice = page.getByText(`“${what}.json”`);
      await expect(notice).toBeVisible();
      await expect(notice).toContainText("Nothing was changed");
      expect(await notice.innerText()).toMatch(says);
      await expect(parts(page).doses).toHaveValue("321 mg");
    });
  }
  expect(faults.errors).toEqual([]);
});

test("what is typed wrong is told beside the field, and the last result stays", async ({
  page,
}) => {
  const faults = await open(page);
  const { doses } = parts(page);
  const field = (name: string) => page.getByRole("textbox", { name });
  const shown = () => parts(page).organs.getByRole("row", { name: /Liver/ }).innerText();
  const before = await shown();
  for (const [name, text] of [
    ["Doses", "-5"],
    ["Doses", "0"],
    ["Doses", "1e9"],
    ["Doses", "many"],
    ["Doses", "5 over 0 h"],
    ["Weight", "-3"],
    ["Weight", "heavy"],
    ["Weight", "1e6"],
    ["Age", "-1"],
    ["Age", "200"],
    ["Height", "0"],
    ["Kidney filtration", "a lot"],
  ] as const) {
    await test.step(`${name}: ${text}`, async () => {
      const original = await field(name).inputValue();
      await field(name).fill(text);
      await expect(field(name)).toHaveAttribute("aria-invalid", "true");
      await field(name).press("Escape");
      await expect(field(name)).toHaveValue(original);
      expect(await shown()).toBe(before);
    });
  }
  await expect(doses).toHaveValue("200 mg tablet");
  expect(faults.errors).toEqual([]);
});

test("a number of the model that breaks it is told, and undone with one click", async ({
  page,
}) => {
  await open(page);
  const { organs, inspector, problem } = parts(page);
  await organs.getByRole("button", { name: "Brain", exact: true }).click();
  await inspector.getByText("Numbers and sources").click();
  await inspector.getByRole("button", { name: "Change fup", exact: true }).click();
  const number = inspector.getByRole("textbox");
  await number.fill("1.5");
  await number.press("Enter");
  await expect(problem).toBeVisible();
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await expect(problem).toBeHidden();
});

test("an unknown route says so, and leads back", async ({ page }) => {
  await page.goto("#/nowhere");
  await expect(page.getByText("There is no page “/nowhere”")).toBeVisible();
  await page.getByRole("button", { name: "To the body" }).click();
  await expect(parts(page).body).toBeVisible();
});
