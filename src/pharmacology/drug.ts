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
import type { OwnDrug } from "./own-drug/chemist";

export interface DrugNumber {
  readonly value: number;
  readonly unit: string;
  readonly provenance: Provenance;
}

export interface Drug extends Molecule {
  readonly perfuseDrug: 1;
  readonly card: {
    /** What the model of this drug is meant for, what it does well, and where it fails. */
    readonly contextOfUse: string;
    readonly goodFor: string;
    readonly failsFor: string;
  };
  /** Citations of the source ids that the numbers name, where they are not Perfuse's own. */
  readonly sources?: Readonly<Record<string, string>>;
  /** The salt that labels give the dose of, and that a dose may be given as (salts.ts). */
  readonly salt?: {
    /** In full, the drug's name included. */
    readonly name: string;
    /** Mass of the drug in a mass of its salt: of their molar masses. */
    readonly share: DrugNumber;
  };
  /**
   * What is given is a mixture of these, half and half. All they have in common is said by the
   * drug; each says how it differs. The drug's own curves are their sum.
   */
  readonly enantiomers?: readonly [Enantiomer, Enantiomer];
  /** What the drug becomes, where that is followed further; each may become a later one. */
  readonly metabolites?: readonly Molecule[];
  /** Where a person made it here: from what, and how far its numbers are known. */
  readonly own?: OwnDrug;
}

export interface Enantiomer extends Partial<Omit<Molecule, "id" | "name">> {
  readonly id: string;
  readonly name: string;
}

/** A kind of molecule that is followed through the body. */
export interface Molecule {
  /** Lower-case letters, digits and hyphens: its name in outputs and parameters. */
  readonly id: string;
  readonly name: string;
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
    /**
     * Of a strong base by Rodgers and Rowland: tissue binds it this many times as strongly as the
     * red cell tells, which has no lysosomes to trap it.
     */
    readonly baseAffinityFactor?: DrugNumber;
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
    /** Share of the secretion that P-glycoprotein does; the rest nobody can inhibit. */
    readonly secretionByPgp?: DrugNumber;
    /** Intrinsic clearance of unbound drug from liver cells into bile, by P-glycoprotein. */
    readonly biliary?: DrugNumber;
  };
  /** P-glycoprotein. */
  readonly efflux?: {
    /** From the mucosa of the whole small intestine back into the lumen; the colon adds its own. */
    readonly gut: DrugNumber;
  };
  /** Into liver cells by a transporter; the liver must be limited by permeability. */
  readonly uptake?: readonly Uptake[];
  readonly binding?: readonly TissueBinding[];
  /** What it does to enzymes and transporters, for other molecules and for itself. */
  readonly inhibits?: readonly Inhibition[];
  readonly inactivates?: readonly Inactivation[];
  readonly induces?: readonly Induction[];
  /**
   * Unbound in the wall of the gut, where it acts on enzymes. 1 when absent, as it is for what
   * enzymes take there: bound as in plasma, hardly any midazolam would be lost on its way in.
   */
  readonly unboundInGutWall?: DrugNumber;
}

export interface Uptake {
  /** Id in body/enzymes.ts. */
  readonly transporter: string;
  readonly kcat: DrugNumber;
  readonly Km: DrugNumber;
}

/** Reversible: it takes part as long as it is there. Never inhibits its own way out. */
export interface Inhibition {
  /** Id of an enzyme or transporter. */
  readonly protein: string;
  /** Competitive raises Km, non-competitive lowers Vmax. */
  readonly kind: "competitive" | "non-competitive";
  /** Unbound. */
  readonly Ki: DrugNumber;
}

/** Mechanism-based: what it destroys has to be made anew. */
export interface Inactivation {
  readonly protein: string;
  readonly kinact: DrugNumber;
  /** Unbound. */
  readonly KI: DrugNumber;
}

/** Synthesis times 1 + Emax C / (EC50 + C). */
export interface Induction {
  readonly protein: string;
  /** Fold increase less one. */
  readonly Emax: DrugNumber;
  /** Unbound. */
  readonly EC50: DrugNumber;
  /** Fitted factor on the concentration in liver cells that induces. */
  readonly liverCalibration?: DrugNumber;
  /** Where its receptor is; wherever the protein is when absent. */
  readonly organs?: readonly MetabolicOrgan[];
}

export interface Absorption {
  /** Specific permeability of the effective intestinal surface: not Peff. */
  readonly permeability: DrugNumber;
  /** Factor on the effective area of the colon. */
  readonly colonFactor?: DrugNumber;
  /** First-order dissolution of the immediate-release tablet or capsule, 1/time. */
  readonly dissolution: DrugNumber;
  /**
   * Of the uncharged form, mass per volume; what is charged at the pH of a part of the gut adds to
   * it there. Dissolution slows down as it is neared; nothing limits it when absent.
   */
  readonly solubility?: DrugNumber;
  /**
   * Beyond its solubility it comes out of solution at once, and dissolves again as soon as there is
   * room. What does not say so stays dissolved, more than the fluid holds.
   */
  readonly precipitates?: true;
  /** Before a tablet or capsule begins to dissolve. */
  readonly lag?: DrugNumber;
  /** Of the form called "weibull"; none can be given when absent. */
  readonly release?: WeibullRelease;
  /** The stomach empties this many times as fast: what the drug does to it, or is swallowed with. */
  readonly emptyingFactor?: DrugNumber;
  /** Mean time in the cells of the gut's wall that the flow of blood alone does not explain. */
  readonly wallTime?: DrugNumber;
}

/** The share 1 − exp(−(t/τ)^shape) is released t after the lag, whatever the gut is like. */
export interface WeibullRelease {
  /** Until half is released, the lag not counted. */
  readonly halfReleased: DrugNumber;
  /** 1 is first order; above it begins slowly, below it begins fast and lasts. */
  readonly shape: DrugNumber;
  /** Before anything is released. */
  readonly lag?: DrugNumber;
  /** Where it is when release begins: the stomach when absent; granules in a coat have left it. */
  readonly into?: "duodenum";
}

export interface Metabolism {
  /** Id of an enzyme in body/enzymes.ts. */
  readonly enzyme: string;
  readonly organs: readonly MetabolicOrgan[];
  readonly kinetics: Kinetics;
  /** Id of one of the drug's metabolites; what is not named is only counted. */
  readonly product?: string;
  /** Fitted factors on what the numbers above predict. */
  readonly calibration?: DrugNumber;
  readonly gutCalibration?: DrugNumber;
}

export type MetabolicOrgan = "liver" | "gut" | "kidneys";

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
