/**
 * What age and size make of a body: the typical body of somebody against the reference adult of the
 * same sex, number by number, each with where it comes from.
 *
 * These are no moves of a condition: a child's, an old and an obese body are made so from the start.
 */
import type { Provenance } from "../../core/model/model";
import { enzymes, microsomalProtein, ontogenySource } from "../body/enzymes";
import { makePerson, personSources, volumeSource, type Person } from "../body/person";
import { plasmaProteinSource } from "../body/plasma-proteins";
import { haematocrit } from "../body/reference-people";
import { activityCovariates, covariates } from "./covariates";

export interface SizeChange {
  readonly what: string;
  readonly unit: string;
  /** Of the reference adult, and of this body. */
  readonly from: number;
  readonly to: number;
  readonly provenance: Provenance;
}

/** What differs by more than a hundredth. */
export function sizeChanges(body: Person): readonly SizeChange[] {
  const adult = makePerson({ sex: body.sex });
  return [...covariates, ...activityCovariates(Object.keys(enzymes))].flatMap(
    ({ id, name, unit, of }): SizeChange[] => {
      const [from, to] = [of(adult), of(body)];
      const provenance = sourceOf(id);
      if (!provenance || !(Math.abs(to - from) > 0.01 * Math.abs(from))) return [];
      return [{ what: name, unit, from, to, provenance }];
    },
  );
}

// ——— the parts ———

/** Undefined for what is asked for, not made. */
function sourceOf(id: string): Provenance | undefined {
  if (id.startsWith("liver.") || id.startsWith("gut.")) return ontogenySource;
  return sources[id];
}

const sources: Readonly<Record<string, Provenance>> = {
  fat: volumeSource("adipose"),
  muscle: volumeSource("muscle"),
  liver: volumeSource("liver"),
  kidneys: volumeSource("kidneys"),
  blood: volumeSource("blood"),
  output: personSources.flow,
  liverFlow: personSources.flow,
  gfr: personSources.gfr,
  haematocrit: haematocrit.male.provenance,
  albumin: plasmaProteinSource,
  aag: plasmaProteinSource,
  microsomes: microsomalProtein.provenance,
};
