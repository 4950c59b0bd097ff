import { describe, expect, test } from "vitest";
import { checkTwin } from "../interop/twin-file";
import { emptyTwin, lastOf, singleDoses, withEvents } from "./twin-edit";
import { changedBy, problemInDoses, type WhatIf } from "./twin-what-if";
import { whatIfInWords } from "./twin-what-if-words";

const now = "2026-11-21T08:00:00+01:00";
const at = "2026-11-19T08:00:00+01:00";
const twin = withEvents(emptyTwin("Somebody"), [
  { kind: "dose", at, drug: "vancomycin", route: "iv", amountMg: 1000, everyHours: 12, count: 4 },
  { kind: "measured", at, what: "creatinine", value: 1.1 },
  { kind: "level", at: "2026-11-20T19:30:00+01:00", drug: "vancomycin", mgPerL: 12 },
]);

function ask(whatIf: WhatIf, of = twin) {
  const changed = changedBy(whatIf, of, "vancomycin", now);
  if (!changed.ok) return changed.problems[0]?.code;
  expect(checkTwin(changed.value).ok).toBe(true);
  return changed.value;
}

const dosesAfter = (whatIf: WhatIf) => {
  const changed = ask(whatIf);
  if (typeof changed !== "object") throw new Error(changed);
  return singleDoses(changed, "vancomycin").map(({ event, atMs }) => [
    (atMs - Date.parse(at)) / 3_600_000,
    event.amountMg,
  ]);
};

test("a missed dose leaves the others", () => {
  expect(dosesAfter({ kind: "missed", dose: 2 })).toEqual([
    [0, 1000],
    [12, 1000],
    [36, 1000],
  ]);
});

test("another regimen takes the place of what follows a dose", () => {
  expect(dosesAfter({ kind: "regimen", from: 1, doses: "750 mg iv over 1 h q8h x 2" })).toEqual([
    [0, 1000],
    [12, 750],
    [20, 750],
  ]);
  expect(dosesAfter({ kind: "regimen", from: 0, doses: "500 mg iv" })).toEqual([[0, 500]]);
});

test("weaker kidneys are a higher creatinine from now on", () => {
  const changed = ask({ kind: "kidneys", times: 2 });
  expect(typeof changed === "object" && lastOf(changed, "creatinine")).toMatchObject({
    value: 2.2,
    at: now,
  });
});

test("another drug comes in from the first dose on", () => {
  const changed = ask({ kind: "with", drug: "fluconazole", doses: "200 mg oral q24h x 2" });
  expect(typeof changed === "object" && changed.drugs).toEqual(["vancomycin", "fluconazole"]);
  expect(typeof changed === "object" && singleDoses(changed, "fluconazole")).toHaveLength(2);
});

describe("what cannot be asked is refused:", () => {
  test.each<[string, WhatIf]>([
    ["no-such-dose", { kind: "missed", dose: 9 }],
    ["unknown-drug", { kind: "with", drug: "unobtainium", doses: "1 mg oral" }],
    ["dose-text", { kind: "regimen", from: 0, doses: "0 mg iv" }],
    ["event-text", { kind: "regimen", from: 0, doses: "500 mg oral" }],
  ])("%s", (code, whatIf) => {
    expect(ask(whatIf)).toBe(code);
  });

  test("kidneys of which nothing is known, and a history without doses", () => {
    const bare = { ...twin, events: twin.events.filter(({ kind }) => kind === "dose") };
    expect(ask({ kind: "kidneys", times: 2 }, bare)).toBe("no-creatinine");
    expect(ask({ kind: "missed", dose: 0 }, { ...twin, events: [] })).toBe("no-doses");
  });

  test("a text of doses at its field", () => {
    expect(problemInDoses("500 mg iv q12h x 2", "vancomycin")).toBeUndefined();
    expect(problemInDoses("much", "vancomycin")).toContain("amount");
  });
});

test("the answer counts bodies, each against itself", () => {
  const usual = { area: [100, 100, 100, 100], peak: [10, 10, 10, 10], trough: [1, 1, 1, 1] };
  const changed = { area: [130, 140, 110, 150], peak: [12, 30, 12, 12], trough: [1, 1, 1, 1] };
  const floats = (numbers: typeof usual) => ({
    area: Float64Array.from(numbers.area),
    peak: Float64Array.from(numbers.peak),
    trough: Float64Array.from(numbers.trough),
  });
  const bodies = { drug: "vancomycin", usual: floats(usual), changed: floats(changed) };
  const [area, limit] = whatIfInWords(bodies, { of: "peak", value: 20 });
  expect(area).toContain("40 % higher in the middle body; in 8 of 10 bodies");
  expect(limit).toContain("in 3 of 10 bodies then, and in fewer than 1 of 20 as written");
});
