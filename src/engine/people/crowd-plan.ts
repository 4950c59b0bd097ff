/**
 * What a run over many people needs besides the people: one model, one list of steps, and what is
 * recorded, measured and counted along it. The same plan serves every back end and every worker.
 *
 * The steps are the shortest that any of several pilots needs: the typical person and people drawn
 * as everybody is, but under numbers that no run asks for, so that the steps, and with them the
 * results, do not depend on how many people there are.
 */
import { roundingFor, type RoundCoefficients } from "../../core/compile/rounding";
import { planStep, type StepPlan } from "../../core/compile/stages";
import type { Machine } from "../../core/compile/machine";
import { areaName } from "../../core/model/compose";
import type { Outcome } from "../../core/model/model";
import { rodas, type RosenbrockMethod } from "../../core/numerics/tableaus";
import { totalGiven, type Given } from "../../core/numerics/timeline";
import { unitOf } from "../../core/units/parse";
import type { Member, PeopleSource } from "../crowd";
import type { Administration } from "../administrations";
import type { CompiledStudies, CompiledStudy } from "../compiled-study";
import { runSchedule } from "../cpu/lanes";
import { flyPilot } from "../pilot";
import { conservedIn, givenFor, type StudyPlan } from "../plan";
import { makeSchedule, type PilotSteps, type Schedule } from "../schedule";
import { binCount, lowestBin } from "./bins";
import type { CurveShape } from "./measures";

export interface CrowdOutput {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** From internal units to `unit`. */
  readonly factor: number;
  /** State that holds its area. */
  readonly areaState: number;
  /** Lowest of the bins in which its values are counted. */
  readonly lowest: number;
  readonly shape: CurveShape;
}

export interface CrowdPlan {
  readonly plan: StudyPlan;
  readonly study: CompiledStudy;
  readonly source: PeopleSource;
  readonly stepPlan: StepPlan;
  readonly schedule: Schedule;
  /** Absolute tolerance of each state, by which people are judged. */
  readonly absolute: Float64Array;
  /** In the order of the model. */
  readonly outputs: readonly CrowdOutput[];
  /** Rows of which quantiles are counted. */
  readonly countedRows: Int32Array;
  readonly initial: Float64Array;
  readonly round: RoundCoefficients;
  /** What one person of a weight is given. */
  readonly givenTo: (weightKg: number) => Given;
  readonly substances: readonly Substance[];
}

/** What is given of a substance until the end, and the states that must hold it then. */
export interface Substance {
  readonly states: readonly number[];
  readonly fixedMg: number;
  readonly perKgMg: number;
}

export interface CrowdOptions {
  readonly method?: RosenbrockMethod;
  /** Acceptable error of a step as a share of the largest value of each state. */
  readonly share?: number;
  /** By output, in its unit: time above it is counted. */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** Land on the times that the study asks for, and count quantiles there. */
  readonly atTimes?: boolean;
  /** Parts of what is given that may be all that was really taken. */
  readonly histories?: readonly (readonly Administration[])[];
}

/** Peaks and areas within 3e-4 with all variability tripled: `npm run bench -- people-run`. */
const crowdShare = 4e-3;
const pilotCount = 6;
/** Far above any count that may be asked for. */
const pilotsFrom = 2 ** 40;
/** More rows than a ribbon can show are thinned. */
const mostCountedRows = 240;
/** The third shrinks where the peak comes late; four rows have to be left of these. */
const tailRows = 6;
/** Of the counts, in numbers: half of what every GPU has to offer one buffer. */
const mostCounts = 2 ** 24;

export function planCrowd(
  plan: StudyPlan,
  studies: CompiledStudies,
  source: PeopleSource,
  options: CrowdOptions = {},
): Outcome<CrowdPlan> {
  const prepared = studies.prepare({ ...plan.model, accumulate: plan.outputs });
  if (!prepared.ok) return prepared;
  const study = prepared.value;
  const { compiled, machine } = study;
  const doses = dosesOf(plan, study);
  const body = { initial: machine.state.slice(), round: roundingFor(compiled.system) };
  const typical = typicalOf(plan, machine);
  const method = options.method ?? rodas;
  const pilots = [typical, ...drawnPilots(source)].map((member) =>
    flyPilot(judgedByScale(study), {
      given: doses.givenTo(member.weightKg),
      fromHours: plan.fromHours,
      untilHours: plan.untilHours,
      share: options.share ?? crowdShare,
      stepper: studies.machineFor(study, method),
      reset: (machineOfPilot) => rest(machineOfPilot, member, body),
    }),
  );
  const schedule = makeSchedule({
    given: doses.given,
    givenPerKg: doses.perKg,
    alternatives: options.histories?.map((history) => givenFor(history, study)),
    fromHours: plan.fromHours,
    untilHours: plan.untilHours,
    forcingCount: compiled.flat.forcings.length,
    pilots: [...pilots.map(({ steps }) => steps), tailSteps(plan)],
    times: options.atTimes ? plan.times : [],
    everyStep: true,
    bothSides: true,
  });
  rest(machine, typical, body);
  const { records } = runSchedule(machine, schedule, [typical.weightKg]);
  const shape = shapeOf(schedule, plan);
  return {
    ok: true,
    value: {
      plan,
      study,
      source,
      stepPlan: planStep(method),
      schedule,
      absolute: pilots[0]?.absolute ?? machine.absolute.slice(),
      ...body,
      givenTo: doses.givenTo,
      countedRows: countedRowsOf(
        schedule,
        compiled.flat.outputs.length,
        options.atTimes ? plan.times : undefined,
      ),
      outputs: compiled.flat.outputs.map(({ name, label, unit }, index) => {
        const factor = 1 / unitOf(unit).factor;
        const threshold = (options.thresholds?.[name] ?? Infinity) / factor;
        const peak = Math.max(...records.map((row) => row[index] ?? 0));
        return {
          name,
          label,
          unit,
          factor,
          areaState: study.stateIndex(areaName(name)),
          lowest: lowestBin(peak),
          shape: { ...shape, threshold },
        };
      }),
      substances: substancesOf(plan, study, doses.split),
    },
  };
}

