/** What the page says it has sent, held against what hosts were asked for; and what it refuses. */
import { expect, test, type Page } from "@playwright/test";
import { dist } from "../../src/build/build.mjs";
import { attempts } from "../../src/state/network-attempts";
import { expectAccess } from "./access";
import { bareHost, type BareHost } from "./bare-host";
import { parts, watch } from "./opened";
import { expectSealed, openSealed, released } from "./sealed";

let host: BareHost;
test.beforeEach(async () => {
  host = await bareHost(dist, "/perfuse/");
});
test.afterEach(() => host.cut());

const lamp = (page: Page) => parts(page).status.getByRole("button", { name: /since this page/ });
const nothing = "0 bytes sent since this page opened";

test("a sealed page asks its own host nothing, whatever code in it tries", async ({ page }) => {
  await openSealed(page, host.url);
  await expect(lamp(page)).toHaveText(nothing);
  host.asked.length = 0;
  const statuses = await page.evaluate(async () => {
    const asked = await Promise.all([
      fetch("./icon.svg?secret"),
      fetch("./secret"),
      fetch("./icon.svg", { method: "POST", body: "secret" }),
      fetch("./icon.svg", { method: "HEAD" }),
    ]);
    navigator.sendBeacon("./beacon", "secret");
    new Image().src = "./icon.svg?secret-image";
    new WebSocket(`${location.href.replace("http", "ws")}secret`);
    new EventSource("./events?secret");
    for (const rel of ["prefetch", "preload", "icon", "manifest"]) {
      const link = Object.assign(document.createElement("link"), { rel, as: "image" });
      link.href = `./${rel}?secret`;
      document.head.append(link);
    }
    return asked.map(({ status }) => status);
  });
  expect(statuses).toEqual([403, 404, 403, 403]);
  const besides = page.evaluate(() => fetch("/another-site-of-this-host?secret"));
  await expect(besides).rejects.toThrow("Failed to fetch");
  const [worker] = page.workers();
  const fromWorker = await worker?.evaluate(async () => (await fetch("/perfuse/x?secret")).status);
  expect(fromWorker).toBe(403);
  await page.goto(`${host.url}?secret-in-a-switch`);
  await expectSealed(page);
  // the browser's own look for a newer service worker has no query and no body
  expect(host.asked.filter((asked) => asked !== "GET /perfuse/service-worker.js")).toEqual([]);
});

test("refusals are counted, and are not bytes", async ({ page }) => {
  await openSealed(page, host.url);
  await page.evaluate(() => Promise.all([1, 2, 3].map((each) => fetch(`./x?${each}`))));
  await lamp(page).click();
  const panel = page.getByRole("dialog", { name: "What this page has sent" });
  await expect(panel.getByText("refused").locator("..").locator("dd")).toHaveText("3");
  await expectAccess(page);
  await panel.getByRole("button", { name: "Privacy and limits" }).click();
  await expect(page.getByRole("heading", { name: "Privacy and limits" })).toBeVisible();
  await expect(lamp(page)).toHaveText(nothing);
});

test("the lamp tells of requests to the host: of the page, and of a worker", async ({ page }) => {
  await page.goto(host.url);
  await released(page);
  const steps = [
    () => page.evaluate(async () => void (await fetch("./icon.svg?page"))),
    async () => page.workers()[0]?.evaluate(async () => void (await fetch("/perfuse/?worker"))),
  ];
  for (const step of steps) {
    const before = await counts(page);
    const asked = host.asked.length;
    await step();
    expect(host.asked.length).toBe(asked + 1);
    await expect.poll(async () => (await counts(page)).requests).toBe(before.requests + 1);
    expect((await counts(page)).bytes).toBeGreaterThan(before.bytes);
  }
});

test("it counts each request that the host of a first visit was asked", async ({ page }) => {
  await page.goto(host.url);
  await released(page);
  // more may be asked for while this looks
  await expect.poll(async () => (await counts(page)).requests - host.asked.length).toBe(0);
});

test("it tells of what the service worker lets out of a sealed page", async ({ page }) => {
  await openSealed(page, host.url);
  await page.evaluate(async () => {
    for (const name of await caches.keys())
      await (await caches.open(name)).delete(new URL("icon.svg", location.href));
    await fetch("./icon.svg");
  });
  await expect(lamp(page)).toHaveText(/at least \d+ bytes sent since this page opened/);
  expect(await counts(page)).toEqual({ requests: 1, bytes: `${host.url}icon.svg`.length });
});

test("a request elsewhere that the policy stops is not called sent", async ({ page }) => {
  await openSealed(page, host.url);
  await page.evaluate(() => fetch("http://127.0.0.1:9/x").catch(() => undefined));
  await page.waitForTimeout(500);
  await expect(lamp(page)).toHaveText(nothing);
});

test("one click seals a page on its first visit", async ({ page }) => {
  await page.goto(`${host.url}#/about`);
  await page.getByRole("button", { name: "Reload and seal it" }).click();
  await expectSealed(page);
  await expect(page).toHaveURL(`${host.url}#/about`);
  await expect(page.locator("main")).toContainText("Sealed.");
});

for (const theme of ["dark", "light"] as const) {
  for (const width of [1440, 390]) {
    test(`the page on privacy reads well, ${theme}, ${width} wide`, async ({ page }) => {
      const faults = watch(page);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 844 });
      await page.goto("#/about");
      await expect(page.locator("caption")).toContainText(attempts.browser);
      await expect(page.locator("tbody tr")).toHaveCount(attempts.rows.length);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      await expectAccess(page);
      expect(faults.errors).toEqual([]);
    });
  }
}

/** What the window behind the lamp says. */
async function counts(page: Page): Promise<{ requests: number; bytes: number }> {
  await lamp(page).click();
  const cells = page.getByRole("dialog").locator("dd");
  const [requests = NaN, bytes = NaN] = (await cells.allInnerTexts()).map(Number);
  await page.keyboard.press("Escape");
  return { requests, bytes };
}
