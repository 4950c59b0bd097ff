/** Colours of the flat body: the scale where there is a drug, an atlas where there is none. */
import {
  colourAt,
  cssOf,
  mixRgb,
  parseColour,
  srgbAt,
  type ColourMapId,
  type Theme,
} from "../ui/colour-map";
import type { OutlineId } from "./body-facts";
import type { BodyValues, Place } from "./body-props";
import { partOf } from "./parts";

export interface FlatPaint {
  readonly of: (place: Place, natural: string) => string;
  readonly ofShape: (id: OutlineId) => string;
  /** Whether a shape's place is below the scale, and so hatched like the legend's swatch. */
  readonly isBelow: (id: OutlineId) => boolean;
  readonly hatch: string;
  readonly outline: string;
  readonly shadow: string;
  readonly skinEdge: string;
  readonly glass: string;
  readonly glassInner: number;
  readonly glassOuter: number;
  readonly muscleOpacity: number;
  readonly granule: string;
}

/** Glass with a share of the scale's colour, like the deep body's. */
function edgeColour(t: number | null, map: ColourMapId, theme: Theme): string {
  const glass = parseColour(theme === "dark" ? "#8fc1f5" : "#9a8578");
  return cssOf(t === null ? glass : mixRgb(glass, srgbAt(map, t, theme), 0.4));
}

/** Blood keeps half of its warm or cool colour, so that arteries and veins can be told apart. */
export const BLOOD_TINT = { arterialBlood: "#ff6a5a", venousBlood: "#5a86ff" } as const;
export const BLOOD_TINT_SHARE = 0.48;

export function flatPaint(values: BodyValues, map: ColourMapId, theme: Theme): FlatPaint {
  const isDark = theme === "dark";
  const of = (place: Place, natural: string): string => {
    if (values === null) return natural;
    const t = values[place] ?? null;
    if (place === "arterialBlood" || place === "venousBlood") {
      const base = srgbAt(map, t, theme);
      return cssOf(mixRgb(base, parseColour(BLOOD_TINT[place]), BLOOD_TINT_SHARE));
    }
    return colourAt(map, t, theme);
  };
  const glass = isDark ? "#7fb2e6" : "#c9b3a4";
  return {
    of,
    ofShape: (id) => {
      if (id === "skin") return of("skin", "#e0c3b2");
      if (id === "bones") return of("bone", isDark ? "#b9c9da" : "#8b9aa6");
      const { takes, natural } = partOf(id);
      if (takes === null) return values === null ? natural : colourAt(map, null, theme);
      return of(takes, natural);
    },
    isBelow: (id) => {
      if (values === null || id === "skin" || id === "bones") return false;
      const { takes } = partOf(id);
      return takes !== null && (values[takes] ?? null) === null;
    },
    hatch: isDark ? "#172331" : "#eef2f5",
    outline: isDark ? "#0b1420" : "#4a3a36",
    shadow: isDark ? "#050a12" : "#2a1822",
    skinEdge: edgeColour(values?.skin ?? null, map, theme),
    glass,
    glassInner: isDark ? 0.07 : 0.16,
    glassOuter: isDark ? 0.2 : 0.34,
    muscleOpacity: 0.16,
    granule: isDark ? "#fff3c4" : "#fff7d6",
  };
}
