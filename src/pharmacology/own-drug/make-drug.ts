/**
 * A drug from the few numbers that a chemist has of it.
 *
 * What was typed is `given`, what was scaled is `derived` and says from what, and what nobody knows
 * is taken from the middle of its range and says so; the ranges are kept with the drug. Where a
 * clearance was measured in people, it stays what it was: intrinsic clearance is solved anew for
 * each value of what is missing.
 */
import type { Outcome, Provenance } from "../../core/model/model";
import { enzymes, microsomalProtein } from "../body/enzymes";
import type { Absorption, Drug, DrugNumber, Metabolism } from "../drug";
import { ionisation } from "../mechanisms/partition";
import { assumed, derived } from "../provenance";
import type { SourceId } from "../sources";
import type { ChemistNumbers, MeasuredClearance, MeasuredPermeability } from "./chemist";
import { numberAt } from "./numbers";
import {
  arterialShare,
  dissolutionRate,
  fromArterial,
  fromHepatocytes,
  fromMicrosomes,
  hepatocellularity,
  intrinsicFrom,
  jejunalFromCaco2,
  perEnzyme,
  reference,
  specificFromJejunal,
  type InBlood,
} from "./scaling";
import {
  describeUnknown,
  inTheMiddle,
  unknowns,
  type Position,
  type Taken,
  type Unknown,
} from "./unknowns";

export interface MadeDrug {
  readonly drug: Drug;
  /** What was not typed, in the order in which it was filled. */
  readonly unknowns: readonly Unknown[];
}

/** The drug with the middle of what is missing, and the ranges of its numbers. */
export function drugFrom(typed: ChemistNumbers): Outcome<MadeDrug> {
  const made = drugAt(typed, inTheMiddle);
  if (!made.ok) return made;
  const ranges = rangesOf(typed, made.value);
  const own = Object.keys(ranges).length === 0 ? { typed } : { typed, ranges };
  const { drug } = made.value;
  return { ok: true, value: { ...made.value, drug: { ...drug, own } } };
}

/**
 * The drug with each unknown at a position in its range; without what `drugFrom` keeps with it.
 *
 * @returns refused where a clearance that was measured cannot be with these values
 */
export function drugAt(typed: ChemistNumbers, at: Position): Outcome<MadeDrug> {
  const filled: Unknown[] = [];
  const take = ({ value, unknown }: Taken, unit: string, convert = same): DrugNumber => {
    filled.push(unknown);
    const how = describeUnknown(unknown);
    const { sources } = unknown;
    const provenance = sources.length > 0 ? derived(how, ...sources) : assumed(how);
    return { value: convert(value), unit, provenance };
  };
  const { acidPKa, basePKa } = typed;
  const groups = { acidPKa, basePKa };

  const molarMass = known(typed.molarMassGPerMol, "g/mol") ?? take(unknowns.molarMass(at), "g/mol");
  const lipophilicity = lipophilicityOf(typed) ?? take(unknowns.logP(at), "1");
  const logP = lipophilicity.value;
  const fup = known(typed.fup, "fraction") ?? take(unknowns.fup(at, groups, logP), "fraction");
  const bloodPlasmaRatio =
    known(typed.bloodPlasmaRatio, "ratio") ?? take(unknowns.bloodPlasmaRatio(at, groups), "ratio");
  const blood = { fup: fup.value, bloodPlasmaRatio: bloodPlasmaRatio.value };

  const isOnlyWay = typed.clearance?.from === "none";
  const filtration =
    typed.renal === undefined ? take(unknowns.renalShare(at, isOnlyWay), "fraction") : undefined;
  const renal = filtration ? { filtration } : renalOf(typed, blood);

  const CLint = intrinsicOf(typed, {
    ...blood,
    renalLPerH: renalLPerH(renal, fup.value),
    extraction: () => unknowns.extraction(at),
    fuMic: (protein) => unknowns.fuMic(at, groups, logP, protein),
    fuInc: (cells) => unknowns.fuInc(at, groups, logP, cells),
  });
  if (!CLint.ok) return CLint;
  if (CLint.value?.unknown) filled.push(CLint.value.unknown);

  const absorption = absorptionOf(typed, at, take);
  const drug: Drug = {
    perfuseDrug: 1,
    id: typed.id,
    name: typed.name,
    card,
    molarMass,
    lipophilicity,
    lipophilicityKind: "logP",
    acidPKa: acidPKa.map((value) => given(value, "1")),
    basePKa: basePKa.map((value) => given(value, "1")),
    fup,
    bloodPlasmaRatio,
    partition: { method: typed.partition },
    ...(absorption && { absorption }),
    metabolism: CLint.value ? [pathwayOf(typed.enzyme, CLint.value)] : [],
    excretion: renal,
  };
  return { ok: true, value: { drug, unknowns: filled } };
}

// ——— the parts ———

