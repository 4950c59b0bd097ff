/** Those who stand side by side by one metric: their values, and each person's own ratio to A. */
import type { PeopleColumn } from "../../state/kept-people";
import { pairingOf, samePeople, type Pairing } from "../../state/pairing";
import { shownMetrics, type Shown } from "../../state/people-view";
import { valuesIn, type LetteredSide } from "../../state/sides-view";
import { personRatios } from "../../views/people/difference/ratio-curves";
import type { ComparedGroup } from "../../views/people/histogram/comparison-rows";
import { styleAt } from "../../views/people/ribbon/ribbon";

export interface Compared {
  /** In the order of their letters; without A's values nothing is divided. */
  readonly groups: readonly ComparedGroup[];
  /** What cannot be said, and why. */
  readonly notes: readonly string[];
}

const words = {
  without: (called: string) => `${called}, has no such number.`,
  others: (letter: string, differs: string) =>
    `${letter} and A are not the same people (other ${differs}): only medians can be compared.`,
};

/** @param metric  one of the shown metrics of any of them */
export function comparedBy(
  sides: readonly LetteredSide[],
  metric: PeopleColumn,
  output: string,
  shown: Shown,
): Compared {
  const [first, ...others] = sides.map((side) => ({
    side,
    column: shownMetrics(side.result, output, shown).find(({ id }) => id === metric.id),
  }));
  if (!first) return { groups: [], notes: [] };
  const compared = others.map((one) => ({ ...one, pairing: pairingBetween(first.side, one.side) }));
  return {
    groups: [
      ...groupOf(first),
      ...compared.flatMap(({ side, column, pairing }) =>
        groupOf({ side, column }, pairing?.isPaired && first.column ? first : undefined),
      ),
    ],
    notes: [
      ...(first.column ? [] : [words.without(first.side.called)]),
      ...compared.flatMap(({ side, column, pairing }) => {
        if (!column) return [words.without(side.called)];
        return pairing && !pairing.isPaired ? [words.others(side.letter, pairing.differs)] : [];
      }),
    ],
  };
}

/** Undefined where one of them is a single person. */
export function pairingBetween(a: LetteredSide, b: LetteredSide): Pairing | undefined {
  if (a.person || b.person) return undefined;
  return pairingOf(a.result.request.study.people.many, b.result.request.study.people.many);
}

// ——— the parts ———

interface Read {
  readonly side: LetteredSide;
  readonly column: PeopleColumn | undefined;
}

/** @param pairedWith  whose people are the same */
function groupOf({ side, column }: Read, pairedWith?: Read): ComparedGroup[] {
  if (!column) return [];
  return [
    {
      id: String(side.id),
      name: side.called,
      style: styleAt(side.place),
      values: Float64Array.from(valuesIn(side, column)),
      isPerson: side.person !== undefined,
      ownRatios: pairedWith && ownRatios(side, column, pairedWith),
    },
  ];
}

function ownRatios({ result }: LetteredSide, { values }: PeopleColumn, below: Read): Float64Array {
  const filled = Math.min(result.filled, below.side.result.filled);
  const same = samePeople(filled, below.side.result, result);
  return personRatios(same, values, below.column?.values ?? []);
}
