/**
 * CYP3A5. The reference is the one that makes it, as CPIC counts; most Europeans make none.
 *
 * The multiplier is of CYP3A5 alone: what CYP3A4 does of the same reaction is not in it.
 */
import { derived, from } from "../../provenance";
import { alleleTable } from "../allele-table";
import type { Gene } from "../gene";

const copies = (factor: number, how: string) => ({
  factor,
  confidence: "medium" as const,
  provenance: derived(how, "Birdwell15"),
});

export const cyp3a5: Gene = {
  perfuseGene: 1,
  id: "CYP3A5",
  protein: "CYP3A5",
  firstDraw: 1010,
  reference: "*1",
  table: alleleTable(`
    allele  function  AAC     AME  SAS     EAS        EUR       LAT      NEA       OCE  SSA
    *3      no        0.316   -    0.6733  0.7458     0.9244    0.7651   0.8361    -    0.2409
    *1      normal    0.4529  -    0.3267  0.2536     0.0741    0.1728   0.1219    -    0.4794
    *6      no        0.1112  -    0       0.0006557  0.001514  0.03705  0.03809   -    0.1932
    *7      no        0.12    -    -       0          0         0.02502  0.003855  -    0.08641
  `),
  frequencySource: derived(
    "weighted means of studies; *1 is what the variants leave",
    "CPICFrequencies",
  ),
  functionSource: from("CPICFunctions", "allele functionality table of CYP3A5"),
  fallback: {
    AME: {
      group: "LAT",
      why: "not reported for American; Latino populations descend in part from the same",
    },
    OCE: {
      group: "EAS",
      why: "not reported for Oceanian; East Asian is the nearest reported group",
    },
  },
  phenotype: {
    kind: "pairs",
    pairs: { "normal+normal": "normal", "normal+no": "intermediate", "no+no": "poor" },
    provenance: from("CPICFunctions", "diplotype to phenotype table of CYP3A5"),
  },
  activity: {
    kind: "phenotypes",
    values: {
      poor: copies(0, "*3, *6 and *7 make no working protein"),
      intermediate: copies(0.5, "one working copy of two"),
      normal: copies(1, "two working copies are the reference"),
    },
  },
  note: "Tacrolimus, taken by mouth, is cleared 1.5 to 2 times faster by those who make CYP3A5.",
};
