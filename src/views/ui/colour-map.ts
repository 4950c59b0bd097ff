/**
 * Colour scales for concentrations, shared by the bodies, the legend and the chips.
 *
 * Those of values are perceptually even and rise in lightness, so they survive greyscale print.
 * Their dark ends are cut, or low organs would sink into the background; below the scale stands a
 * neutral colour, never the scale's darkest. The one of ratios is light yellow in the middle, where
 * both are alike, blue below and red above, which every kind of colour vision tells apart.
 */
import { interpolateCividis, interpolatePlasma, interpolateViridis } from "d3-scale-chromatic";

export type ValueMapId = "plasma" | "viridis" | "cividis";
export type ColourMapId = ValueMapId | "ratio";
export type Theme = "dark" | "light";
/** Red, green, blue in 0–1. */
export type Rgb = readonly [red: number, green: number, blue: number];

interface ColourMap {
  readonly id: ColourMapId;
  readonly interpolate: (t: number) => string;
  /** The part of the published scale that is used. */
  readonly from: number;
  readonly to: number;
}

const maps: Readonly<Record<ColourMapId, ColourMap>> = {
  plasma: { id: "plasma", interpolate: interpolatePlasma, from: 0.06, to: 0.965 },
  viridis: { id: "viridis", interpolate: interpolateViridis, from: 0.12, to: 1 },
  cividis: { id: "cividis", interpolate: interpolateCividis, from: 0.1, to: 1 },
  ratio: { id: "ratio", interpolate: ratioColour, from: 0, to: 1 },
};

/** From little to much; ColorBrewer's RdYlBu at five places. */
const ratioStops = ["#313695", "#74add1", "#ffffbf", "#f46d43", "#a50026"].map(parseColour);

/** Quickly out of the middle: half and double are to be seen at a glance. */
function ratioColour(t: number): string {
  const side = 2 * t - 1;
  const place = 2 + 2 * Math.sign(side) * Math.abs(side) ** 0.75;
  const below = Math.min(Math.floor(place), ratioStops.length - 2);
  const [from = neutral.dark, to = from] = ratioStops.slice(below);
  return cssOf(mixRgb(from, to, place - below));
}

/** What a theme starts with. Cividis, which reads alike with every kind of colour vision, is always on offer. */
export const defaultColourMap: Readonly<Record<Theme, ValueMapId>> = {
  dark: "plasma",
  light: "viridis",
};

export const colourMapsFor: Readonly<Record<Theme, readonly ValueMapId[]>> = {
  dark: ["plasma", "cividis"],
  light: ["viridis", "cividis"],
};

/** For places without a drug: frosted glass on either background. */
const neutral: Readonly<Record<Theme, Rgb>> = {
  dark: [0.36, 0.43, 0.51],
  light: [0.76, 0.79, 0.81],
};

/** @param t place on the scale, 0–1; null for below the scale */
export function colourAt(map: ColourMapId, t: number | null, theme: Theme): string {
  return cssOf(srgbAt(map, t, theme));
}

/** For shaders, which light in linear space. */
export function linearAt(map: ColourMapId, t: number | null, theme: Theme): Rgb {
  return linearOf(srgbAt(map, t, theme));
}

/** Evenly spaced colours from the low end to the high one, for a legend's bar. */
export const colourRamp = (map: ColourMapId, count: number): string[] =>
  Array.from({ length: count }, (_, i) => colourAt(map, i / (count - 1), "dark"));

/** Mixed in display space, as neighbours on a screen look. */
export const mixRgb = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

export function srgbAt(map: ColourMapId, t: number | null, theme: Theme): Rgb {
  if (t === null || Number.isNaN(t)) return neutral[theme];
  const { interpolate, from, to } = maps[map];
  return parseColour(interpolate(from + (to - from) * Math.min(Math.max(t, 0), 1)));
}

/** Reads `#rrggbb` and `rgb(r, g, b)`. */
export function parseColour(text: string): Rgb {
  if (text.startsWith("#")) {
    const value = Number.parseInt(text.slice(1), 16);
    return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
  }
  const [red = 0, green = 0, blue = 0] = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  return [red / 255, green / 255, blue / 255];
}

export function cssOf(rgb: Rgb): string {
  const byte = (value: number) => Math.round(value * 255);
  return `rgb(${byte(rgb[0])}, ${byte(rgb[1])}, ${byte(rgb[2])})`;
}

export const linearOf = ([red, green, blue]: Rgb): Rgb => [
  linearise(red),
  linearise(green),
  linearise(blue),
];

const linearise = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
