/**
 * What a bench file reports: one row a measured figure, with what we promise of it.
 */
export interface Row {
  /** What is measured, in words: "1000 people, 24 h, WebAssembly". */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The promise. Without either the row only informs. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** What a reader must know to believe the value: adapter, number of repeats, spread. */
  readonly note?: string;
}

export type Report = (row: Row) => void;

/** What each `*.bench.ts` exports under the name `run`. */
export type Run = (report: Report) => Promise<void>;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? NaN;
  const high = sorted[Math.floor(middle)] ?? NaN;
  return (low + high) / 2;
}

/** Milliseconds of each of `count` calls, after one that is not counted (it compiles and warms). */
export async function timesMs(count: number, work: () => unknown): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let call = 0; call < count; call += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}
