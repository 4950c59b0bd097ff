import { describe, expect, test } from "vitest";
import {
  colourAt,
  colourMapsFor,
  colourRamp,
  defaultColourMap,
  linearAt,
  linearOf,
  parseColour,
  srgbAt,
  type ColourMapId,
  type Rgb,
} from "./colour-map";

const maps: readonly ColourMapId[] = ["plasma", "viridis", "cividis"];

/** Relative luminance, 0–1. */
const luminance = ([r, g, b]: Rgb) => {
  const [lr, lg, lb] = linearOf([r, g, b]);
  return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
};

describe.each(maps)("%s", (map) => {
  test("grows lighter all the way, so that it survives greyscale", () => {
    let before = -1;
    for (let i = 0; i <= 50; i++) {
      const light = luminance(srgbAt(map, i / 50, "dark"));
      expect(light).toBeGreaterThan(before);
      before = light;
    }
  });

  test("never falls into black", () => {
    expect(luminance(srgbAt(map, 0, "dark"))).toBeGreaterThan(0.01);
  });

  test("holds what lies beyond its ends at the ends", () => {
    expect(colourAt(map, -3, "dark")).toBe(colourAt(map, 0, "dark"));
    expect(colourAt(map, 7, "dark")).toBe(colourAt(map, 1, "dark"));
  });

  test("gives shaders and pages the same colour", () => {
    const css = parseColour(colourAt(map, 0.37, "light"));
    const shader = linearAt(map, 0.37, "light");
    for (const [i, value] of linearOf(css).entries()) expect(value).toBeCloseTo(shader[i] ?? 0, 2);
  });
});

test.each(["dark", "light"] as const)(
  "nothing measured is neutral grey on %s, not a colour of the scale",
  (theme) => {
    const [r, g, b] = srgbAt(defaultColourMap[theme], null, theme);
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(0.2);
    expect(colourAt("plasma", null, theme)).toBe(colourAt("cividis", null, theme));
    expect(colourAt("plasma", Number.NaN, theme)).toBe(colourAt("plasma", null, theme));
  },
);

test("cividis is offered on both backgrounds", () => {
  expect(colourMapsFor.dark).toContain("cividis");
  expect(colourMapsFor.light).toContain("cividis");
});

test("a ramp runs from the low end to the high one", () => {
  const ramp = colourRamp("plasma", 5);
  expect(ramp).toHaveLength(5);
  expect(ramp[0]).toBe(colourAt("plasma", 0, "dark"));
  expect(ramp.at(-1)).toBe(colourAt("plasma", 1, "dark"));
});

describe("the scale of ratios", () => {
  test("is lightest where both are alike, and darkens alike to both sides", () => {
    const light = [0, 0.25, 0.5, 0.75, 1].map((t) => luminance(srgbAt("ratio", t, "dark")));
    const [least = 0, less = 0, alike = 0, more = 0, most = 0] = light;
    expect(less).toBeLessThan(alike);
    expect(more).toBeLessThan(alike);
    expect(least).toBeLessThan(less);
    expect(most).toBeLessThan(more);
  });

  test("is blue below and red above, so that no kind of colour vision takes one for the other", () => {
    for (const t of [0.05, 0.2, 0.35]) {
      const [below, above] = [srgbAt("ratio", t, "dark"), srgbAt("ratio", 1 - t, "dark")];
      expect(below[2]).toBeGreaterThan(below[0]);
      expect(above[0]).toBeGreaterThan(above[2]);
    }
  });
});
