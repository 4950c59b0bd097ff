/** People's genotypes: as often as published, as given, and the same for the same numbers. */
import { expect, test } from "vitest";
import { uniform } from "../../core/numerics/random";
import { groupCodes } from "./allele-table";
import { alleleOf, phenotypeOf, phenotypeOfAlleles } from "./diplotype";
import { frequenciesOf } from "./frequencies";
import { pooled, type Allele, type Gene, type Phenotype } from "./gene";
import {
  activityFactors,
  activityFactorsInto,
  drawGenotypes,
  geneProteins,
  readableGenotypes,
  typicalGenotypes,
} from "./genotypes";
import type { GroupCode } from "./groups";
import { geneOf, genes } from "./library";
import { codesOf, phenotypeCodes } from "./read-genotype";

const person = (seed: number, who: number) => (draw: number) => uniform(seed, who, draw);

/**
 * CPIC's phenotype frequencies: the product of allele frequencies, to five digits, from tables in
 * which rare alleles stand alone and have functions.
 */
const published: readonly (readonly [
  gene: string,
  group: GroupCode,
  shares: Readonly<Partial<Record<Phenotype, number>>>,
])[] = [
  [
    "CYP2B6",
    "SAS",
    {
      ultrarapid: 0.0098,
      rapid: 0.1286,
      poor: 0.05954,
      normal: 0.42183,
      intermediate: 0.36526,
      indeterminate: 0.01497,
    },
  ],
  [
    "CYP2B6",
    "EAS",
    {
      ultrarapid: 0.00709,
      rapid: 0.11734,
      poor: 0.04363,
      normal: 0.48563,
      intermediate: 0.32629,
      indeterminate: 0.02003,
    },
  ],
  [
    "CYP2B6",
    "EUR",
    {
      ultrarapid: 0.00167,
      rapid: 0.05357,
      poor: 0.07428,
      normal: 0.4295,
      intermediate: 0.37952,
      indeterminate: 0.06145,
    },
  ],
  [
    "CYP2B6",
    "OCE",
    {
      ultrarapid: 0.0,
      rapid: 0.0,
      poor: 0.4096,
      normal: 0.1296,
      intermediate: 0.4608,
      indeterminate: 0.0,
    },
  ],
  [
    "CYP2B6",
    "SSA",
    {
      ultrarapid: 0.0,
      rapid: 0.0,
      poor: 0.23674,
      normal: 0.14307,
      intermediate: 0.36808,
      indeterminate: 0.25211,
    },
  ],
  [
    "CYP2C19",
    "AME",
    {
      ultrarapid: 0.00741,
      rapid: 0.13638,
      poor: 0.01482,
      normal: 0.62756,
      "likely poor": 0.0,
      "likely intermediate": 0.0,
      intermediate: 0.21383,
      indeterminate: 0.0,
    },
  ],
  [
    "CYP2C19",
    "SAS",
    {
      ultrarapid: 0.02916,
      rapid: 0.18567,
      poor: 0.08157,
      normal: 0.29553,
      "likely poor": 0.0,
      "likely intermediate": 0.0,
      intermediate: 0.40807,
      indeterminate: 0.0,
    },
  ],
  [
    "CYP2C19",
    "EAS",
    {
      ultrarapid: 0.00042,
      rapid: 0.02534,
      poor: 0.12979,
      normal: 0.38055,
      "likely poor": 0.00043,
      "likely intermediate": 0.00077,
      intermediate: 0.45928,
      indeterminate: 0.00341,
    },
  ],
  [
    "CYP2C19",
    "EUR",
    {
      ultrarapid: 0.04641,
      rapid: 0.27118,
      poor: 0.02388,
      normal: 0.39612,
      "likely poor": 0.0002,
      "likely intermediate": 0.00112,
      intermediate: 0.26109,
      indeterminate: 0.0,
    },
  ],
  [
    "CYP2C19",
    "OCE",
    {
      ultrarapid: 0.00325,
      rapid: 0.02133,
      poor: 0.57139,
      normal: 0.03501,
      "likely poor": 0.0,
      "likely intermediate": 0.0,
      intermediate: 0.36903,
      indeterminate: 0.0,
    },
  ],
  [
    "CYP2C19",
    "SSA",
    {
      ultrarapid: 0.03005,
      rapid: 0.21081,
      poor: 0.03671,
      normal: 0.36978,
      "likely poor": 0.01033,
      "likely intermediate": 0.04286,
      intermediate: 0.29946,
      indeterminate: 0.0,
    },
  ],
  ["CYP2C9", "AME", { normal: 0.8315, intermediate: 0.1641, poor: 0.00439, indeterminate: 0.0 }],
  [
    "CYP2C9",
    "SAS",
    { normal: 0.59617, intermediate: 0.36239, poor: 0.03766, indeterminate: 0.0038 },
  ],
  [
    "CYP2C9",
    "EAS",
    { normal: 0.83785, intermediate: 0.15159, poor: 0.00595, indeterminate: 0.00461 },
  ],
  [
    "CYP2C9",
    "EUR",
    { normal: 0.62845, intermediate: 0.34526, poor: 0.02569, indeterminate: 0.0006 },
  ],
  ["CYP2C9", "OCE", { normal: 0.91224, intermediate: 0.0866, poor: 0.00115, indeterminate: 0.0 }],
  ["CYP2C9", "SSA", { normal: 0.73114, intermediate: 0.26347, poor: 0.00539, indeterminate: 0.0 }],
  [
    "CYP2D6",
    "AME",
    {
      ultrarapid: 0.05227,
      normal: 0.66906,
      intermediate: 0.23395,
      poor: 0.02016,
      indeterminate: 0.02455,
    },
  ],
  [
    "CYP2D6",
    "SAS",
    {
      ultrarapid: 0.015,
      normal: 0.58101,
      intermediate: 0.28055,
      poor: 0.02351,
      indeterminate: 0.09994,
    },
  ],
  [
    "CYP2D6",
    "EAS",
    {
      ultrarapid: 0.00852,
      normal: 0.53183,
      intermediate: 0.38474,
      poor: 0.00812,
      indeterminate: 0.06678,
    },
  ],
  [
    "CYP2D6",
    "EUR",
    {
      ultrarapid: 0.02331,
      normal: 0.49187,
      intermediate: 0.38252,
      poor: 0.06502,
      indeterminate: 0.03725,
    },
  ],
  [
    "CYP2D6",
    "OCE",
    {
      ultrarapid: 0.17843,
      normal: 0.63564,
      intermediate: 0.09547,
      poor: 0.00312,
      indeterminate: 0.08734,
    },
  ],
  [
    "CYP2D6",
    "SSA",
    {
      ultrarapid: 0.04492,
      normal: 0.46355,
      intermediate: 0.38103,
      poor: 0.0204,
      indeterminate: 0.0901,
    },
  ],
  ["CYP3A5", "SAS", { poor: 0.45331, normal: 0.10675, intermediate: 0.43995, indeterminate: 0.0 }],
  ["CYP3A5", "EAS", { poor: 0.55718, normal: 0.06429, intermediate: 0.37853, indeterminate: 0.0 }],
  ["CYP3A5", "EUR", { poor: 0.85728, normal: 0.00549, intermediate: 0.13723, indeterminate: 0.0 }],
  ["CYP3A5", "SSA", { poor: 0.27102, normal: 0.22983, intermediate: 0.49915, indeterminate: 0.0 }],
];

