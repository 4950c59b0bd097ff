/** The recipe of a crowd: kept, undone and shared as drug and dose are, and refused by name. */
import { expect, test, type Page } from "@playwright/test";
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
  await page.getByRole("slider", { name: "Women" }).press("ArrowRight");
  await page.getByRole("slider", { name: "Women" }).press("ArrowRight");
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

// ——— the parts ———

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
    const opening = indexedDB.open("perfuse", 1);
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
