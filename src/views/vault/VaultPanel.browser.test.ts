/** A person makes a vault, locks it, comes back by passphrase and by paper, and forgets it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { Twin } from "../../pharmacology/twin/twin";
import { Notices } from "../../state/notices.svelte";
import { VaultState } from "../../state/vault.svelte";
import { mountForTest, type Mounted } from "../ui/mount-for-test.svelte";
import VaultPanel from "./VaultPanel.svelte";

const passphrase = "four unrelated words here";
const twin: Twin = { perfuseTwin: 1, name: "A person", facts: {}, drugs: [], events: [] };

let vault: VaultState;
let mounted: Mounted<{ readonly vault: VaultState }>;

/** A passphrase is slow on purpose, and slower on a busy machine. */
const patience = { timeout: 30_000 };

const button = (name: string | RegExp) => page.getByRole("button", { name });
const field = (name: string | RegExp) => page.getByLabelText(name, { exact: true });

beforeEach(async () => {
  await page.viewport(900, 900);
  vault = new VaultState({
    notices: new Notices(),
    createWorker: undefined,
    mayKeep: () => ({ ok: true, value: undefined }),
    onForgotten: () => undefined,
  });
  await vault.forgetAll();
  mounted = mountForTest(VaultPanel, { vault });
});
afterEach(async () => {
  await vault.close();
  await mounted.remove();
});

/** @returns the recovery code that was shown */
async function makeVault(): Promise<string> {
  await field("Passphrase, at least 15 characters").fill(passphrase);
  await field("The same once more").fill(passphrase);
  await page.getByRole("checkbox", { name: /cannot be reset/ }).click();
  await button("Make the vault").click();
  const shown = page.getByRole("status", { name: "Recovery code" });
  await expect.element(shown, patience).toBeVisible();
  const code = shown.element().textContent;
  await button("I have it on paper").click();
  return code;
}

test("what a forgotten passphrase means is said, and agreed to, before one is chosen", async () => {
  await expect.element(page.getByText("Nobody can reset it.")).toBeVisible();
  await field("Passphrase, at least 15 characters").fill(passphrase);
  await field("The same once more").fill(`${passphrase} `);
  await expect.element(page.getByText("The two are not the same yet.")).toBeVisible();
  await field("The same once more").fill(passphrase);
  await expect.element(button("Make the vault")).toHaveAttribute("aria-disabled", "true");
});

test("a short passphrase is refused with a sentence", async () => {
  await field("Passphrase, at least 15 characters").fill("short");
  await field("The same once more").fill("short");
  await page.getByRole("checkbox", { name: /cannot be reset/ }).click();
  await button("Make the vault").click();
  await expect.element(page.getByText(/must be at least 15 characters/)).toBeVisible();
  expect(vault.status).toBe("none");
});

test("locked twins come back by the passphrase, and by the code on paper", async () => {
  const code = await makeVault();
  await vault.begin(twin);
  await button("Lock now").click();
  await expect.element(page.getByText("Your twins are locked"), patience).toBeVisible();
  await field("Passphrase").fill("something else altogether");
  await button("Unlock").click();
  await expect.element(page.getByText(/passphrase or code is another one/), patience).toBeVisible();
  await field("Passphrase").fill(passphrase);
  await button("Unlock").click();
  await vi.waitFor(() => expect(vault.twins).toMatchObject([{ name: "A person" }]), patience);
  await button("Lock now").click();
  await expect.element(button("I forgot the passphrase"), patience).toBeVisible();
  await button("I forgot the passphrase").click();
  await field("Recovery code").fill(code.toLowerCase());
  await button("Unlock").click();
  await vi.waitFor(() => expect(vault.twins).toMatchObject([{ name: "A person" }]), patience);
});

test("a saved twin asks for a file of it, and can be left in peace for a week", async () => {
  await makeVault();
  expect(vault.isBackupDue).toBe(false);
  await vault.begin(twin);
  await expect.element(page.getByText("No file holds what you last saved"), patience).toBeVisible();
  await button("Remind me in a week").click();
  await vi.waitFor(() => expect(vault.isBackupDue).toBe(false), patience);
});

test("everything is forgotten after one more question", async () => {
  await makeVault();
  await vault.begin(twin);
  await page.getByText("Forget me").first().click();
  await button("Forget me").click();
  await button("Really destroy the keys and remove everything").click();
  await expect.element(page.getByText(/was removed/), patience).toBeVisible();
  expect(vault.status).toBe("none");
});
