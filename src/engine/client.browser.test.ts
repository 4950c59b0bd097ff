/** The engine behind its real worker, in a real browser: what happens when parts of it go away. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { evidenceOf } from "../pharmacology/evidence-sets";
import type { Study } from "../pharmacology/study";
import { EngineClient, type ClientOptions } from "./client";

const study: Study = {
  perfuse: 1,
  drugs: ["caffeine"],
  people: { one: { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73 } },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 200, atHours: 0, formulation: "tablet" }],
  untilHours: 24,
};
const request = { study, outputs: ["caffeine/liver"], fluxesOf: [] };

const createWorker = () =>
  new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });

const onRestart = vi.fn<(message: string) => void>();

function client(options: Partial<ClientOptions> = {}): EngineClient {
  onRestart.mockReset();
  const usual = { createWorker, allowSoftwareGpu: false, forceTape: false, onRestart };
  return new EngineClient({ ...usual, ...options });
}

/** Work that takes a while. */
function scoreCaffeine(engine: EngineClient) {
  return Promise.all(evidenceOf("caffeine").map((set) => engine.scoreSet(set)));
}

async function peakOf(engine: EngineClient): Promise<number> {
  const outcome = await engine.simulate(request);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return Math.max(...(outcome.value.curves[0]?.values ?? []));
}

describe("the engine in a worker", () => {
  afterEach(() => vi.restoreAllMocks());

  test("computes, and names what computed", async () => {
    const outcome = await client().simulate(request);
    expect(outcome).toMatchObject({ ok: true, value: { backend: "CPU · WebAssembly · f64" } });
  });

  test("of many requests in a row the newest wins, and none is left unanswered", async () => {
    const engine = client();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => engine.simulate(request)));
    expect(answers.at(-1)?.ok).toBe(true);
    const superseded = answers.filter((answer) => !answer.ok);
    expect(superseded.length).toBeGreaterThanOrEqual(3);
    for (const answer of superseded) {
      expect(answer).toMatchObject({ problems: [{ code: "superseded" }] });
    }
  });

  test("a worker that is killed in mid-run is replaced and the run is done again", async () => {
    const engine = client();
    const peak = await peakOf(engine);
    const answers = scoreCaffeine(engine);
    engine.killWorker();
    expect((await answers).filter(({ ok }) => !ok)).toEqual([]);
    expect(onRestart).toHaveBeenCalledWith("The engine stopped and was started anew.");
    expect(await peakOf(engine)).toBe(peak);
  });

  test("a closed one drops what is under way, silently, and does not come back", async () => {
    const engine = client();
    await peakOf(engine);
    const answers = scoreCaffeine(engine);
    engine.close();
    await expect(answers).rejects.toThrow("the engine was closed");
    await expect(engine.simulate(request)).rejects.toThrow("the engine was closed");
    expect(onRestart).not.toHaveBeenCalled();
  });

  test("where no worker can be started, the page computes", async () => {
    const engine = client({
      createWorker: () => {
        throw new DOMException("not allowed", "SecurityError");
      },
    });
    expect(await peakOf(engine)).toBe(await peakOf(client()));
    expect(onRestart).not.toHaveBeenCalled();
  });

  test("a worker that fails to load gives way to the page", async () => {
    const engine = client({ createWorker: () => new Worker("/there-is-no-such-worker.js") });
    expect(await peakOf(engine)).toBeGreaterThan(1);
  });

  test("the interpreter gives the same numbers, and says why it is used", async () => {
    const tape = client({ forceTape: true });
    expect(await peakOf(tape)).toBe(await peakOf(client()));
    expect((await tape.info()).cpu).toEqual({
      kind: "tape",
      reason: "the address asks for it",
    });
  });
});

describe("the GPU of the engine", () => {
  const proof = { study, people: 200 };

  test("a software adapter is refused with a reason", async () => {
    expect((await client().info()).gpu).toMatchObject({
      kind: "unused",
      problem: { code: "software-adapter" },
    });
  });

  test("is proven against the CPU, with progress", async () => {
    const phases = new Set<string>();
    const engine = client({ allowSoftwareGpu: true });
    const outcome = await engine.proveGpu(proof, ({ phase }) => phases.add(phase));
    if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
    expect(outcome.value.proof.curveError).toBeLessThan(1e-4);
    expect(outcome.value.proof.areaErrorMedian).toBeLessThan(1e-6);
    expect(outcome.value.gpu).toMatch(/swiftshader/i);
    expect([...phases]).toEqual(["compile", "simulate", "compare"]);
  });

  test("a device that disappears in mid-run is replaced and the run is done again", async () => {
    const engine = client({ allowSoftwareGpu: true });
    let broken = 0;
    const outcome = await engine.proveGpu(proof, ({ phase }) => {
      if (phase === "simulate" && broken++ === 0) void engine.breakGpu();
    });
    expect(broken).toBeGreaterThan(0);
    expect(outcome).toMatchObject({ ok: true });
    expect((await engine.info()).gpu.kind).toBe("ready");
  });

  test("three losses in a row end its use, with a reason; the CPU goes on", async () => {
    const engine = client({ allowSoftwareGpu: true });
    const outcome = await engine.proveGpu(proof, ({ phase }) => {
      if (phase === "compile") void engine.breakGpu();
    });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "gpu-lost" }] });
    expect((await engine.info()).gpu).toMatchObject({
      kind: "unused",
      problem: { code: "gpu-lost" },
    });
    expect(await peakOf(engine)).toBeGreaterThan(1);
  });

  test("a run that is asked to stop while its kernel compiles never begins", async () => {
    const engine = client({ allowSoftwareGpu: true });
    const phases = new Set<string>();
    const outcome = await engine.proveGpu({ study, people: 5000 }, ({ phase }) => {
      phases.add(phase);
      if (phase === "compile") void engine.cancel();
    });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "cancelled" }] });
    expect([...phases]).toEqual(["compile"]);
  });

  test("a long run that is asked to stop does so at its next breath", async () => {
    const engine = client({ allowSoftwareGpu: true });
    let isAsked = false;
    let breathsAfter = 0;
    const outcome = await engine.proveGpu({ study, people: 5000 }, ({ phase, done }) => {
      if (isAsked) breathsAfter++;
      if (phase !== "compare" || done === 0 || isAsked) return;
      isAsked = true;
      void engine.cancel();
    });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "cancelled" }] });
    // it breathes every 50 ms; a few may be on their way when the request arrives
    expect(breathsAfter).toBeLessThan(8);
  });
});
