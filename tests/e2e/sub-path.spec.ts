/** The built files on some host, below its front page: nothing may assume an address. */
import { expect, test } from "@playwright/test";
import { dist } from "../../src/build/build.mjs";
import { serve } from "../../src/build/serve.mjs";

test("the site works under a sub-path", async ({ page }) => {
  const site = await serve({ root: dist, port: 0, under: "/teaching/perfuse/" });
  const missing: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto(site.url, { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(missing).toEqual([]);
  await site.close();
});
