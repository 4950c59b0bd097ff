/** The parts beside the charts, as a reader hears them. */
import "../ui/tokens.css";
import type { ComponentProps } from "svelte";
import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { mountForTest, type Plain } from "../ui/mount-for-test.svelte";
import FluxBars from "./FluxBars.svelte";
import Legend from "./Legend.svelte";

const plain = (text: string | null) => text?.replaceAll("\u202f", " ").replace(/\s+/g, " ").trim();

describe("the bars of what flows", () => {
  type Props = Plain<ComponentProps<typeof FluxBars>>;

  test("are a list with the net change at its end", async () => {
    const mounted = mountForTest<Props>(FluxBars, {
      unit: "mg/h",
      max: 40,
      flows: [
        { id: "vein", label: "Vein", direction: "out", value: 31.04 },
        { id: "artery", label: "Artery", direction: "in", value: 12.34 },
        { id: "bile", label: "Bile", direction: "out", value: Number.NaN },
      ],
    });
    const items = page.getByRole("listitem").elements();
    expect(items.map(({ textContent }) => plain(textContent))).toEqual([
      "Artery in 12.3 mg/h",
      "Vein out 31.0 mg/h",
      "Bile out –",
      "Net change –",
    ]);
    mounted.set({ flows: [{ id: "vein", label: "Vein", direction: "out", value: 31.04 }] });
    await expect.element(page.getByRole("listitem").last()).toHaveTextContent("−31.0");
    await mounted.remove();
  });
});

describe("the legend", () => {
  type Props = Plain<ComponentProps<typeof Legend>>;

  test("says its range, and asks for another unit or other colours", async () => {
    const [onunit, oncolourmap] = [vi.fn<(id: string) => void>(), vi.fn<(id: string) => void>()];
    const mounted = mountForTest<Props>(Legend, {
      colourMap: "plasma",
      theme: "dark",
      min: 0.001,
      max: 10,
      unit: "mg",
      units: [
        { id: "mg", label: "mg/L" },
        { id: "mol", label: "µmol/L" },
      ],
      onunit,
      colourMaps: ["plasma", "cividis"],
      oncolourmap,
      ticks: [{ id: "liver", name: "Liver", value: 3, highlighted: true }],
    });
    await expect
      .element(page.getByRole("img", { name: /^Colour scale, logarithmic, from 0.00100.mg\/L/ }))
      .toBeVisible();
    const { width, height } = mounted.element.firstElementChild?.getBoundingClientRect() ?? {};
    expect(width).toBeLessThanOrEqual(300);
    expect(height).toBeLessThanOrEqual(110);
    await page.getByLabelText("Unit").selectOptions("µmol/L");
    expect(onunit).toHaveBeenCalledExactlyOnceWith("mol");
    await page.getByLabelText("Colours", { exact: true }).last().selectOptions("Blue");
    expect(oncolourmap).toHaveBeenCalledExactlyOnceWith("cividis");
    await mounted.remove();
  });
});
