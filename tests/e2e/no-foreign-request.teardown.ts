/** After all other end-to-end tests: in none of them did a browser ask for anything but this machine. */
import { expect, test } from "@playwright/test";

/**
 * What Chromium asks of its maker by itself, on any page: whether somebody is signed in, and, where
 * a page has text fields, how to fill them in. A page cannot stop it; the privacy page says so.
 */
const browserItself = [
  "CONNECT accounts.google.com:443",
  "CONNECT android.clients.google.com:443",
  "CONNECT content-autofill.googleapis.com:443",
  // where it looks for newer parts of itself
  "CONNECT redirector.gvt1.com:443",
];

const proxy = process.env["PERFUSE_PROXY"] ?? "";
const asked = async () => (await (await fetch(`${proxy}asked`)).json()) as string[];

test("no browser of any test asked another host for anything", async () => {
  const all = await asked();
  const own = all.filter((each) => browserItself.includes(each));
  console.log(`${own.length} requests of the browser itself, ${all.length - own.length} others.`);
  expect(all.filter((each) => !browserItself.includes(each))).toEqual([]);
});

// last, so that it can only spoil itself
test("a browser that asks another host would have been noticed", async ({ page }) => {
  await page.goto("http://elsewhere.test/a?b").catch(() => undefined);
  expect(await asked()).toContain("GET http://elsewhere.test/a?b");
});
