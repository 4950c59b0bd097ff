/** PharmCAT's three kinds of JSON: calls that our tables know, and what was not seen. */
import { expect, test } from "vitest";
import { readPharmcat } from "./pharmcat";
import { answered, codeOf, onlyQuestion, reading, understood } from "./reading-for-tests";

const read = (value: unknown) => readPharmcat(JSON.stringify(value), reading);
const match = (gene: string, names: readonly (readonly [string, string])[], missing = 0) => ({
  gene,
  diplotypes: names.map(([a, b]) => ({
    name: `${a}/${b}`,
    haplotype1: { name: a },
    haplotype2: { name: b },
  })),
  matchData: { missingPositions: Array.from({ length: missing }, () => ({ position: 1 })) },
});
const report = (gene: string, a: string, b: string, call: string | null = "G/G") => ({
  geneSymbol: gene,
  callSource: "MATCHER",
  sourceDiplotypes: [{ allele1: { name: a }, allele2: { name: b }, label: `${a}/${b}` }],
  variants: [{ call }],
});

test("calls of the matcher whose every site was there are facts", () => {
  const { facts } = understood(
    read({
      results: [
        match("CYP2C9", [["*1", "*3"]]),
        match("DPYD", [["Reference", "c.1905+1G>A (*2A)"]]),
        match("SLCO1B1", [["*1", "*15"]]),
      ],
    }),
  );
  expect(facts.genes).toEqual({
    CYP2C9: "*1/*3",
    DPYD: "reference/c.1905+1G>A",
    SLCO1B1: "*1/*15",
  });
});

test("a call that rests on missing sites is asked about", () => {
  const first = understood(read({ results: [match("CYP2C19", [["*1", "*1"]], 4)] }));
  expect(first.facts).toEqual({});
  expect(onlyQuestion(first).text).toContain("lacked 4 of the gene’s sites");
  const done = answered(first, { kind: "choice", value: "*1/*1" });
  expect(done.facts.genes).toEqual({ CYP2C19: "*1/*1" });
});

test.each([
  ["of version 2, by source", { geneReports: { CPIC: { CYP2C9: report("CYP2C9", "*1", "*3") } } }],
  ["of version 3", { geneReports: { CYP2C9: report("CYP2C9", "*1", "*3") } }],
  ["of the reporter", { genes: { CPIC: { CYP2C9: report("CYP2C9", "*1", "*3") } } }],
])("a gene report %s is read", (_name, value) => {
  expect(understood(read(value)).facts.genes).toEqual({ CYP2C9: "*1/*3" });
});

test("two sources that differ are a question, two that agree are not", () => {
  const of = (dpwg: string) => ({
    geneReports: {
      CPIC: { CYP2C9: report("CYP2C9", "*1", "*3") },
      DPWG: { CYP2C9: report("CYP2C9", "*1", dpwg) },
    },
  });
  expect(understood(read(of("*3"))).questions).toEqual([]);
  expect(onlyQuestion(understood(read(of("*2")))).options).toHaveLength(2);
});

test("a site without a call is missing; a call from outside has none", () => {
  const inside = report("CYP2C9", "*1", "*3", null);
  expect(understood(read({ geneReports: { CYP2C9: inside } })).questions).toHaveLength(1);
  const outside = { ...report("CYP2D6", "*1", "*4", null), callSource: "OUTSIDE" };
  expect(understood(read({ geneReports: { CYP2D6: outside } })).facts.genes).toEqual({
    CYP2D6: "*1/*4",
  });
});

test("unknown genes, unknown alleles and uncalled genes are said", () => {
  const { facts, ignored } = understood(
    read({
      results: [
        match("CFTR", [["a", "b"]]),
        match("CYP2C19", [["*38", "*2"]]),
        match("CYP2B6", []),
      ],
    }),
  );
  expect(facts).toEqual({});
  expect(ignored.map(({ what, why }) => `${what}: ${why}`)).toEqual([
    "CFTR: is no gene of this model",
    "CYP2C19 *38/*2: names an allele that is not in this model's table",
    "CYP2B6: was not called",
  ]);
});

test.each([[{}], [{ results: [] }], [{ genes: { a: 1 } }], [[1, 2]], [null]])(
  "%j is none of PharmCAT's",
  (value) => expect(codeOf(read(value))).toBe("not-pharmcat"),
);
