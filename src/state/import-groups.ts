/**
 * What a file gave, in groups that a person can look through and take or leave: each fact, and all
 * events of one kind together.
 */
import {
  measurements,
  millisecondsOf,
  type Moment,
  type TwinEvent,
  type TwinFacts,
} from "../pharmacology/twin/twin";

export interface ImportGroup {
  /** "sex", "gene CYP2C9", "level vancomycin", "measured weight" */
  readonly key: string;
  readonly label: string;
  /** In words: a fact's value, or the last of several values. */
  readonly value: string;
  readonly count: number;
  /** Of events: the first and the last. */
  readonly from?: Moment;
  readonly until?: Moment;
}

/** @param drugName of a drug's id */
export function groupsOf(
  facts: Partial<TwinFacts>,
  events: readonly TwinEvent[],
  drugName: (id: string) => string,
): readonly ImportGroup[] {
  return [...factGroups(facts), ...eventGroups(events, drugName)];
}

export function withoutFacts(
  facts: Partial<TwinFacts>,
  left: ReadonlySet<string>,
): Partial<TwinFacts> {
  const { genes, ...others } = facts;
  const kept = Object.entries(others).filter(([key]) => !left.has(key));
  const keptGenes = Object.entries(genes ?? {}).filter(([gene]) => !left.has(`gene ${gene}`));
  return {
    ...(Object.fromEntries(kept) as Partial<TwinFacts>),
    ...(keptGenes.length > 0 && { genes: Object.fromEntries(keptGenes) }),
  };
}

export function groupOf(event: TwinEvent): string {
  switch (event.kind) {
    case "dose":
    case "level":
      return `${event.kind} ${event.drug}`;
    case "measured":
    case "illness":
      return `${event.kind} ${event.what}`;
  }
}

// ——— the parts ———

function factGroups({ sex, age, heightCm, group, genes }: Partial<TwinFacts>): ImportGroup[] {
  const one = (key: string, label: string, value: string | undefined): ImportGroup[] =>
    value === undefined ? [] : [{ key, label, value, count: 1 }];
  return [
    ...one("sex", "Sex", sex),
    ...one("age", "Age", age && `${age.years} years on ${age.on}`),
    ...one("heightCm", "Height", heightCm === undefined ? undefined : `${heightCm} cm`),
    ...one("group", "Group", group),
    ...Object.entries(genes ?? {}).flatMap(([gene, alleles]) => one(`gene ${gene}`, gene, alleles)),
  ];
}

function eventGroups(
  events: readonly TwinEvent[],
  drugName: (id: string) => string,
): readonly ImportGroup[] {
  const byKey = new Map<string, TwinEvent[]>();
  for (const event of events) {
    const key = groupOf(event);
    const group = byKey.get(key);
    if (group) group.push(event);
    else byKey.set(key, [event]);
  }
  return [...byKey.entries()].flatMap(([key, all]) => {
    const inOrder = all.toSorted((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at));
    const [first, last] = [inOrder[0], inOrder.at(-1)];
    if (!first || !last) return [];
    const { label, value } = wordsOf(last, drugName);
    return [{ key, label, value, count: all.length, from: first.at, until: last.at }];
  });
}

function wordsOf(event: TwinEvent, drugName: (id: string) => string) {
  switch (event.kind) {
    case "dose":
      return { label: `${drugName(event.drug)}, doses`, value: `${event.amountMg} mg` };
    case "level": {
      const below = event.isBelow ? "below " : "";
      return { label: `${drugName(event.drug)}, levels`, value: `${below}${event.mgPerL} mg/L` };
    }
    case "measured": {
      const { name, unit } = measurements[event.what];
      return { label: name, value: `${event.value} ${unit}` };
    }
    case "illness":
      return { label: "Illness", value: event.what };
  }
}