/**
 * Phenotype frequencies were published from the same alleles, the rare ones not yet pooled: who
 * carries one is indeterminate here and something else there, so a share may differ by as much as
 * there are carriers, 2p. What remains is rounding: five digits of some thirty products.
 */
const roundingAndPool = (gene: Gene, group: GroupCode) =>
  2 * (alleleOf(gene, pooled)?.frequency[group] ?? 0) + 1.5e-4;

/** CYP2B6*22 was of uncertain function when the phenotypes were counted, and is increased now. */
function asWhenPublished(gene: Gene, a: Allele, b: Allele): Phenotype {
  const then = (allele: Allele): Allele =>
    gene.id === "CYP2B6" && allele.name === "*22" ? { ...allele, function: "uncertain" } : allele;
  return phenotypeOfAlleles(gene, then(a), then(b));
}

test.each(published)("phenotypes of %s in %s follow from the alleles", (id, group, shares) => {
  const gene = known(id);
  const { values } = frequenciesOf(gene, group);
  const expected = new Map<Phenotype, number>();
  gene.table.forEach((a, i) =>
    gene.table.forEach((b, j) => {
      const phenotype = asWhenPublished(gene, a, b);
      const share = (values[i] ?? 0) * (values[j] ?? 0);
      expected.set(phenotype, (expected.get(phenotype) ?? 0) + share);
    }),
  );
  for (const phenotype of phenotypesOf(shares)) {
    const off = Math.abs((expected.get(phenotype) ?? 0) - (shares[phenotype] ?? 0));
    expect(off, phenotype).toBeLessThan(roundingAndPool(gene, group));
  }
});

