import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { linearOf, parseColour, type Rgb } from "./colour-map";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** The colours of one theme by name. */
function coloursOf(theme: "dark" | "light"): ReadonlyMap<string, Rgb> {
  const block = css.split(`[data-theme="${theme}"] {`)[1]?.split("}")[0] ?? "";
  const found = block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g);
  return new Map(Array.from(found, ([, name = "", colour = ""]) => [name, parseColour(colour)]));
}

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira, Fernandes 2009 (doi 10.1109/TVCG.2009.113), severity 1, on linear colours. */
const visions: readonly (readonly [name: string, matrix: Matrix])[] = [
  [
    "usual colour vision",
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  ],
  [
    "protanopia",
    [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  ],
  [
    "deuteranopia",
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  ],
  [
    "tritanopia",
    [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  ],
];

const times = (matrix: Matrix, [x, y, z]: Rgb): Rgb => {
  const row = ([a, b, c]: Rgb) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

const seenWith = (matrix: Matrix, linear: Rgb): Rgb => {
  const [red, green, blue] = times(matrix, linear);
  return [Math.max(red, 0), Math.max(green, 0), Math.max(blue, 0)];
};

/** Björn Ottosson's OKLab, where distances are near to what is seen. */
function oklab(linear: Rgb): Rgb {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linear,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

/** As WCAG 2 defines it. */
function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(["dark", "light"] as const)("the %s theme", (theme) => {
  const colours = coloursOf(theme);
  const colour = (name: string): Rgb => colours.get(name) ?? [Number.NaN, 0, 0];
  const surfaces = ["surface-0", "surface-1", "surface-2", "surface-3"];
  const curves = Array.from({ length: 8 }, (_, index) => `series-${index + 1}`);

  test.each(surfaces)("lets text be read on --%s", (surface) => {
    expect(contrast(colour("text"), colour(surface))).toBeGreaterThan(7);
    expect(contrast(colour("text-2"), colour(surface))).toBeGreaterThan(4.5);
  });

  test.each(["line-strong", "accent", "warm", "good", "bad"])("lets --%s be seen", (name) => {
    for (const surface of ["surface-0", "surface-1", "surface-2"]) {
      expect(contrast(colour(name), colour(surface))).toBeGreaterThan(3);
    }
  });

  test("lets messages be read where something went wrong, and labels on what is accented", () => {
    expect(contrast(colour("text"), colour("bad-surface"))).toBeGreaterThan(7);
    expect(contrast(colour("bad"), colour("surface-1"))).toBeGreaterThan(4.5);
    expect(contrast(colour("accent-text"), colour("accent"))).toBeGreaterThan(4.5);
  });

  test.each(curves)("lets the curve --%s be seen on a panel", (name) => {
    expect(contrast(colour(name), colour("surface-1"))).toBeGreaterThan(3);
    expect(contrast(colour(name), colour("surface-2"))).toBeGreaterThan(3);
  });

  test.each(visions)("keeps curves apart with %s", (_, matrix) => {
    const seen = curves.map((name) => oklab(seenWith(matrix, linearOf(colour(name)))));
    for (const [index, a] of seen.entries()) {
      for (const b of seen.slice(0, index)) {
        // Twice what two patches side by side need; dashes do the rest.
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.04);
      }
    }
  });
});
