/**
 * What a drug is to the model: plain data, the same for shipped drugs and a person's own.
 *
 * This is also the drug JSON of a study (`"perfuseDrug": 1`): exported as it stands here and read
 * back by interop/drug-file.ts. Every number carries unit and provenance. Values stay as their
 * source gives them; conversions are formulas of the model, to be seen there.
 */
import type { Provenance } from "../core/model/model";
import type { OrganId } from "./body/organs";
import type { PlasmaProtein } from "./body/plasma-proteins";
import type { PartitionMethod } from "./mechanisms/partition";

export interface DrugNumber {
  readonly value: number;
  readonly unit: string;
  readonly provenance: Provenance;
}

export interface Drug {
  readonly perfuseDrug: 1;
  /** Lower-case letters, digits and hyphens: the drug's name in outputs and parameters. */
  readonly id: string;
  readonly name: string;
  readonly card: {
    /** What the model of this drug is meant for, what it does well, and where it fails. */
    readonly contextOfUse: string;
    readonly goodFor: string;
    readonly failsFor: string;
  };
  /** Citations of the source ids that the numbers name, where they are not Perfuse's own. */
  readonly sources?: Readonly<Record<string, string>>;
  /** g/mol. */
  readonly molarMass: DrugNumber;
  /** log10; octanol:water, or membrane affinity where `lipophilicityKind` says so. */
  readonly lipophilicity: DrugNumber;
  readonly lipophilicityKind: "logP" | "membrane affinity";
  readonly acidPKa: readonly DrugNumber[];
  readonly basePKa: readonly DrugNumber[];
  /** Fraction unbound in plasma. */
  readonly fup: DrugNumber;
  /** What it binds to in plasma; where nothing is named, the unbound fraction is everybody's. */
  readonly bindingProtein?: { readonly name: PlasmaProtein; readonly provenance: Provenance };
  readonly bloodPlasmaRatio: DrugNumber;
  readonly partition: {
    readonly method: PartitionMethod;
    /** One factor on all tissue:plasma ratios. */
    readonly factor?: DrugNumber;
  };
  /** Organs where crossing the cell membrane limits distribution; the others are well mixed. */
  readonly permeabilityLimited?: {
    readonly organs: "all" | readonly OrganId[];
    /** Of the cell membrane, length per time. */
    readonly permeability: DrugNumber;
  };
  readonly absorption?: Absorption;
  readonly metabolism: readonly Metabolism[];
  readonly excretion: {
    /** Filtered share of GFR · fup: 1 is filtration alone, below it reabsorption. */
    readonly filtration?: DrugNumber;
    /** Renal plasma clearance per kg of body weight, in place of a mechanism. */
    readonly renalClearance?: DrugNumber;
    /** Intrinsic clearance of unbound drug from kidney tissue into urine. */
    readonly secretion?: DrugNumber;
  };
  /** P-glycoprotein. */
  readonly efflux?: {
    /** From the mucosa of the whole small intestine back into the lumen, volume per time. */
    readonly gut: DrugNumber;
  };
  readonly binding?: readonly TissueBinding[];
}

export interface Absorption {
  /** Specific permeability of the effective intestinal surface: not Peff. */
  readonly permeability: DrugNumber;
  /** Factor on the effective area of the colon. */
  readonly colonFactor?: DrugNumber;
  /** First-order dissolution of the immediate-release tablet or capsule, 1/time. */
  readonly dissolution: DrugNumber;
}

export interface Metabolism {
  /** Id of an enzyme in body/enzymes.ts. */
  readonly enzyme: string;
  readonly organs: readonly ("liver" | "gut")[];
  readonly kinetics: Kinetics;
  /** Fitted factors on what the numbers above predict. */
  readonly calibration?: DrugNumber;
  readonly gutCalibration?: DrugNumber;
}

export type Kinetics =
  /** Turnover number (1/time) of the reference enzyme and Michaelis constant (unbound). */
  | { readonly kind: "turnover"; readonly kcat: DrugNumber; readonly Km: DrugNumber }
  /** Maximal rate per mass of microsomal protein, and Michaelis constant (unbound). */
  | { readonly kind: "microsomes"; readonly Vmax: DrugNumber; readonly Km: DrugNumber }
  /** Linear: clearance per enzyme concentration of 1 µM and volume of liver cells (1/time). */
  | { readonly kind: "specific"; readonly clearance: DrugNumber }
  /** Linear: unbound intrinsic clearance of the whole liver (volume per time). */
  | { readonly kind: "intrinsic"; readonly clearance: DrugNumber };

/** Saturable binding to a target in tissue, with the rates of its two directions. */
export interface TissueBinding {
  readonly target: string;
  readonly Kd: DrugNumber;
  readonly koff: DrugNumber;
  /** Concentration of sites where relative expression is 1. */
  readonly sites: DrugNumber;
  readonly expression: Readonly<Partial<Record<OrganId, number>>>;
  readonly expressionProvenance: Provenance;
  readonly calibration?: DrugNumber;
}
