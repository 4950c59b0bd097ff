/** A twin that is kept: sealed page, vault, reload, unlocked again; and what was learnt goes on lock. */
import { expect, test } from "@playwright/test";
import { watch } from "./opened";

const passphrase = "four unrelated words here";
const patient = { timeout: 60_000 };
test.setTimeout(180_000);

test("a twin outlives a reload in the vault, and a lock leaves nothing of it", async ({ page }) => {
  const faults = watch(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("#/twin");
  // the first visit is not sealed: one reload does it
  await page.getByRole("button", { name: "Seal the page" }).click(patient);
  const field = page.getByLabel("Passphrase, at least 15 characters");
  await field.fill(passphrase, patient);
  await page.getByLabel("The same once more").fill(passphrase);
  await page.getByLabel(/I understand that/).check();
  await page.getByRole("button", { name: "Make the vault" }).click();
  await page.getByRole("button", { name: "I have it on paper" }).click(patient);

  await page.getByRole("button", { name: "Try the example" }).click();
  await expect(page.getByTestId("headline")).toContainText("These 2 levels", patient);
  await expect(page.getByRole("status").getByText("saved", { exact: true })).toBeVisible(patient);

  await page.reload();
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase, patient);
  await page.getByRole("button", { name: "Unlock" }).click();
  await page.getByRole("button", { name: "Open Example (synthetic data)" }).click(patient);
  await expect(page.getByTestId("headline")).toContainText("These 2 levels", patient);

  await page.getByText("Keeping it").click();
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByText("Your twins are locked")).toBeVisible(patient);
  await expect(page.locator("main")).not.toContainText("vancomycin in plasma");
  await expect(page.getByTestId("headline")).toHaveCount(0);
  expect(faults.errors).toEqual([]);
});
