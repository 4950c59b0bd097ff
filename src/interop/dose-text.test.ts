import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDoses, printDoses, type TypedDose } from "./dose-text";

function doses(text: string): readonly TypedDose[] {
  const parsed = parseDoses(text, "oral");
  if (!parsed.ok) throw new Error(`${parsed.problem.subject} ${parsed.problem.message}`);
  return parsed.doses;
}

describe("doses as people type them", () => {
  test.each<[string, readonly TypedDose[]]>([
    ["7.5 q12h x 4", [{ amountMg: 7.5, route: "oral", atHours: 0, everyHours: 12, count: 4 }]],
    ["200", [{ amountMg: 200, route: "oral", atHours: 0 }]],
    [
      "7,5 mg by mouth, solution",
      [{ amountMg: 7.5, route: "oral", formulation: "solution", atHours: 0 }],
    ],
    [
      "250 mcg daily for 11 days",
      [{ amountMg: 0.25, route: "oral", atHours: 0, everyHours: 24, count: 11 }],
    ],
    ["1 mg iv over 5 min", [{ amountMg: 1, route: "iv", atHours: 0, overHours: 5 / 60 }]],
    ["1 g over 1 h", [{ amountMg: 1000, route: "iv", atHours: 0, overHours: 1 }]],
    ["0.05 mg/kg IV bolus at 30 min", [{ amountMgPerKg: 0.05, route: "iv", atHours: 0.5 }]],
    ["100 q8h", [{ amountMg: 100, route: "oral", atHours: 0, everyHours: 8, count: 9 }]],
    [
      "100mg bid ×2 with food",
      [{ amountMg: 100, route: "oral", atHours: 0, everyHours: 12, count: 2, fed: true }],
    ],
    [
      "500 q12h x 14 then 250 q12h x 14",
      [
        { amountMg: 500, route: "oral", atHours: 0, everyHours: 12, count: 14 },
        { amountMg: 250, route: "oral", atHours: 168, everyHours: 12, count: 14 },
      ],
    ],
    [
      "200 then 100 q6h x 3",
      [
        { amountMg: 200, route: "oral", atHours: 0 },
        { amountMg: 100, route: "oral", atHours: 6, everyHours: 6, count: 3 },
      ],
    ],
    [
      "5 iv; 2 oral at 4 h",
      [
        { amountMg: 5, route: "iv", atHours: 0 },
        { amountMg: 2, route: "oral", atHours: 4 },
      ],
    ],
  ])("%s", (text, expected) => {
    expect(doses(text)).toEqual(expected);
  });

  test.each([
    ["", /are empty/],
    ["aspirin", /does not begin with an amount/],
    ["-5 mg", /does not begin with an amount/],
    ["0 mg", /must be more than 0 mg/],
    ["1e9", /is not understood|does not begin/],
    ["200000 mg", /more than 100 000 mg/],
    ["5 mg iv over 0 min", /cannot run over no time/],
    ["5 mg oral over 5 min", /is swallowed/],
    ["5 mg sideways", /sideways is not understood/],
    ["5 mg x 4", /nothing says how often/],
    ["5 mg q0h x 4", /every 0 h/],
    ["5 mg q6h x 0", /0 times/],
    ["5 then 6", /nothing says when/],
    ["5 mg q6h x 99999", /more than 10 000/],
  ])("refuses %j with a sentence", (text, expected) => {
    const parsed = parseDoses(text, "oral");
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(`${parsed.problem.subject} ${parsed.problem.message}`).toMatch(expected);
  });

  const dose = fc
    .record({
      amountMg: fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
      route: fc.constantFrom("oral" as const, "iv" as const),
      atHours: fc.integer({ min: -100, max: 1000 }).map((n) => n / 4),
      repeats: fc.option(
        fc.tuple(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 2, max: 99 })),
      ),
      overMinutes: fc.option(fc.integer({ min: 1, max: 300 })),
      formulation: fc.option(
        fc.constantFrom("tablet" as const, "solution" as const, "weibull" as const),
      ),
      fed: fc.option(fc.boolean()),
      amountOf: fc.option(fc.constantFrom("salt" as const, "base" as const)),
    })
    .map(({ amountMg, route, atHours, repeats, overMinutes, ...open }): TypedDose => ({
      amountMg,
      route,
      atHours,
      ...(repeats && { everyHours: repeats[0] / 4, count: repeats[1] }),
      ...(route === "iv" && overMinutes && { overHours: overMinutes / 60 }),
      ...(route === "oral" && open.formulation && { formulation: open.formulation }),
      ...(open.fed !== null && { fed: open.fed }),
      ...(open.amountOf && { amountOf: open.amountOf }),
    }));

  test("an amount may be of the drug's salt, by its name or as such", () => {
    const read = (text: string) => parseDoses(text, "oral", "hydrobromide monohydrate");
    const salt = [{ amountMg: 30, amountOf: "salt", route: "oral", atHours: 0 }];
    for (const text of ["30 mg hydrobromide monohydrate", "30 salt oral", "30 mg as salt"]) {
      expect(read(text)).toEqual({ ok: true, doses: salt });
    }
    expect(read("30 mg of base")).toMatchObject({ doses: [{ amountOf: "base" }] });
    expect(read("30 mg hydrobromide")).toMatchObject({ ok: false });
    expect(parseDoses("30 mg sodium", "oral")).toMatchObject({ ok: false });
  });

  test("what is written reads the same again", () => {
    fc.assert(
      fc.property(fc.array(dose, { minLength: 1, maxLength: 4 }), (given) => {
        expect(doses(printDoses(given, "oral"))).toEqual(given);
        const named = parseDoses(printDoses(given, "oral", "sodium"), "oral", "sodium");
        expect(named.ok && named.doses).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });
});
