/** Tiles on the CPU: two people side by side in 64 bit, on the shared steps. */
import type { Machine } from "../../core/compile/machine";
import { runSchedule, type LaneResult } from "../cpu/lanes";
import { copyCoefficients } from "../crowd";
import { binCount, binOf } from "./bins";
import type { CrowdPlan } from "./crowd-plan";
import { measureCount, measureCurve, measureIndex } from "./measures";
import {
  flaw,
  measuredAt,
  measuredSize,
  mostDoubt,
  mostError,
  type Tile,
  type TileOutcome,
  type TileSolver,
} from "./tile";

const peoplePerTile = 1024;
/** Between two looks at whether to stop. */
const breathMs = 30;

/** @param machine of two lanes, or of one where there is no WebAssembly */
export function laneTiles(crowd: CrowdPlan, machine: Machine): TileSolver {
  const lanes = new Lanes(crowd, machine);
  return {
    name: machine.kind === "wasm" ? "CPU · WebAssembly · f64" : "CPU · interpreter · f64",
    size: () => peoplePerTile,
    close: () => {},
    async solve(tile, counts, signal) {
      const people = tile.people.length;
      const outcome = {
        measured: new Float64Array(measuredSize(crowd.outputs.length, people)),
        flaws: new Uint8Array(people),
      };
      let lastBreath = performance.now();
      for (let first = 0; first < people; first += machine.lanes) {
        lanes.solve(tile, first, outcome, counts);
        if (performance.now() - lastBreath < breathMs) continue;
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) return undefined;
        lastBreath = performance.now();
      }
      return outcome;
    },
  };
}

// ——— the parts ———

class Lanes {
  readonly #crowd: CrowdPlan;
  readonly #machine: Machine;
  readonly #weights: Float64Array;
  readonly #measures = new Float64Array(measureCount);

  constructor(crowd: CrowdPlan, machine: Machine) {
    this.#crowd = crowd;
    this.#machine = machine;
    this.#weights = new Float64Array(machine.lanes);
    const { absolute, lanes } = machine;
    for (let i = 0; i < absolute.length; i++) {
      absolute[i] = crowd.absolute[Math.floor(i / lanes)] ?? Infinity;
    }
  }

  /** Solves the people from `first` on, one a lane; the last may stand in every lane. */
  solve(tile: Tile, first: number, outcome: TileOutcome, counts: Uint32Array): void {
    const { lanes } = this.#machine;
    for (let lane = 0; lane < lanes; lane++) {
      this.#load(tile, Math.min(first + lane, tile.people.length - 1), lane);
    }
    const result = runSchedule(this.#machine, this.#crowd.schedule, this.#weights);
    for (let lane = 0; lane < lanes && first + lane < tile.people.length; lane++) {
      const doubt = this.#measure(result, lane, first + lane, outcome);
      const flaws = this.#flawsOf(result, lane) | (doubt > mostDoubt ? flaw.tooCoarse : 0);
      outcome.flaws[first + lane] = flaws;
      if (flaws === 0) this.#count(result, lane, counts);
    }
  }

  #load({ coefficients, people, weightsKg }: Tile, person: number, lane: number): void {
    const { coefficients: target, state, forcings, lanes } = this.#machine;
    copyCoefficients(coefficients, people.length, person, target, lanes, lane);
    this.#crowd.initial.forEach((value, i) => (state[i * lanes + lane] = value));
    forcings.fill(0);
    this.#weights[lane] = weightsKg[person] ?? 0;
  }

  /** @returns the largest doubt about a peak */
  #measure({ records }: LaneResult, lane: number, person: number, outcome: TileOutcome): number {
    let doubt = 0;
    const { outputs } = this.#crowd;
    const { lanes, state } = this.#machine;
    const people = outcome.flaws.length;
    outputs.forEach(({ areaState, shape }, output) => {
      const place = output * lanes + lane;
      const at = (row: number) => records[row]?.[place] ?? Number.NaN;
      measureCurve(at, shape, this.#measures, 0);
      this.#measures[measureIndex.area] = state[areaState * lanes + lane] ?? Number.NaN;
      this.#measures.forEach((value, measure) => {
        outcome.measured[measuredAt(measure, output, person, outputs.length, people)] = value;
      });
      doubt = Math.max(doubt, this.#measures[measureIndex.peakDoubt] ?? 0);
    });
    return doubt;
  }

  #flawsOf({ records, worst }: LaneResult, lane: number): number {
    const { outputs, substances } = this.#crowd;
    const { lanes, state } = this.#machine;
    const error = worst[lane] ?? Number.NaN;
    let flaws = error <= mostError ? 0 : flaw.tooCoarse;
    for (const output of outputs.keys()) {
      let [least, most] = [0, 0];
      for (const record of records) {
        const value = record[output * lanes + lane] ?? Number.NaN;
        if (!Number.isFinite(value)) flaws |= flaw.notFinite;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      // rounding leaves an emptied organ a little below nothing
      if (least < -1e-5 * most) flaws |= flaw.negative;
    }
    for (const { states, fixedMg, perKgMg } of substances) {
      const given = fixedMg + perKgMg * (this.#weights[lane] ?? 0);
      let there = 0;
      for (const i of states) there += state[i * lanes + lane] ?? Number.NaN;
      if (!(Math.abs(there - given) <= 1e-6 * given)) flaws |= flaw.massLost;
    }
    return flaws;
  }

  #count({ records }: LaneResult, lane: number, counts: Uint32Array): void {
    const { countedRows, outputs } = this.#crowd;
    const { lanes } = this.#machine;
    countedRows.forEach((row, place) => {
      outputs.forEach(({ lowest }, output) => {
        const bin = binOf(records[row]?.[output * lanes + lane] ?? 0, lowest);
        const at = (place * outputs.length + output) * binCount + bin;
        counts[at] = (counts[at] ?? 0) + 1;
      });
    });
  }
}
