/**
 * CYP2C9. Alleles with at least 0.1 % in one group; the rest is pooled and its function unknown.
 *
 * Activity is that measured with S-warfarin, which nearly all goes through CYP2C9. CPIC's score
 * would give *2/*2 more (0.5 for 0.28) and *1/*3 less (0.5 for 0.55).
 */
import { derived, from } from "../../provenance";
import { alleleTable } from "../allele-table";
import type { Gene } from "../gene";

const warfarin = (factor: number, diplotype: string) => ({
  factor,
  confidence: "medium" as const,
  provenance: derived(
    `clearance of S-warfarin in ${diplotype} over *1/*1; alleles of decreased function count as *2, of no function as *3`,
    "Hamberg07",
  ),
});

export const cyp2c9: Gene = {
  perfuseGene: 1,
  id: "CYP2C9",
  protein: "CYP2C9",
  firstDraw: 1006,
  reference: "*1",
  table: alleleTable(`
    allele  function   score  AAC       AME       SAS        EAS        EUR        LAT       NEA        OCE      SSA
    *1      normal     1      0.871     0.9119    0.7721     0.9153     0.7927     0.8622    0.7818     0.9551   0.7255
    *2      decreased  0.5    0.02244   0.0334    0.1138     0.002126   0.1273     0.07626   0.1298     0.02931  0.01311
    *3      no         0      0.01351   0.03005   0.1099     0.03762    0.07554    0.04016   0.08251    0.01558  0.01116
    *8      decreased  0.5    0.05903   0.02038   0.0009816  0.003731   0.001805   0.007371  0.0006421  -        0.07585
    *11     decreased  0.5    0.01386   0.002804  0.001043   0.0002932  0.001644   0.002902  0          -        0.02569
    *6      no         0      0.008521  0         0          0          0.0002803  0.000975  0          -        0.008802
    *5      decreased  0.5    0.01163   0.001491  0          0          0.0001745  0.00872   0.0005227  -        0.01033
    *4      decreased  0.5    0         0         0          0          0          0         0.001175   -        0
    *42     no         0      -         -         0          0.01       0          0.0001    0.0005453  -        -
    *55     decreased  0.5    -         -         0          0.0104     0          0         0          -        -
    *9      normal     1      0         -         0          0          -          -         0          -        0.1296
    *12     decreased  0.5    0         -         0          0.0004181  -          -         0.001      -        0
    *13     no         0      0         -         -          0.003317   -          -         0          -        -
    *14     decreased  0.5    -         -         -          0.0003359  -          -         0.001      -        -
    *16     decreased  0.5    -         -         -          0.001878   -          -         -          -        -
    *25     no         0      0         -         -          0.002      -          -         -          -        -
    *26     decreased  0.5    -         -         -          0.002      -          -         -          -        -
    *27     uncertain  -      0         -         -          0.001618   -          -         -          -        -
    *28     decreased  0.5    -         -         -          0.002      -          -         -          -        -
    *29     decreased  0.5    -         -         -          0.002208   -          -         -          -        -
    *30     decreased  0.5    -         -         -          0.00156    -          -         -          -        -
    *31     decreased  0.5    -         -         -          0.001603   -          -         -          -        -
    *33     no         0      -         -         -          0.0006523  -          -         0.001      -        -
    rare    unknown    -      0         -         0.0022     0.0009     0.0005     0.0013    0          -        0
  `),
  frequencySource: from(
    "CPICFrequencies",
    "weighted mean of studies by biogeographical group, allele frequency table of CYP2C9",
  ),
  functionSource: from("CPICFunctions", "allele functionality table of CYP2C9"),
  fallback: {},
  phenotype: {
    kind: "score",
    bands: [
      ["poor", 0.5],
      ["intermediate", 1.5],
      ["normal", 2],
    ],
    provenance: from("CPICFunctions", "diplotype to phenotype table of CYP2C9"),
  },
  activity: {
    kind: "pairs",
    pairs: {
      "normal+normal": {
        factor: 1,
        confidence: "high",
        provenance: from("Hamberg07", "*1/*1 is the reference"),
      },
      "normal+decreased": warfarin(0.685, "*1/*2"),
      "normal+no": warfarin(0.547, "*1/*3"),
      "decreased+decreased": warfarin(0.278, "*2/*2"),
      "decreased+no": warfarin(0.31, "*2/*3"),
      "no+no": warfarin(0.148, "*3/*3"),
    },
  },
  note: "Other drugs may differ from S-warfarin; *2/*2 and *3/*3 were few people.",
};
