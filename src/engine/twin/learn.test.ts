/** What levels say of one person: reading curves, weighing, and what follows. */
import { beforeAll, describe, expect, test } from "vitest";
import { planStep } from "../../core/compile/stages";
import { weightedInterval, weightedMean } from "../../core/inference/weighted";
import { rodas } from "../../core/numerics/tableaus";
import { shippedDrug } from "../../pharmacology/drugs/library";
import type { Twin, TwinEvent } from "../../pharmacology/twin/twin";
import { CompiledStudies } from "../compiled-study";
import { createWasmMachine } from "../cpu/wasm-machine";
import { doubtsOf, levelsOf, traitsMoved } from "./answer";
import { openCloud, type Cloud } from "./cloud";
import { Learner } from "./learn";
import { levelPlans } from "./level-plans";
import { readCurve, readingAt } from "./likelihood";
import { plannedLevels, planTwin, studyOfTwin, type TwinStudy } from "./plan-twin";

const nowMs = Date.parse("2026-11-21T08:00:00Z");
const firstDose = Date.parse("2026-11-19T08:00:00Z");
const signal = new AbortController().signal;

const level = (hours: number, mgPerL: number, more: Partial<TwinEvent> = {}): TwinEvent =>
  ({
    kind: "level",
    id: `after ${hours} h ${mgPerL}`,
    at: new Date(firstDose + hours * 3_600_000).toISOString(),
    drug: "vancomycin",
    mgPerL,
    ...more,
  }) as TwinEvent;

const twin = (...levels: TwinEvent[]): Twin => ({
  perfuseTwin: 1,
  name: "Somebody",
  facts: { sex: "female", age: { years: 61, on: "2026-11-20" }, heightCm: 164 },
  drugs: ["vancomycin"],
  events: [
    { kind: "measured", id: "w", at: "2026-11-19T07:00:00Z", what: "weight", value: 70 },
    { kind: "measured", id: "c", at: "2026-11-19T07:00:00Z", what: "creatinine", value: 1.1 },
    {
      kind: "dose",
      id: "d",
      at: "2026-11-19T08:00:00Z",
      drug: "vancomycin",
      route: "iv",
      amountMg: 1000,
      overHours: 1,
      everyHours: 12,
      count: 4,
    },
    ...levels,
  ],
});

function studyOf(of: Twin): TwinStudy {
  const study = studyOfTwin(of, { nowMs });
  if (!study.ok) throw new Error(study.problems[0]?.message);
  return study.value;
}

let cloud: Cloud;
let learner: Learner;

beforeAll(async () => {
  const opened = openCloud(studyOf(twin()), shippedDrug, {
    studies: new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1)),
    lanes: ({ study }) => createWasmMachine(study.compiled.program, planStep(rodas), 2),
  });
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  cloud = opened.value;
  learner = new Learner(cloud.shape, (latents) => Promise.resolve(cloud.solve(latents)));
  await learner.open();
});

const planned = (of: Twin) => plannedLevels(of, studyOf(of), nowMs);
const learn = (...levels: TwinEvent[]) => learner.learn(planned(twin(...levels)), signal);
const areaOf = ({ draws, posterior }: Awaited<ReturnType<typeof learn>>) =>
  weightedInterval(draws.areas, posterior);

describe("a curve between its rows", () => {
  test("is read within one in a thousand of what finer steps give", () => {
    const row = new Float64Array(cloud.shape.dimensions);
    const { curves } = cloud.solve(row);
    const hours = [1.7, 5.3, 11.9, 20, 37.3];
    const fine = openCloud(
      { ...studyOf(twin()), window: { fromHours: 5.3, untilHours: 37.3 } },
      shippedDrug,
      {
        studies: new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1)),
        lanes: ({ study }) => createWasmMachine(study.compiled.program, planStep(rodas), 2),
      },
    );
    if (!fine.ok) throw new Error(fine.problems[0]?.message);
    const exact = fine.value.solve(row).curves;
    for (const at of [hours[1] ?? 0, hours[4] ?? 0]) {
      const landed = exact[fine.value.shape.hours.lastIndexOf(at)] ?? NaN;
      const read = readCurve(readingAt(cloud.shape.hours, at), curves, 0).value;
      expect(Math.abs(read / landed - 1)).toBeLessThan(1e-3);
    }
  });

  test("is that before a dose where both are at the same moment", () => {
    const { hours } = cloud.shape;
    const { rows } = readingAt(hours, 12);
    expect(Math.max(...rows)).toBe(hours.indexOf(12));
    expect(hours.lastIndexOf(12)).toBeGreaterThan(hours.indexOf(12));
  });
});

