/**
 * A drug as it may be: drawn over the ranges of what nobody has measured.
 *
 * A drug that was made from typed numbers is made anew for each draw, so that what hangs together
 * stays together; of any other drug the numbers with a range are drawn by themselves. The draws are
 * by counter: draw 7 of 8 is draw 7 of 64.
 */
import { uniform } from "../../core/numerics/random";
import type { Drug } from "../drug";
import { drugAt, drugFrom } from "./make-drug";
import { isSameData, numberAt, numbersOf, withNumber } from "./numbers";
import type { Position, UnknownId } from "./unknowns";

export interface Draws {
  readonly drugs: readonly Drug[];
  /** Draws that could not be: the clearance that was measured is too much for them. */
  readonly refused: number;
}

/** Something that is not known, with the drug at both ends of its range, else in the middle. */
export interface Varied {
  readonly name: string;
  readonly ends: readonly Drug[];
}

export function drawDrugs(drug: Drug, count: number, seed = 1): Draws {
  const vary = variations(drug);
  if (vary.names.length === 0) return { drugs: [], refused: 0 };
  const drugs: Drug[] = [];
  let tried = 0;
  // what is refused is drawn again, but not for ever
  while (drugs.length < count && tried < 4 * count) {
    const draw = tried++;
    const drawn = vary.at((index) => uniform(seed, draw, index));
    if (drawn) drugs.push(drawn);
  }
  return { drugs, refused: tried - drugs.length };
}

export function oneAtATime(drug: Drug): Varied[] {
  const vary = variations(drug);
  return vary.names.map((name, index) => ({
    name,
    ends: [0, 1].flatMap((end) => vary.at((other) => (other === index ? end : 0.5)) ?? []),
  }));
}

/** Whether the numbers of the drug are those that its own typed ones make. */
export function isAsTyped({ own, ...drug }: Drug): boolean {
  if (!own?.typed) return false;
  const made = drugFrom(own.typed);
  return made.ok && isSameData({ ...made.value.drug, own: undefined }, drug);
}

// ——— the parts ———

interface Variations {
  readonly names: readonly string[];
  /** @param position of the unknown by its index, 0 to 1; @returns undefined where it cannot be */
  readonly at: (position: (index: number) => number) => Drug | undefined;
}

function variations(drug: Drug): Variations {
  const typed = drug.own?.typed;
  const made = typed && isAsTyped(drug) ? drugFrom(typed) : undefined;
  if (!typed || !made?.ok) return byRanges(drug);
  const { unknowns } = made.value;
  const index = new Map<UnknownId, number>(unknowns.map(({ id }, i) => [id, i]));
  return {
    names: unknowns.map(({ name }) => name),
    at: (position) => {
      const at: Position = (id) => position(index.get(id) ?? 0);
      const drawn = drugAt(typed, at);
      return drawn.ok ? drawn.value.drug : undefined;
    },
  };
}

function byRanges(drug: Drug): Variations {
  const named = new Map(numbersOf(drug).map(({ path, name }) => [path, name]));
  const ranges = Object.entries(drug.own?.ranges ?? {}).filter(([path]) => named.has(path));
  return {
    names: ranges.map(([path]) => named.get(path) ?? path),
    at: (position) =>
      ranges.reduce((changed, [path, [low, high]], index) => {
        const middle = numberAt(drug, path)?.value ?? low;
        return withNumber(changed, path, between(low, middle, high, position(index)));
      }, drug),
  };
}

/** The drug's own value is the middle; by ratio on either side where there is one. */
function between(low: number, middle: number, high: number, position: number): number {
  const [from, to, share] =
    position < 0.5 ? [low, middle, 2 * position] : [middle, high, 2 * position - 1];
  return from > 0 && to > 0 ? from * (to / from) ** share : from + share * (to - from);
}
