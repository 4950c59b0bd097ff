/**
 * The gut as the absorption model sees it: segments of the reference man (176 cm).
 *
 * Lumen volumes and areas are those of the geometric tube; the effective area counts folds and
 * villi. The residence times belong to the transit that the specific intestinal permeabilities
 * were fitted with (a small-intestinal transit of 126 min, of which the mean residence of drug
 * is 71 min); with the classical 199 min chain, Peff values would be needed instead.
 */
import { assumed, derived, from } from "../provenance";

export interface GutSegment {
  readonly id: string;
  readonly name: string;
  readonly of: "smallIntestine" | "largeIntestine";
  readonly volumeML: number;
  readonly areaCm2: number;
  readonly areaFactor: number;
  /** Share of the lumen that is filled with liquid. */
  readonly fillFraction: number;
  /** Of that liquid, fasted. */
  readonly pH: number;
  readonly residenceMin: number;
  /** Share of the organ's mucosal blood flow. */
  readonly flowFraction: number;
  /** Share of the organ's wall, and of that wall the share that is mucosa. */
  readonly wallFraction: number;
  readonly mucosaFraction: number;
}

const small = "smallIntestine";
const large = "largeIntestine";

/** Proximal to distal; the six parts of the large intestine are read as two. */
export const gutSegments: readonly GutSegment[] = [
  {
    id: "duodenum",
    name: "duodenum",
    of: small,
    volumeML: 200.86,
    areaCm2: 238.4,
    areaFactor: 292.6883,
    fillFraction: 0.06,
    pH: 6,
    residenceMin: 0.615,
    flowFraction: 0.093,
    wallFraction: 0.087,
    mucosaFraction: 0.26,
  },
  {
    id: "upperJejunum",
    name: "upper jejunum",
    of: small,
    volumeML: 397.62,
    areaCm2: 510.1,
    areaFactor: 447.9877,
    fillFraction: 0.064841,
    pH: 6.25,
    residenceMin: 14.22,
    flowFraction: 0.219,
    wallFraction: 0.249,
    mucosaFraction: 0.26,
  },
  {
    id: "lowerJejunum",
    name: "lower jejunum",
    of: small,
    volumeML: 347.99,
    areaCm2: 477.2,
    areaFactor: 372.9358,
    fillFraction: 0.064841,
    pH: 6.9167,
    residenceMin: 14.22,
    flowFraction: 0.219,
    wallFraction: 0.184,
    mucosaFraction: 0.26,
  },
  {
    id: "upperIleum",
    name: "upper ileum",
    of: small,
    volumeML: 416.44,
    areaCm2: 635.9,
    areaFactor: 260.7527,
    fillFraction: 0.064841,
    pH: 7.2083,
    residenceMin: 21.139,
    flowFraction: 0.2345,
    wallFraction: 0.324,
    mucosaFraction: 0.13,
  },
  {
    id: "lowerIleum",
    name: "lower ileum",
    of: small,
    volumeML: 298.4,
    areaCm2: 538.1,
    areaFactor: 146.565,
    fillFraction: 0.064841,
    pH: 7.4583,
    residenceMin: 21.139,
    flowFraction: 0.2345,
    wallFraction: 0.156,
    mucosaFraction: 0.13,
  },
  // caecum and ascending colon
  {
    id: "proximalColon",
    name: "caecum and ascending colon",
    of: large,
    volumeML: 825.66,
    areaCm2: 481.3,
    areaFactor: 2.3156,
    fillFraction: 0.0060009,
    pH: 5.6,
    residenceMin: 391.801,
    flowFraction: 0.24,
    wallFraction: 0.24,
    mucosaFraction: 0.19,
  },
  // transverse, descending and sigmoid colon, rectum
  {
    id: "distalColon",
    name: "transverse to sigmoid colon",
    of: large,
    volumeML: 1426.83,
    areaCm2: 1250.1,
    areaFactor: 2.2841,
    fillFraction: 0.0060009,
    pH: 6.1,
    residenceMin: 1897.894,
    flowFraction: 0.76,
    wallFraction: 0.76,
    mucosaFraction: 0.2104,
  },
];
export const gutSegmentSource = from(
  "PKSim",
  "gastrointestinal segments after Thelen 2011, at 176 cm",
);
export const lumpedColonSource = from(
  "Thelen11",
  "large-intestinal segments, lumped into two: volumes, areas and times summed, pH averaged",
);

/** 1/h. */
export const gastricEmptyingPerHour = {
  fasted: {
    value: Math.LN2 / (13 / 60),
    provenance: derived(
      "ln 2 over 13 min: half of a glass of water has left, seen by MRI",
      "Mudie14",
    ),
  },
  fed: {
    value: 1,
    provenance: assumed("a meal slows emptying about threefold; no single published value"),
  },
};

/** Height for which the table above holds; lengths and radii grow in proportion. */
export const gutReferenceHeightCm = 176;

/** Blood that flows past the enterocytes of the small intestine, reference man. */
export const villousFlowLPerH = {
  value: 18,
  provenance: from("Yang07", "Qvilli of the Qgut model; reported range 6 to 30 L/h"),
};
/** Flow past the mucosa of the colon, relative to that of the small intestine. */
export const colonMucosalFlow = {
  value: 0.6,
  provenance: assumed("in the ratio of the two organs' flows"),
};