describe("levels", () => {
  test("that are none leave people like somebody", async () => {
    const nothing = await learn();
    expect(nothing.posterior).toEqual(nothing.prior);
    expect(nothing.effective).toBeGreaterThan(1900);
  });

  test("above what was foreseen raise the exposure, below it lower it", async () => {
    const prior = areaOf(await learn());
    const high = areaOf(await learn(level(35.5, 25)));
    const low = areaOf(await learn(level(35.5, 5)));
    expect(high.middle).toBeGreaterThan(1.1 * prior.middle);
    expect(low.middle).toBeLessThan(0.9 * prior.middle);
    expect(high.high / high.low).toBeLessThan(prior.high / prior.low);
  });

  test("that were solved for are not solved again", async () => {
    const before = await learn(level(35.5, 25));
    const again = await learn(level(35.5, 25));
    expect(again.draws.count).toBe(before.draws.count);
    expect(areaOf(again)).toEqual(areaOf(before));
  });

  test("of which one is wild are not followed by it", async () => {
    const usual = [level(11.5, 10), level(23.5, 12), level(35.5, 13)];
    const calm = areaOf(await learn(...usual));
    const wild = await learn(...usual, level(26, 300));
    expect(areaOf(wild).middle / calm.middle).toBeLessThan(1.25);
    const fit = levelsOf(cloud.shape, wild).find(({ measured }) => measured === 300);
    expect(fit?.position).toBeGreaterThan(0.98);
    expect(fit?.residual).toBeGreaterThan(3);
  });

  test("below the limit of a laboratory push down, and say less than a number", async () => {
    const prior = areaOf(await learn());
    const limit = areaOf(await learn(level(35.5, 8, { isBelow: true })));
    expect(limit.middle).toBeLessThan(prior.middle);
  });

  test("at a doubtful time count less where the curve is steep", async () => {
    const sure = areaOf(await learn(level(1.5, 60)));
    const doubtful = areaOf(await learn(level(1.5, 60, { minutesOff: 60 })));
    const prior = areaOf(await learn());
    const moved = (area: { middle: number }) => Math.abs(Math.log(area.middle / prior.middle));
    expect(moved(doubtful)).toBeLessThan(moved(sure));
  });

  test("before any dose, or of another drug, are not learnt from", () => {
    const before = { ...level(1, 5), at: "2026-11-19T06:00:00Z" };
    expect(planned(twin(before))).toEqual([]);
  });
});

