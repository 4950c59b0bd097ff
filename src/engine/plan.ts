/**
 * From a study to what an integrator needs: a model with its numbers, what is given when, and
 * what to record. Everything a person left open is filled here and listed in `filled`.
 *
 * Knows no back end. A study that cannot be planned is an answer with reasons, not an exception.
 */
import { fluxName } from "../core/model/compose";
import { hashOf } from "../core/model/hash";
import type { Block, Model, Outcome, Parameter, Problem } from "../core/model/model";
import type { Addition, Clock, HeldRate } from "../core/numerics/timeline";
import { assembleModel } from "../pharmacology/assemble";
import { makePerson, type Person } from "../pharmacology/body/person";
import type { Drug } from "../pharmacology/drug";
import { inCondition } from "../pharmacology/people/in-condition";
import { idsOf, substancesOf } from "../pharmacology/substances";
import type { Study, StudyFrame } from "../pharmacology/study";
import { administrationsOf, type Administration } from "./administrations";
import { releaseFormsOf } from "./release-forms";

export interface StudyPlan {
  readonly study: StudyFrame;
  readonly drugs: readonly Drug[];
  readonly person: Person;
  /** Whether everything is swallowed with food. */
  readonly fed: boolean;
  /** By drug: how many forms of it release at a time by Weibull's function. */
  readonly forms: Readonly<Record<string, number>>;
  readonly model: Model;
  readonly administrations: readonly Administration[];
  readonly fromHours: number;
  readonly untilHours: number;
  /** Times to report, ascending, first and last included. */
  readonly times: Float64Array;
  readonly outputs: readonly string[];
  /** What was left open and what it became. */
  readonly filled: readonly { readonly what: string; readonly value: string }[];
}

export type DrugLookup = (id: string) => Drug | undefined;

/** More points than any screen or table needs. */
const mostTimes = 100_000;

export function planStudy(study: Study, lookup: DrugLookup): Outcome<StudyPlan> {
  const { one } = study.people;
  const person = inCondition(makePerson(one), one);
  return person.ok ? planFor(study, person.value, lookup) : person;
}

/** The same for a person who is known already. */
export function planFor(study: StudyFrame, person: Person, lookup: DrugLookup): Outcome<StudyPlan> {
  const problems: Problem[] = [];
  const drugs = findDrugs(study, lookup, problems);
  const fed = fedState(study, problems);
  const releases = releaseFormsOf(study, drugs, problems);
  const administrations = study.doses.flatMap((dose, index) => {
    const given = administrationsOf(dose, index, person, { drugs, releases });
    if (given.ok) return given.value;
    problems.push(...given.problems);
    return [];
  });
  const span = spanOf(study, administrations, problems);
  if (problems.length > 0) return { ok: false, problems };

  const forms = Object.fromEntries([...releases].map(([id, { count }]) => [id, count]));
  const assembled = assembleModel({ person, drugs, fed, forms });
  const whole = withOverrides(assembled, study.overrides ?? {}, problems);
  const outputs = study.record?.outputs ?? drugs.map(({ id }) => `${id}/venous-plasma`);
  problems.push(...unknownOutputs(whole, outputs));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      study,
      drugs,
      person,
      fed,
      forms,
      model: { ...whole, record: [...new Set(outputs)] },
      administrations,
      ...span,
      outputs: [...new Set(outputs)],
      filled: filledIn(person),
    },
  };
}

/** The same plan that records more. */
export function alsoRecord(plan: StudyPlan, more: readonly string[]): Outcome<StudyPlan> {
  const problems = unknownOutputs(plan.model, more);
  if (problems.length > 0) return { ok: false, problems };
  const outputs = [...new Set([...plan.outputs, ...more])];
  return { ok: true, value: { ...plan, outputs, model: { ...plan.model, record: outputs } } };
}

/** SHA-256 of the model with all its numbers, whatever of it is recorded. */
export function modelHashOf({ model }: StudyPlan): string {
  const { record: _recorded, ...whole } = model;
  return hashOf(whole);
}

/** Where the names of a compiled model lie. */
interface Places {
  readonly stateIndex: (name: string) => number;
  readonly forcingIndex: (name: string) => number;
}

/**
 * What is given, by the indices of the compiled model.
 *
 * @param only  what is given of this substance alone; clocks are no substance
 */
export function givenFor(
  administrations: readonly Administration[],
  { stateIndex, forcingIndex }: Places,
  only?: string,
): { additions: Addition[]; rates: HeldRate[]; clocks: Clock[] } {
  const additions: Addition[] = [];
  const rates: HeldRate[] = [];
  const clocks = new Map<string, Clock>();
  for (const administration of administrations) {
    const { overHours, amountMg, delayHours = 0, releaseHours = 0, into } = administration;
    const atHours = administration.atHours + delayHours;
    for (const { name, substance, share, clock } of into) {
      if (only !== undefined && substance !== only) continue;
      const amount = amountMg * share;
      if (overHours > 0) {
        const untilHours = atHours + overHours;
        rates.push({ atHours, untilHours, forcing: forcingIndex(name), rate: amount / overHours });
      } else additions.push({ atHours, state: stateIndex(name), amount });
      if (!clock || only !== undefined) continue;
      const [state, forcing] = [stateIndex(clock.state), forcingIndex(clock.forcing)];
      // doses of the same moment share a form, and it has one clock
      clocks.set(`${state} ${atHours}`, {
        atHours,
        untilHours: atHours + releaseHours,
        state,
        forcing,
      });
    }
  }
  return { additions, rates, clocks: [...clocks.values()] };
}

/** What amounts are conserved under, in a study of these drugs. */
export function conservedIn(drugs: readonly Drug[]): string[] {
  return [...new Set(drugs.flatMap(substancesOf).map(({ conservedAs }) => conservedAs))];
}

