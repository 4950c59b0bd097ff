/** A page that is sealed, or waits until it could be. */
import { expect, type Page } from "@playwright/test";
import { parts } from "./opened";

/** Until the whole release is kept in the browser; the page registers its service worker by itself. */
export async function released(page: Page): Promise<void> {
  const state = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
  await expect.poll(state, { timeout: 30_000 }).toBe("activated");
}

/** Opens a site, and once more, as somebody who comes back. */
export async function openSealed(page: Page, url = ""): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(url);
  await released(page);
  await page.goto("about:blank");
  await page.goto(url);
  await expectSealed(page);
}

export async function expectSealed(page: Page): Promise<void> {
  await expect(
    parts(page).status.getByRole("button", { name: "sealed", exact: true }),
  ).toBeVisible();
}
