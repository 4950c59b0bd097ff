/**
 * CYP2D6. Alleles with at least 0.2 % in one group; the rest is pooled and its function unknown.
 *
 * A copy number xN carries N times the value of its allele; "≥3" is counted as 3, its lower bound.
 */
import { derived, from } from "../../provenance";
import { alleleTable } from "../allele-table";
import type { Gene } from "../gene";

export const cyp2d6: Gene = {
  perfuseGene: 1,
  id: "CYP2D6",
  protein: "CYP2D6",
  firstDraw: 1008,
  reference: "*1",
  table: alleleTable(`
    allele  function   score  AAC        AME        SAS        EAS         EUR        LAT         NEA       OCE       SSA
    *1      normal     1      0.2112     0.5165     0.2932     0.2535      0.285      0.3646      0.2488    0.617     0.1568
    *1x2    increased  2      0.007975   0.02599    0.005794   0.003354    0.008243   0.01509     0.03148   0.1189    0.005779
    *1x≥3   increased  3      0          0.001      0          0           0.0006873  0.0005      -         -         0.002
    *2      normal     1      0.1547     0.2174     0.2745     0.1192      0.1854     0.2268      0.19      0.06112   0.1739
    *2x2    increased  2      0.01866    0.006056   0.006913   0.00459     0.00851    0.01184     0.03315   0         0.01858
    *2x≥3   increased  3      0          0          0          0.001       0.001      0.0005      -         -         0.003
    *3      no         0      0.003282   0.000655   0.001299   0.00005562  0.01592    0.007179    0.004349  0.00104   0.0009699
    *4      no         0      0.04811    0.1019     0.08957    0.005269    0.1848     0.1205      0.1141    0.0178    0.02868
    *4x2    no         0      0.0267     0.001068   0.0004715  0           0.006551   0.004032    0.003241  0         0.01961
    *5      no         0      0.05419    0.01643    0.04176    0.04824     0.02948    0.02916     0.01824   0.03483   0.06219
    *6      no         0      0.002889   0.002502   0.0004018  0.0001582   0.0112     0.00511     0.005433  0         0
    *7      no         0      0.0002489  0.003072   0.007308   0.00007391  0.0005116  0           0.002861  0         0
    *9      decreased  0.25   0.004331   0.00706    0.001879   0.001738    0.02754    0.0155      0.003803  0         0
    *10     decreased  0.25   0.03816    0.0145     0.07559    0.4284      0.01571    0.02629     0.06769   0.05713   0.04863
    *10x2   decreased  0.5    0.001171   0          0          0.005851    0.0001068  0.001666    0.00226   0         0
    *12     no         0      0.0006649  0.006391   0          0           0.0001378  -           0         -         0.002101
    *14     decreased  0.5    0          0          0          0.004714    0          0           -         0         0
    *15     no         0      0          0.000913   0          0.00009106  0.0004859  0           0         0         0.002307
    *17     decreased  0.5    0.1688     0.00527    0.0004806  0.00009344  0.003922   0.02326     0.03097   0.001041  0.1936
    *17x2   normal     1      0.001998   0          0          0           0          0.008827    0         -         0.002
    *19     no         0      0          -          -          0           0.0003139  -           0         0.002224  0
    *21     no         0      0          0          0          0.003536    0          -           0         -         0
    *22     uncertain  -      0          0          0          0           0.003      -           0         -         0
    *27     normal     1      0.003      0.003      0          0.0005696   0          -           0.007     -         0.003354
    *28     uncertain  -      0          0.0009319  0          0.0002143   0.004213   -           0         -         0
    *29     decreased  0.5    0.08744    0.002017   0.001607   0.0000979   0.001046   0.01525     0.007756  0         0.1083
    *29x2   normal     1      0.0011     0          0          0           0          0.0001892   -         -         0.003
    *31     no         0      0          0.006      0          0           0.001477   0.007475    0         0         0
    *32     decreased  0.25   0          0          0.002      0           0.003      -           0         -         0.0004386
    *33     normal     1      0          0.002222   0.002      0.0002143   0.009507   -           0         -         0
    *34     normal     1      0          0          0          0.008891    0.01074    0.0005      -         0.0018    0.001
    *35     normal     1      0.008867   0.01134    0.008268   0.0005036   0.05468    0.02658     0.02219   0.003692  0
    *36     no         0      0.005232   0          0          0.0114      0.0001752  0.002       0         0         0.004
    *36x2   no         0      0.0000923  0          0          0.004052    0          0.0005      -         -         0
    *39     normal     1      0.02007    0.001      0.003392   0.005644    0.01401    0.008       0.02684   0.006314  0.0008062
    *40     no         0      0.004642   0          0          0           0.0006994  -           0         0         0.01385
    *41     decreased  0.25   0.03709    0.0271     0.1193     0.02317     0.09238    0.05102     0.1536    0.03244   0.04493
    *41x2   decreased  0.5    0.0005951  0          0.0004921  0.0002275   0.0003372  0.00008218  0.004381  0         0.000422
    *42     no         0      0.003665   0          0.0007731  0           0          -           0         -         0.001
    *43     uncertain  -      0.006397   0          0.01       0.000383    0.0005893  -           0.003     0.002     0.01007
    *45     normal     1      0.05011    0.003      0          0           0          -           0         -         0.03814
    *46     normal     1      0.01074    0.001      0          0           0          -           0.003     -         0.004216
    *49     decreased  0.5    0          0          0          0.009911    0          -           0         -         0
    *53     normal     1      -          -          -          0.0001996   -          0.005       0         -         0
    *56     no         0      0.001575   0          0          0           0.0008094  -           0         -         0.002
    *59     decreased  0.5    0          0.001      0          0           0.00372    -           0         -         0
    *65     uncertain  -      -          -          -          0.02953     -          -           0         -         0
    *69     no         0      0          0          0.002      0.01001     0.001      -           0         -         0.001
    *71     uncertain  -      0          0          0          0.00207     0          -           0         0.04267   0
    *73     unknown    -      0          0          0          0           0          -           0         -         0.002273
    *82     unknown    -      0          0.009419   0.0008959  0           0          0.021       0         -         0
    *84     uncertain  -      0.003      0          0          0           0          -           -         -         0.001
    *86     unknown    -      0          0          0.02139    0.0001941   0          -           -         -         0
    *99     no         0      0          0          0.002      0           0          -           -         -         0
    *100    no         0      0          -          0.003      -           -          -           -         -         -
    *101    no         0      0          -          0.003      -           -          -           -         -         -
    *102    uncertain  -      -          -          -          0           -          -           0.0033    -         -
    *103    unknown    -      -          -          -          0           -          -           0.0033    -         -
    *104    unknown    -      -          -          -          0           -          -           0.0033    -         -
    *105    unknown    -      -          -          -          0           -          -           0.006     -         -
    *106    uncertain  -      0          0.001      0          0           0          -           -         -         0.015
    *108    unknown    -      0          0          0          0           0.003      -           -         -         0
    *111    unknown    -      0          0          0.008      0           0.004      -           -         -         0
    *112    unknown    -      0          0          0.002      0           0          -           -         -         0
    *113    unknown    -      0          0          0.008      0           0          -           -         -         0
    *117    unknown    -      0          0          0          0           0.004      -           -         -         0
    *121    unknown    -      0.003      0          0          0           0          -           -         -         0
    *122    uncertain  -      0.003      0          0          0           0          -           -         -         0.001
    *125    unknown    -      0.003      0          0          0           0          -           -         -         0.003
    *149    uncertain  -      0          0          0          0.001       0          -           -         -         0.0026
    *158    uncertain  -      -          -          -          -           -          -           -         -         0.00208
    *161    no         0      -          -          -          -           -          -           -         -         0.00208
    rare    unknown    -      0.00434    0.00421    0.00274    0.0118      0.00207    0.00155     0         0         0.01443
  `),
  alsoCalled: { "*1x3": "*1x≥3", "*2x3": "*2x≥3" },
  frequencySource: from(
    "CPICFrequencies",
    "weighted mean of studies by biogeographical group, allele frequency table of CYP2D6",
  ),
  functionSource: derived(
    "CPIC's values, with 0.25 for *9, *10 and *41 after the updates of 2020, 2022 and 2023",
    "CPICFunctions",
    "Caudle20",
  ),
  fallback: {},
  phenotype: {
    kind: "score",
    // scores are multiples of 0.25: above 0 and below 1.25 is intermediate, above 2.25 ultrarapid
    bands: [
      ["poor", 0],
      ["intermediate", 1],
      ["normal", 2.25],
      ["ultrarapid", Infinity],
    ],
    provenance: from("Caudle20", "consensus bands of the activity score"),
  },
  activity: {
    kind: "score",
    perScore: 0.5,
    confidence: "medium",
    provenance: derived(
      "in proportion to the activity score, 1 at a score of 2, above it too",
      "Caudle20",
    ),
  },
  note: "What decreased alleles still do depends on the drug, most of all for *17 and *29; the proportion is a mean over drugs.",
};
