/** Digoxin in people who took clarithromycin before and with it. */
import type { EvidenceSet } from "../evidence";

export const digoxinWithClarithromycin: readonly EvidenceSet[] = [
  {
    id: "digoxin/gurley2007-po-clarithromycin",
    drug: "digoxin",
    label: "Gurley 2007",
    citation:
      "Gurley BJ, Swain A, Barone GW, Williams DK, et al. Effect of goldenseal (Hydrastis canadensis) and kava kava (Piper methysticum) supplementation on digoxin pharmacokinetics in humans. Drug Metab Dispos 2007;35:240-245.",
    digitisedBy: "Open Systems Pharmacology, repository Digoxin-Model; OSP data id 16328",
    population: "healthy adult volunteers",
    n: 20,
    dose: "0.5 mg, oral",
    statistic: "arithmetic mean",
    matrix: "peripheral venous serum",
    use: "verify",
    group: "interaction",
    with: ["clarithromycin"],
    person: {},
    doses: [
      { drug: "digoxin", route: "oral", amountMg: 0.5, atHours: 0, formulation: "tablet" },
      {
        drug: "clarithromycin",
        route: "oral",
        amountMg: 500,
        atHours: -144,
        formulation: "tablet",
        everyHours: 12,
        count: 13,
      },
    ],
    points: [
      [0.33, 0.001015, 0.0007403],
      [0.67, 0.002949, 0.0008955],
      [1, 0.003582, 0.0007761],
      [1.5, 0.003331, 0.0007642],
      [2, 0.002794, 0.0006687],
      [2.5, 0.002233, 0.0006806],
      [3, 0.001767, 0.000597],
      [4, 0.001182, 0.0003701],
      [6, 0.0007761, 0.0001552],
    ],
  },
];