describe("what was learnt", () => {
  test("is told in what moved, most first", async () => {
    const moved = traitsMoved(cloud.shape, await learn(level(35.5, 30)));
    const gfr = moved.find(({ id }) => id === "gfr");
    expect(gfr?.moved).toBeLessThan(-0.3);
    expect(gfr?.below).toBeGreaterThan(0.6);
    const size = moved.map((trait) => Math.abs(trait.moved));
    expect(size).toEqual(size.toSorted((a, b) => b - a));
    // given exactly, so nothing can be learnt of it
    expect(moved.find(({ id }) => id === "height")).toMatchObject({ moved: 0, narrowed: 0 });
  });

  test("agrees with the most probable body", async () => {
    const learnt = await learn(level(35.5, 20), level(26, 35));
    const quick = await learner.mostProbable(learnt);
    const slow = areaOf(learnt);
    const [area] = quick?.areas ?? [];
    expect((area?.middle ?? NaN) / slow.middle).toBeGreaterThan(0.93);
    expect((area?.middle ?? NaN) / slow.middle).toBeLessThan(1.07);
    const width = Math.log((area?.high ?? NaN) / (area?.low ?? NaN));
    expect(width / Math.log(slow.high / slow.low)).toBeGreaterThan(0.75);
    expect(width / Math.log(slow.high / slow.low)).toBeLessThan(1.3);
  });

  test("says where another level would teach most, and that it would", async () => {
    const learnt = await learn(level(1.5, 45));
    const [plan] = levelPlans(cloud.shape, learnt);
    const at = (hours: number) => plan?.narrows[cloud.shape.hours.lastIndexOf(hours)] ?? NaN;
    // a trough says more of an area than what is there while it runs in
    expect(at(36)).toBeGreaterThan(0.1);
    const before = areaOf(learnt);
    const after = areaOf(await learn(level(1.5, 45), level(36, weightedMeanAt(learnt, 36))));
    expect(after.high / after.low).toBeLessThan(before.high / before.low);
  });

  function weightedMeanAt({ draws, posterior }: Awaited<ReturnType<typeof learn>>, hours: number) {
    const rows = cloud.shape.hours.length;
    const row = cloud.shape.hours.indexOf(hours);
    const values = Float64Array.from(
      posterior,
      (_, draw) => draws.curves[draw * rows + row] ?? NaN,
    );
    return weightedMean(values, posterior);
  }
});

test("a low level makes it probable that a doubtful dose was missed", async () => {
  const doubtful = (mgPerL: number): Twin => ({
    ...twin(level(35.5, mgPerL)),
    events: twin(level(35.5, mgPerL)).events.map((event) =>
      event.kind === "dose" ? { ...event, taken: 0.8 } : event,
    ),
  });
  const after = async (mgPerL: number) => {
    const study = studyOf(doubtful(mgPerL));
    const opened = openCloud(study, shippedDrug, {
      studies: new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1)),
      lanes: (crowd) => createWasmMachine(crowd.study.compiled.program, planStep(rodas), 2),
    });
    if (!opened.ok) throw new Error(opened.problems[0]?.message);
    const { shape } = opened.value;
    const own = new Learner(shape, (latents) => Promise.resolve(opened.value.solve(latents)));
    await own.open();
    const planning = plannedLevels(doubtful(mgPerL), study, nowMs);
    return doubtsOf(shape, study, await own.learn(planning, signal));
  };
  // the dose 11.5 h before the level
  const [low, high] = [(await after(2))[2], (await after(22))[2]];
  expect(low?.atHours).toBe(24);
  expect(low?.prior).toBe(0.8);
  expect(low?.posterior).toBeLessThan(0.6);
  expect(high?.posterior).toBeGreaterThan(0.85);
});

test("a dose may be said in its salt", () => {
  const salt: TwinEvent = {
    kind: "dose",
    id: "m",
    at: "2026-11-19T08:00:00Z",
    drug: "metformin",
    route: "oral",
    amountMg: 500,
    amountOf: "salt",
  };
  const study = studyOf({ ...twin(), drugs: ["metformin"], events: [salt] });
  const planned = planTwin(study, shippedDrug);
  const amount = planned.ok ? planned.value.administrations[0]?.amountMg : undefined;
  // 129.16 of 165.63 g/mol
  expect(amount).toBeCloseTo(389.9, 1);
});

test("what was taken long ago is no longer followed", () => {
  const old: TwinEvent = {
    kind: "dose",
    id: "old",
    at: "2026-01-01T08:00:00Z",
    drug: "vancomycin",
    route: "iv",
    amountMg: 500,
    everyHours: 24,
    count: 10,
  };
  const { frame } = studyOf({ ...twin(), events: [...twin().events, old] });
  expect(frame.doses).toHaveLength(1);
  const longAgo = { ...old, count: 330 };
  const kept = studyOf({ ...twin(), events: [...twin().events, longAgo] });
  expect(kept.frame.doses[1]?.count).toBeLessThan(330);
  expect(kept.frame.doses[1]?.atHours).toBeGreaterThanOrEqual(0);
});