/** Doses of the drug that an output is of, itself, a form or a metabolite of it. */
export function dosesBehind({ drugs, administrations }: StudyPlan, output: string) {
  const drug = drugs.find((candidate) =>
    idsOf(candidate).some((id) => output.startsWith(`${id}/`)),
  );
  return administrations.filter((dose) => dose.drug === drug?.id);
}

// ——— the parts ———

function findDrugs(study: StudyFrame, lookup: DrugLookup, problems: Problem[]): Drug[] {
  const drugs = study.drugs.flatMap((entry) => {
    if (typeof entry !== "string") return [entry];
    const drug = lookup(entry);
    if (drug) return [drug];
    problems.push({
      code: "unknown-drug",
      subject: entry,
      message: `there is no drug "${entry}"; "perfuse drugs" lists those there are`,
    });
    return [];
  });
  const ids = drugs.flatMap(idsOf);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    problems.push({ code: "duplicate-drug", subject: id, message: "is in the study twice" });
  }
  return drugs;
}

/** The stomach is fed or fasted for the whole study: one model, one emptying. */
function fedState(study: StudyFrame, problems: Problem[]): boolean {
  const swallowed = study.doses.filter(({ route }) => route === "oral");
  const fed = swallowed.filter((dose) => dose.fed === true).length;
  if (fed > 0 && fed < swallowed.length) {
    problems.push({
      code: "mixed-meals",
      subject: "doses",
      message: "some are taken with food and some without; write the same for all of them",
    });
  }
  return fed > 0;
}

function spanOf(
  study: StudyFrame,
  administrations: readonly Administration[],
  problems: Problem[],
) {
  const first = administrations.reduce(
    (earliest, { atHours }) => Math.min(earliest, atHours),
    Number.POSITIVE_INFINITY,
  );
  const fromHours = study.fromHours ?? (Number.isFinite(first) ? first : 0);
  const untilHours = study.untilHours ?? (Number.isFinite(first) ? first : fromHours) + 24;
  if (!(untilHours > fromHours)) {
    problems.push({
      code: "empty-span",
      subject: "untilHours",
      message: `${untilHours} h is not after the beginning at ${fromHours} h`,
    });
  }
  if (first < fromHours) {
    problems.push({
      code: "dose-before-start",
      subject: "fromHours",
      message: `the first dose is at ${first} h, before the beginning at ${fromHours} h`,
    });
  }
  const every = study.record?.everyHours ?? (untilHours - fromHours) / 100;
  const count = Math.floor((untilHours - fromHours) / every + 1e-9) + 1;
  if (count > mostTimes) {
    problems.push({
      code: "too-many-times",
      subject: "record.everyHours",
      message: `gives ${count} times; at most ${mostTimes} are kept, so record less often`,
    });
    return { fromHours, untilHours, times: new Float64Array() };
  }
  return { fromHours, untilHours, times: reportTimes(fromHours, untilHours, every, count) };
}

function reportTimes(from: number, until: number, every: number, count: number): Float64Array {
  const times = Array.from({ length: Math.max(0, count) }, (_, i) => from + i * every);
  const last = times.at(-1) ?? from;
  if (until - last > 1e-9 * Math.max(1, Math.abs(until))) times.push(until);
  else if (times.length > 0) times[times.length - 1] = until;
  return Float64Array.from(times);
}

function unknownOutputs(model: Model, asked: readonly string[]): Problem[] {
  const known = new Set(
    model.blocks.flatMap((block) => [
      ...Object.keys(block.outputs ?? {}),
      ...Object.keys(block.transfers ?? {}).map((local) => fluxName(`${block.name}.${local}`)),
    ]),
  );
  return asked
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: "unknown-output",
      subject: name,
      message: `cannot be recorded; "perfuse outputs" lists what can`,
    }));
}

function withOverrides(
  model: Model,
  overrides: Readonly<Record<string, number>>,
  problems: Problem[],
): Model {
  const names = Object.keys(overrides);
  if (names.length === 0) return model;
  const left = new Set(names);
  const blocks = model.blocks.map((block): Block => {
    const changed = Object.entries(block.parameters ?? {}).map(([local, parameter]) => {
      const name = `${block.name}.${local}`;
      if (!Object.hasOwn(overrides, name)) return [local, parameter] as const;
      left.delete(name);
      return [local, overridden(name, parameter, overrides[name] ?? Number.NaN, problems)] as const;
    });
    return block.parameters ? { ...block, parameters: Object.fromEntries(changed) } : block;
  });
  for (const name of left) {
    problems.push({
      code: "unknown-parameter",
      subject: name,
      message: `is no parameter of this model; "perfuse parameters" lists them`,
    });
  }
  return { ...model, blocks };
}

function overridden(
  name: string,
  parameter: Parameter,
  value: number,
  problems: Problem[],
): Parameter {
  const isFraction = parameter.unit === "fraction";
  if (!Number.isFinite(value) || value < 0 || (isFraction && value > 1)) {
    problems.push({
      code: "override-range",
      subject: name,
      message: `cannot be ${value}; it must be ${isFraction ? "from 0 to 1" : "a number of 0 or more"}`,
    });
  }
  return { ...parameter, value, provenance: { kind: "given", by: "the study's overrides" } };
}

function filledIn(person: Person): StudyPlan["filled"] {
  const text = {
    sex: person.sex,
    ageYears: `${person.ageYears} years`,
    heightCm: `${round(person.heightCm)} cm`,
    weightKg: `${round(person.weightKg)} kg`,
  };
  return person.filledIn.map((what) => ({ what, value: text[what] }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
