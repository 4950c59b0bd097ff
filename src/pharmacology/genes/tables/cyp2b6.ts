/**
 * CYP2B6. The phenotype goes by the functions of the two alleles; the numbers are efavirenz's.
 *
 * *22 is of increased function, as CPIC has it now. Its older phenotype tables still counted *22
 * as uncertain, and so had fewer rapid metabolisers where it occurs.
 */
import { assumed, derived, from } from "../../provenance";
import { alleleTable } from "../allele-table";
import type { Gene } from "../gene";

// an allele adds its half: 0.5 if normal, 0.15 if decreased (so that *6/*6 has 0.3), 0 if none
const efavirenz = (factor: number, how: string) => ({
  factor,
  confidence: "medium" as const,
  provenance: derived(`${how}; AUC of efavirenz 44 and 130 µg·h/mL in 516 GG and TT`, "Haas04"),
});
const noGain = {
  factor: 1,
  confidence: "low" as const,
  provenance: assumed("as normal: no number is known for what increased alleles add"),
};

export const cyp2b6: Gene = {
  perfuseGene: 1,
  id: "CYP2B6",
  protein: "CYP2B6",
  firstDraw: 1002,
  reference: "*1",
  table: alleleTable(`
    allele  function   AAC       AME  SAS         EAS       EUR         LAT       NEA    OCE   SSA
    *1      normal     0.4135    -    0.6085      0.64      0.4907      0.4974    0.476  0.34  0.3147
    *6      decreased  0.317     -    0.185       0.1745    0.233       0.2116    0.231  0.62  0.3749
    *5      normal     0.06206   -    -           0.011     0.1155      0.03811   0.024  0.02  0.02
    *2      normal     0.03103   -    0.041       0.04582   0.04918     0.044     0.039  0     0.031
    *4      increased  0.0103    -    0.099       0.08419   0.04087     0.1062    0.104  0     0
    *7      decreased  0         -    -           0         0.02481     0.008     0.024  0.01  0.016
    *9      decreased  0.04648   -    0.059       0.03441   0.0147      0.07266   0.102  0.01  -
    *22     increased  0.011     -    -           -         0.014       -         -      -     0.031
    *15     uncertain  0         -    0.00009348  0         0.006923    0.001614  -      -     0.01454
    *14     uncertain  0         -    0.002744    0         0.005088    0.001682  -      -     0
    *11     uncertain  0.002466  -    0.002194    0         0.003014    0.001681  -      -     0.07093
    *3      uncertain  0.002259  -    0.002441    0         0.002133    0.001844  -      0     0
    *23     unknown    0         -    0.00004301  0.002063  0.00005516  0         -      -     0
    *18     no         0.03297   -    -           0         0           0.01461   -      -     0.05768
    *27     uncertain  -         -    0           0.008     0           0         -      -     0.006
    *17     normal     0.071     -    -           0         0           0         -      -     0.0126
    *21     uncertain  0         -    0           0         0           0         -      -     0.01273
    *28     no         -         -    -           -         0           0         -      -     0.006
    *19     decreased  0         -    -           0         -           -         -      -     0.016
    *20     decreased  0         -    -           0         -           -         -      -     0.016
    rare    unknown    0         -    0           0         0.00008     0.00057   -      -     0
  `),
  frequencySource: from(
    "CPICFrequencies",
    "weighted mean of studies by biogeographical group, allele frequency table of CYP2B6",
  ),
  functionSource: from("CPICFunctions", "allele functionality table of CYP2B6"),
  fallback: {
    AME: {
      group: "LAT",
      why: "not reported for American; Latino populations descend in part from the same",
    },
  },
  phenotype: {
    kind: "pairs",
    pairs: {
      "increased+increased": "ultrarapid",
      "increased+normal": "rapid",
      "normal+normal": "normal",
      "increased+decreased": "intermediate",
      "normal+decreased": "intermediate",
      "increased+no": "intermediate",
      "normal+no": "intermediate",
      "decreased+decreased": "poor",
      "decreased+no": "poor",
      "no+no": "poor",
    },
    provenance: from("CPICFunctions", "diplotype to phenotype table of CYP2B6"),
  },
  activity: {
    kind: "pairs",
    pairs: {
      "increased+increased": noGain,
      "increased+normal": noGain,
      "normal+normal": efavirenz(1, "*1/*1 is the reference"),
      "increased+decreased": efavirenz(0.65, "half of *1/*1 and half of *6/*6, *4 as *1"),
      "normal+decreased": efavirenz(0.65, "half of *1/*1 and half of *6/*6"),
      "increased+no": efavirenz(0.5, "half of *1/*1, *4 as *1"),
      "normal+no": efavirenz(0.5, "half of *1/*1"),
      "decreased+decreased": efavirenz(0.3, "*6/*6 over *1/*1"),
      "decreased+no": efavirenz(0.15, "half of *6/*6"),
      "no+no": efavirenz(0, "no working protein"),
    },
  },
  note: "Between the two homozygotes nothing but addition of alleles is assumed.",
};
