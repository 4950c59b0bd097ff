/**
 * One person on the GPU, in 32 bit: for whoever asks for it by name.
 *
 * The record of a person is the CPU's (simulate.ts). This runs the crowd's kernel with a crowd of
 * one, so that the two can be laid side by side; curves carry the precision of 32 bit.
 */
import { areaName } from "../../core/model/compose";
import { roundingFor } from "../../core/compile/rounding";
import type { Outcome } from "../../core/model/model";
import { planStep } from "../../core/compile/stages";
import { rodas } from "../../core/numerics/tableaus";
import { peakOf } from "../../core/numerics/peak";
import { breakpoints } from "../../core/numerics/timeline";
import { unitOf } from "../../core/units/parse";
import { parameterValues, type CompiledStudies } from "../compiled-study";
import { coefficientsOf, copyCoefficients } from "../crowd";
import { flyPilot } from "../pilot";
import { givenFor, type StudyPlan } from "../plan";
import { makeSchedule } from "../schedule";
import { massErrorOf, type PersonResult } from "../simulate";
import { terminalRate } from "../terminal";
import { createPipeline, kernelSource } from "./kernel";
import { runTile } from "./tile";

/** Steps fine enough that a peak between two of them is found to 1e-4; one person costs nothing. */
const fineShare = 1e-4;

/** An alarm, well above what rounding does in 32 bit. */
const massAlarm = 1e-4;

export async function simulatePersonOnGpu(
  device: GPUDevice,
  plan: StudyPlan,
  studies: CompiledStudies,
): Promise<Outcome<PersonResult>> {
  const model = { ...plan.model, accumulate: plan.outputs };
  const prepared = studies.prepare(model);
  if (!prepared.ok) return prepared;
  const study = prepared.value;
  const { machine, compiled } = study;
  const values = parameterValues(model);
  const person = { weightKg: plan.person.weightKg, write: (to: Float64Array) => to.set(values) };
  const coefficients = coefficientsOf(study, roundingFor(compiled.system), [person]);
  const initial = Float64Array.from(compiled.flat.states, (state) => state.initial ?? 0);
  const given = givenFor(plan.administrations, study);
  const span = { fromHours: plan.fromHours, untilHours: plan.untilHours };
  compiled.flat.states.forEach(({ scale }, i) => (machine.absolute[i] = scale ?? 1));
  const pilot = flyPilot(machine, {
    given,
    ...span,
    share: fineShare,
    reset: (rested) => {
      rested.state.set(initial);
      rested.forcings.fill(0);
      copyCoefficients(coefficients, 1, 0, rested.coefficients);
    },
  });
  const schedule = makeSchedule({
    given,
    ...span,
    forcingCount: compiled.flat.forcings.length,
    pilots: [pilot.steps],
    times: plan.times,
    everyStep: true,
  });
  const pipeline = await createPipeline(device, kernelSource(compiled, planStep(rodas), schedule));
  const { flat } = compiled;
  const start = new Float32Array(flat.states.length + flat.forcings.length);
  start.set(initial);
  const tile = await runTile(
    device,
    pipeline,
    {
      people: 1,
      coefficients,
      start,
      schedule,
      outputs: flat.outputs.length,
      tolerances: Float32Array.from(pilot.absolute),
    },
    () => {},
    new AbortController().signal,
  );
  if (!tile) throw new Error("the tile was stopped");
  const rowOf = new Map(Array.from(schedule.recordHours, (hours, row) => [hours, row]));
  const places = plan.outputs.map((name) =>
    flat.outputs.findIndex((output) => output.name === name),
  );
  const at = (row: number, output: number) =>
    tile.curves[row * flat.outputs.length + output] ?? Number.NaN;
  const kinks = new Set(breakpoints(given).map(({ atHours }) => atHours));
  const massError = massErrorOf(plan, study, (i) => tile.end[i] ?? Number.NaN);
  const finite = tile.reports[1] === 0;
  return {
    ok: true,
    value: {
      times: plan.times,
      curves: places.map((place) => {
        const { name, unit, label } = flat.outputs[place] ?? { name: "", unit: "1", label: "" };
        const factor = 1 / unitOf(unit).factor;
        const curve = Array.from(plan.times, (time) => at(rowOf.get(time) ?? -1, place) * factor);
        return { name, unit, label, values: Float64Array.from(curve) };
      }),
      summaries: places.map((place, i) => {
        const factor = 1 / unitOf(flat.outputs[place]?.unit ?? "1").factor;
        const values = schedule.recordHours.map((_, row) => at(row, place) * factor);
        const { max, atHours } = peakOf(schedule.recordHours, values, (time) => kinks.has(time));
        const area = tile.end[study.stateIndex(areaName(plan.outputs[i] ?? ""))];
        const summary = { max, maxAtHours: atHours, area: (area ?? Number.NaN) * factor };
        const rate = terminalRate(
          Array.from(schedule.recordHours),
          Array.from(values),
          Math.max(atHours, ...kinks),
        );
        return rate === undefined ? summary : { ...summary, terminalRate: rate };
      }),
      status: !finite ? "non-finite" : massError <= massAlarm ? "ok" : "mass-balance",
      steps: schedule.lengths.length - 1,
      massError,
    },
  };
}