const people = 200_000;

test.each(["AME", "SAS", "EAS", "EUR", "OCE", "SSA"] as const)(
  "200 000 people of %s have phenotypes as often as published",
  (group) => {
    const counts = countDiplotypes(group, 7);
    for (const [id, , shares] of published.filter(([, of]) => of === group)) {
      const gene = known(id);
      const counted = countPhenotypes(gene, counts[genes.indexOf(gene)] ?? new Uint32Array());
      for (const phenotype of phenotypesOf(shares)) {
        const share = shares[phenotype] ?? 0;
        const drawn = (counted.get(phenotype) ?? 0) / people;
        // five standard errors: one false alarm in a million comparisons, and there are 160
        const sampling = 5 * Math.sqrt((share * (1 - share)) / people);
        const tolerance = sampling + roundingAndPool(gene, group);
        expect(Math.abs(drawn - share), `${id} ${phenotype}`).toBeLessThan(tolerance);
      }
    }
  },
);

test("alleles are drawn as often as they are in every group, both copies alike", () => {
  const perGroup = 40_000;
  for (const group of groupCodes) {
    const into = new Uint8Array(2 * genes.length);
    const counts = genes.map((gene) => [0, 1].map(() => new Uint32Array(gene.table.length)));
    for (let who = 0; who < perGroup; who++) {
      drawGenotypes(group, person(3, who), undefined, into);
      into.forEach((allele, place) => {
        const count = counts[place >> 1]?.[place & 1];
        if (count) count[allele] = (count[allele] ?? 0) + 1;
      });
    }
    genes.forEach((gene, index) => {
      const { values } = frequenciesOf(gene, group);
      for (const count of counts[index] ?? []) {
        values.forEach((share, allele) => {
          const off = Math.abs((count[allele] ?? 0) / perGroup - share);
          // five standard errors, and one person for shares so small that none may be drawn
          const tolerance = 5 * Math.sqrt((share * (1 - share)) / perGroup) + 1 / perGroup;
          expect(off, `${gene.id} ${group} ${gene.table[allele]?.name}`).toBeLessThanOrEqual(
            share === 0 ? 0 : tolerance,
          );
        });
      }
    });
  }
});

test("a given phenotype is met by everybody, in every group, for every gene", () => {
  for (const gene of genes) {
    for (const code of codesOf(gene)) {
      const given = { [gene.id]: code };
      const meant: readonly Phenotype[] = phenotypeCodes[code];
      for (const group of groupCodes) {
        for (let who = 0; who < 200; who++) {
          const drawn = drawGenotypes(group, person(1, who), given);
          expect(meant, `${gene.id} ${code} ${group}`).toContain(phenotypeDrawn(gene, drawn));
        }
      }
    }
  }
});

test("among those of a given phenotype, diplotypes are as frequent as they are in the group", () => {
  const given = { CYP2C19: "PM" };
  const index = genes.indexOf(known("CYP2C19"));
  let homozygous = 0;
  for (let who = 0; who < 20_000; who++) {
    const { diplotype } =
      readableGenotypes(drawGenotypes("EAS", person(5, who), given))[index] ?? {};
    if (diplotype === "*2/*2") homozygous++;
  }
  const none = 0.2835 + 0.07247 + 0.0001774 + 0.003225;
  const decreased = 0.000115 + 0.0001047;
  const share = 0.2835 ** 2 / (none ** 2 + 2 * none * decreased);
  // five standard errors of 20 000
  expect(Math.abs(homozygous / 20_000 - share)).toBeLessThan(5 * Math.sqrt(0.25 / 20_000));
});

test("what is given of one gene leaves the others of a person as they were", () => {
  const free = drawGenotypes("EUR", person(11, 4));
  const given = drawGenotypes("EUR", person(11, 4), { CYP2D6: "*4/*41", CYP2C19: "UM" });
  const [a, b] = [readableGenotypes(free), readableGenotypes(given)];
  expect(b.find(({ gene }) => gene === "CYP2D6")?.diplotype).toBe("*4/*41");
  expect(b.find(({ gene }) => gene === "CYP2C19")?.phenotype).toBe("ultrarapid");
  const others = (all: typeof a) =>
    all.filter(({ gene }) => gene !== "CYP2D6" && gene !== "CYP2C19").map((one) => one.diplotype);
  expect(others(b)).toEqual(others(a));
});