/** Brings a machine to the first moment of a person's study. */
export function rest(
  machine: Machine,
  member: Member,
  { initial, round }: Pick<CrowdPlan, "initial" | "round">,
): void {
  member.write(machine.parameters);
  machine.computeCoefficients();
  round(machine.coefficients);
  machine.state.set(initial);
  machine.forcings.fill(0);
}

// ——— the parts ———

/** What everybody gets alike, and what goes by weight. */
function dosesOf({ administrations }: StudyPlan, study: CompiledStudy) {
  const fixed = administrations.filter(({ mgPerKg }) => mgPerKg === undefined);
  const byWeight = administrations.flatMap(({ mgPerKg, ...dose }) =>
    mgPerKg === undefined ? [] : [{ ...dose, amountMg: mgPerKg }],
  );
  /** Of one substance. */
  const split = (substance: string) => ({
    given: givenFor(fixed, study, substance),
    perKg: givenFor(byWeight, study, substance),
  });
  // clocks run alike for everybody, whatever a dose goes by
  const { clocks } = givenFor(administrations, study);
  const given = { ...givenFor(fixed, study), clocks };
  const { additions, rates } = givenFor(byWeight, study);
  const perKg = { additions, rates };
  const givenTo = (weightKg: number): Given => ({
    clocks,
    additions: [
      ...given.additions,
      ...perKg.additions.map((one) => ({ ...one, amount: one.amount * weightKg })),
    ],
    rates: [...given.rates, ...perKg.rates.map((one) => ({ ...one, rate: one.rate * weightKg }))],
  });
  return { split, given, perKg, givenTo };
}

/** The plan's own person: whose parameters the machine was prepared with. */
function typicalOf({ person }: StudyPlan, machine: Machine): Member {
  const parameters = machine.parameters.slice();
  return { weightKg: person.weightKg, write: (target) => target.set(parameters) };
}

function drawnPilots(source: PeopleSource): Member[] {
  return Array.from({ length: pilotCount }, (_, i) => source.person(pilotsFrom + i)).filter(
    (drawn) => "write" in drawn,
  );
}

/** The study's machine, its tolerances saying only which states are judged at all. */
function judgedByScale({ compiled, machine }: CompiledStudy): Machine {
  compiled.flat.states.forEach(({ scale }, i) => (machine.absolute[i] = scale ?? 1));
  return machine;
}

/** The moment after which nothing is given any more. */
function lastEventOf({ administrations, fromHours, untilHours }: StudyPlan): number {
  const ends = administrations.map(
    ({ atHours, overHours, delayHours = 0 }) => atHours + overHours + delayHours,
  );
  return Math.min(untilHours, Math.max(fromHours, ...ends));
}

/**
 * Steps of nobody, which see to it that the last third of what follows the last dose has rows
 * enough to tell a half-life by: slow curves would be crossed in two or three steps.
 */
function tailSteps(plan: StudyPlan): PilotSteps {
  const third = (plan.untilHours - lastEventOf(plan)) / 3;
  return [
    { atHours: plan.fromHours, h: Infinity },
    { atHours: plan.untilHours - third, h: third / tailRows || Infinity },
  ];
}

function shapeOf({ recordHours }: Schedule, plan: StudyPlan): Omit<CurveShape, "threshold"> {
  const gaps = recordHours.map((hours, row) => hours - (recordHours[row - 1] ?? hours));
  const doses = plan.administrations.map(({ atHours }) => atHours);
  const lastDose = Math.max(plan.fromHours, ...doses);
  const isRepeated = new Set(doses).size > 1;
  const lastEvent = lastEventOf(plan);
  const before = recordHours.indexOf(lastDose);
  return {
    gaps,
    troughRow: isRepeated ? before : -1,
    lowestFromRow: isRepeated ? before : -1,
    lastEventRow: recordHours.lastIndexOf(lastEvent),
  };
}

/** Each moment once, after the event; thinned where there are more than a ribbon can show. */
function countedRowsOf(
  { recordHours }: Schedule,
  outputs: number,
  times: Float64Array | undefined,
): Int32Array {
  const asked = times && new Set(times);
  const rows = [...recordHours.keys()].filter((row) =>
    asked
      ? asked.has(recordHours[row] ?? Number.NaN) && recordHours[row] !== recordHours[row + 1]
      : true,
  );
  const room = Math.max(2, Math.floor(mostCounts / (outputs * binCount)));
  const every = Math.ceil(rows.length / Math.min(room, asked ? room : mostCountedRows));
  return Int32Array.from(rows.filter((_, i) => i % every === 0 || i === rows.length - 1));
}

function substancesOf(
  { drugs, untilHours }: StudyPlan,
  { compiled }: CompiledStudy,
  split: (substance: string) => { readonly given: Given; readonly perKg: Given },
): Substance[] {
  return conservedIn(drugs).map((id) => {
    const { given, perKg } = split(id);
    return {
      states: compiled.flat.states.flatMap(({ substance }, i) => (substance === id ? [i] : [])),
      fixedMg: totalGiven(given, untilHours),
      perKgMg: totalGiven(perKg, untilHours),
    };
  });
}
