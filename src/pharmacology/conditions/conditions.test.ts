/** What each condition moves, alone and together, and what is refused. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { makePerson, type Person } from "../body/person";
import { organIds, portalOrgans } from "../body/organs";
import { density } from "../body/reference-people";
import { sources } from "../sources";
import { flowClosure, volumeClosure } from "./closure";
import { describeMove, notMoved } from "./explain";
import { factorsOf, movesOf } from "./moves-of";
import {
  hepaticClasses,
  renalStages,
  type ConditionRequest,
  type Covariates,
  type Move,
  type MoveTarget,
} from "./moves";
import { renalBands } from "./renal";

const man: Covariates = { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73 };
const woman: Covariates = { sex: "female", ageYears: 30, heightCm: 163, weightKg: 60 };

function moved(request: ConditionRequest, who: Covariates = man): readonly Move[] {
  const outcome = movesOf(request, who);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join());
  return outcome.value;
}

function factor(request: ConditionRequest, target: MoveTarget, who?: Covariates): number {
  return factorsOf(moved(request, who)).get(target) ?? NaN;
}

function refusals(request: ConditionRequest, who: Covariates): readonly string[] {
  const outcome = movesOf(request, who);
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
}

test("nobody's body is moved where nothing is asked for", () => {
  expect(moved({})).toEqual([]);
  expect(moved({ renal: "normal", hepatic: null, pregnancyWeeks: null })).toEqual([]);
});

// ——— cirrhosis ———

const cirrhosis: readonly (readonly [MoveTarget, number, number, number])[] = [
  ["flow.stomach", 0.4, 0.36, 0.04],
  ["flow.smallIntestine", 0.4, 0.36, 0.04],
  ["flow.largeIntestine", 0.4, 0.36, 0.04],
  ["flow.pancreas", 0.4, 0.36, 0.04],
  ["flow.spleen", 0.4, 0.36, 0.04],
  // the table's own total of artery per gram times functional volume
  ["flow.liver", 1.111, 1.287, 1.481],
  ["volume.liver", 0.69, 0.55, 0.28],
  ["flow.kidneys", 0.88, 0.65, 0.48],
  ["flow.cardiacOutput", 1.11, 1.27, 1.36],
  ["gfr", 1, 0.7, 0.36],
  ["albumin", 0.81, 0.68, 0.5],
  ["aag", 0.6, 0.56, 0.3],
  ["haematocrit", 0.866, 0.822, 0.778],
  ["liver.CYP3A4", 1, 0.4, 0.4],
  ["liver.CYP1A2", 1, 0.1, 0.1],
  ["liver.CYP2E1", 1, 0.83, 0.83],
  ["liver.CYP2A6", 0.89, 0.62, 0.32],
  ["liver.CYP2B6", 1, 0.9, 0.8],
  ["liver.CYP2C8", 0.69, 0.52, 0.33],
  ["liver.CYP2C9", 0.69, 0.51, 0.33],
  ["liver.CYP2C18", 0.32, 0.26, 0.12],
  ["liver.CYP2C19", 0.32, 0.26, 0.12],
  ["liver.CYP2D6", 0.76, 0.33, 0.11],
];

test.each(cirrhosis)("cirrhosis moves %s by the table", (target, a, b, c) => {
  // three decimals: as the totals of the artery are printed
  expect(factor({ hepatic: "A" }, target)).toBeCloseTo(a, 3);
  expect(factor({ hepatic: "B" }, target)).toBeCloseTo(b, 3);
  expect(factor({ hepatic: "C" }, target)).toBeCloseTo(c, 3);
});

test("cirrhosis moves what its table has and nothing else, each once", () => {
  for (const hepatic of ["A", "B", "C"] as const) {
    const targets = moved({ hepatic }).map(({ target }) => target);
    expect(targets.toSorted()).toEqual(cirrhosis.map(([target]) => target).toSorted());
  }
});

// ——— kidneys ———

test.each([
  ["mild", 75],
  ["moderate", 45],
  ["severe", 22.5],
  ["esrd", 7.5],
] as const)("%s renal impairment brings the filtration rate to %f", (renal, expected) => {
  // an absolute rate is the rate per 1.73 m² over the body's surface, by Du Bois
  const surface = 0.007184 * 73 ** 0.425 * 176 ** 0.725;
  const { gfr } = makePerson(man);
  const rate = (factor({ renal }, "gfr") * gfr) / 0.06 / (surface / 1.73);
  expect(rate).toBeCloseTo(expected, 8);
});

test("kidneys shrink and are perfused less by the curves of the filtration rate", () => {
  const surface = 0.007184 * 73 ** 0.425 * 176 ** 0.725;
  const healthy = (makePerson(man).gfr / 0.06) * (1.73 / surface);
  const volume = (g: number) => -6.3e-5 * g ** 2 + 0.0149 * g;
  const perfusion = (g: number) => -3.1e-5 * g ** 2 + 0.017 * g;
  const smaller = Math.exp(volume(45) - volume(healthy));
  const slower = Math.exp(perfusion(45) - perfusion(healthy));
  expect(factor({ renal: "moderate" }, "volume.kidneys")).toBeCloseTo(smaller, 8);
  expect(factor({ renal: "moderate" }, "flow.kidneys")).toBeCloseTo(smaller * slower, 8);
});

test.each([
  ["mild", "haematocrit", 1, 1],
  ["moderate", "haematocrit", 43.3 / 45.5, 39.7 / 40],
  ["severe", "haematocrit", 41.7 / 45.5, 37.4 / 40],
  ["esrd", "haematocrit", 34.3 / 45.5, 33.5 / 40],
  ["mild", "albumin", 1, 1],
  ["moderate", "albumin", 1 / 1.07, 1 / 1.07],
  ["severe", "albumin", 1 / 1.16, 1 / 1.16],
  ["esrd", "albumin", 1 / 1.55, 1 / 1.55],
  ["moderate", "gastricEmptyingTime", 1, 1],
  ["severe", "gastricEmptyingTime", 1.6, 1.6],
  ["esrd", "gastricEmptyingTime", 1.6, 1.6],
  ["moderate", "intestinalTransitTime", 1, 1],
  ["severe", "intestinalTransitTime", 1.4, 1.4],
  ["esrd", "intestinalTransitTime", 1.4, 1.4],
] as const)("%s renal impairment moves %s by the table", (renal, target, men, women) => {
  expect(factor({ renal }, target, man)).toBeCloseTo(men, 12);
  expect(factor({ renal }, target, woman)).toBeCloseTo(women, 12);
});

test.each([
  ["mild", 1],
  ["moderate", 1],
  ["severe", 0.5],
  ["esrd", 0.5],
] as const)(
  "in %s impairment the kidneys' OAT1 and OAT3 as a whole go with filtration",
  (renal, left) => {
    for (const target of ["kidney.OAT1", "kidney.OAT3"] as const) {
      const whole = factor({ renal }, target) * factor({ renal }, "volume.kidneys");
      expect(whole).toBeCloseTo(left * factor({ renal }, "gfr"), 12);
    }
  },
);

test("a rate that is typical of an age is not raised to the middle of a band", () => {
  const old: Covariates = { ...woman, ageYears: 95 };
  expect(factor({ renal: "mild" }, "gfr", old)).toBe(1);
  expect(factor({ renal: "mild" }, "volume.kidneys", old)).toBe(1);
});

test("a measured rate goes before the middle of its stage, and is not moved", () => {
  const measured: Covariates = { ...man, egfrMlMin173: 35 };
  const targets = moved({ renal: "moderate" }, measured).map(({ target }) => target);
  expect(targets).not.toContain("gfr");
  expect(factor({ renal: "moderate" }, "haematocrit", measured)).toBeCloseTo(42.6 / 45.5, 12);
  expect(moved({ hepatic: "C" }, measured).map(({ target }) => target)).not.toContain("gfr");
  const pregnant: Covariates = { ...woman, egfrMlMin: 150 };
  expect(moved({ pregnancyWeeks: 20 }, pregnant).map(({ target }) => target)).not.toContain("gfr");
});

// ——— pregnancy ———

test("week 0 of pregnancy is the woman she was", () => {
  for (const { target, factor: by } of moved({ pregnancyWeeks: 0 }, woman)) {
    expect(by, target).toBeCloseTo(1, 12);
  }
});

test.each([
  // equations evaluated by their authors: output 385.8 L/h at 40 weeks, rate 160.5 mL/min at 30
  [40, "flow.cardiacOutput", 385.8 / 301.78, 3],
  [30, "gfr", 160.5 / 113.73, 3],
  [40, "haematocrit", 33.83 / 39.192, 3],
  // plasma 3.735 L at 40 weeks, 2.500 at the start
  [40, "volume.blood", 3.735 / (1 - 0.3383) / (2.5004 / (1 - 0.39192)), 2],
  [20, "flow.kidneys", (53.248 + 72.894 - 61.428 + 13.5744) / 53.248, 6],
  [40, "flow.smallIntestine", ((385.8 / 301.78) * 12.5) / 17, 3],
  [40, "flow.adipose", ((385.8 / 301.78) * 7.8) / 8.5, 3],
  [40, "flow.liver", (385.8 / 301.78) * 0.75, 3],
  [16, "liver.CYP1A2", 0.672, 12],
  [26, "liver.CYP1A2", 0.519, 12],
  [38, "liver.CYP1A2", 0.348, 12],
  [41, "liver.CYP1A2", 0.348, 12],
  [8, "liver.CYP1A2", 1 - 0.164, 12],
  [16, "liver.CYP2D6", 1.256, 12],
  [21, "liver.CYP2D6", 1.302, 12],
  [32, "liver.CYP3A4", 1.365, 12],
] as const)("at week %i %s is %f of before", (pregnancyWeeks, target, expected, digits) => {
  expect(factor({ pregnancyWeeks }, target, woman)).toBeCloseTo(expected, digits);
});

test("a woman gains 14.1 kg to week 40, and fat, blood and womb explain it", () => {
  const own = makePerson(woman);
  const at = factorsOf(moved({ pregnancyWeeks: 40 }, woman));
  const gained = (target: MoveTarget, mass: number) => ((at.get(target) ?? NaN) - 1) * mass;
  const gain = gained("weight", woman.weightKg);
  // −0.42456 + 46.6576 − 32.12992
  expect(gain).toBeCloseTo(14.103, 3);
  const fat = gained("volume.adipose", own.volume.adipose * density.adipose.value);
  expect(fat).toBeCloseTo(0.14937 * 40, 6);
  const blood = own.arterialBloodVolume + own.venousBloodVolume;
  const womb = gained("volume.rest", own.volume.rest);
  expect(fat + gained("volume.blood", blood * density.blood.value) + womb).toBeCloseTo(gain, 6);
  // the same paper's child, placenta and water weigh 3.44 + 0.66 + 0.82 kg: the womb holds them
  expect(womb).toBeGreaterThan(3.44 + 0.66 + 0.82);
  expect(womb).toBeLessThan(8);
});

test("the placenta's blood is added to the rest of the body", () => {
  const own = makePerson(woman);
  const more = (factor({ pregnancyWeeks: 40 }, "flow.rest", woman) - 1) * own.flow.rest;
  // 0.059176 × 659 mL, in the share it has of an output of 301.78 L/h
  expect(more / own.flow.lungs).toBeCloseTo((0.059176 * 659.1) / 301.78, 3);
});

// ——— together ———

test("kidneys and liver ill together: factors multiply, of two filtration rates the lower holds", () => {
  const both = moved({ renal: "severe", hepatic: "B" });
  const rates = both.filter(({ target }) => target === "gfr");
  expect(rates).toHaveLength(1);
  expect(rates[0]?.factor).toBe(factor({ renal: "severe" }, "gfr"));
  expect(rates[0]?.condition).toBe("severe renal impairment");
  for (const target of ["flow.kidneys", "haematocrit", "albumin"] as const) {
    const product = factor({ renal: "severe" }, target) * factor({ hepatic: "B" }, target);
    expect(factorsOf(both).get(target)).toBeCloseTo(product, 12);
  }
  const other = moved({ renal: "mild", hepatic: "C" }).filter(({ target }) => target === "gfr");
  expect(other.map(({ condition }) => condition)).toEqual(["Child–Pugh C"]);
});

const adults = fc.record({
  sex: fc.constantFrom("male" as const, "female" as const),
  ageYears: fc.integer({ min: 18, max: 95 }),
  heightCm: fc.integer({ min: 140, max: 200 }),
  bodyMassIndex: fc.integer({ min: 16, max: 55 }),
});
const conditions = fc.oneof(
  fc.record({
    renal: fc.constantFrom(...renalStages),
    hepatic: fc.constantFrom(...hepaticClasses),
  }),
  fc.record({ pregnancyWeeks: fc.double({ min: 0, max: 41, noNaN: true }) }),
);

test("no combination makes a volume, a flow or what must close negative", () => {
  fc.assert(
    fc.property(adults, conditions, ({ sex, ageYears, heightCm, bodyMassIndex }, request) => {
      const weightKg = bodyMassIndex * (heightCm / 100) ** 2;
      const outcome = movesOf(request, { sex, ageYears, heightCm, weightKg });
      if (!outcome.ok) return;
      const own = makePerson({ sex, ageYears, heightCm, weightKg });
      const factors = factorsOf(outcome.value);
      for (const [target, by] of factors) expect(by, target).toBeGreaterThan(0);
      expect(leftForOthers(own, factors)).toBeGreaterThan(0);
      expect(fatAfter(own, factors)).toBeGreaterThan(0);
    }),
    { seed: 20, numRuns: 2000 },
  );
});

/** L/h that the output leaves to the organs without a move of their own. */
function leftForOthers(own: Person, factors: ReadonlyMap<MoveTarget, number>): number {
  const unchanged: readonly string[] = flowClosure.unchanged;
  const spoken = organIds.reduce((sum, organ) => {
    if (organ === "lungs") return sum;
    const by = factors.get(`flow.${organ}`) ?? (unchanged.includes(organ) ? 1 : 0);
    return sum + by * own.flow[organ];
  }, 0);
  return own.flow.lungs * (factors.get("flow.cardiacOutput") ?? 1) - spoken;
}

