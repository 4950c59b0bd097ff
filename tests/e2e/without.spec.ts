/** What a browser may lack or lose, and that the page goes on without it and says so. */
import { expect, test } from "@playwright/test";
import { kept, open, parts, typeDoses, valueOf } from "./opened";

test("without WebGL the body is drawn flat, with the same colours and picks", async ({ page }) => {
  await page.addInitScript(() => {
    const original = Reflect.get(HTMLCanvasElement.prototype, "getContext");
    const without = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]): unknown {
      return kind.startsWith("webgl") ? null : Reflect.apply(original, this, [kind, ...rest]);
    };
    Reflect.set(HTMLCanvasElement.prototype, "getContext", without);
  });
  const faults = await open(page);
  const { body, inspector } = parts(page);
  await expect(body).toContainText("no 3-D drawing");
  await expect(body.locator("svg").first()).toBeVisible();
  await body
    .getByRole("button", { name: /^Liver/ })
    .first()
    .click();
  await expect(inspector.getByRole("heading", { name: "Liver", exact: true })).toBeVisible();
  expect(faults.errors.filter((text) => !/WebGL/.test(text))).toEqual([]);
});

test("the flat body is to be had for the asking", async ({ page }) => {
  await open(page, "?body=flat");
  await expect(parts(page).body).toContainText("because the address asks for it");
});

test("a lost drawing context gives way to the flat body and comes back", async ({ page }) => {
  await open(page);
  await page.locator("canvas.shown").waitFor({ timeout: 30_000 });
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".body-map canvas");
    const extension = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    extension?.loseContext();
    setTimeout(() => extension?.restoreContext(), 1500);
  });
  await expect(parts(page).body).toContainText("the browser took the 3-D drawing away");
  await expect(page.locator("canvas.shown")).toBeVisible({ timeout: 30_000 });
  await expect(parts(page).body).not.toContainText("the browser took");
});

test("without WebAssembly the interpreter runs one person, slowly, and says so", async ({
  page,
}) => {
  await open(page, "?cpu=tape");
  await expect(parts(page).status).toContainText("CPU · interpreter · f64");
  const slow = await valueOf(page, "Brain");
  await page.getByRole("button", { name: /^About/ }).click();
  await page.getByRole("tab", { name: "This machine" }).click();
  await expect(page.getByRole("dialog")).toContainText("WebAssembly is not used because");
  await open(page);
  expect(await valueOf(page, "Brain")).toBe(slow);
});

test("without a real graphics processor the GPU is not used, and the page says why", async ({
  page,
}) => {
  await open(page);
  await parts(page).status.getByText("GPU not used").click();
  await page.getByRole("tab", { name: "This machine" }).click();
  await expect(page.getByRole("dialog")).toContainText("only a software imitation");
});

test("the GPU is proven here, with progress, and the proof can be stopped", async ({ page }) => {
  await open(page, "?gpu=any");
  await parts(page)
    .status.getByText(/GPU ready/)
    .click();
  await page.getByRole("tab", { name: "This machine" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Compare GPU and CPU" }).click();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "Stop" }).click();
  await expect(dialog).toContainText("was stopped");
  await dialog.getByRole("button", { name: "Compare GPU and CPU" }).click();
  const median = dialog.getByRole("row", { name: /Median difference of an AUC/ });
  await expect(median).toBeVisible({ timeout: 30_000 });
  expect(Number(await median.getByRole("cell").innerText())).toBeLessThan(1e-6);
});

test("an engine that the browser kills is started anew, and nothing is lost", async ({ page }) => {
  await open(page);
  await typeDoses(page, "150");
  const before = await valueOf(page, "Liver");
  const worker = page.workers().find((each) => each.url().includes("engine.worker"));
  expect(worker).toBeDefined();
  await worker?.evaluate(() => self.close()).catch(() => undefined);
  await expect(page.getByText("The engine stopped and was started anew.")).toBeVisible();
  await typeDoses(page, "300");
  await expect.poll(() => valueOf(page, "Liver")).toBeGreaterThan(1.8 * before);
});

test("without storage everything works, and the page says that nothing is kept", async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  const faults = await open(page);
  await expect(page.getByText(/cannot be kept in this browser/).first()).toBeVisible();
  await typeDoses(page, "77");
  await expect(parts(page).doses).toHaveValue("77 mg");
  await expect(parts(page).status).toContainText("not kept");
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(parts(page).doses).toHaveValue("200 mg tablet");
  expect(faults.errors).toEqual([]);
});

test("full storage is told, what was kept stays, and the file is still to be had", async ({
  page,
}) => {
  await open(page);
  await typeDoses(page, "111");
  await kept(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await typeDoses(page, "222");
  await expect(page.getByText(/storage is full/).first()).toBeVisible();
  await page.getByRole("button", { name: "Files" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save the study (JSON)" }).click(),
  ]);
  expect(await download.failure()).toBeNull();
  await page.reload();
  await expect(parts(page).doses).toHaveValue("111 mg");
});

test("two tabs that change the same study both keep theirs", async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await open(one);
  await typeDoses(one, "10");
  await kept(one);
  await open(two);
  await expect(parts(two).doses).toHaveValue("10 mg");
  await typeDoses(one, "20");
  await kept(one);
  await typeDoses(two, "30");
  await expect(two.getByText(/changed in another tab/)).toBeVisible();
  await kept(two);
  await parts(two).name.click();
  await expect(two.getByRole("dialog").getByRole("listitem")).toHaveCount(2);
});
