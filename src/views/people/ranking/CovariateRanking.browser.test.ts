import "../../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { mountForTest, type Mounted, type Plain } from "../../ui/mount-for-test.svelte";
import CovariateRanking from "./CovariateRanking.svelte";
import type { Covariate } from "./standardised-difference";

const covariates: readonly Covariate[] = [
  { kind: "number", id: "age", name: "Age", unit: "years", values: [40, 42, 44, 41, 42, 43, 42] },
  { kind: "number", id: "weight", name: "Weight", unit: "kg", values: [10, 12, 14, 5, 7, 9, 11] },
  {
    kind: "category",
    id: "gene",
    name: "CYP2D6",
    categories: ["poor", "normal", "ultrarapid"],
    values: [0, 0, 1, 0, 1, 2, 2],
  },
];
type Props = Plain<ComponentProps<typeof CovariateRanking>>;

describe("the ranking of covariates", () => {
  let mounted: Mounted<Props>;
  const plain = (text: string | null) =>
    text?.replaceAll("\u202f", " ").replace(/\s+/g, " ").trim();
  const rows = () =>
    page
      .getByRole("listitem")
      .elements()
      .map(({ textContent }) => plain(textContent));

  beforeEach(() => {
    mounted = mountForTest<Props>(CovariateRanking, {
      title: "What sets them apart",
      covariates,
      selected: Uint32Array.of(0, 1, 2),
      filled: 7,
    });
  });
  afterEach(() => mounted.remove());

  test("is a list in which every row says the size, the direction and the numbers", async () => {
    await expect
      .element(page.getByRole("region", { name: "What sets them apart" }))
      .toHaveTextContent("3 people selected, against 4");
    expect(rows()).toEqual([
      "Weight +1.69 SD 12.0 against 8.00 kg",
      "CYP2D6: ultrarapid −1.12 SD 0 % against 50.0 %, −50 points",
      "Age 0.00 SD 42.0 against 42.0 years",
    ]);
  });

  test("draws what the selected have more of to the right, less to the left", () => {
    const bars = (side: string) => Array.from(mounted.element.querySelectorAll<HTMLElement>(side));
    expect(bars(".more")).toHaveLength(2);
    const [less] = bars(".less");
    // 1.118 of the 2 that each side reaches to, a half of the bar wide.
    expect(Number.parseFloat(less?.style.width ?? "")).toBeCloseTo(50 * (1.118 / 2), 1);
  });

  test("shows the first few, and says how many there are besides", () => {
    mounted.set({ most: 1 });
    expect(rows()).toHaveLength(1);
    expect(mounted.element.textContent).toContain("2 more differ less.");
  });

  test("asks for people where there are too few to compare", () => {
    mounted.set({ selected: Uint32Array.of(3) });
    expect(mounted.element.textContent).toContain("Select at least two people");
    expect(rows()).toEqual([]);
  });
});
