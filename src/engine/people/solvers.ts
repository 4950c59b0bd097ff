/** The places where ranges of people can be solved in this thread, by GPU or on lanes. */
import type { Machine } from "../../core/compile/machine";
import type { Gpu } from "../gpu/device";
import type { CrowdPlan } from "./crowd-plan";
import { gpuTiles } from "./gpu-tiles";
import { laneTiles } from "./lane-tiles";
import { solveRange } from "./range";
import type { RangeSolver } from "./run";
import type { TileSolver } from "./tile";

/** @returns undefined if it was aborted while the kernels were compiled */
export async function gpuSolver(
  crowd: CrowdPlan,
  gpu: Gpu,
  signal: AbortSignal,
): Promise<RangeSolver | undefined> {
  const tiles = await gpuTiles(crowd, gpu, signal);
  if (!tiles) return undefined;
  return {
    ...solverOf(crowd, tiles),
    // a device is often found out to be lost by what it refuses, a moment before it says so
    isLost: async () =>
      gpu.lost() || (await Promise.race([gpu.device.lost.then(() => true), soon()])),
  };
}

/** @param machine of two lanes, or of one where there is no WebAssembly */
export function laneSolver(crowd: CrowdPlan, machine: Machine): RangeSolver {
  return solverOf(crowd, laneTiles(crowd, machine));
}

// ——— the parts ———

function soon(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, 50, false));
}

function solverOf(crowd: CrowdPlan, tiles: TileSolver): RangeSolver {
  return {
    ...tiles,
    solve: (first, end, signal, spare) => solveRange(crowd, tiles, { first, end }, signal, spare),
  };
}
