/** The present moment in one sentence, from the same state as the body, the chart and the list. */
import type { DoseTime } from "../engine/api";
import type { Drug, Molecule } from "../pharmacology/drug";
import { placeName, type PlaceId } from "./places";

export interface Moment {
  readonly drug: Drug;
  /** What of the drug is looked at. */
  readonly molecule: Pick<Molecule, "id" | "name">;
  readonly timeHours: number;
  readonly doses: readonly DoseTime[];
  /** In plasma, in the shown unit. */
  readonly plasma: number | undefined;
  readonly now: ReadonlyMap<PlaceId, number>;
  /** Least concentration that is drawn in colour. */
  readonly least: number;
  readonly time: (hours: number) => string;
  readonly concentration: (value: number) => string;
}

export function sentenceOfMoment(moment: Moment): string {
  const { drug, doses, timeHours, plasma } = moment;
  const given = doses.filter(({ atHours }) => atHours <= timeHours);
  const last = given.at(-1);
  if (!last) return doses.length === 0 ? `No ${drug.name.toLowerCase()} is given.` : "Not begun.";
  const level =
    plasma === undefined
      ? ""
      : `: ${moment.concentration(plasma)}${ofWhat(moment)} in plasma${highest(moment)}`;
  return `${since(moment, last, given.length)}${level}.`;
}

// ——— the parts ———

function since({ drug, timeHours, time }: Moment, last: DoseTime, count: number): string {
  const name = drug.name.toLowerCase();
  const { atHours, overHours } = last;
  if (timeHours < atHours + overHours) return `Infusion of ${name} under way`;
  const which = count > 1 ? `dose ${count} of ${name}` : `the dose of ${name}`;
  const passed = timeHours - atHours;
  return passed < 1 / 120 ? `Right at ${which}` : `${time(passed)} after ${which}`;
}

function ofWhat({ drug, molecule }: Moment): string {
  return molecule.id === drug.id ? "" : ` ${molecule.name}`;
}

function highest({ now, least }: Moment): string {
  const [first] = [...now].toSorted(([, a], [, b]) => b - a);
  return first && first[1] >= least ? `, most in ${inThe(first[0])}` : "";
}

function inThe(place: PlaceId): string {
  const name = placeName(place).toLowerCase();
  return name === "fat" || name === "muscle" || name.endsWith("blood") ? name : `the ${name}`;
}
