import type { Drug } from "../drug";
import { assumed, derived, from } from "../provenance";
import { fitted } from "../../core/model/model";

const built = ["vancomycin/boeckh1988-iv1g"];

export const vancomycin: Drug = {
  perfuseDrug: 1,
  id: "vancomycin",
  name: "Vancomycin",
  card: {
    contextOfUse:
      "Teaching filtration by the kidneys, from newborns to adults, and slow entry into cells, after intravenous doses.",
    goodFor:
      "Plasma concentrations after short infusions in adults with healthy kidneys; clearance that matures and goes with filtration.",
    failsFor:
      "Newborns reach a peak about 45 % too high: their larger extracellular space is not represented. Built on one study of a single dose; what dialysis, intensive care and the gut's inflammation change is left out. Nothing is absorbed when swallowed.",
  },
  molarMass: { value: 1449.3, unit: "g/mol", provenance: from("Radke17", "molar mass") },
  lipophilicity: {
    value: 2.231,
    unit: "1",
    provenance: from("OSPVancomycin", "effective lipophilicity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [{ value: 2.18, unit: "1", provenance: from("Radke17", "pKa, acid") }],
  basePKa: [
    { value: 7.75, unit: "1", provenance: from("Radke17", "pKa, base") },
    { value: 8.89, unit: "1", provenance: from("Radke17", "pKa, base") },
  ],
  fup: { value: 0.67, unit: "fraction", provenance: from("Radke17", "unbound fraction in plasma") },
  bindingProtein: {
    name: "albumin",
    provenance: from("OSPVancomycin", "binds to albumin (and immunoglobulin A, Sun 1993)"),
  },
  bloodPlasmaRatio: {
    value: 0.65,
    unit: "ratio",
    provenance: assumed(
      "too large and polar to enter red cells quickly: little above one less haematocrit",
    ),
  },
  partition: { method: "standard" },
  permeabilityLimited: {
    organs: "all",
    permeability: {
      value: 1.246e-6,
      unit: "cm/min",
      provenance: fitted(built, "pace of distribution"),
    },
  },
  metabolism: [
    {
      enzyme: "unspecific",
      organs: ["liver"],
      kinetics: {
        kind: "intrinsic",
        clearance: {
          value: 0.72,
          unit: "L/h",
          provenance: derived(
            "hepatic plasma clearance 0.11 mL/min/kg of 73 kg, over fup",
            "Radke17",
          ),
        },
      },
    },
  ],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from("Zhou16", "GFR fraction, as the OSP Vancomycin-Model cites it"),
    },
  },
};
