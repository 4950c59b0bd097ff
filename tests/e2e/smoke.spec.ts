/** The least that must hold on any machine: the page comes, sealed, and WebGPU is there to compute. */
import { expect, test } from "@playwright/test";
import { policyHeaders } from "../../src/build/policy.mjs";

test("the front page comes without an error and asks nobody else", async ({
  page,
  context,
  baseURL,
}) => {
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  context.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "")) foreign.push(request.url());
  });
  await page.goto("", { waitUntil: "networkidle" });
  await expect(page).toHaveTitle(/Perfuse/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});

test("the page carries the policy and is isolated", async ({ page }) => {
  const response = await page.goto("");
  expect(await response?.allHeaders()).toMatchObject(lowerCase(policyHeaders));
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const first = page.locator("head > :first-child");
  await expect(first).toHaveAttribute("http-equiv", "Content-Security-Policy");
});

test("WebGPU computes in software", async ({ page }) => {
  await page.goto("");
  const architecture = await page.evaluate(async () => {
    const adapter = await navigator.gpu.requestAdapter();
    const device = await adapter?.requestDevice();
    device?.destroy();
    return device ? adapter?.info.architecture : undefined;
  });
  expect(architecture).toBe("swiftshader");
});

const lowerCase = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
