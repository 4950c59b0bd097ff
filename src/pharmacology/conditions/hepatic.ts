/**
 * Cirrhosis by Child–Pugh class: the factors of Johnson 2010 and Edginton 2008 over healthy adults.
 *
 * The blood of the portal organs that passes the liver by through shunts is taken out of their
 * flow. What else the liver's scars do, to transporters and to conjugation, has no agreed number.
 */
import { derived, from } from "../provenance";
import { portalOrgans } from "../body/organs";
import type { HepaticClass, Move, MoveTarget } from "./moves";

type Cirrhosis = Exclude<HepaticClass, "normal">;
type Row = readonly [a: number, b: number, c: number];

/** Ratios to healthy, Child–Pugh A, B, C. */
const portalOrganFlow: Row = [0.4, 0.36, 0.04];
const arteryFlowPerGramOfLiver: Row = [1.61, 2.34, 5.29];
const functionalLiverVolume: Row = [0.69, 0.55, 0.28];
const ratios: readonly (readonly [MoveTarget, Row])[] = [
  ["volume.liver", functionalLiverVolume],
  ["flow.kidneys", [0.88, 0.65, 0.48]],
  ["flow.cardiacOutput", [1.11, 1.27, 1.36]],
  ["gfr", [1, 0.7, 0.36]],
  ["albumin", [0.81, 0.68, 0.5]],
  ["aag", [0.6, 0.56, 0.3]],
  ["haematocrit", [0.866, 0.822, 0.778]],
  ["liver.CYP3A4", [1, 0.4, 0.4]],
  ["liver.CYP1A2", [1, 0.1, 0.1]],
  ["liver.CYP2E1", [1, 0.83, 0.83]],
  ["liver.CYP2A6", [0.89, 0.62, 0.32]],
  ["liver.CYP2B6", [1, 0.9, 0.8]],
  ["liver.CYP2C8", [0.69, 0.52, 0.33]],
  ["liver.CYP2C9", [0.69, 0.51, 0.33]],
  ["liver.CYP2C18", [0.32, 0.26, 0.12]],
  ["liver.CYP2C19", [0.32, 0.26, 0.12]],
  ["liver.CYP2D6", [0.76, 0.33, 0.11]],
];

export function hepaticMoves(childPugh: Cirrhosis): readonly Move[] {
  return moves[childPugh];
}

// ——— the moves of a class are the same for everybody ———

const moves: Readonly<Record<Cirrhosis, readonly Move[]>> = {
  A: movesOfClass("A", 0),
  B: movesOfClass("B", 1),
  C: movesOfClass("C", 2),
};

function movesOfClass(childPugh: Cirrhosis, column: 0 | 1 | 2): readonly Move[] {
  const condition = `Child–Pugh ${childPugh}`;
  const tabulated = derived(`${condition} over healthy adults`, "Johnson10", "Edginton08");
  const artery = derived(
    "flow of the hepatic artery per gram of liver, times the volume of functional liver",
    "Johnson10",
    "Edginton08",
  );
  const shunts = from("Edginton08", `flow of the portal organs through the liver in ${condition}`);
  const portal = portalOrgans.map((organ): Move => ({
    target: `flow.${organ}`,
    factor: portalOrganFlow[column],
    provenance: shunts,
    condition,
  }));
  const arterial: Move = {
    target: "flow.liver",
    factor: arteryFlowPerGramOfLiver[column] * functionalLiverVolume[column],
    provenance: artery,
    condition,
  };
  const others = ratios.map(([target, row]): Move => ({
    target,
    factor: row[column],
    provenance: tabulated,
    condition,
  }));
  return [...portal, arterial, ...others];
}
