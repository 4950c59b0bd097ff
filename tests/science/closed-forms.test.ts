/** The whole-body model where its answer can be written down. */
import { describe, expect, test } from "vitest";
import { gutSegments } from "../../src/pharmacology/body/gut";
import type { Drug } from "../../src/pharmacology/drug";
import { assumed } from "../../src/core/model/model";
import type { Study } from "../../src/pharmacology/study";
import { definitionOf, drug, outputOf, parameterOf, planOf, solve } from "./harness";

const number = (value: number, unit: string) => ({ value, unit, provenance: assumed("a test") });

/** A drug with linear clearance by the liver and the kidneys. */
const linear: Drug = {
  ...drug("caffeine"),
  id: "linear",
  name: "Linear",
  fup: number(0.4, "fraction"),
  bloodPlasmaRatio: number(0.8, "ratio"),
  metabolism: [
    {
      enzyme: "unspecific",
      organs: ["liver"],
      kinetics: { kind: "intrinsic", clearance: number(90, "L/h") },
    },
  ],
  excretion: { filtration: number(1, "fraction") },
};

const study = (
  one: Drug,
  dose: Partial<Study["doses"][number]>,
  untilHours: number,
  outputs: string[],
): Study => ({
  perfuse: 1,
  drugs: [one],
  people: { one: {} },
  doses: [{ drug: one.id, route: "iv", amountMg: 100, atHours: 0, ...dose }],
  untilHours,
  record: { outputs: outputs.map((name) => `${one.id}/${name}`) },
});

/** Blood clearance of a well-stirred liver. */
function wellStirred(Q: number, fub: number, CLint: number): number {
  return (Q * fub * CLint) / (Q + fub * CLint);
}

function expectedClearance(one: Drug) {
  const { model } = planOf(study(one, {}, 24, ["venous-plasma"]));
  const Q = definitionOf(model, "liver", "flow");
  const fub = one.fup.value / one.bloodPlasmaRatio.value;
  const hepatic = wellStirred(Q, fub, 90) * one.bloodPlasmaRatio.value;
  const renal = parameterOf(model, "body", "GFR") * one.fup.value;
  return { hepatic, renal, extraction: hepatic / one.bloodPlasmaRatio.value / Q };
}

describe("a drug with linear clearance", () => {
  test("has the area dose over clearance, in arterial plasma that both organs see", () => {
    const { hepatic, renal } = expectedClearance(linear);
    const result = solve(
      study(linear, { overHours: 0.5 }, 400, ["arterial-plasma", "urine", "metabolised"]),
    );
    const area = outputOf(result, "linear/arterial-plasma").area;
    // kidneys take from arterial plasma, and so does the liver with its portal blood
    expect(area * (hepatic + renal)).toBeCloseTo(100, 5);
    expect(outputOf(result, "linear/urine").last).toBeCloseTo((100 * renal) / (hepatic + renal), 5);
    expect(outputOf(result, "linear/metabolised").last).toBeCloseTo(
      (100 * hepatic) / (hepatic + renal),
      5,
    );
  });

  test("has an area in proportion to the dose, whatever the way of giving it", () => {
    const one = outputOf(
      solve(study(linear, {}, 400, ["venous-plasma"])),
      "linear/venous-plasma",
    ).area;
    const slow = outputOf(
      solve(study(linear, { overHours: 7 }, 400, ["venous-plasma"])),
      "linear/venous-plasma",
    ).area;
    const thrice = outputOf(
      solve(study(linear, { amountMg: 300 }, 400, ["venous-plasma"])),
      "linear/venous-plasma",
    ).area;
    expect(slow / one).toBeCloseTo(1, 6);
    expect(thrice / one).toBeCloseTo(3, 6);
  });

  test("loses to the liver on first pass exactly what its extraction says", () => {
    const { extraction } = expectedClearance(linear);
    const swallowed = study(linear, { route: "oral", formulation: "solution" }, 400, [
      "arterial-plasma",
      "faeces",
    ]);
    const result = solve(swallowed);
    const iv = outputOf(
      solve(study(linear, {}, 400, ["arterial-plasma"])),
      "linear/arterial-plasma",
    ).area;
    const absorbed = 1 - outputOf(result, "linear/faeces").last / 100;
    expect(outputOf(result, "linear/arterial-plasma").area / iv).toBeCloseTo(
      absorbed * (1 - extraction),
      6,
    );
  });
});

