/** The gene tables themselves, and what two alleles make of each other. */
import { expect, test } from "vitest";
import type { Provenance } from "../../core/model/model";
import { sources } from "../sources";
import { alleleTable, groupCodes } from "./allele-table";
import { activityOf, alleleOf, phenotypeOf } from "./diplotype";
import { frequenciesOf, isReported } from "./frequencies";
import type { Phenotype } from "./gene";
import { geneOf, genes } from "./library";

test("the genes that change a clearance or a transport are there", () => {
  expect(genes.map(({ id, protein }) => `${id} ${protein}`)).toEqual([
    "CYP1A2 CYP1A2",
    "CYP2B6 CYP2B6",
    "CYP2C19 CYP2C19",
    "CYP2C9 CYP2C9",
    "CYP2D6 CYP2D6",
    "CYP3A5 CYP3A5",
    "DPYD DPYD",
    "SLCO1B1 OATP1B1",
    "UGT1A1 UGT1A1",
  ]);
});

test("no two genes share a draw, and all leave the numbers below 1000 to others", () => {
  const draws = genes.flatMap(({ firstDraw }) => [firstDraw, firstDraw + 1]);
  expect(new Set(draws).size).toBe(draws.length);
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(1000);
});

test("frequencies as printed sum to 1 in every group that a gene reports", () => {
  for (const gene of genes) {
    for (const group of groupCodes.filter((code) => isReported(gene, code))) {
      const sum = gene.table.reduce((total, allele) => total + (allele.frequency[group] ?? 0), 0);
      // up to 70 alleles of four significant digits each: the source's totals are that exact
      expect(Math.abs(sum - 1), `${gene.id} ${group}`).toBeLessThan(2e-4);
      for (const allele of gene.table) {
        expect(allele.frequency[group] ?? 0, `${gene.id} ${allele.name}`).toBeGreaterThanOrEqual(0);
      }
    }
  }
});

test("every group has frequencies of every gene, or a stated stand-in that is itself reported", () => {
  for (const gene of genes) {
    for (const group of groupCodes) {
      const { values, takenFrom, why } = frequenciesOf(gene, group);
      const sum = values.reduce((total, share) => total + share, 0);
      expect(sum, `${gene.id} ${group}`).toBeCloseTo(1, 12);
      const own = isReported(gene, group);
      expect(takenFrom === group, `${gene.id} ${group}`).toBe(own);
      expect(why === undefined, `${gene.id} ${group}`).toBe(own);
      if (takenFrom) expect(isReported(gene, takenFrom), `${gene.id} ${takenFrom}`).toBe(true);
      expect(gene.fallback[group] !== undefined, `${gene.id} ${group}`).toBe(!own);
    }
  }
});

test("a group without a stand-in carries the reference allele", () => {
  const slco1b1 = genes.find(({ id }) => id === "SLCO1B1");
  if (!slco1b1) throw new Error("no SLCO1B1");
  const { values, takenFrom } = frequenciesOf(slco1b1, "OCE");
  expect(takenFrom).toBeNull();
  expect(slco1b1.table.filter((_, index) => values[index]).map(({ name }) => name)).toEqual(["*1"]);
});

test("every number names a source that exists", () => {
  const known = new Set(Object.keys(sources));
  const all = provenancesIn(genes);
  expect(all.length).toBeGreaterThan(50);
  for (const provenance of all) {
    const ids =
      provenance.kind === "from"
        ? [provenance.source]
        : provenance.kind === "derived"
          ? provenance.sources
          : [];
    for (const id of ids) expect(known.has(id), id).toBe(true);
  }
});

test("alleles are named once, and the reference and every other spelling are among them", () => {
  for (const gene of genes) {
    const names = gene.table.map(({ name }) => name);
    expect(new Set(names).size, gene.id).toBe(names.length);
    expect(names, gene.id).toContain(gene.reference);
    for (const name of Object.values(gene.alsoCalled ?? {})) expect(names, gene.id).toContain(name);
    expect(gene.table.length, gene.id).toBeLessThanOrEqual(256);
  }
});

test("a row that does not fit its table is refused", () => {
  expect(() => alleleTable("allele function EUR\n*1 normal")).toThrow("does not fit");
  expect(() => alleleTable("allele function EUR\n*1 splendid 1")).toThrow("does not fit");
  expect(() => alleleTable("allele function EUR\n*1 normal 0,5")).toThrow("no number");
});

