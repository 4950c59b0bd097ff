/** After all other end-to-end tests: in none of them did a browser ask for anything but this machine. */
import { expect, test } from "@playwright/test";

const proxy = process.env["PERFUSE_PROXY"] ?? "";
const asked = async () => (await (await fetch(`${proxy}asked`)).json()) as string[];

test("no browser of any test asked another host for anything", async () => {
  expect(await asked()).toEqual([]);
});

// last, so that it can only spoil itself
test("a browser that asks another host would have been noticed", async ({ page }) => {
  await page.goto("http://elsewhere.test/a?b").catch(() => undefined);
  expect(await asked()).toContain("GET http://elsewhere.test/a?b");
});