const card: Drug["card"] = {
  contextOfUse: "Yours: made from the few numbers that were typed, and not checked against data.",
  goodFor:
    "Seeing what those numbers alone would make of a dose, and which missing one would change it most.",
  failsFor:
    "Whatever was not typed: transporters, saturation, metabolites, interactions, binding to a target. Not advice on treatment.",
};

const same = (value: number) => value;

function given(value: number, unit: string): DrugNumber {
  return { value, unit, provenance: { kind: "given", by: "whoever made this drug" } };
}

function known(value: number | undefined, unit: string): DrugNumber | undefined {
  return value === undefined ? undefined : given(value, unit);
}

/** logP as typed, or that of the uncharged form of what was shaken at pH 7.4. */
function lipophilicityOf({ logP, logD, ...groups }: ChemistNumbers): DrugNumber | undefined {
  if (logP !== undefined || logD === undefined) return known(logP, "1");
  const charged = Math.log10(ionisation(groups, 7.4));
  const how = `logD of ${logD} at pH 7.4, plus ${short(charged)} since only the uncharged form counts`;
  return { value: logD + charged, unit: "1", provenance: derived(how) };
}

function renalOf({ renal }: ChemistNumbers, { bloodPlasmaRatio }: InBlood): Drug["excretion"] {
  if (renal?.from === "filtration") return { filtration: given(renal.share, "fraction") };
  if (renal?.from !== "clearance") return {};
  const { weightKg } = reference;
  const how = `${short(renal.CLLPerH)} L/h from venous plasma, in somebody of ${weightKg} kg; the kidneys clear arterial plasma`;
  const value = (fromArterial(renal.CLLPerH, bloodPlasmaRatio) * 1000) / 60 / weightKg;
  return { renalClearance: { value, unit: "mL/min/kg", provenance: derived(how) } };
}

/** From arterial plasma, in the reference adult. */
function renalLPerH({ filtration, renalClearance }: Drug["excretion"], fup: number): number {
  const filtered = (filtration?.value ?? 0) * fup * reference.gfrLPerH;
  return filtered + ((renalClearance?.value ?? 0) * reference.weightKg * 60) / 1000;
}

interface Around extends InBlood {
  readonly renalLPerH: number;
  readonly extraction: () => Taken;
  readonly fuMic: (proteinMgPerML: number | undefined) => Taken;
  readonly fuInc: (millionCellsPerML: number | undefined) => Taken;
}

interface Intrinsic {
  /** Unbound, of the whole liver. */
  readonly LPerH: number;
  readonly provenance: Provenance;
  readonly unknown?: Unknown | undefined;
}

/** @returns undefined where nothing is metabolised */
function intrinsicOf(
  { clearance }: ChemistNumbers,
  around: Around,
): Outcome<Intrinsic | undefined> {
  const found = (LPerH: number, how: string, sources: readonly SourceId[], taken?: Taken) => {
    const also = taken
      ? `; ${taken.unknown.name.toLowerCase()} ${describeUnknown(taken.unknown)}`
      : "";
    const all = [...sources, ...(taken?.unknown.sources ?? [])];
    const provenance = derived(`${how}${also}`, ...all);
    return { ok: true, value: { LPerH, provenance, unknown: taken?.unknown } } as const;
  };
  switch (clearance?.from) {
    case undefined: {
      const taken = around.extraction();
      const odds = taken.value / (1 - taken.value);
      const LPerH = (reference.liverFlowLPerH * odds * around.bloodPlasmaRatio) / around.fup;
      return found(LPerH, "well-stirred liver solved back", [], taken);
    }
    case "none":
      return { ok: true, value: undefined };
    case "microsomes": {
      const { CLint, fuMic, proteinMgPerML } = clearance;
      const taken = fuMic === undefined ? around.fuMic(proteinMgPerML) : undefined;
      const unbound = fuMic ?? taken?.value ?? 1;
      const how = `${CLint} µL/min/mg in microsomes with ${short(unbound)} unbound; ${microsomalProtein.value} mg/g and ${reference.liverG.toFixed(0)} g of liver`;
      return found(fromMicrosomes(CLint, unbound), how, ["Barter08", "ICRP89"], taken);
    }
    case "hepatocytes": {
      const { CLint, fuInc, millionCellsPerML } = clearance;
      const taken = fuInc === undefined ? around.fuInc(millionCellsPerML) : undefined;
      const unbound = fuInc ?? taken?.value ?? 1;
      const how = `${CLint} µL/min/10^6 cells with ${short(unbound)} unbound; ${hepatocellularity.value} million cells per g and ${reference.liverG.toFixed(0)} g of liver`;
      return found(fromHepatocytes(CLint, unbound), how, ["Wilson03", "ICRP89"], taken);
    }
    case "intravenous":
      return fromIntravenous(clearance, around, found);
    default:
      return clearance satisfies never;
  }
}

