/** Moments that the lane marks. */
import type { SimulationResult } from "../engine/api";

/** When plasma peaks, h; undefined where nothing rises. */
export function peakOf({ curves, metrics }: SimulationResult, drug: string): number | undefined {
  const index = curves.findIndex(({ name }) => name === `${drug}/venous-plasma`);
  return metrics[index]?.find(({ metric }) => metric === "Tmax")?.value;
}
