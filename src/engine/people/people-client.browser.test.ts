/** Runs over many people in real workers of a real browser. */
import { describe, expect, test, vi } from "vitest";
import type { StudyOfMany } from "../../pharmacology/study";
import type { OpenedPeople, PeopleRange } from "./people-api";
import { PeopleClient, type PeopleClientOptions, type PeopleRunHooks } from "./people-client";

const studyOf = (count: number): StudyOfMany => ({
  perfuse: 1,
  drugs: ["caffeine"],
  people: { many: { count, seed: 3 } },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 200, atHours: 0 }],
  untilHours: 24,
});

const workers: Worker[] = [];
const createWorker = () => {
  const worker = new Worker(new URL("./people.worker.ts", import.meta.url), { type: "module" });
  workers.push(worker);
  return worker;
};

function clientOf(options: Partial<PeopleClientOptions> = {}): PeopleClient {
  workers.length = 0;
  const usual = {
    createWorker,
    workers: 2,
    allowSoftwareGpu: false,
    forceTape: false,
    patienceMs: Infinity,
  };
  return new PeopleClient({ ...usual, ...options });
}

/** AUC in plasma of everybody who was solved, by number. */
async function areas(client: PeopleClient, count: number, hooks: Partial<PeopleRunHooks> = {}) {
  const found = new Map<number, number>();
  let opened: OpenedPeople | undefined;
  const keep = (range: PeopleRange) => {
    const column = range.columns.find(({ metric }) => metric === "AUC");
    range.people.forEach((person, i) => found.set(person, column?.values[i] ?? Number.NaN));
  };
  const outcome = await client.run(
    { study: studyOf(count) },
    {
      signal: new AbortController().signal,
      onOpen: (meta) => (opened = meta),
      onRange: (range) => keep(range),
      onRestart: () => found.clear(),
      ...hooks,
    },
  );
  return { outcome, found, opened, keep };
}

describe("many people", () => {
  test("are solved by several workers, and told with their covariates", async () => {
    const onRange = vi.fn<PeopleRunHooks["onRange"]>();
    const { outcome, opened } = await areas(clientOf(), 1500, { onRange });
    expect(outcome).toMatchObject({ ok: true, value: { end: "finished", remarks: [] } });
    expect(outcome.ok && outcome.value.state.solved).toBe(1500);
    expect(outcome.ok && outcome.value.backends).toEqual(["CPU · WebAssembly · f64"]);
    // the one that looked for a GPU in vain computes as well
    expect(workers).toHaveLength(2);
    const [range] = onRange.mock.calls[0] ?? [];
    expect(range?.covariates).toHaveLength(opened?.covariates.length ?? Number.NaN);
    expect(opened?.covariates.map(({ id }) => id)).toContain("liver.CYP1A2");
  });

  test("are the same on the GPU, to what 32 bit can hold", async () => {
    const onCpu = await areas(clientOf(), 300);
    const onGpu = await areas(clientOf({ allowSoftwareGpu: true }), 300);
    expect(onGpu.outcome.ok && onGpu.outcome.value.backends[0]).toMatch(/^GPU · .* · f32$/);
    expect(onGpu.found.size).toBe(300);
    for (const [person, area] of onCpu.found) {
      expect(Math.abs((onGpu.found.get(person) ?? Number.NaN) / area - 1)).toBeLessThan(1e-4);
    }
  });

  test("are begun on the CPU while a GPU is prepared, which then joins", async () => {
    const solved = new Set<number>();
    const { outcome } = await areas(
      clientOf({ allowSoftwareGpu: true, patienceMs: 0, workers: 1 }),
      100_000,
      {
        onRange(range) {
          for (const person of range.people) {
            expect(solved.has(person)).toBe(false);
            solved.add(person);
          }
        },
      },
    );
    expect(outcome).toMatchObject({ ok: true, value: { end: "finished" } });
    expect(solved.size).toBe(100_000);
    if (!outcome.ok) return;
    const { backends, remarks } = outcome.value;
    expect(backends[0]).toBe("CPU · WebAssembly · f64");
    expect(backends[1]).toMatch(/^GPU · .* · f32$/);
    expect(remarks[0]).toMatch(/^The CPU began while .* the GPU joined after \d+ people\.$/);
  });

  test("stop when they are asked to, with what there is", async () => {
    const stop = new AbortController();
    const { outcome } = await areas(clientOf(), 1e6, {
      signal: stop.signal,
      onRange: () => stop.abort(),
    });
    expect(outcome).toMatchObject({ ok: true, value: { end: "stopped" } });
    expect(outcome.ok && outcome.value.state.done).toBeLessThan(10_000);
  });

  test("outlive a worker that the browser ends", async () => {
    let isKilled = false;
    const found = new Set<number>();
    const { outcome } = await areas(clientOf(), 4000, {
      onRange(range) {
        for (const person of range.people) {
          expect(found.has(person)).toBe(false);
          found.add(person);
        }
        if (!isKilled) workers.at(-1)?.terminate();
        isKilled = true;
      },
    });
    expect(outcome).toMatchObject({ ok: true, value: { end: "finished" } });
    expect(found.size).toBe(4000);
    expect(outcome.ok && outcome.value.remarks).toEqual([
      "A worker was lost; others solved its people.",
    ]);
  });

  test("are refused in one sentence where nobody is like that", async () => {
    const study: StudyOfMany = {
      ...studyOf(10),
      people: { many: { count: 10, ageYears: [50, 20] } },
    };
    const hooks = {
      signal: new AbortController().signal,
      onOpen: () => {},
      onRange: () => {},
      onRestart: () => {},
    };
    const outcome = await clientOf().run({ study }, hooks);
    expect(outcome.ok).toBe(false);
  });
});
