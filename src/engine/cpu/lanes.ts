/**
 * The shared schedule on the CPU: two people side by side in 64 bit.
 *
 * The same walk as shaders/simulate.wgsl, step for step; `tests/conformance` holds both to the
 * same cases. There is no step control, so a person's largest error is reported and left to the
 * caller.
 */
import type { Machine } from "../../core/compile/machine";
import type { Schedule } from "../schedule";

export interface LaneResult {
  /** Recorded outputs: [record][output * lanes + lane]. */
  readonly records: readonly Float64Array[];
  /** Per lane, the largest error over tolerance; NaN if a number was not finite. */
  readonly worst: Float64Array;
}

/**
 * Runs from the machine's state with its coefficients as they stand. Errors are measured by the
 * machine's absolute tolerances alone, as on the GPU.
 *
 * @param weightsKg per lane; needed where doses go by weight
 * @param onRecord  the machine's state is that of this row
 */
export function runSchedule(
  machine: Machine,
  schedule: Schedule,
  weightsKg: ArrayLike<number> = [],
  onRecord: (row: number) => void = () => {},
): LaneResult {
  const { lanes, state, forcings, program } = machine;
  const records = Array.from(schedule.recordHours, () => new Float64Array(program.sizes.o * lanes));
  const worst = new Float64Array(lanes);
  const { lengths, events } = schedule;
  const record = (row: number) => {
    const target = records[row];
    if (!target) return;
    target.set(machine.outputsOf("state"));
    onRecord(row);
  };
  for (let k = 0; k < lengths.length; k++) {
    record(schedule.befores[k] ?? -1);
    const event = schedule.eventRows[events[k] ?? -1];
    if (event) applyEvent(event, schedule.sites, weightsKg, { state, forcings, lanes });
    record(schedule.records[k] ?? -1);
    const h = lengths[k] ?? 0;
    if (h === 0) break;
    const errors = machine.step(h, 0);
    for (let lane = 0; lane < lanes; lane++) {
      worst[lane] = Math.max(worst[lane] ?? 0, errors[lane] ?? Number.NaN);
    }
    machine.accept();
  }
  return { records, worst };
}

function applyEvent(
  row: Float64Array,
  sites: readonly number[],
  weightsKg: ArrayLike<number>,
  { state, forcings, lanes }: Pick<Machine, "state" | "forcings" | "lanes">,
): void {
  const half = row.length / 2;
  for (let lane = 0; lane < lanes; lane++) {
    const weight = weightsKg[lane] ?? 0;
    const given = (column: number) => (row[column] ?? 0) + (row[half + column] ?? 0) * weight;
    sites.forEach((site, i) => {
      const place = site * lanes + lane;
      state[place] = (state[place] ?? 0) + given(i);
    });
    for (let i = lane; i < forcings.length; i += lanes) {
      forcings[i] = given(sites.length + Math.floor(i / lanes));
    }
  }
}
