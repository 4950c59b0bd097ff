/** Learning about a person in real workers of a real browser. */
import { afterEach, expect, test } from "vitest";
import type { Twin } from "../../pharmacology/twin/twin";
import type { TwinAnswer } from "./twin-api";
import { TwinClient } from "./twin-client";

const nowMs = Date.parse("2026-11-21T08:00:00Z");

const twin: Twin = {
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
    { kind: "level", id: "l", at: "2026-11-20T19:30:00Z", drug: "vancomycin", mgPerL: 20 },
  ],
};

const opened: Worker[] = [];
const createWorker = () => {
  const worker = new Worker(new URL("./twin.worker.ts", import.meta.url), { type: "module" });
  opened.push(worker);
  return worker;
};
const clientOf = (workers: number) => new TwinClient({ createWorker, workers, forceTape: false });

afterEach(() => {
  for (const worker of opened.splice(0)) worker.terminate();
});

async function learnt(client: TwinClient, given = twin) {
  const previews: TwinAnswer[] = [];
  const outcome = await client.learn(given, nowMs, (answer) => previews.push(answer));
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return { answer: outcome.value, previews };
}

const areaOf = ({ exposures }: TwinAnswer) => exposures.find(({ what }) => what === "area");

test("one worker and two say the same", async () => {
  const [alone, both] = [await learnt(clientOf(1)), await learnt(clientOf(2))];
  expect(areaOf(both.answer)).toEqual(areaOf(alone.answer));
  expect(both.answer.effective).toBeGreaterThanOrEqual(1000);
  expect(both.previews).toHaveLength(1);
});

test("a level narrows, and what is asked later builds on it", async () => {
  const client = clientOf(2);
  const { answer } = await learnt(client);
  const area = areaOf(answer);
  const width = (interval: { low: number; high: number }) => interval.high / interval.low;
  expect(area && width(area.posterior)).toBeLessThan(area ? width(area.prior) : 0);
  const [plan] = await client.plan();
  expect(Math.max(...(plan?.narrows ?? []))).toBeGreaterThan(0.02);
  const halved = {
    ...twin,
    events: twin.events.map((event) =>
      event.kind === "dose" ? { ...event, amountMg: 500 } : event,
    ),
  };
  const whatIf = await client.whatIf(halved, nowMs);
  if (!whatIf.ok) throw new Error(whatIf.problems[0]?.message);
  const [bodies] = whatIf.value.bodies;
  const ratios =
    bodies?.changed.area.map((value, i) => value / (bodies.usual.area[i] ?? NaN)) ?? [];
  expect(ratios.length).toBeGreaterThan(900);
  // vancomycin is linear: half the dose is half the area, in each body
  for (const ratio of ratios) expect(ratio).toBeCloseTo(0.5, 3);
});

test("a later question stops an earlier one", async () => {
  const client = clientOf(1);
  const [first, second] = await Promise.all([
    client.learn(twin, nowMs, () => {}),
    client.learn({ ...twin, name: "Somebody else" }, nowMs, () => {}),
  ]);
  expect(first.ok ? "learnt" : first.problems[0]?.code).toBe("cancelled");
  expect(second.ok).toBe(true);
});

test("a killed worker ends the question, and the next one is answered", async () => {
  const client = clientOf(2);
  await learnt(client);
  const asked = client.learn(twin, nowMs, () => {});
  opened[0]?.terminate();
  await expect(asked).rejects.toThrow("lost");
  expect((await learnt(client)).answer.effective).toBeGreaterThanOrEqual(1000);
});

test("a twin that took nothing is refused with a sentence", async () => {
  const outcome = await clientOf(1).learn({ ...twin, events: [] }, nowMs, () => {});
  expect(outcome.ok ? "learnt" : outcome.problems[0]?.code).toBe("no-doses");
});
