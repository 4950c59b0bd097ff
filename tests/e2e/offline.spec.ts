/** Without a network, from a cold start: everything that worked with one. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test, type Page } from "@playwright/test";
import { dist } from "../../src/build/build.mjs";
import { chromiumFlags, knownChromium } from "../../src/build/chromium.mjs";
import { policyHeaders } from "../../src/build/policy.mjs";
import { bareHost } from "./bare-host";
import { open, parts, typeDoses, valueOf } from "./opened";
import { expectSealed, openSealed, released } from "./sealed";

test("after one visit the browser is closed, the network cut, and all views work", async () => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), "perfuse-profile-"));
  const host = await bareHost(dist, "/teaching/perfuse/");
  const first = await launch(profile);
  const visit = await first.newPage();
  await visit.goto(host.url);
  await released(visit);
  await first.close();
  await host.cut();

  const browser = await launch(profile);
  const page = await browser.newPage();
  const faults = await open(page, host.url);
  await expectSealed(page);
  await expect(parts(page).status).toContainText("0 bytes sent since this page opened");
  await body(page);
  await files(page);
  await people(page);
  await interactions(page);
  await evidence(page);
  await ownDrug(page);
  await page.goto(`${host.url}#/about`);
  await expect(page.getByRole("heading", { name: "Privacy and limits" })).toBeVisible();
  await expect(parts(page).status).toContainText("0 bytes sent since this page opened");
  expect(faults.errors).toEqual([]);
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
});

test("on a host that sends no headers every answer carries the policy", async ({ page }) => {
  const host = await bareHost(dist, "/teaching/perfuse/");
  await openSealed(page, host.url);
  const opened = await page.goto(`${host.url}?body=flat`);
  const asked = (address: string) =>
    page.evaluate(async (path) => {
      const { status, headers } = await fetch(path, { method: path === "post" ? "POST" : "GET" });
      return { status, headers: Object.fromEntries(headers) };
    }, address);
  const [file, unknown, refused] = [
    await asked("icon.svg"),
    await asked("nothing"),
    await asked("post"),
  ];
  expect([file.status, unknown.status, refused.status]).toEqual([200, 404, 403]);
  for (const headers of [
    await opened?.allHeaders(),
    file.headers,
    unknown.headers,
    refused.headers,
  ])
    expect(headers).toMatchObject(policyAt(host.url));
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const [worker] = page.workers();
  expect(await worker?.evaluate(() => crossOriginIsolated)).toBe(true);
  await host.cut();
});

/** The policy as it is, but that connections are allowed to an address and not to 'self'. */
function policyAt(url: string): Record<string, string> {
  const headers = Object.entries(policyHeaders).map(([name, value]) => [
    name.toLowerCase(),
    value.replace("connect-src 'self'", `connect-src ${url}`),
  ]);
  return Object.fromEntries(headers) as Record<string, string>;
}

// ——— the views ———

async function body(page: Page): Promise<void> {
  await expect(page.locator("canvas.shown")).toBeVisible({ timeout: 30_000 });
  await typeDoses(page, "400");
  await expect(parts(page).doses).toHaveValue("400 mg");
  expect(await valueOf(page, "Liver")).toBeGreaterThan(0);
}

async function files(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Files" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save the study (JSON)" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  await typeDoses(page, "50");
  const file = { name: "study.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel("Open a study file", { exact: true }).setInputFiles(file);
  await expect(parts(page).doses).toHaveValue("400 mg");
  await page.getByRole("button", { name: "Files" }).click();
  const [parquet] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save the curves (Parquet)" }).click(),
  ]);
  expect(await parquet.failure()).toBeNull();
}

async function people(page: Page): Promise<void> {
  await page.getByRole("link", { name: "People" }).click();
  const count = page.getByRole("textbox", { name: "How many", exact: true });
  await count.fill("100");
  await count.press("Enter");
  await page
    .getByRole("button", { name: /^Simulate/ })
    .first()
    .click();
  await expect(page.getByText(/^100 people in [\d.]+\s(s|ms) on .+\.$/)).toBeVisible({
    timeout: 30_000,
  });
}

async function interactions(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Interactions" }).click();
  await page.getByRole("button", { name: "Midazolam with itraconazole" }).click();
  await expect(page.getByText("AUC ratio", { exact: true }).first()).toBeVisible();
}

async function evidence(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Evidence" }).click();
  await expect(page.getByText(/data sets and \d+ interactions simulated and scored/)).toBeVisible({
    timeout: 60_000,
  });
}

async function ownDrug(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = "#/drug"));
  const predicted = page.getByRole("region", { name: "What these numbers predict" });
  await expect(predicted).toContainText("L/h", { timeout: 20_000 });
  await page.getByRole("button", { name: "Save in this browser" }).click();
  await expect(page.getByRole("button", { name: "Saved in this browser" })).toBeVisible();
}

function launch(profile: string) {
  const executablePath = knownChromium();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: false,
    args: chromiumFlags,
  });
}
