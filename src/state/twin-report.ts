/**
 * A report of a twin as plain data: what was known, what happened, what was learnt, how far it may
 * be believed. For a reader without training on one page; all of it for a specialist. It describes
 * a model, and says nothing of what anybody should do.
 */
import type { Drug } from "../pharmacology/drug";
import { ageAt, latest } from "../pharmacology/twin/known";
import {
  measurements,
  millisecondsOf,
  type Measurable,
  type Twin,
} from "../pharmacology/twin/twin";
import { ageInWords as yearsInWords } from "./fields";
import { momentInWords, momentNow } from "./twin-clock";
import { eventInWords } from "./twin-events";
import {
  isMisfit,
  ageInWords,
  areaOf,
  fitInWords,
  headline,
  rangeInWords,
  traitInWords,
  figures,
} from "./twin-words";
import { levelsOf, unusedLevels, type TwinAnswer } from "./twin-shown";

export interface TwinReport {
  readonly title: string;
  readonly made: string;
  readonly facts: readonly (readonly [what: string, value: string])[];
  /** The newest first; of many the last few, and how many there are besides. */
  readonly events: readonly string[];
  readonly moreEvents: number;
  readonly learnt: readonly string[];
  readonly ranges: readonly (readonly [what: string, prior: string, posterior: string])[];
  readonly fits: readonly string[];
  readonly limits: readonly string[];
}

/** So many lines leave room for the rest of a page. */
const shownEvents = 10;
const shownFits = 5;

export function reportOf(twin: Twin, answer: TwinAnswer, drug: Drug, nowMs: number): TwinReport {
  const name = drug.name.toLowerCase();
  const events = twin.events.filter(({ kind }) => kind !== "measured");
  return {
    title: twin.name,
    made: momentInWords(momentNow(nowMs)),
    facts: factsOf(twin, nowMs),
    events: events
      .toReversed()
      .slice(0, shownEvents)
      .map((event) => `${momentInWords(event.at)}: ${eventInWords(event, twin)}`),
    moreEvents: Math.max(0, events.length - shownEvents),
    learnt: [
      headline(answer, drug.id, name),
      ageInWords(answer.ageDays),
      ...answer.traits.flatMap((trait) => traitInWords(trait) ?? []).slice(0, 3),
    ].filter((sentence) => sentence !== ""),
    ranges: rangesOf(answer, drug.id),
    fits: fitsOf(twin, answer, drug.id),
    limits: limitsOf(twin, answer, drug),
  };
}

// ——— the parts ———

function factsOf(twin: Twin, nowMs: number): TwinReport["facts"] {
  const { sex, heightCm, group, genes } = twin.facts;
  const years = ageAt(twin, nowMs);
  const measured = (what: Measurable): (readonly [string, string])[] => {
    const found = latest(twin, what, nowMs);
    const { name, unit } = measurements[what];
    return found ? [[name, `${figures(found.value)} ${unit}`]] : [];
  };
  const open = (what: string, value: string | undefined) => [what, value ?? "open"] as const;
  return [
    open("Sex", sex),
    open("Age", years === undefined ? undefined : yearsInWords(Math.floor(years))),
    open("Height", heightCm === undefined ? undefined : `${figures(heightCm)} cm`),
    ...(latest(twin, "weight", nowMs) ? measured("weight") : [open("Weight", undefined)]),
    ...(latest(twin, "creatinine", nowMs)
      ? measured("creatinine")
      : [open("Creatinine", undefined)]),
    ...measured("albumin"),
    ...measured("aag"),
    ...measured("haematocrit"),
    ...(group ? [["Ancestry", group] as const] : []),
    ...Object.entries(genes ?? {}),
  ];
}

const exposureNames = {
  area: "Area over 24 h from the last dose on",
  peak: "Highest level in these 24 h",
  trough: "Level at their end",
};

function rangesOf({ exposures }: TwinAnswer, drug: string): TwinReport["ranges"] {
  return exposures
    .filter((exposure) => exposure.drug === drug)
    .map(({ what, unit, prior, posterior }) => [
      `${exposureNames[what]} (${unit})`,
      `${figures(prior.middle)} (${rangeInWords(prior)})`,
      `${figures(posterior.middle)} (${rangeInWords(posterior)})`,
    ]);
}

function fitsOf(twin: Twin, { levels }: TwinAnswer, drug: string): string[] {
  const written = levelsOf(twin, drug).toSorted(
    (a, b) => millisecondsOf(b.at) - millisecondsOf(a.at),
  );
  return written
    .flatMap((level) => {
      const fit = levels.find(({ id }) => id === level.id);
      if (!fit) return [];
      return `${momentInWords(level.at)}: measured ${figures(level.mgPerL)} mg/L, foreseen ${rangeInWords(fit.posterior)}; ${fitInWords(fit)}.`;
    })
    .slice(0, shownFits);
}

function limitsOf(twin: Twin, answer: TwinAnswer, drug: Drug): string[] {
  const open =
    answer.open.length === 0 ? [] : [`Not known and so left open: ${answer.open.join(", ")}.`];
  const unused = unusedLevels(twin, answer).length;
  const misfits = answer.levels.filter(isMisfit).length;
  return [
    ...open,
    ...(unused > 0 ? [`${unused} levels could not be used: no dose is written before them.`] : []),
    ...(misfits > 0
      ? [
          `${misfits} of ${answer.levels.length} levels lie outside what was foreseen; a time, a dose or another drug may be written otherwise than it was.`,
        ]
      : []),
    `The model of ${drug.name.toLowerCase()} is for: ${drug.card.contextOfUse}`,
    `Where it fails: ${drug.card.failsFor}`,
  ];
}

/** What a specialist is given besides. */
export function areaBySecondOpinion(answer: TwinAnswer, drug: string): string {
  const area = areaOf(answer, drug);
  const other = answer.laplace.find((one) => one.drug === drug);
  if (!area || !other) return "Not available.";
  return `Area ${rangeInWords(area.posterior)} mg h/L by weighted draws, ${rangeInWords(other.area)} by the most probable body (Laplace).`;
}
