/** A newer release beside an older one: no page mixes them, none is blank, none is forced. */
import { rmSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { dist } from "../../src/build/build.mjs";
import { bareHost, type BareHost } from "./bare-host";
import { parts } from "./opened";
import { damagedRelease, newerRelease } from "./other-release";
import { openSealed, released } from "./sealed";

const oldTitle = "Privacy and limits";
const newTitle = "Privacy and limits of the newer release";
/** A newer release has to arrive whole before it is offered. */
const patiently = { timeout: 20_000 };
let newer = "";
let host: BareHost;

test.beforeAll(async () => {
  newer = await newerRelease(newTitle);
});
test.afterAll(() => rmSync(newer, { recursive: true, force: true }));
test.beforeEach(async () => {
  host = await bareHost(dist, "/perfuse/");
});
test.afterEach(() => host.cut());

test("an open tab keeps its release until the person reloads; so does every other", async ({
  context,
}) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await openSealed(one, host.url);
  await openSealed(two, host.url);
  const begun = await begunAt(one);
  host.publish(newer);
  await look(one);
  await expect(prompt(one)).toBeVisible(patiently);
  await expect(one.getByText(/^A newer Perfuse is ready\. This tab goes on/)).toBeVisible();

  // a view that this tab never had, while the host no longer has its files
  await show(one, "about");
  await expect(heading(one, oldTitle)).toBeVisible();

  await expect(prompt(two)).toBeVisible();
  await prompt(two).click();
  await expect(prompt(two)).toBeHidden();
  await show(two, "about");
  await expect(heading(two, newTitle)).toBeVisible();

  // the newer worker answers this tab now, with the files of the older release
  await show(one, "interactions");
  await expect(one.getByRole("heading", { name: "Two drugs in one body" })).toBeVisible();
  expect(await begunAt(one)).toBe(begun);
  await prompt(one).click();
  await expect.poll(() => begunAt(one)).not.toBe(begun);
  await expect(one.getByRole("heading", { name: "Two drugs in one body" })).toBeVisible();
  await show(one, "about");
  await expect(heading(one, newTitle)).toBeVisible();
});

test("a first visit whose host moves on says which part is missing, and offers the newer", async ({
  page,
}) => {
  await page.goto(host.url);
  await released(page);
  host.publish(newer);
  await show(page, "about");
  await expect(page.getByText("This part of the page did not arrive")).toBeVisible();
  await expect(prompt(page)).toBeVisible(patiently);
  await prompt(page).click();
  await expect(heading(page, newTitle)).toBeVisible();
});

test("a page whose files the browser dropped is not blank, and finds its way back", async ({
  page,
}) => {
  await openSealed(page, host.url);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  host.publish(newer);
  await show(page, "about");
  await expect(page.getByText("This part of the page did not arrive")).toBeVisible();
  await expect(prompt(page)).toBeVisible(patiently);
  // somebody reloads by themselves
  await page.reload();
  await expect(page.locator("body")).toContainText("Reload to fetch it again");
  await page.reload();
  await expect(heading(page, newTitle)).toBeVisible();
});

test("a release with a file that is not what it lists is not kept", async ({ page }) => {
  const damaged = damagedRelease();
  host.publish(damaged);
  await page.goto(`${host.url}#/about`);
  await page.getByRole("button", { name: "Reload and seal it" }).click();
  await expect(parts(page).status).toContainText("cannot be sealed");
  await expect(page.locator("main")).toContainText("one of them is not what the release says");
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  rmSync(damaged, { recursive: true });
});

test("a newer release that is damaged leaves the older one as it is", async ({ page }) => {
  await openSealed(page, host.url);
  const before = await page.evaluate(() => caches.keys());
  const damaged = damagedRelease();
  host.publish(damaged);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const keys = await cache.keys();
      const view = keys.find(({ url }) => /PrivacyPage-[^/]+\.js$/.test(url));
      if (view) await cache.delete(view);
    }
  });
  await show(page, "about");
  await expect(page.getByText("This part of the page did not arrive")).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual(before);
  host.publish(dist);
  await page.reload();
  await expect(heading(page, oldTitle)).toBeVisible();
  rmSync(damaged, { recursive: true });
});

const prompt = (page: Page) =>
  parts(page).status.getByRole("button", { name: "a newer Perfuse is ready: reload" });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const show = (page: Page, view: string) =>
  page.evaluate((name) => {
    location.hash = `#/${name}`;
  }, view);
const begunAt = (page: Page) => page.evaluate(() => performance.timeOrigin);

/** What the browser does by itself once a day, or when the page is opened. */
const look = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
