/**
 * Proves a GPU against the CPU: the same people, solved on both, compared value by value.
 *
 * People differ in every parameter of the model. The GPU takes the shared schedule in 32 bit; the
 * CPU solves each person adaptively in 64 bit, far tighter, from the same rounded coefficients.
 * What is compared is what would be shown: curves, peaks, areas, and the balance of matter.
 */
import { roundingFor } from "../core/compile/rounding";
import type { Outcome } from "../core/model/model";
import { areaName } from "../core/model/compose";
import { integrate } from "../core/numerics/integrate";
import { planStep, type StepPlan } from "../core/compile/stages";
import { rodas, type RosenbrockMethod } from "../core/numerics/tableaus";
import type { CompiledStudies, CompiledStudy } from "./compiled-study";
import { coefficientsOf, copyCoefficients } from "./crowd";
import { createPipeline, kernelSource } from "./gpu/kernel";
import { runTile, type TileResult } from "./gpu/tile";
import { flyPilot, usualShare, type Pilot } from "./pilot";
import { givenFor, type StudyPlan } from "./plan";
import { variedPeople } from "./people/varied";
import { unlessAborted } from "./unless-aborted";
import { makeSchedule, type Schedule } from "./schedule";
import { massErrorOf } from "./simulate";

export interface ProofRequest {
  readonly people: number;
  readonly seed: number;
  /** Coefficient of variation of every parameter. */
  readonly cv: number;
  readonly method?: RosenbrockMethod;
  readonly share?: number;
}

export interface Proof {
  readonly people: number;
  readonly steps: number;
  readonly outputs: number;
  /** Relative to the peak of the same curve: the worst over people, outputs and times. */
  readonly curveError: number;
  readonly peakError: number;
  readonly areaErrorMedian: number;
  readonly areaErrorWorst: number;
  readonly massError: number;
  /** People whose estimated error is above three times the tolerance, or not finite. */
  readonly flagged: number;
  readonly integrationMs: number;
  readonly dispatches: number;
}

export interface ProofProgress {
  readonly phase: "compile" | "simulate" | "compare";
  readonly done: number;
  readonly total: number;
}

export interface ProofHooks {
  readonly onProgress: (progress: ProofProgress) => void;
  readonly signal: AbortSignal;
  /** Lets others in between people, so that a stop can arrive. */
  readonly breathe: () => Promise<void>;
}

/** @returns undefined if it was stopped; throws if the device is lost on the way */
export async function proveGpu(
  device: GPUDevice,
  plan: StudyPlan,
  studies: CompiledStudies,
  request: ProofRequest,
  hooks: ProofHooks,
): Promise<Outcome<Proof | undefined>> {
  const prepared = prepareProof(plan, studies, request);
  if (!prepared.ok) return prepared;
  const bench = prepared.value;
  hooks.onProgress({ phase: "compile", done: 0, total: 1 });
  const { compiled } = bench.study;
  const code = kernelSource(compiled, bench.stepPlan, bench.schedule);
  const pipeline = await unlessAborted(createPipeline(device, code), hooks.signal);
  if (!pipeline) return { ok: true, value: undefined };
  const states = compiled.flat.states.length + compiled.flat.forcings.length;
  const tile = await runTile(
    device,
    pipeline,
    {
      people: request.people,
      coefficients: bench.crowd.coefficients,
      start: firstStates(bench.study, states, request.people),
      schedule: bench.schedule,
      outputs: compiled.flat.outputs.length,
      tolerances: Float32Array.from(bench.pilot.absolute),
    },
    (done, total) => hooks.onProgress({ phase: "simulate", done, total }),
    hooks.signal,
  );
  const proof = tile && (await compare(bench, tile, hooks));
  return { ok: true, value: proof };
}

// ——— the parts ———

interface Crowd {
  readonly people: number;
  readonly coefficients: Float32Array<ArrayBuffer>;
  readonly copyCoefficients: (person: number, target: Float64Array) => void;
}

interface Bench {
  readonly plan: StudyPlan;
  readonly study: CompiledStudy;
  readonly stepPlan: StepPlan;
  readonly crowd: Crowd;
  readonly pilot: Pilot;
  readonly schedule: Schedule;
  readonly reset: (person: number) => void;
}