function fromIntravenous(
  { CLLPerH }: Extract<MeasuredClearance, { from: "intravenous" }>,
  around: Around,
  found: (LPerH: number, how: string, sources: readonly SourceId[]) => Outcome<Intrinsic>,
): Outcome<Intrinsic> {
  // both organs clear arterial blood, and the study measured venous plasma
  const arterial = CLLPerH / arterialShare(around.renalLPerH, around.bloodPlasmaRatio);
  const solved = intrinsicFrom(arterial - around.renalLPerH, around);
  if (!solved.ok) return solved;
  const how = `${short(CLLPerH)} L/h from plasma in all, less ${short(around.renalLPerH)} L/h by the kidneys, solved back through a well-stirred liver of ${short(reference.liverFlowLPerH)} L/h of blood`;
  return found(solved.value, how, []);
}

/** Where the gut's wall has the enzyme too, what is per enzyme counts there as well. */
function pathwayOf(enzyme: string, { LPerH, provenance }: Intrinsic): Metabolism {
  if (!enzymes[enzyme]?.gut) {
    const clearance = { value: LPerH, unit: "L/h", provenance };
    return { enzyme, organs: ["liver"], kinetics: { kind: "intrinsic", clearance } };
  }
  const value = perEnzyme(LPerH, enzyme);
  const clearance = { value, unit: "1/min", provenance: perEnzymeOf(provenance, LPerH, enzyme) };
  return { enzyme, organs: ["liver", "gut"], kinetics: { kind: "specific", clearance } };
}

function perEnzymeOf(provenance: Provenance, LPerH: number, enzyme: string): Provenance {
  if (provenance.kind !== "derived") return provenance;
  const how = `${provenance.how}; ${short(LPerH)} L/h over ${short(enzymes[enzyme]?.liver.value ?? 1)} µM of ${enzyme} in ${short(reference.liverCellsL)} L of liver cells`;
  return { ...provenance, how };
}

type Take = (taken: Taken, unit: string, convert?: (value: number) => number) => DrugNumber;

function absorptionOf(typed: ChemistNumbers, at: Position, take: Take): Absorption | undefined {
  const { permeability, dissolvedInMin, solubilityMgPerML } = typed;
  if (permeability?.from === "none") return undefined;
  return {
    permeability: permeability
      ? permeabilityOf(permeability)
      : take(unknowns.permeability(at), "cm/min", specificFromJejunal),
    dissolution:
      dissolvedInMin === undefined
        ? take(unknowns.dissolvedIn(at), "1/h", dissolutionRate)
        : {
            value: dissolutionRate(dissolvedInMin),
            unit: "1/h",
            provenance: derived(`85 % of a tablet dissolve in ${dissolvedInMin} min`),
          },
    ...(solubilityMgPerML !== undefined && { solubility: given(solubilityMgPerML, "mg/mL") }),
  };
}

function permeabilityOf(measured: Exclude<MeasuredPermeability, { from: "none" }>): DrugNumber {
  const unit = "cm/min";
  const matched =
    "the share absorbed in the small intestine as with this Peff in a transit of 199 min";
  switch (measured.from) {
    case "specific":
      return given(measured.cmPerMin, unit);
    case "jejunum": {
      const how = `Peff ${measured.Peff} × 10⁻⁴ cm/s; ${matched}`;
      return { value: specificFromJejunal(measured.Peff), unit, provenance: derived(how, "Yu99") };
    }
    case "Caco-2": {
      const Peff = jejunalFromCaco2(measured.Papp);
      const how = `Papp ${measured.Papp} × 10⁻⁶ cm/s in Caco-2 cells, so Peff ${short(Peff)} × 10⁻⁴ cm/s; ${matched}`;
      return { value: specificFromJejunal(Peff), unit, provenance: derived(how, "Sun02", "Yu99") };
    }
    default:
      return measured satisfies never;
  }
}

/** Where the number is that an unknown makes. */
const clearancePath = "metabolism.0.kinetics.clearance";
const pathOf: Readonly<Record<Unknown["id"], string>> = {
  molarMass: "molarMass",
  logP: "lipophilicity",
  fup: "fup",
  bloodPlasmaRatio: "bloodPlasmaRatio",
  fuMic: clearancePath,
  fuInc: clearancePath,
  extraction: clearancePath,
  renalShare: "excretion.filtration",
  permeability: "absorption.permeability",
  dissolvedIn: "absorption.dissolution",
};

/** The number of the drug at both ends of the range of what it was made from. */
function rangesOf(typed: ChemistNumbers, { drug, unknowns: all }: MadeDrug) {
  return Object.fromEntries(
    all.map(({ id }) => {
      const path = pathOf[id];
      const ends = [0, 1].map((end) => {
        const made = drugAt(typed, (other) => (other === id ? end : 0.5));
        return numberAt(made.ok ? made.value.drug : drug, path)?.value ?? Number.NaN;
      });
      return [path, [Math.min(...ends), Math.max(...ends)] as const] as const;
    }),
  );
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