test("what the gut absorbs follows from its chain of segments", () => {
  const slow: Drug = {
    ...linear,
    absorption: { permeability: number(2e-7, "cm/min"), dissolution: number(2, "1/h") },
  };
  const given = study(slow, { route: "oral", formulation: "solution" }, 2000, ["faeces"]);
  const { model } = planOf(given);
  const passed = gutSegments.reduce((left, { id }) => {
    const kt = parameterOf(model, id, "transit");
    const ka = definitionOf(model, `linear.${id}`, "ka");
    return (left * kt) / (kt + ka);
  }, 1);
  expect(passed).toBeGreaterThan(0.05);
  expect(outputOf(solve(given), "linear/faeces").last / 100).toBeCloseTo(passed, 6);
});

describe("a tablet", () => {
  const swallowed = (changed: Partial<NonNullable<Drug["absorption"]>>, amountMg = 100): Study => {
    const absorption = {
      permeability: number(2e-5, "cm/min"),
      dissolution: number(2, "1/h"),
      ...changed,
    };
    const acid = { ...linear, acidPKa: [number(6.5, "1")], basePKa: [], absorption };
    const dose = { route: "oral", formulation: "tablet", amountMg } as const;
    return study(acid, dose, 2000, ["arterial-plasma", "faeces"]);
  };
  const curveOf = (...given: Parameters<typeof swallowed>) =>
    outputOf(solve(swallowed(...given)), "linear/arterial-plasma");

  test("comes later, not less, where cells of the gut's wall keep it", () => {
    const [atOnce, kept] = [curveOf({}), curveOf({ wallTime: number(3, "h") })];
    expect(kept.area / atOnce.area).toBeCloseTo(1, 6);
    expect(kept.max).toBeLessThan(0.8 * atOnce.max);
  });

  test("dissolves as if nothing limited it while far from its solubility", () => {
    const plenty = curveOf({ solubility: number(1e3, "mg/mL") });
    expect(plenty.area / curveOf({}).area).toBeCloseTo(1, 4);
  });

  test("is absorbed less, the more of it there is, where solubility limits it", () => {
    const solubility = number(0.01, "mg/mL");
    const [little, much] = [curveOf({ solubility }, 0.01), curveOf({ solubility }, 1000)];
    expect(little.area / curveOf({}, 0.01).area).toBeCloseTo(1, 2);
    expect(much.area / 1000).toBeLessThan((0.5 * little.area) / 0.01);
  });

  test("that precipitates is absorbed no faster than a saturated fluid lets it", () => {
    const peakOf = (amountMg: number, changed: Partial<NonNullable<Drug["absorption"]>> = {}) => {
      const given = swallowed(changed, amountMg);
      const doses = given.doses.map((dose) => ({ ...dose, formulation: "solution" as const }));
      return outputOf(solve({ ...given, doses }), "linear/arterial-plasma").max;
    };
    const limited = { solubility: number(0.001, "mg/mL"), precipitates: true } as const;
    // ten times the dose keeps the fluid saturated for longer, at the same concentration
    expect(peakOf(10_000, limited) / peakOf(1000, limited)).toBeLessThan(2);
    expect(peakOf(0.001, limited) / peakOf(0.001)).toBeCloseTo(1, 4);
  });

  test("of an acid is more soluble where the gut is less acid", () => {
    const { model } = planOf(swallowed({ solubility: number(0.04, "mg/mL") }));
    for (const { id, pH } of gutSegments) {
      const expected = 0.04 * (1 + 10 ** (pH - 6.5));
      expect(parameterOf(model, `linear.${id}`, "C_s")).toBeCloseTo(expected, 12);
    }
  });
});

