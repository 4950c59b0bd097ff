/** Enzymes on the body: each organ that carries a protein at what is left of its work there. */
import type { Place } from "../pharmacology/mechanisms/modulation";
import {
  amountOutputs,
  curveIn,
  remainingOutputs,
  type ProteinOutput,
  type SolvedPair,
} from "./interaction-pair";
import type { PlaceId } from "./places";

export type ActivityCurves = ReadonlyMap<PlaceId, Float64Array>;

/**
 * Of the victim's own way where something acts on it, else the amount of the protein; 1 is without
 * any drug. Organs that do not carry it are not in the map.
 */
export function activityCurves(
  pair: SolvedPair,
  protein: string,
  study: "with" | "without" = "with",
): ActivityCurves {
  const own = remainingOutputs(pair.victim, pair.others);
  const amounts = amountOutputs([pair.victim, ...pair.others]);
  const ofProtein = (all: readonly ProteinOutput[]) => all.filter((one) => one.protein === protein);
  const shown = ofProtein(own).length > 0 ? ofProtein(own) : ofProtein(amounts);
  return new Map(
    shown.flatMap(({ output, place }) => {
      if (!curveIn(pair.with, output)) return [];
      // what nothing acts on while the victim is alone is not recorded there
      const values = curveIn(pair[study], output) ?? pair[study].times.map(() => 1);
      return [[organOf[place], values] as const];
    }),
  );
}

/** Proteins of which there is something to see; those that clear most of the victim first. */
export function shownProteins(pair: SolvedPair): string[] {
  const own = remainingOutputs(pair.victim, pair.others).map(({ protein }) => protein);
  const amounts = amountOutputs([pair.victim, ...pair.others]).map(({ protein }) => protein);
  const share = (protein: string) => pair.shares.get(protein) ?? 0;
  const first = [...new Set(own)].toSorted((a, b) => share(b) - share(a));
  return [...new Set([...first, ...amounts])];
}

/** The next doubling around all that is shown, from 2 to 32 fold. */
export function activityFold(curves: ActivityCurves): number {
  let fold = 1;
  for (const values of curves.values()) {
    for (const value of values) if (value > 0) fold = Math.max(fold, value, 1 / value);
  }
  return 2 ** Math.min(5, Math.max(1, Math.ceil(Math.log2(fold) - 1e-9)));
}

// ——— the parts ———

const organOf: Readonly<Record<Place, PlaceId>> = {
  liver: "liver",
  gut: "smallIntestine",
  kidneys: "kidneys",
};
