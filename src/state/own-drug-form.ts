/**
 * The fields of the page for a person's own drug: what stands in them, and the chemist's numbers
 * that they mean. What was typed for one kind of measurement stays while another is looked at.
 */
import {
  incubationUnits,
  numberFields,
  readChemistNumber,
  type NumberKey,
} from "../interop/chemist-text";
import type { ChemistNumbers } from "../pharmacology/own-drug/chemist";
import type { Parsed } from "./fields";

export type ClearanceFrom = "unknown" | "microsomes" | "hepatocytes" | "intravenous" | "none";
export type RenalFrom = "unknown" | "filtration" | "clearance";
export type PermeabilityFrom = "unknown" | "jejunum" | "Caco-2" | "specific" | "none";

/** By key; `CLintHepatocytes` is a `CLint` of its own. */
export type FormNumbers = Readonly<Partial<Record<NumberKey | "CLintHepatocytes", number>>>;

export interface Form {
  readonly name: string;
  readonly id: string;
  readonly numbers: FormNumbers;
  readonly acidPKa: readonly number[];
  readonly basePKa: readonly number[];
  readonly partition: ChemistNumbers["partition"];
  readonly enzyme: string;
  readonly clearanceFrom: ClearanceFrom;
  readonly renalFrom: RenalFrom;
  readonly permeabilityFrom: PermeabilityFrom;
}

export const emptyForm = (name: string, id: string): Form => ({
  name,
  id,
  numbers: {},
  acidPKa: [],
  basePKa: [],
  partition: "rodgers-rowland",
  enzyme: "unspecific",
  clearanceFrom: "unknown",
  renalFrom: "unknown",
  permeabilityFrom: "unknown",
});

export function formOf(typed: ChemistNumbers): Form {
  const { name, id, acidPKa, basePKa, partition, enzyme, clearance, renal, permeability } = typed;
  const { molarMassGPerMol, logP, logD, fup, bloodPlasmaRatio } = typed;
  const { dissolvedInMin, solubilityMgPerML } = typed;
  const all: Partial<Record<keyof FormNumbers, number | undefined>> = {
    molarMassGPerMol,
    logP,
    logD,
    fup,
    bloodPlasmaRatio,
    dissolvedInMin,
    solubilityMgPerML,
    ...(clearance?.from === "microsomes" && {
      CLint: clearance.CLint,
      fuMic: clearance.fuMic,
      proteinMgPerML: clearance.proteinMgPerML,
    }),
    ...(clearance?.from === "hepatocytes" && {
      CLintHepatocytes: clearance.CLint,
      fuInc: clearance.fuInc,
      millionCellsPerML: clearance.millionCellsPerML,
    }),
    ...(clearance?.from === "intravenous" && { CLLPerH: clearance.CLLPerH }),
    ...(renal?.from === "filtration" && { renalShare: renal.share }),
    ...(renal?.from === "clearance" && { renalCLLPerH: renal.CLLPerH }),
    ...(permeability?.from === "jejunum" && { Peff: permeability.Peff }),
    ...(permeability?.from === "Caco-2" && { Papp: permeability.Papp }),
    ...(permeability?.from === "specific" && { cmPerMin: permeability.cmPerMin }),
  };
  return {
    name,
    id,
    numbers: known(all),
    acidPKa,
    basePKa,
    partition,
    enzyme,
    clearanceFrom: clearance?.from ?? "unknown",
    renalFrom: renal?.from ?? "unknown",
    permeabilityFrom: permeability?.from ?? "unknown",
  };
}

/** A kind of measurement that was chosen without its number is not known. */
export function typedOf(form: Form): ChemistNumbers {
  const { name, id, numbers, acidPKa, basePKa, partition, enzyme } = form;
  const { molarMassGPerMol, logP, logD, fup, bloodPlasmaRatio } = numbers;
  const { dissolvedInMin, solubilityMgPerML } = numbers;
  const whole = {
    name,
    id,
    molarMassGPerMol,
    logP,
    logD,
    acidPKa,
    basePKa,
    fup,
    bloodPlasmaRatio,
    partition,
    clearance: clearanceOf(form),
    enzyme,
    renal: renalOf(form),
    permeability: permeabilityOf(form),
    dissolvedInMin,
    solubilityMgPerML,
  };
  return known(whole) as ChemistNumbers;
}

export function withField(form: Form, key: keyof FormNumbers, value: number | undefined): Form {
  return { ...form, numbers: known({ ...form.numbers, [key]: value }) };
}

export function readField(key: keyof FormNumbers, text: string): Parsed<number | undefined> {
  if (key === "CLintHepatocytes") return readChemistNumber(text, "CLint", "hepatocytes");
  if (key === "CLint") return readChemistNumber(text, "CLint", "microsomes");
  return readChemistNumber(text, key);
}

/** What stands behind a field. */
export function unitOfField(key: keyof FormNumbers): string {
  if (key === "CLintHepatocytes") return incubationUnits.hepatocytes.shown;
  if (key === "CLint") return incubationUnits.microsomes.shown;
  return numberFields[key].shown;
}

// ——— the parts ———

function clearanceOf({ clearanceFrom, numbers }: Form): ChemistNumbers["clearance"] {
  const { CLint, fuMic, proteinMgPerML, CLintHepatocytes, fuInc, millionCellsPerML, CLLPerH } =
    numbers;
  switch (clearanceFrom) {
    case "unknown":
      return undefined;
    case "none":
      return { from: "none" };
    case "microsomes":
      return CLint === undefined
        ? undefined
        : known({ from: "microsomes", CLint, fuMic, proteinMgPerML } as const);
    case "hepatocytes":
      return CLintHepatocytes === undefined
        ? undefined
        : known({
            from: "hepatocytes",
            CLint: CLintHepatocytes,
            fuInc,
            millionCellsPerML,
          } as const);
    case "intravenous":
      return CLLPerH === undefined ? undefined : { from: "intravenous", CLLPerH };
    default:
      return clearanceFrom satisfies never;
  }
}

function renalOf({ renalFrom, numbers }: Form): ChemistNumbers["renal"] {
  const { renalShare, renalCLLPerH } = numbers;
  if (renalFrom === "filtration" && renalShare !== undefined) {
    return { from: "filtration", share: renalShare };
  }
  if (renalFrom === "clearance" && renalCLLPerH !== undefined) {
    return { from: "clearance", CLLPerH: renalCLLPerH };
  }
  return undefined;
}

function permeabilityOf({ permeabilityFrom, numbers }: Form): ChemistNumbers["permeability"] {
  const { Peff, Papp, cmPerMin } = numbers;
  switch (permeabilityFrom) {
    case "unknown":
      return undefined;
    case "none":
      return { from: "none" };
    case "jejunum":
      return Peff === undefined ? undefined : { from: "jejunum", Peff };
    case "Caco-2":
      return Papp === undefined ? undefined : { from: "Caco-2", Papp };
    case "specific":
      return cmPerMin === undefined ? undefined : { from: "specific", cmPerMin };
    default:
      return permeabilityFrom satisfies never;
  }
}

/** Without keys that are undefined, so that what is kept is what is read back. */
function known<T extends object>(values: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
