/**
 * What looks odd about a drug's numbers, each with the number and why. Nothing is refused here:
 * what is possible is checked where it is typed and in the drug's file.
 */
import { convert } from "../../core/units/convert";
import { enzymes, microsomalProtein } from "../body/enzymes";
import type { Drug, Metabolism } from "../drug";
import type { ChemistNumbers } from "./chemist";
import { jejunalFromCaco2, extraction, reference } from "./scaling";
import { distribution } from "./unknowns";

export interface Flag {
  readonly code: string;
  /** `wrong` cannot be, `check` is unusual, `note` is what the model does where nothing was said. */
  readonly weight: "wrong" | "check" | "note";
  /** The number, for people. */
  readonly subject: string;
  readonly message: string;
}

/** What was simulated of it. */
export interface Found {
  readonly vssL?: number | undefined;
  /** Share of a swallowed dose that arrives. */
  readonly F?: number | undefined;
  readonly tHalfH?: number | undefined;
  /** How long the curve is looked at. */
  readonly untilHours: number;
}

export function flagsOf(drug: Drug, found: Found): Flag[] {
  const typed = drug.own?.typed;
  const all = [
    ...molecule(drug),
    ...(typed ? asTyped(typed) : []),
    ...inBlood(drug),
    ...waysOut(drug),
    ...ofResult(drug, found),
  ];
  const weights = ["wrong", "check", "note"];
  return all.toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
}

// ——— the parts ———

const flag = (weight: Flag["weight"], code: string, subject: string, message: string): Flag => ({
  weight,
  code,
  subject,
  message,
});

function molecule(drug: Drug): Flag[] {
  const { molarMass, lipophilicity, acidPKa, basePKa, absorption } = drug;
  const logP = lipophilicity.value;
  const flags: Flag[] = [];
  if (molarMass.value > 1000) {
    flags.push(
      flag(
        "check",
        "large-molecule",
        "Molar mass",
        `${short(molarMass.value)} g/mol: the methods for tissues and gut were made for small molecules, below about 1000.`,
      ),
    );
  }
  if (logP > 7.5 || logP < -4) {
    flags.push(
      flag(
        "check",
        "lipophilicity-out-of-range",
        "logP",
        `${short(logP)} is beyond what can be measured by shaking (−4 to 7.5); tissue ratios are guesses there.`,
      ),
    );
  }
  for (const { value } of acidPKa) {
    if (value > 11) flags.push(neverCharged("Acid pKa", value));
  }
  for (const { value } of basePKa) {
    if (value < 3) flags.push(neverCharged("Base pKa", value));
  }
  if (acidPKa.length + basePKa.length === 0) {
    flags.push(
      flag("note", "uncharged", "pKa", "None was typed, so it is taken as uncharged at every pH."),
    );
  }
  if (absorption && !absorption.solubility) {
    flags.push(
      flag(
        "note",
        "unlimited-solubility",
        "Solubility",
        "None was typed, so nothing limits how much of a dose dissolves in the gut.",
      ),
    );
  }
  return flags;
}

function neverCharged(subject: string, value: number): Flag {
  return flag(
    "check",
    "pKa-outside",
    subject,
    `${short(value)} is far from every pH in the body, so the group is never charged; it could be left out.`,
  );
}

function asTyped(typed: ChemistNumbers): Flag[] {
  const { logP, logD, permeability, clearance } = typed;
  const flags: Flag[] = [];
  if (logP !== undefined && logD !== undefined) {
    const expected = distribution(typed, logP);
    if (Math.abs(expected - logD) > 1) {
      flags.push(
        flag(
          "check",
          "logP-against-logD",
          "logD",
          `${short(logD)} was typed, and logP with the pKa makes ${short(expected)} at pH 7.4: more than tenfold apart. logP is used.`,
        ),
      );
    }
  }
  const Peff =
    permeability?.from === "jejunum"
      ? permeability.Peff
      : permeability?.from === "Caco-2"
        ? jejunalFromCaco2(permeability.Papp)
        : undefined;
  if (Peff !== undefined && (Peff < 0.01 || Peff > 20)) {
    flags.push(
      flag(
        "check",
        "permeability-out-of-range",
        "Permeability",
        `Peff ${short(Peff)} × 10⁻⁴ cm/s is outside of what was ever measured in people (0.01 to 20).`,
      ),
    );
  }
  if (clearance?.from === "microsomes" && clearance.fuMic !== undefined && clearance.fuMic < 0.01) {
    flags.push(
      flag(
        "check",
        "bound-in-microsomes",
        "Fraction unbound in microsomes",
        `${short(clearance.fuMic)} multiplies the clearance by ${short(1 / clearance.fuMic)}; so little unbound is hard to measure.`,
      ),
    );
  }
  return flags;
}

function inBlood(drug: Drug): Flag[] {
  const { fup, bloodPlasmaRatio } = drug;
  const least = 1 - reference.haematocrit;
  const flags: Flag[] = [];
  if (bloodPlasmaRatio.value < least * (1 - 1e-9)) {
    flags.push(
      flag(
        "wrong",
        "below-plasma-alone",
        "Blood:plasma ratio",
        `${short(bloodPlasmaRatio.value)} is less than plasma alone would make (${short(least)}, 1 less the haematocrit), so red cells would hold less than nothing.`,
      ),
    );
  }
  if (fup.value < 0.001) {
    flags.push(
      flag(
        "check",
        "hardly-unbound",
        "Fraction unbound in plasma",
        `${short(fup.value)}: below 0.001 assays differ several-fold, and volume and clearance go with it.`,
      ),
    );
  }
  return flags;
}

