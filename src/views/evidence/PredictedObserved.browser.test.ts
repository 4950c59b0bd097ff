import "../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../ui/mount-for-test.svelte";
import { foldGuides } from "./guides";
import PredictedObserved from "./PredictedObserved.svelte";

type Props = Plain<ComponentProps<typeof PredictedObserved>>;

const points: Props["points"] = [
  { kind: "verify", name: "Midazolam, Lee", detail: "at 2 h", observed: 10, predicted: 20 },
  { kind: "fit", name: "Midazolam, Poe", detail: "at 4 h", observed: 1, predicted: 1 },
  { kind: "verify", name: "Digoxin, Roe", detail: "at 6 h", observed: 100, predicted: 0 },
];
let mounted: Mounted<Props>;

beforeEach(async () => {
  await page.viewport(800, 600);
  mounted = mountForTest<Props>(PredictedObserved, {
    title: "Concentrations",
    quantity: "(mg/L)",
    points,
    guides: foldGuides,
  });
});

afterEach(() => mounted.remove());

const text = () => mounted.element.textContent.replaceAll("\u202f", " ").replace(/\s+/g, " ");

test("the key names the kinds that are shown, and no others", () => {
  expect(text()).toContain("Verification");
  expect(text()).toContain("Fitted");
  expect(text()).not.toContain("Special population");
});

test("a mark that is pointed at is told", async () => {
  const field = mounted.element.querySelector(".field");
  if (!field) throw new Error("there is no field");
  const { width, height } = field.getBoundingClientRect();
  // from 1 to 100 or a step more, logarithmic; 1 and 1 stand in the lower left corner
  await userEvent.hover(field, { position: { x: 3, y: height - 3 } });
  expect(text()).toContain("Midazolam, Poe");
  expect(text()).toContain("1.00 × observed");
  await userEvent.hover(field, { position: { x: width - 3, y: 3 } });
  expect(mounted.element.querySelector(".card")).toBeNull();
});

test("the table has every point, also one that no logarithm can show", async () => {
  await page.getByRole("button", { name: "Show as a table" }).click();
  const rows = [...mounted.element.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["Midazolam, Lee, at 2 h", "10.0", "20.0", "2.00"],
    ["Midazolam, Poe, at 4 h", "1.00", "1.00", "1.00"],
    ["Digoxin, Roe, at 6 h", "100", "0", "0"],
  ]);
});
