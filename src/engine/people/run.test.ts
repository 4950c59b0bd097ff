/** Who solves which people: everybody once, whoever joins late or drops out. */
import { expect, test, vi } from "vitest";
import type { RangeCounts } from "./range";
import { CrowdRun, type LateSolver, type RangeSolver } from "./run";

const empty: Omit<RangeCounts, "first" | "end"> = {
  counts: new Uint32Array(1),
  solved: new Uint8Array(0),
  missing: [],
  flagged: 0,
  redraws: 0,
  checked: 0,
  worstDifference: 0,
} as unknown as Omit<RangeCounts, "first" | "end">;

/** Solves ranges of ten, each after `wait`. */
function solver(name: string, wait: () => Promise<void>): RangeSolver<RangeCounts> {
  return {
    name,
    size: () => 10,
    async solve(first, end) {
      await wait();
      return { ...empty, first, end };
    },
    close: () => {},
  };
}

const soon = () => new Promise<void>((resolve) => setTimeout(resolve));

async function runWith(late: LateSolver<RangeCounts>) {
  const run = new CrowdRun<RangeCounts>(100, new Uint32Array(1));
  const solved: number[] = [];
  const end = await run.proceed(
    [solver("CPU", soon)],
    { signal: new AbortController().signal, onRange: ({ first }) => void solved.push(first) },
    late,
  );
  return { end, solved: solved.toSorted((a, b) => a - b) };
}

const all = Array.from({ length: 10 }, (_, i) => 10 * i);

test("one that comes late takes its share", async () => {
  const took = vi.fn<() => Promise<void>>(soon);
  const joined = vi.fn<(done: number) => void>();
  const { end, solved } = await runWith({
    solver: soon().then(() => solver("GPU", took)),
    onJoin: joined,
    onFault: () => {},
  });
  expect(end).toBe("finished");
  expect(solved).toEqual(all);
  expect(took.mock.calls.length).toBeGreaterThan(0);
  expect(joined).toHaveBeenCalledTimes(1);
});

test("what it took and lost is solved by the others", async () => {
  const fault = vi.fn<(fault: unknown) => void>();
  const { end, solved } = await runWith({
    solver: Promise.resolve(
      solver("GPU", async () => {
        for (let i = 0; i < 30; i++) await soon(); // until the others are done
        throw new Error("gone");
      }),
    ),
    onJoin: () => {},
    onFault: fault,
  });
  expect(fault).toHaveBeenCalledTimes(1);
  expect(end).toBe("finished");
  expect(solved).toEqual(all);
});

test("one that never comes is not waited for", async () => {
  const { end, solved } = await runWith({
    solver: new Promise(() => {}),
    onJoin: () => {},
    onFault: () => {},
  });
  expect(end).toBe("finished");
  expect(solved).toEqual(all);
});
