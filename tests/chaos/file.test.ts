/**
 * A twin leaves as a file and comes back, in the page as it is served: the worker, its WebAssembly
 * and age's library run under the app's own policy, and nothing is reported against it.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFile } from "../../src/storage/crypto/age-file";
import { writeTwin } from "../../src/interop/twin-file";
import { marked } from "./markers";
import {
  newProfile,
  openTrialSite,
  startChromium,
  type Chromium,
  type TrialSite,
  type WithTrial,
} from "./trial-page";

const passphrase = "four unrelated words here";

let site: TrialSite;
let chromium: Chromium;
beforeAll(async () => {
  site = await openTrialSite();
  chromium = await startChromium(newProfile());
}, 120_000);
afterAll(async () => {
  await chromium.close();
  await site.close();
});

test("a file leaves and comes back under the policy", { timeout: 180_000 }, async () => {
  const page = await chromium.open(site.url);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  const policy = (await page.request.get(site.url)).headers()["content-security-policy"];
  expect(policy).toContain("require-trusted-types-for 'script'");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.evaluate(
      async ([twin, secret]) => {
        const vault = (globalThis as WithTrial).vaultTrial.vaultState();
        await vault.start();
        await vault.create(secret);
        await (await vault.begin(twin)).saveNow();
        const exported = await vault.exportFile(secret);
        if (!exported.ok) throw new Error(exported.problems[0]?.message);
      },
      [marked, passphrase] as const,
    ),
  ]);
  const file = Uint8Array.from(readFileSync(await download.path()));
  const text = await openFile(file, passphrase);
  expect(new TextDecoder().decode(text)).toBe(writeTwin(marked));

  const outcomes = await page.evaluate(
    async ([bytes, secret]) => {
      const vault = (globalThis as WithTrial).vaultTrial.vaultState();
      await vault.start();
      await vault.unlock({ kind: "passphrase", passphrase: secret });
      const file = new File([Uint8Array.from(bytes)], "x.twin");
      const asked = await vault.importFile(file);
      const wrong = await vault.importFile(file, "another");
      const right = await vault.importFile(file, secret);
      const codes = [asked, wrong].map((one) => (one.ok ? "ok" : one.problems[0]?.code));
      return { codes, isIn: right.ok, names: vault.twins.map(({ name }) => name) };
    },
    [Array.from(file), passphrase] as const,
  );
  expect(outcomes).toEqual({
    codes: ["needs-passphrase", "does-not-open"],
    isIn: true,
    names: [marked.name, marked.name],
  });
  expect(complaints).toEqual([]);
});
