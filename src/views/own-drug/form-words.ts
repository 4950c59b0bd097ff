/** What the fields of a person's own drug are called. */
import { enzymes } from "../../pharmacology/body/enzymes";
import type { ClearanceFrom, PermeabilityFrom, RenalFrom } from "../../state/own-drug-form";

export const fieldWords = {
  molecule: "Molecule",
  molarMass: "Molar mass",
  logP: "logP (uncharged form)",
  logPHint: "Found from logD where only that is typed.",
  logD: "logD at pH 7.4",
  acid: "Acid pKa",
  base: "Base pKa",
  noGroup: "None: no such group.",
  blood: "In blood, and into tissues",
  fup: "Fraction unbound in plasma",
  BP: "Blood:plasma ratio",
  partition: "Tissue:plasma ratios by",
  clearance: "Clearance",
  clearanceFrom: "Liver clearance from",
  CLint: "Intrinsic clearance",
  fuMic: "Unbound in the incubation",
  fuInc: "Unbound in the incubation",
  protein: "Protein in the incubation",
  cells: "Cells in the incubation",
  onlyToPredict: "Only to predict what is unbound in it.",
  CL: "Total clearance from plasma",
  CLHint: "Of a man of 73 kg; mL/min/kg is read too.",
  enzyme: "By the enzyme",
  renalFrom: "Kidneys",
  renalShare: "Share of the filtered that is lost",
  renalShareHint: "1 is filtration alone.",
  renalCL: "Renal clearance from plasma",
  absorption: "Absorption of a swallowed dose",
  permeabilityFrom: "Permeability from",
  Peff: "Peff",
  Papp: "Papp",
  specific: "Specific permeability",
  dissolved: "85 % of a tablet dissolve in",
  solubility: "Solubility, uncharged form",
  solubilityHint: "Empty: nothing limits what dissolves.",
  range: (low: string, high: string) => `Not known: from ${low} to ${high}.`,
};

export const choices = {
  clearance: [
    { id: "unknown", label: "Not known" },
    { id: "microsomes", label: "Liver microsomes" },
    { id: "hepatocytes", label: "Hepatocytes" },
    { id: "intravenous", label: "An intravenous study" },
    { id: "none", label: "Not metabolised" },
  ],
  renal: [
    { id: "unknown", label: "Not known" },
    { id: "filtration", label: "Share of filtration" },
    { id: "clearance", label: "Renal clearance" },
  ],
  permeability: [
    { id: "unknown", label: "Not known" },
    { id: "jejunum", label: "Human jejunum (Peff)" },
    { id: "Caco-2", label: "Caco-2 cells (Papp)" },
    { id: "specific", label: "Specific, as in PK-Sim" },
    { id: "none", label: "Not swallowed" },
  ],
} as const satisfies {
  readonly clearance: readonly { readonly id: ClearanceFrom; readonly label: string }[];
  readonly renal: readonly { readonly id: RenalFrom; readonly label: string }[];
  readonly permeability: readonly { readonly id: PermeabilityFrom; readonly label: string }[];
};

const transporters = new Set(["OATP1B1"]);

/** What nobody has assigned goes first. */
export const enzymeChoices: readonly { readonly id: string; readonly label: string }[] = [
  { id: "unspecific", label: "Not known" },
  ...Object.keys(enzymes)
    .filter((id) => id !== "unspecific" && !transporters.has(id))
    .map((id) => ({ id, label: enzymes[id]?.gut ? `${id} (gut wall too)` : id })),
];