/** kg of fat once it has made up for what the others lost or gained. */
function fatAfter(own: Person, factors: ReadonlyMap<MoveTarget, number>): number {
  const gainOf = (target: MoveTarget, mass: number) => ((factors.get(target) ?? 1) - 1) * mass;
  const blood = (own.arterialBloodVolume + own.venousBloodVolume) * density.blood.value;
  const toRest = new Set(
    volumeClosure.flatMap((rule) => (rule.madeUpBy === "rest" ? (rule.organ ?? []) : [])),
  );
  const others = organIds
    .filter((organ) => organ !== "adipose" && !toRest.has(organ))
    .reduce(
      (sum, organ) => sum + gainOf(`volume.${organ}`, own.volume[organ] * density[organ].value),
      0,
    );
  const fat = own.volume.adipose * density.adipose.value;
  return fat + gainOf("weight", own.weightKg) - others - gainOf("volume.blood", blood);
}

// ——— refusals ———

test.each([
  ["a pregnant man", { pregnancyWeeks: 20 }, man, "pregnant-male"],
  ["a pregnant girl of 14", { pregnancyWeeks: 20 }, { ...woman, ageYears: 14 }, "pregnant-age"],
  ["a pregnant woman of 51", { pregnancyWeeks: 20 }, { ...woman, ageYears: 51 }, "pregnant-age"],
  ["week 42", { pregnancyWeeks: 42 }, woman, "bad-week"],
  ["a week before the first", { pregnancyWeeks: -1 }, woman, "bad-week"],
  ["no week at all", { pregnancyWeeks: NaN }, woman, "bad-week"],
  ["pregnancy with cirrhosis", { pregnancyWeeks: 20, hepatic: "A" }, woman, "pregnant-ill"],
  ["pregnancy with renal impairment", { pregnancyWeeks: 9, renal: "mild" }, woman, "pregnant-ill"],
  ["a child with cirrhosis", { hepatic: "B" }, { ...man, ageYears: 17.9 }, "adults-only"],
  ["a child with a renal stage", { renal: "severe" }, { ...man, ageYears: 6 }, "adults-only"],
  [
    "no kidneys, normal rate",
    { renal: "esrd" },
    { ...man, egfrMlMin173: 95 },
    "stage-against-rate",
  ],
  ["the edge of a band", { renal: "severe" }, { ...man, egfrMlMin173: 30 }, "stage-against-rate"],
  ["an absolute rate", { renal: "mild" }, { ...man, egfrMlMin: 50 }, "stage-against-rate"],
] as const)("%s is refused", (_, request, who, code) => {
  expect(refusals(request, who)).toEqual([code]);
});

