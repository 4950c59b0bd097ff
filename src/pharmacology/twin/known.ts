/**
 * What a twin's facts and measurements say of the body at a moment, as people are drawn from it.
 * What nobody said stays open: it is drawn.
 */
import type { Outcome } from "../../core/model/model";
import type { Sex } from "../body/typical-body";
import type { RenalStage } from "../conditions/moves";
import { renalBands } from "../conditions/renal";
import { problemsOf } from "../people/check-request";
import type { Known, MeasuredValue } from "../people/draw-person";
import type { ManyRequest } from "../people/request";
import { adultRate, childRate, rateLogSd } from "./creatinine";
import { millisecondsOf, type Illness, type Measurable, type Measured, type Twin } from "./twin";

/** What a twin is asked for first, most useful first: these move predictions most. */
export const firstFacts = ["weight", "age", "sex", "creatinine", "height"] as const;
export type FirstFact = (typeof firstFacts)[number];

export interface KnownAt {
  readonly request: ManyRequest;
  readonly known: Known;
  /** What is open of `firstFacts`. */
  readonly open: readonly FirstFact[];
}

/** Where the age is open: adults. */
const openAges = [18, 90] as const;
/** Laboratories repeat a protein or a haematocrit within about this share. */
const proteinLogSd = 0.05;
const adultYears = 18;
const yearMs = 365.25 * 24 * 3_600_000;

/** @param at  milliseconds since 1970 */
export function knownAt(twin: Twin, at: number): Outcome<KnownAt> {
  const { sex, heightCm, group, genes } = twin.facts;
  const years = ageAt(twin, at);
  const weight = latest(twin, "weight", at);
  const creatinine = latest(twin, "creatinine", at);
  const rate = creatinine && rateOf(creatinine.value, { sex, years, heightCm });
  const conditions = conditionsOf(twin, at);
  const isAdult = years !== undefined && years >= adultYears;
  const request: ManyRequest = {
    count: 1,
    ageYears: years === undefined ? openAges : [years, years],
    femaleFraction: sex === undefined ? 0.5 : Number(sex === "female"),
    sameWeightKg: weight?.value ?? null,
    ...(group && { group }),
    ...(genes && { genes }),
    ...conditions,
    // what a stage does to a pregnant woman nobody has measured
    ...(rate && isAdult && !conditions.pregnancyWeeks && { renal: stageOf(rate.value) }),
  };
  const problems = problemsOf(request);
  if (problems.length > 0) return { ok: false, problems };
  const known: Known = {
    ...(heightCm !== undefined && { heightCm }),
    ...(rate && { egfrMlMin173: rate }),
    ...measuredNow(twin, at),
  };
  const said: Readonly<Record<FirstFact, unknown>> = {
    weight,
    age: years,
    sex,
    creatinine,
    height: heightCm,
  };
  const open = firstFacts.filter((fact) => said[fact] === undefined);
  return { ok: true, value: { request, known, open } };
}

/** Years at a moment. */
export function ageAt({ facts: { age } }: Twin, at: number): number | undefined {
  return age && Math.max(0, age.years + (at - Date.parse(`${age.on}T12:00:00Z`)) / yearMs);
}

/** The last measurement up to a moment, or the first after it. */
export function latest({ events }: Twin, what: Measurable, at: number): Measured | undefined {
  const all = events
    .filter((event): event is Measured => event.kind === "measured" && event.what === what)
    .toSorted((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at));
  return all.findLast((event) => millisecondsOf(event.at) <= at) ?? all[0];
}

// ——— the parts ———

interface Body {
  readonly sex: Sex | undefined;
  readonly years: number | undefined;
  readonly heightCm: number | undefined;
}

/** Of an open sex or age the middle, and as much more doubt as both ends differ. */
function rateOf(creatinine: number, { sex, years, heightCm }: Body): MeasuredValue | undefined {
  if (years !== undefined && years < adultYears) {
    return heightCm === undefined
      ? undefined
      : { value: childRate(creatinine, heightCm), logSd: rateLogSd };
  }
  const sexes: readonly Sex[] = sex === undefined ? ["male", "female"] : [sex];
  const ages = years === undefined ? openAges : [years];
  const logs = sexes.flatMap((one) => ages.map((age) => Math.log(adultRate(creatinine, age, one))));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const spread = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
  return { value: Math.exp(mean), logSd: Math.hypot(rateLogSd, Math.sqrt(spread)) };
}

function stageOf(rate: number): RenalStage {
  for (const [stage, [from, below]] of Object.entries(renalBands)) {
    if (rate >= from && rate < below) return stage as RenalStage;
  }
  return "normal";
}

function conditionsOf(
  { events }: Twin,
  at: number,
): Pick<ManyRequest, "hepatic" | "pregnancyWeeks"> {
  const now = events.filter(
    (event): event is Illness => event.kind === "illness" && isOn(event, at),
  );
  const liver = now.findLast(({ what }) => what === "liver")?.hepatic;
  const pregnancy = now.findLast(({ what }) => what === "pregnancy");
  return {
    ...(liver && { hepatic: liver }),
    ...(pregnancy?.weeks !== undefined && {
      pregnancyWeeks: Math.min(
        41,
        Math.floor(pregnancy.weeks + (at - millisecondsOf(pregnancy.at)) / (7 * 24 * 3_600_000)),
      ),
    }),
  };
}

function isOn({ at: from, until }: Illness, at: number): boolean {
  return millisecondsOf(from) <= at && (until === undefined || at < millisecondsOf(until));
}

function measuredNow(twin: Twin, at: number): Known {
  const value = (what: Measurable, factor = 1): MeasuredValue | undefined => {
    const found = latest(twin, what, at);
    return found && { value: found.value * factor, logSd: proteinLogSd };
  };
  const [albumin, aag, haematocrit] = [value("albumin"), value("aag"), value("haematocrit", 0.01)];
  return {
    ...(albumin && { albumin }),
    ...(aag && { aag }),
    ...(haematocrit && { haematocrit }),
  };
}
