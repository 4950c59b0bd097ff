/** What an interaction is explained by, against the simulation it explains and limiting cases. */
import { describe, expect, test } from "vitest";
import { assumed } from "../core/model/model";
import type { Drug } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";
import { interactionRows } from "../pharmacology/evidence-sets";
import type { Study } from "../pharmacology/study";
import { CompiledStudies } from "./compiled-study";
import { createWasmMachine } from "./cpu/wasm-machine";
import { explainInteraction, type ExplainedInteraction } from "./explain-interaction";
import { scoreInteraction, studiesOf } from "./score-interactions";

const studies = new CompiledStudies((program, plan) => createWasmMachine(program, plan, 1));

function drug(id: string): Drug {
  const found = shippedDrug(id);
  if (!found) throw new Error(`no drug ${id}`);
  return found;
}

function explained(pair: Parameters<typeof explainInteraction>[0], victim: string) {
  const result = explainInteraction(pair, victim, studies, shippedDrug);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function rowOf(id: string) {
  const row = interactionRows.find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

const ofRow = (id: string) => explained(studiesOf(rowOf(id)), rowOf(id).victim);

const pathwayIn = ({ pathways }: ExplainedInteraction, protein: string, place: string) => {
  const found = pathways.find((one) => one.protein === protein && one.place === place);
  if (!found) throw new Error(`no ${protein} in the ${place}`);
  return found;
};

describe("a constant inhibitor of a drug that the liver takes little of", () => {
  const Ki = 20;
  const inhibitor: Drug = {
    ...drug("fluconazole"),
    metabolism: [],
    inhibits: [
      {
        protein: "CYP1A2",
        kind: "competitive",
        Ki: { value: Ki, unit: "µM", provenance: assumed("a test") },
      },
    ],
  };
  const without: Study = {
    perfuse: 1,
    drugs: ["caffeine"],
    people: { one: {} },
    doses: [{ drug: "caffeine", route: "iv", amountMg: 1, atHours: 0 }],
    fromHours: -480,
    untilHours: 72,
    record: { outputs: ["caffeine/venous-plasma"] },
  };
  const constant = {
    drug: "fluconazole",
    route: "iv",
    amountMg: 5520,
    atHours: -480,
    overHours: 552,
  } as const;
  const both = {
    ...without,
    drugs: ["caffeine", inhibitor],
    doses: [...without.doses, constant],
  };
  const why = explained({ with: both, without }, "caffeine");

  test("is there at one concentration, and leaves what 1 + I/Ki says", () => {
    const [effect] = why.effects;
    const [liver] = effect?.places ?? [];
    if (!liver) throw new Error("nothing acts");
    expect(liver.max / liver.average - 1).toBeLessThan(0.01);
    expect(liver.factor).toBeCloseTo(1 / (1 + liver.average / Ki), 12);
    const way = pathwayIn(why, "CYP1A2", "liver");
    // it rises by less than 1 % while caffeine is there
    expect(Math.abs(way.average / liver.factor - 1)).toBeLessThan(0.01);
    expect(way.steady).toBe(liver.factor);
  });

  test("gives the ratio that the static equation says, less what flow takes from it", () => {
    expect(why.aucRatio).toBeGreaterThan(1.3);
    // the liver extracts less than a tenth of caffeine, and by that share the equation may exceed
    const above = (why.staticRatio ?? Number.NaN) / why.aucRatio - 1;
    expect(above).toBeGreaterThan(0);
    expect(above).toBeLessThan(0.1);
    expect(why.ratioFromSimulated).toBeCloseTo(why.staticRatio ?? Number.NaN, 1);
    expect(why.escapesGut).toBeUndefined();
  });
});

describe("of reported interactions", () => {
  test("the simulated ratios are those of the evidence, to the last figures", () => {
    for (const id of [
      "midazolam-fluconazole/olkkola1996-po",
      "caffeine-fluvoxamine/jeppesen1996",
    ]) {
      const scored = scoreInteraction(rowOf(id), studies, shippedDrug);
      if (!scored.ok) throw new Error(id);
      const why = ofRow(id);
      expect(why.aucRatio).toBeCloseTo(scored.value.aucRatio, 10);
      expect(why.cmaxRatio).toBeCloseTo(scored.value.cmaxRatio, 10);
    }
  });

  test("shares of what clears midazolam are nearly all CYP3A4, in the wall and after it", () => {
    const why = ofRow("midazolam-fluconazole/olkkola1996-po");
    for (const place of ["liver", "gut"]) {
      expect(pathwayIn(why, "CYP3A4", place).share).toBeGreaterThan(0.9);
      expect(pathwayIn(why, "CYP3A4", place).share).toBeLessThanOrEqual(1);
    }
    expect(why.escapesGut).toBeGreaterThan(0.2);
    expect(why.escapesGut).toBeLessThan(0.6);
  });

  test("each metabolite of itraconazole that acts has its own concentration and constant", () => {
    const why = ofRow("midazolam-itraconazole/olkkola1994");
    expect(why.effects.map(({ by, kind }) => `${by} ${kind}`)).toEqual([
      "Itraconazole competitive",
      "Hydroxy-itraconazole competitive",
      "Keto-itraconazole competitive",
      "N-desalkyl-itraconazole competitive",
    ]);
    const [parent] = why.effects;
    expect(parent?.numbers.map(({ symbol }) => symbol)).toContain("Ki");
    for (const { places } of why.effects) {
      for (const { max, average } of places) expect(max).toBeGreaterThanOrEqual(average);
    }
  });

  test("an enzyme that is destroyed comes with the pace at which it is made anew", () => {
    const why = ofRow("midazolam-clarithromycin/gurley2006");
    const [effect] = why.effects;
    const symbols = effect?.numbers.map(({ symbol }) => symbol) ?? [];
    for (const symbol of ["kinact", "KI", "kdeg_liver", "kdeg_gut"]) {
      expect(symbols).toContain(symbol);
    }
    expect(effect?.equations.map(({ symbol }) => symbol)).toContain("dliver/dt");
    expect(effect?.numbers.every(({ source }) => source !== "")).toBe(true);
  });

  test("of a carrier no share is made up, and no static ratio", () => {
    const why = ofRow("digoxin-clarithromycin/gurley2007");
    expect(why.pathways.map(({ protein, share }) => [protein, share])).toEqual([
      ["Pgp", undefined],
      ["Pgp", undefined],
      ["Pgp", undefined],
    ]);
    expect(why.staticRatio).toBeUndefined();
  });

  test("what is left is looked at from the victim's first dose on, wherever the study begins", () => {
    const { with: both, without } = studiesOf(rowOf("midazolam-clarithromycin/gurley2006"));
    const fromHours = Math.min(...both.doses.map(({ atHours }) => atHours));
    const early = explained({ with: both, without: { ...without, fromHours } }, "midazolam");
    const way = pathwayIn(early, "CYP3A4", "liver");
    const usual = pathwayIn(ofRow("midazolam-clarithromycin/gurley2006"), "CYP3A4", "liver");
    expect(way.most).toBeCloseTo(usual.most, 2);
    expect(way.most).toBeLessThan(0.9);
  });

  test("an injection meets no enzyme in the gut's wall", () => {
    const why = ofRow("midazolam-fluconazole/olkkola1996-iv");
    expect(why.pathways.map(({ place }) => place)).toEqual(["liver"]);
    expect(why.effects.flatMap(({ places }) => places.map(({ place }) => place))).toEqual([
      "liver",
    ]);
  });
});