test("at rest, organs hold Kp times what plasma holds", () => {
  const inert: Drug = { ...linear, metabolism: [], excretion: {} };
  const given = study(inert, {}, 3000, ["venous-plasma", "muscle", "adipose", "brain"]);
  const result = solve(given);
  const plasma = outputOf(result, "linear/venous-plasma").last;
  for (const organ of ["muscle", "adipose", "brain"]) {
    const Kp = parameterOf(planOf(given).model, `linear.${organ}`, "Kp");
    expect(outputOf(result, `linear/${organ}`).last / plasma / Kp).toBeCloseTo(1, 6);
  }
});

describe("an organ behind a membrane", () => {
  // lipophilic enough for every organ to hold more than its interstitium explains
  const mixedDrug: Drug = { ...linear, lipophilicity: number(1.5, "1") };
  const behind = (permeability: number): Drug => ({
    ...mixedDrug,
    permeabilityLimited: { organs: "all", permeability: number(permeability, "cm/min") },
  });
  const curve = (one: Drug) =>
    outputOf(solve(study(one, { overHours: 1 }, 24, ["muscle"])), "linear/muscle").values;
  const worst = (a: Float64Array, b: Float64Array) =>
    Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0)))) / Math.max(...b);

  test("becomes the well-mixed organ as its permeability grows", () => {
    const mixed = curve(mixedDrug);
    const errors = [1, 10, 100].map((permeability) => worst(curve(behind(permeability)), mixed));
    // ten times the permeability, a tenth of the difference, ever more exactly
    expect((errors[0] ?? 0) / (errors[1] ?? 1)).toBeGreaterThan(7);
    expect((errors[1] ?? 0) / (errors[2] ?? 1)).toBeGreaterThan(9);
    expect(errors[2]).toBeLessThan(1e-3);
  });

  test("stays empty of cells as its permeability vanishes", () => {
    const closed = outputOf(
      solve(study(behind(1e-12), {}, 24, ["brain/unbound"])),
      "linear/brain/unbound",
    );
    expect(closed.max).toBeLessThan(1e-6);
  });
});

test("saturable clearance falls with the dose, and tends to Vmax/Km below it", () => {
  const areaOf = (amountMg: number) => {
    const given: Study = {
      perfuse: 1,
      drugs: ["midazolam"],
      people: { one: {} },
      doses: [{ drug: "midazolam", route: "iv", amountMg, atHours: 0, overHours: 0.1 }],
      untilHours: 200,
      record: { outputs: ["midazolam/venous-plasma"] },
    };
    return outputOf(solve(given), "midazolam/venous-plasma").area / amountMg;
  };
  expect(areaOf(0.01) / areaOf(0.001)).toBeCloseTo(1, 4);
  expect(areaOf(10_000) / areaOf(0.001)).toBeGreaterThan(1.5);
});

test("secretion by the kidneys is limited by their blood flow", () => {
  const secreted = (clearance: number): Drug => ({
    ...linear,
    metabolism: [],
    excretion: { secretion: number(clearance, "L/h") },
  });
  const given = (clearance: number) => study(secreted(clearance), {}, 2000, ["arterial-blood"]);
  for (const clearance of [20, 1e5]) {
    const Q = parameterOf(planOf(given(clearance)).model, "kidneys", "flow");
    const expected = wellStirred(Q, linear.fup.value / linear.bloodPlasmaRatio.value, clearance);
    const area = outputOf(solve(given(clearance)), "linear/arterial-blood").area;
    expect(100 / area / expected).toBeCloseTo(1, 5);
  }
});

test("secretion by the kidneys falls with their filtration", () => {
  const secreted = { ...linear, metabolism: [], excretion: { secretion: number(20, "L/h") } };
  const given = study(secreted, {}, 4000, ["arterial-blood"]);
  const half = { ...given, people: { one: { egfrMlMin: 117.04 / 2 } } };
  const { model } = planOf(half);
  const working = parameterOf(model, "kidneys", "function");
  // the reference man filters a little less than 117.04 mL/min: he is past 30
  expect(working).toBeCloseTo(0.5, 1);
  const Q = parameterOf(model, "kidneys", "flow");
  const fub = linear.fup.value / linear.bloodPlasmaRatio.value;
  const area = outputOf(solve(half), "linear/arterial-blood").area;
  expect(100 / area / wellStirred(Q, fub, 20 * working)).toBeCloseTo(1, 5);
});
