import "../../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../../ui/mount-for-test.svelte";
import { styleAt } from "../ribbon/ribbon";
import Distributions from "./Distributions.svelte";

type Props = Plain<ComponentProps<typeof Distributions>>;

const group = (place: number, name: string, values: readonly number[]) => ({
  id: name,
  name,
  style: styleAt(place),
  values: Float64Array.from(values),
  isPerson: values.length === 1,
});

describe("several distributions over each other", () => {
  const look = page.getByRole("slider", { name: "Look at the steps" });
  let mounted: Mounted<Props>;
  const steps = () => Array.from(mounted.element.querySelectorAll(".steps"));

  beforeEach(async () => {
    await page.viewport(900, 600);
    mounted = mountForTest<Props>(Distributions, {
      title: "AUC of all",
      name: "AUC",
      unit: "mg/L·h",
      scale: "linear",
      groups: [
        group(0, "A, 100 mg", [1, 1, 1, 3]),
        group(
          1,
          "B, 50 mg",
          Array.from({ length: 40 }, (_, i) => (i < 30 ? 1 : 3)),
        ),
        group(2, "C, Person 7", [2]),
      ],
      description: "Shares.",
    });
    await expect.element(look).toBeInTheDocument();
  });
  afterEach(() => mounted.remove());

  test("are shares, so that groups of other sizes but the same spread lie on each other", () => {
    const [first, second] = steps();
    expect(first?.getAttribute("d")).toBe(second?.getAttribute("d"));
  });

  test("differ in dash too, and a single person is a line of their own", () => {
    expect(steps().map((path) => path.getAttribute("stroke-dasharray"))).toEqual([null, "8 4"]);
    expect(mounted.element.querySelectorAll(".person")).toHaveLength(1);
  });

  test("are read aloud bin by bin", async () => {
    (look.element() as HTMLElement).focus();
    await userEvent.keyboard("{Home}");
    const spoken = mounted.element.querySelector("[aria-live]")?.textContent;
    expect(spoken).toMatch(/A, 100 mg 75\.0 %; B, 50 mg 75\.0 %/);
  });

  test("stand as a table, one column a group", async () => {
    await page.getByRole("button", { name: "Show as a table" }).click();
    await expect.element(page.getByRole("columnheader", { name: "B, 50 mg" })).toBeVisible();
    await expect.element(page.getByRole("row", { name: /75\.0 % 75\.0 %/ })).toBeVisible();
  });
});