function waysOut(drug: Drug): Flag[] {
  const { metabolism, excretion, fup, bloodPlasmaRatio } = drug;
  const { filtration, renalClearance } = excretion;
  const flags: Flag[] = [];
  if (metabolism.length === 0 && Object.keys(excretion).length === 0) {
    flags.push(
      flag("wrong", "no-way-out", "Clearance", "Nothing clears it: it would stay for ever."),
    );
  }
  const CLint = metabolism.reduce((sum, pathway) => sum + (intrinsicLPerH(pathway) ?? 0), 0);
  const blood = { fup: fup.value, bloodPlasmaRatio: bloodPlasmaRatio.value };
  const share = extraction(CLint, blood);
  if (share > 0.9) {
    const unbound = (fup.value / bloodPlasmaRatio.value) * CLint;
    flags.push(
      flag(
        "check",
        "limited-by-flow",
        "Clearance",
        `unbound fraction times intrinsic clearance is ${short(unbound)} L/h, ${short(unbound / reference.liverFlowLPerH)} times the liver's blood flow: ${percent(share)} is taken in one passage, so blood flow decides, little of a swallowed dose arrives, and a faster clearance would hardly change an injected one.`,
      ),
    );
  }
  if ((filtration?.value ?? 0) > 1) {
    flags.push(
      flag(
        "check",
        "more-than-filtered",
        "Renal share",
        `${short(filtration?.value ?? 0)} times what is filtered: more than filtration can do, so it must be secreted as well.`,
      ),
    );
  }
  const renalLPerH = ((renalClearance?.value ?? 0) * reference.weightKg * 60) / 1000;
  if (renalLPerH > renalPlasmaFlow) {
    flags.push(
      flag(
        "wrong",
        "above-kidney-flow",
        "Renal clearance",
        `${short(renalLPerH)} L/h is more than the plasma that flows through the kidneys, about ${renalPlasmaFlow} L/h.`,
      ),
    );
  }
  return flags;
}

function ofResult(drug: Drug, { vssL, F, tHalfH, untilHours }: Found): Flag[] {
  const flags: Flag[] = [];
  if (vssL !== undefined && vssL < reference.plasmaL) {
    flags.push(
      flag(
        "wrong",
        "volume-below-plasma",
        "Volume of distribution",
        `${short(vssL)} L is less than the plasma itself (${short(reference.plasmaL)} L).`,
      ),
    );
  }
  if (vssL !== undefined && vssL > 100 * reference.weightKg) {
    flags.push(
      flag(
        "check",
        "volume-beyond-belief",
        "Volume of distribution",
        `${short(vssL / reference.weightKg)} L/kg: above 100 hardly any drug was found. Look at logP, pKa and fraction unbound, and at the other methods.`,
      ),
    );
  }
  if (F !== undefined && F > 1.01) {
    flags.push(
      flag(
        "wrong",
        "more-than-given",
        "Bioavailability",
        `${percent(F)}: more than was swallowed cannot arrive. Clearance saturates at this dose, or the curve is too short.`,
      ),
    );
  }
  if (tHalfH !== undefined && tHalfH > untilHours / 3) {
    flags.push(
      flag(
        "check",
        "longer-than-seen",
        "Half-life",
        `${short(tHalfH)} h, and the curve ends after ${short(untilHours)} h: most of what happens is beyond it.`,
      ),
    );
  }
  if (drug.absorption && F !== undefined && F < 0.02) {
    flags.push(
      flag(
        "check",
        "hardly-arrives",
        "Bioavailability",
        `${percent(F)} of a swallowed dose arrives; see which of gut and liver takes it.`,
      ),
    );
  }
  return flags;
}

/** About 660 mL/min in an adult. */
const renalPlasmaFlow = 40;

/** Unbound, of the reference liver, where concentrations are low. */
function intrinsicLPerH({ kinetics, enzyme, organs, calibration }: Metabolism): number | undefined {
  if (!organs.includes("liver")) return undefined;
  const times = calibration?.value ?? 1;
  const amount = (enzymes[enzyme]?.liver.value ?? 1) * reference.liverCellsL;
  switch (kinetics.kind) {
    case "intrinsic":
      return times * convert(kinetics.clearance.value, kinetics.clearance.unit, "L/h");
    case "specific":
      return times * convert(kinetics.clearance.value, kinetics.clearance.unit, "1/h") * amount;
    case "turnover": {
      const kcat = convert(kinetics.kcat.value, kinetics.kcat.unit, "1/h");
      return (times * kcat * amount) / convert(kinetics.Km.value, kinetics.Km.unit, "µM");
    }
    case "microsomes": {
      const Vmax = convert(kinetics.Vmax.value, kinetics.Vmax.unit, "µmol/h/mg");
      const proteinMg = microsomalProtein.value * reference.liverG;
      return (times * Vmax * proteinMg) / convert(kinetics.Km.value, kinetics.Km.unit, "µM");
    }
    default:
      return kinetics satisfies never;
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

function percent(share: number): string {
  return `${short(100 * share)} %`;
}
