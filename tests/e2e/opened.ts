/** The page, opened and settled, and the parts of it that tests speak of. */
import { expect, type Page } from "@playwright/test";

/** Without moving pictures: the clock stands at the peak until a test moves it. */
export async function open(page: Page, path = ""): Promise<Faults> {
  const faults = watch(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  await expect(parts(page).organs.getByRole("row", { name: /Liver/ })).toContainText("L");
  return faults;
}

interface Faults {
  /** What the console and the page complained about. */
  readonly errors: readonly string[];
}

export function watch(page: Page): Faults {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return { errors };
}

export function parts(page: Page) {
  return {
    doses: page.getByRole("textbox", { name: "Doses" }),
    drug: page.getByRole("combobox", { name: "Drug" }),
    organs: page.getByRole("region", { name: "Organs" }),
    inspector: page.getByRole("region", { name: "Results" }),
    body: page.getByRole("region", { name: "Body map" }),
    chart: page.locator("main .chart"),
    clock: page.getByRole("group", { name: "Time" }).getByRole("slider"),
    status: page.locator("footer"),
    name: page.getByRole("button", { name: /^Studies\./ }),
    problem: page.locator("aside").getByText("This cannot be simulated"),
  };
}

/** The number that the organ list shows for an organ. */
export async function valueOf(page: Page, organ: string): Promise<number> {
  const row = parts(page).organs.getByRole("row", { name: new RegExp(organ) });
  return Number.parseFloat(
    await row.getByRole("cell").first().locator("[aria-hidden]").innerText(),
  );
}

export async function typeDoses(page: Page, text: string): Promise<void> {
  await parts(page).doses.fill(text);
  await parts(page).doses.press("Enter");
}

/** Waits until what the page shows is kept. */
export async function kept(page: Page): Promise<void> {
  await expect(parts(page).status).toContainText("kept in this browser");
}
