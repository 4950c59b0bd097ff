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

export interface LaneOptions {
  /** The machine's state is that of this row. */
  readonly onRecord?: (row: number) => void;
  /** What each lane is given at the events; all of it when absent. */
  readonly rowsOf?: (lane: number) => readonly Float64Array[];
}

/**
 * Runs from the machine's state with its coefficients as they stand. Errors are measured by the
 * machine's absolute tolerances alone, as on the GPU.
 *
 * @param weightsKg per lane; needed where doses go by weight
 */
export function runSchedule(
  machine: Machine,
  schedule: Schedule,
  weightsKg: ArrayLike<number> = [],
  { onRecord, rowsOf = () => schedule.eventRows }: LaneOptions = {},
): LaneResult {
  const { lanes, program } = machine;
  const records = Array.from(schedule.recordHours, () => new Float64Array(program.sizes.o * lanes));
  const worst = new Float64Array(lanes);
  const { lengths, events } = schedule;
  const record = (row: number) => {
    const target = records[row];
    if (!target) return;
    target.set(machine.outputsOf("state"));
    onRecord?.(row);
  };
  for (let k = 0; k < lengths.length; k++) {
    record(schedule.befores[k] ?? -1);
    const event = events[k] ?? -1;
    for (let lane = 0; event >= 0 && lane < lanes; lane++) {
      const row = rowsOf(lane)[event];
      if (row) applyEvent(row, schedule.sites, weightsKg[lane] ?? 0, machine, lane);
    }
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
  weightKg: number,
  { state, forcings, lanes }: Machine,
  lane: number,
): void {
  const half = row.length / 2;
  const given = (column: number) => (row[column] ?? 0) + (row[half + column] ?? 0) * weightKg;
  sites.forEach((site, i) => {
    const place = site * lanes + lane;
    state[place] = (state[place] ?? 0) + given(i);
  });
  for (let i = lane; i < forcings.length; i += lanes) {
    forcings[i] = given(sites.length + Math.floor(i / lanes));
  }
}
