import type { Drug } from "../drug";
import { assumed, derived, from } from "../provenance";
import { fitted } from "../../core/model/model";

const intravenous = ["metformin/pentikainen1979-iv"];
const oral = ["metformin/pentikainen1979-po"];

export const metformin: Drug = {
  perfuseDrug: 1,
  id: "metformin",
  name: "Metformin",
  card: {
    contextOfUse:
      "Teaching renal secretion, and absorption that passage through the gut's wall makes slow and incomplete, in adults.",
    goodFor:
      "Plasma concentrations after single doses of about 500 mg; clearance that goes with the function of the kidneys.",
    failsFor:
      "Doses above 500 mg come out too high, 850 mg by about 30 % in area and 55 % in peak: the share absorbed falls with the dose, which is not represented. Intravenous data are of 3 people. Whole blood and red cells, which fill over days; effect on glucose; interactions at OCT and MATE.",
  },
  salt: {
    name: "metformin hydrochloride",
    share: {
      value: 129.16 / 165.62,
      unit: "ratio",
      provenance: from("DrugBank", "DB00331: 129.16 of 165.62 g/mol"),
    },
  },
  molarMass: { value: 129.16, unit: "g/mol", provenance: from("DrugBank", "DB00331") },
  lipophilicity: { value: -1.43, unit: "1", provenance: from("Graham11", "log P") },
  lipophilicityKind: "logP",
  acidPKa: [],
  basePKa: [
    { value: 2.8, unit: "1", provenance: from("Desai14", "pKa, base") },
    { value: 11.5, unit: "1", provenance: from("Desai14", "pKa, base") },
  ],
  fup: {
    value: 1,
    unit: "fraction",
    provenance: from("Tucker81", "not measurably bound in plasma"),
  },
  bloodPlasmaRatio: {
    value: 0.55,
    unit: "ratio",
    provenance: derived(
      "one less haematocrit: red cells take it up with a half-life of more than a day, and hold little within hours",
      "Xie15",
    ),
  },
  partition: { method: "standard" },
  permeabilityLimited: {
    // not the kidneys, into whose cells a transporter carries it as fast as blood brings it
    organs: [
      "adipose",
      "bone",
      "brain",
      "gonads",
      "heart",
      "largeIntestine",
      "liver",
      "lungs",
      "muscle",
      "pancreas",
      "rest",
      "skin",
      "smallIntestine",
      "spleen",
      "stomach",
      "thymus",
    ],
    permeability: {
      value: 0.0000232,
      unit: "cm/min",
      provenance: fitted(intravenous, "pace of distribution"),
    },
  },
  absorption: {
    permeability: {
      value: 0.000001802,
      unit: "cm/min",
      provenance: fitted(oral, "extent of absorption; about twice the value that OSP fitted"),
    },
    colonFactor: {
      value: 0.1,
      unit: "ratio",
      provenance: assumed(
        "it crosses by carriers and between cells, of which the colon has few and tight ones: a tenth",
      ),
    },
    dissolution: {
      value: 5.26,
      unit: "1/h",
      provenance: derived("half of an immediate-release tablet dissolved in 7.9 min", "Block08"),
    },
    // of the tablets that all oral studies here gave
    release: {
      halfReleased: {
        value: 7.9,
        unit: "min",
        provenance: from(
          "Block08",
          "tablets, measured in a dissolution test: half dissolved, as read by the Metformin-Model of Open Systems Pharmacology",
        ),
      },
      shape: {
        value: 1.36,
        unit: "1",
        provenance: from(
          "Block08",
          "the same: shape of Weibull's function, as read by the Metformin-Model of Open Systems Pharmacology",
        ),
      },
    },
    wallTime: {
      value: 2.342,
      unit: "h",
      provenance: fitted(oral, "delay of the peak: it gathers in the gut's wall"),
    },
  },
  metabolism: [],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from("OSPMetformin", "GFR fraction"),
    },
    secretion: {
      value: 35.53,
      unit: "L/h",
      provenance: fitted(intravenous, "renal clearance beyond filtration"),
    },
  },
};