const judged: readonly (readonly [string, string, Phenotype, number])[] = [
  ["CYP2D6", "*4/*5", "poor", 0],
  ["CYP2D6", "*4/*10", "intermediate", 0.125],
  ["CYP2D6", "*10/*10", "intermediate", 0.25],
  ["CYP2D6", "*1/*4", "intermediate", 0.5],
  ["CYP2D6", "*1/*41", "normal", 0.625],
  ["CYP2D6", "*1/*17", "normal", 0.75],
  ["CYP2D6", "*1/*2", "normal", 1],
  ["CYP2D6", "*1x2/*4", "normal", 1],
  ["CYP2D6", "*2x2/*10", "normal", 1.125],
  ["CYP2D6", "*1/*1x2", "ultrarapid", 1.5],
  ["CYP2D6", "*17/*2x2", "ultrarapid", 1.25],
  ["CYP2D6", "*1x≥3/*4", "ultrarapid", 1.5],
  ["CYP2D6", "*10x2/*36x2", "intermediate", 0.25],
  ["CYP2D6", "*4/*22", "indeterminate", 0.5],
  ["CYP2C9", "*1/*1", "normal", 1],
  ["CYP2C9", "*1/*2", "intermediate", 0.685],
  ["CYP2C9", "*1/*3", "intermediate", 0.547],
  ["CYP2C9", "*2/*2", "intermediate", 0.278],
  ["CYP2C9", "*2/*3", "poor", 0.31],
  ["CYP2C9", "*3/*3", "poor", 0.148],
  ["CYP2C9", "*9/*8", "intermediate", 0.685],
  ["CYP2C19", "*17/*17", "ultrarapid", 1.6],
  ["CYP2C19", "*1/*17", "rapid", 1.25],
  ["CYP2C19", "*1/*18", "normal", 1],
  ["CYP2C19", "*2/*17", "intermediate", 0.5],
  ["CYP2C19", "*1/*3", "intermediate", 0.5],
  ["CYP2C19", "*9/*17", "likely intermediate", 0.5],
  ["CYP2C19", "*9/*10", "likely intermediate", 0.5],
  ["CYP2C19", "*2/*9", "likely poor", 0],
  ["CYP2C19", "*2/*3", "poor", 0],
  ["CYP2C19", "*1/*12", "indeterminate", 1],
  ["CYP3A5", "*1/*1", "normal", 1],
  ["CYP3A5", "*3/*1", "intermediate", 0.5],
  ["CYP3A5", "*3/*6", "poor", 0],
  ["CYP2B6", "*4/*22", "ultrarapid", 1],
  ["CYP2B6", "*1/*4", "rapid", 1],
  ["CYP2B6", "*2/*5", "normal", 1],
  ["CYP2B6", "*6/*4", "intermediate", 0.65],
  ["CYP2B6", "*1/*18", "intermediate", 0.5],
  ["CYP2B6", "*6/*6", "poor", 0.3],
  ["CYP2B6", "*6/*18", "poor", 0.15],
  ["UGT1A1", "*1/*36", "normal", 1],
  ["UGT1A1", "*1/*28", "intermediate", 0.65],
  ["UGT1A1", "*28/*6", "poor", 0.35],
  ["SLCO1B1", "*14/*37", "increased", 1],
  ["SLCO1B1", "*1/*37", "normal", 1],
  ["SLCO1B1", "*14/*15", "intermediate", 0.65],
  ["SLCO1B1", "*5/*15", "poor", 0.3],
  ["DPYD", "*1/HapB3", "intermediate", 0.75],
  ["DPYD", "*1/*2A", "intermediate", 0.5],
  ["DPYD", "*2A/c.2846A>T", "poor", 0.25],
  ["DPYD", "c.1679T>G/*13", "poor", 0],
  ["CYP1A2", "*1F/*1F", "normal", 1],
];

test.each(judged)("%s %s is %s, activity %f", (gene, text, phenotype, factor) => {
  const [a = "", b = ""] = text.split("/");
  for (const diplotype of [[a, b] as const, [b, a] as const]) {
    expect(phenotypeOf(gene, diplotype)).toBe(phenotype);
    expect(activityOf(gene, diplotype).factor).toBeCloseTo(factor, 12);
  }
});

test("every diplotype of every gene has an activity, 1 for two reference alleles", () => {
  for (const gene of genes) {
    for (const a of gene.table) {
      for (const b of gene.table) {
        expect(activityOf(gene.id, [a.name, b.name]).factor).toBeGreaterThanOrEqual(0);
      }
    }
    expect(activityOf(gene.id, [gene.reference, gene.reference]).factor).toBe(1);
  }
});

test("a copy number carries so many times the score of its allele", () => {
  const gene = geneOf("CYP2D6");
  const copied = gene?.table.filter(({ name }) => name.includes("x")) ?? [];
  expect(copied.length).toBeGreaterThan(8);
  for (const { name, score } of copied) {
    const [base = "", copies = ""] = name.split("x");
    const once = (gene && alleleOf(gene, base))?.score ?? NaN;
    expect(score, name).toBe(once * Number(copies.replace("≥", "")));
  }
});

test("an allele of unknown function is counted as the reference, and says so", () => {
  const { confidence, provenance } = activityOf("CYP2D6", ["*1", "*22"]);
  expect(confidence).toBe("low");
  expect(provenance.kind).toBe("assumed");
});

test("an allele or gene that does not exist is an error of ours", () => {
  expect(() => phenotypeOf("CYP2D6", ["*1", "*999"])).toThrow("*999");
  expect(() => activityOf("CYP9Z9", ["*1", "*1"])).toThrow("CYP9Z9");
});

function provenancesIn(value: unknown): Provenance[] {
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && isProvenance(value)) return [value];
  return Object.values(value).flatMap(provenancesIn);
}

function isProvenance(value: object): value is Provenance {
  return "why" in value ? "kind" in value : "where" in value || "how" in value;
}