test("each allele is drawn from its gene's own number, so that a new gene changes nobody", () => {
  const asked: number[] = [];
  drawGenotypes("EUR", (draw) => {
    asked.push(draw);
    return 0.5;
  });
  expect(asked).toEqual(genes.flatMap(({ firstDraw }) => [firstDraw, firstDraw + 1]));
});

test("the ends of the uniform numbers draw alleles that the group has", () => {
  for (const group of groupCodes) {
    for (const u of [0, 2 ** -54, 0.5, 1 - 2 ** -53]) {
      const drawn = drawGenotypes(group, () => u);
      genes.forEach((gene, index) => {
        const { values } = frequenciesOf(gene, group);
        expect(values[drawn[2 * index] ?? 0], `${gene.id} ${group} ${u}`).toBeGreaterThan(0);
      });
    }
  }
});

test("given genes that cannot be read are an error of ours by now", () => {
  expect(() => drawGenotypes("EUR", () => 0.5, { CYP2D6: "*1/*999" })).toThrow("*999");
  expect(() => drawGenotypes("EUR", () => 0.5, { NOT1: "PM" })).toThrow("NOT1");
});

test("activities are by protein, and 1 for the typical person", () => {
  expect(activityFactors(typicalGenotypes())).toEqual(
    Object.fromEntries(geneProteins.map((protein) => [protein, 1])),
  );
  const factors = activityFactors(typicalGenotypes({ SLCO1B1: "*5/*15", CYP2D6: "PM" }));
  expect(factors).toMatchObject({ OATP1B1: 0.3, CYP2D6: 0, CYP2C9: 1 });
});

test("a typical person of a phenotype has its most frequent diplotype", () => {
  const diplotypeOf = (given: Record<string, string>, group?: GroupCode) =>
    readableGenotypes(typicalGenotypes(given, group)).find(({ gene }) => gene in given)?.diplotype;
  expect(diplotypeOf({ CYP2D6: "PM" })).toBe("*4/*4");
  expect(diplotypeOf({ CYP2D6: "IM" }, "EAS")).toBe("*10/*10");
});

test("activities written into an array are those by name, and those of the readable form", () => {
  const into = new Float64Array(genes.length);
  for (let who = 0; who < 500; who++) {
    const genotypes = drawGenotypes("SSA", person(2, who));
    activityFactorsInto(genotypes, into);
    const byName = activityFactors(genotypes);
    readableGenotypes(genotypes).forEach(
      ({ protein, activity, gene, diplotype, phenotype }, at) => {
        expect(into[at]).toBe(activity.factor);
        expect(byName[protein]).toBe(activity.factor);
        const [a = "", b = ""] = diplotype.split("/");
        expect(phenotypeOf(gene, [a, b])).toBe(phenotype);
      },
    );
  }
});

// ——— counting ———

function known(id: string): Gene {
  const gene = geneOf(id);
  if (!gene) throw new Error(`no gene ${id}`);
  return gene;
}

function phenotypesOf(shares: Readonly<Partial<Record<Phenotype, number>>>): Phenotype[] {
  return Object.keys(shares).filter((key): key is Phenotype => key in shares);
}

function phenotypeDrawn(gene: Gene, drawn: Uint8Array): Phenotype | undefined {
  return readableGenotypes(drawn)[genes.indexOf(gene)]?.phenotype;
}

/** For every gene, how many of 200 000 people have allele i and allele j, at i × alleles + j. */
function countDiplotypes(group: GroupCode, seed: number): readonly Uint32Array[] {
  const counts = genes.map((gene) => new Uint32Array(gene.table.length ** 2));
  const into = new Uint8Array(2 * genes.length);
  for (let who = 0; who < people; who++) {
    drawGenotypes(group, person(seed, who), undefined, into);
    genes.forEach((gene, index) => {
      const place = (into[2 * index] ?? 0) * gene.table.length + (into[2 * index + 1] ?? 0);
      const count = counts[index];
      if (count) count[place] = (count[place] ?? 0) + 1;
    });
  }
  return counts;
}

function countPhenotypes(gene: Gene, counts: Uint32Array): ReadonlyMap<Phenotype, number> {
  const counted = new Map<Phenotype, number>();
  gene.table.forEach((a, i) =>
    gene.table.forEach((b, j) => {
      const phenotype = asWhenPublished(gene, a, b);
      const here = counts[i * gene.table.length + j] ?? 0;
      counted.set(phenotype, (counted.get(phenotype) ?? 0) + here);
    }),
  );
  return counted;
}