function prepareProof(
  plan: StudyPlan,
  studies: CompiledStudies,
  request: ProofRequest,
): Outcome<Bench> {
  const model = { ...plan.model, accumulate: plan.outputs };
  const prepared = studies.prepare(model);
  if (!prepared.ok) return prepared;
  const study = prepared.value;
  const { machine, compiled } = study;
  const source = variedPeople(model, plan.person.weightKg, { ...request, count: request.people });
  const members = Array.from({ length: request.people }, (_, k) => source.person(k)).filter(
    (drawn) => "write" in drawn,
  );
  const { people } = request;
  const coefficients = coefficientsOf(study, roundingFor(compiled.system), members);
  const crowd: Crowd = {
    people,
    coefficients,
    copyCoefficients: (person, target) => copyCoefficients(coefficients, people, person, target),
  };
  const given = givenFor(plan.administrations, study);
  const initial = Float64Array.from(compiled.flat.states, ({ initial: value }) => value ?? 0);
  const reset = (person: number, rested = machine) => {
    rested.state.set(initial);
    rested.forcings.fill(0);
    crowd.copyCoefficients(person, rested.coefficients);
  };
  const method = request.method ?? rodas;
  compiled.flat.states.forEach(({ scale }, i) => (machine.absolute[i] = scale ?? 1));
  const span = { fromHours: plan.fromHours, untilHours: plan.untilHours };
  const pilot = flyPilot(machine, {
    given,
    ...span,
    share: request.share ?? usualShare,
    stepper: studies.machineFor(study, method),
    reset: (rested) => reset(0, rested),
  });
  const schedule = makeSchedule({
    given,
    ...span,
    forcingCount: compiled.flat.forcings.length,
    pilots: [pilot.steps],
    times: [],
    everyStep: true,
  });
  const stepPlan = planStep(method);
  return { ok: true, value: { plan, study, stepPlan, crowd, pilot, schedule, reset } };
}

function firstStates(study: CompiledStudy, size: number, people: number) {
  const start = new Float32Array(size * people);
  study.compiled.flat.states.forEach(({ initial }, i) => {
    if (initial) start.fill(initial, i * people, (i + 1) * people);
  });
  return start;
}

/** Far below what 32 bit can show. */
const exact = { relative: 1e-9, share: 1e-10 };
const flaggedAbove = 3;

async function compare(
  bench: Bench,
  tile: TileResult,
  hooks: ProofHooks,
): Promise<Proof | undefined> {
  const { crowd, schedule, study } = bench;
  const { people } = crowd;
  const outputs = study.compiled.flat.outputs.length;
  const worst = { curve: 0, peak: 0, mass: 0 };
  const areas: number[] = [];
  let lastBreath = performance.now();
  for (let person = 0; person < people; person++) {
    const reference = solveExactly(bench, person);
    for (let output = 0; output < outputs; output++) {
      const own = reference.curves[output] ?? new Float64Array();
      const curve = own.map(
        (_, record) => tile.curves[(record * outputs + output) * people + person] ?? Number.NaN,
      );
      const peak = largest(own);
      if (peak === 0) continue;
      worst.curve = Math.max(
        worst.curve,
        largest(curve.map((value, i) => Math.abs(value - (own[i] ?? 0)))) / peak,
      );
      worst.peak = Math.max(worst.peak, Math.abs(largest(curve) - peak) / peak);
      const area = reference.areas[output] ?? Number.NaN;
      areas.push(
        Math.abs(
          (tile.end[(reference.areaStates[output] ?? 0) * people + person] ?? Number.NaN) - area,
        ) / area,
      );
    }
    const amountOf = (state: number) => tile.end[state * people + person] ?? Number.NaN;
    worst.mass = Math.max(worst.mass, massErrorOf(bench.plan, study, amountOf));
    if (performance.now() - lastBreath > 50) {
      hooks.onProgress({ phase: "compare", done: person, total: people });
      await hooks.breathe();
      if (hooks.signal.aborted) return undefined;
      lastBreath = performance.now();
    }
  }
  areas.sort((a, b) => a - b);
  return {
    people,
    outputs,
    steps: schedule.lengths.length - 1,
    curveError: worst.curve,
    peakError: worst.peak,
    areaErrorMedian: areas[Math.floor(areas.length / 2)] ?? Number.NaN,
    areaErrorWorst: areas.at(-1) ?? Number.NaN,
    massError: worst.mass,
    flagged: flaggedIn(tile, people),
    integrationMs: tile.integrationMs,
    dispatches: tile.dispatches,
  };
}

function solveExactly({ plan, study, schedule, reset }: Bench, person: number) {
  const { machine, compiled } = study;
  const given = givenFor(plan.administrations, study);
  const scale = Math.max(...plan.administrations.map(({ amountMg }) => amountMg), 0) || 1;
  compiled.flat.states.forEach(({ scale: own }, i) => {
    machine.absolute[i] = own === Infinity ? Infinity : exact.share * (own ?? scale);
  });
  reset(person);
  const curves = compiled.flat.outputs.map(() => new Float64Array(schedule.recordHours.length));
  integrate(machine, {
    given,
    fromHours: plan.fromHours,
    untilHours: plan.untilHours,
    times: schedule.recordHours,
    relative: exact.relative,
    onSample: (sample) => {
      const values = machine.outputsOf("between");
      curves.forEach((curve, output) => (curve[sample] = values[output] ?? Number.NaN));
    },
  });
  const areaStates = compiled.flat.outputs.map(({ name }) => study.stateIndex(areaName(name)));
  return {
    curves,
    areaStates,
    areas: areaStates.map((state) => machine.state[state] ?? Number.NaN),
  };
}

function flaggedIn({ reports }: TileResult, people: number): number {
  let flagged = 0;
  for (let person = 0; person < people; person++) {
    const error = reports[2 * person] ?? Number.NaN;
    if (!(error <= flaggedAbove) || reports[2 * person + 1] !== 0) flagged++;
  }
  return flagged;
}

function largest(values: Float64Array): number {
  return values.reduce((max, value) => (value > max || Number.isNaN(value) ? value : max), 0);
}