test("the edges of what is known are not refused", () => {
  expect(refusals({ pregnancyWeeks: 41 }, { ...woman, ageYears: 15 })).toEqual([]);
  expect(refusals({ pregnancyWeeks: 0 }, { ...woman, ageYears: 50 })).toEqual([]);
  expect(refusals({ hepatic: "C", renal: "esrd" }, { ...man, ageYears: 18 })).toEqual([]);
  expect(refusals({ renal: "severe" }, { ...man, egfrMlMin173: 15 })).toEqual([]);
  expect(refusals({ renal: "esrd", pregnancyWeeks: null }, { ...man, egfrMlMin173: 0 })).toEqual(
    [],
  );
});

test("normal kidneys and liver are no illness beside a pregnancy", () => {
  expect(refusals({ renal: "normal", hepatic: "normal", pregnancyWeeks: 10 }, woman)).toEqual([]);
});

// ——— what people read ———

const everything = [
  ...(["mild", "moderate", "severe", "esrd"] as const).flatMap((renal) => moved({ renal })),
  ...(["A", "B", "C"] as const).flatMap((hepatic) => moved({ hepatic })),
  ...[0, 12, 41].flatMap((pregnancyWeeks) => moved({ pregnancyWeeks }, woman)),
];

test("every move has a source that exists, and says so in words", () => {
  const known = new Set(Object.keys(sources));
  for (const move of everything) {
    const { provenance } = move;
    const ids =
      provenance.kind === "from"
        ? [provenance.source]
        : provenance.kind === "derived"
          ? provenance.sources
          : [];
    expect(ids.length, move.target).toBeGreaterThan(0);
    for (const id of ids) expect(known.has(id), id).toBe(true);
    const { what, change, source } = describeMove(move);
    expect(what).not.toBe("");
    expect(change).toMatch(/% of what it would be|unchanged/);
    for (const id of ids)
      expect(source).toContain(Object.entries(sources).find(([k]) => k === id)?.[1]);
  }
});

