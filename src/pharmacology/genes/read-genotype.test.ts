import { expect, test } from "vitest";
import { geneOf } from "./library";
import { codesOf, problemsOfGenes, readGenotype } from "./read-genotype";

test("two alleles are read, spaces and all, in the table's own spelling", () => {
  expect(readGenotype("CYP2D6", " *1 / *4 ")).toEqual({
    ok: true,
    value: { kind: "diplotype", alleles: ["*1", "*4"] },
  });
  expect(readGenotype("CYP2D6", "*1x>=3/*1x3")).toEqual({
    ok: true,
    value: { kind: "diplotype", alleles: ["*1x≥3", "*1x≥3"] },
  });
  expect(readGenotype("DPYD", "c.1905+1G>A/reference")).toEqual({
    ok: true,
    value: { kind: "diplotype", alleles: ["*2A", "*1"] },
  });
});

test("a phenotype is read in either case", () => {
  expect(readGenotype("CYP2C19", "pm")).toEqual({
    ok: true,
    value: { kind: "phenotype", code: "PM" },
  });
});

test.each([
  ["CYP2D9", "*1/*1", "unknown-gene", "CYP2D6"],
  ["CYP2D6", "*1/*999", "unknown-allele", "*41"],
  ["CYP2D6", "rare/*1", "unknown-allele", "*41"],
  ["CYP2D6", "*1/*1/*1", "bad-diplotype", "two alleles"],
  ["CYP2D6", "*1/", "unknown-allele", "*41"],
  ["CYP2D6", "RM", "unknown-phenotype", "PM, IM, NM, UM"],
  ["CYP2C19", "fast", "unknown-phenotype", "PM, IM, NM, RM, UM"],
  ["CYP3A5", "UM", "unknown-phenotype", "PM, IM, NM or"],
  ["CYP2D6", "", "unknown-phenotype", "PM"],
])("%s %s is refused as %s, and what there is is listed", (gene, text, code, listed) => {
  const read = readGenotype(gene, text);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.problems.map((problem) => problem.code)).toEqual([code]);
  expect(read.problems[0]?.subject).toBe(gene);
  expect(read.problems[0]?.message).toContain(listed);
  expect(read.problems[0]?.message).not.toContain("rare ");
});

test("all problems of a request are found", () => {
  const problems = problemsOfGenes({ CYP2D6: "PM", CYP2C9: "*1/*77", NOT1: "PM" });
  expect(problems.map(({ code }) => code)).toEqual(["unknown-allele", "unknown-gene"]);
});

test("a gene offers the phenotypes that its alleles can make", () => {
  const offered = (id: string) => {
    const gene = geneOf(id);
    return gene ? codesOf(gene).join(" ") : "";
  };
  expect(offered("CYP2D6")).toBe("PM IM NM UM");
  expect(offered("CYP2C19")).toBe("PM IM NM RM UM");
  expect(offered("CYP2B6")).toBe("PM IM NM RM UM");
  expect(offered("SLCO1B1")).toBe("PM IM NM UM");
  expect(offered("CYP1A2")).toBe("NM");
});
