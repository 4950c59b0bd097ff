/** CYP2C19. The phenotype goes by the functions of the two alleles; CPIC gives no score. */
import { assumed, derived, from } from "../../provenance";
import { alleleTable } from "../allele-table";
import type { Gene } from "../gene";

const exposure = (factor: number) => ({
  factor,
  confidence: "medium" as const,
  provenance: derived(
    "rounded from the exposures to omeprazole and escitalopram by phenotype",
    "Andersson01",
    "Furuta99",
    "Rudberg08",
  ),
});
const likely = (factor: number, plain: string) => ({
  factor,
  confidence: "low" as const,
  provenance: assumed(`as ${plain} metabolisers: CPIC advises the same for both`),
});

export const cyp2c19: Gene = {
  perfuseGene: 1,
  id: "CYP2C19",
  protein: "CYP2C19",
  firstDraw: 1004,
  reference: "*1",
  table: alleleTable(`
    allele  function   AAC       AME         SAS      EAS        EUR         LAT        NEA      OCE     SSA
    *1      normal     0.5468    0.7922      0.5436   0.5955     0.6251      0.7166     0.6723   0.1871  0.5515
    *2      no         0.1815    0.1214      0.2699   0.2835     0.1469      0.1042     0.1198   0.6095  0.1568
    *3      no         0.002757  0.0003517   0.01569  0.07247    0.001618    0.0008284  0.01648  0.1464  0.002668
    *4      no         0         0.00001871  0        0.0001774  0.00236     0.0005203  0        -       0
    *5      no         0         0           0        0.003225   0.00002877  0          0        -       0
    *8      no         0.00112   0           0        0          0.003359    0.001274   0        -       0
    *9      decreased  0.01435   -           -        0.000115   0.0006603   0.0008389  -        -       0.02696
    *10     decreased  0.003267  -           -        0.0001047  0           0.00124    0        -       0
    *12     uncertain  0.00112   -           -        0.0001088  0           0          -        -       0
    *13     normal     0.012     -           -        0.000115   0.002236    0.004      -        -       0
    *15     normal     0.014     -           -        0.001359   0.002       0.004      -        -       0.05288
    *17     increased  0.2072    0.08608     0.1708   0.02054    0.2154      0.1666     0.1914   0.057   0.1733
    *18     normal     -         -           -        0.01987    -           -          -        -       -
    *28     normal     -         -           -        0          -           -          -        -       0.003704
    *35     no         0.0159    -           -        0          0           -          -        -       0.0321
    rare    unknown    0         0           0        0.00285    0.0003      0          0        -       0
  `),
  frequencySource: from(
    "CPICFrequencies",
    "weighted mean of studies by biogeographical group, allele frequency table of CYP2C19",
  ),
  functionSource: from("CPICFunctions", "allele functionality table of CYP2C19"),
  fallback: {},
  phenotype: {
    kind: "pairs",
    pairs: {
      "increased+increased": "ultrarapid",
      "increased+normal": "rapid",
      "normal+normal": "normal",
      "increased+no": "intermediate",
      "normal+no": "intermediate",
      "increased+decreased": "likely intermediate",
      "normal+decreased": "likely intermediate",
      "decreased+decreased": "likely intermediate",
      "decreased+no": "likely poor",
      "no+no": "poor",
    },
    provenance: from("CPICFunctions", "diplotype to phenotype table of CYP2C19"),
  },
  activity: {
    kind: "phenotypes",
    values: {
      poor: exposure(0),
      "likely poor": likely(0, "poor"),
      intermediate: exposure(0.5),
      "likely intermediate": likely(0.5, "intermediate"),
      normal: exposure(1),
      rapid: exposure(1.25),
      ultrarapid: exposure(1.6),
    },
  },
  note: "Published ranges: 0.4 to 0.6 in intermediate, 1.4 to 2.1 in ultrarapid metabolisers.",
};