test("a move reads as a person would say it", () => {
  const words = (target: MoveTarget) => {
    const move = moved({ hepatic: "B" }).find((one) => one.target === target);
    if (!move) return "";
    const { condition, what, change } = describeMove(move);
    return `${condition}, ${what}: ${change}`;
  };
  expect(words("volume.liver")).toBe("Child–Pugh B, volume: liver: 55 % of what it would be");
  expect(words("liver.CYP3A4")).toBe(
    "Child–Pugh B, CYP3A4 in each litre of liver: 40 % of what it would be",
  );
  expect(words("flow.largeIntestine")).toContain("blood flow: large intestine");
});

test("what is known to change and is not moved is said for each condition", () => {
  expect(notMoved({})).toEqual([]);
  expect(notMoved({ renal: "normal", hepatic: null })).toEqual([]);
  expect(notMoved({ renal: "mild" }).join(" ")).toContain("Hepatic enzymes");
  expect(notMoved({ renal: "mild", hepatic: "A" }).length).toBeGreaterThan(
    notMoved({ hepatic: "A" }).length,
  );
  expect(notMoved({ pregnancyWeeks: 0 }).join(" ")).toContain("CYP2C19");
});

test("the bands of the stages follow on each other without a gap", () => {
  expect(renalBands.esrd[1]).toBe(renalBands.severe[0]);
  expect(renalBands.severe[1]).toBe(renalBands.moderate[0]);
  expect(renalBands.moderate[1]).toBe(renalBands.mild[0]);
});

test("all portal organs lose the same share in cirrhosis", () => {
  for (const organ of portalOrgans) {
    expect(factor({ hepatic: "C" }, `flow.${organ}`)).toBe(0.04);
  }
});
