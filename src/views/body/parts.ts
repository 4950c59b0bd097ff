/**
 * The pieces of the drawn body: which compartment colours each, how it looks without a drug, whom
 * it belongs to and how it grows. Build step and page share these ids.
 */
import type { BloodPoolId, OrganId } from "../../pharmacology/body/organs";

/** What a piece is drawn as, see `scene.ts` for the order. */
export type Look = "organ" | "lung" | "skin" | "muscle" | "bone" | "vessel" | "airway";

export interface Part {
  readonly look: Look;
  /** The compartment whose concentration it shows; null stays neutral. */
  readonly takes: OrganId | BloodPoolId | null;
  /** Colour without a drug, as in an atlas. */
  readonly natural: string;
  /** Drawn for these people only. */
  readonly who?: "male" | "female" | "child";
  /** Its organ's volume decides its size: mL drawn when the organ has the reference man's volume. */
  readonly referenceMl?: number;
  /** What stays in place when it grows. */
  readonly fixed?: "top" | "bottom" | "centre";
  /** A neighbour it hangs on and is moved and scaled with. */
  readonly follows?: string;
}

/** mL columns: wall and contents or blood as drawn, reference man (ICRP 89 mass over density). */
export const parts = {
  maleSkin: { look: "skin", takes: "skin", natural: "#e0c3b2", who: "male" },
  femaleSkin: { look: "skin", takes: "skin", natural: "#e0c3b2", who: "female" },
  muscle: { look: "muscle", takes: "muscle", natural: "#a8473f" },
  brain: { look: "organ", takes: "brain", natural: "#e3b8a8", referenceMl: 1400, fixed: "centre" },
  heart: { look: "organ", takes: "heart", natural: "#b8433f", referenceMl: 800, fixed: "centre" },
  pulmonaryVeins: { look: "vessel", takes: "arterialBlood", natural: "#cf4a45", follows: "heart" },
  pulmonaryArteries: { look: "vessel", takes: "venousBlood", natural: "#4a6bb8", follows: "heart" },
  rightLung: {
    look: "lung",
    takes: "lungs",
    natural: "#e2a49c",
    referenceMl: 1836,
    fixed: "centre",
  },
  leftLung: {
    look: "lung",
    takes: "lungs",
    natural: "#e2a49c",
    referenceMl: 1322,
    fixed: "centre",
  },
  liver: { look: "organ", takes: "liver", natural: "#8a3b2e", referenceMl: 1714, fixed: "top" },
  gallbladder: { look: "organ", takes: null, natural: "#6f8f4a", follows: "liver" },
  stomach: { look: "organ", takes: "stomach", natural: "#d99a86", referenceMl: 385, fixed: "top" },
  duodenum: {
    look: "organ",
    takes: "smallIntestine",
    natural: "#dfae8f",
    referenceMl: 100,
    fixed: "centre",
  },
  pancreas: {
    look: "organ",
    takes: "pancreas",
    natural: "#e5c08b",
    referenceMl: 134,
    fixed: "centre",
  },
  spleen: { look: "organ", takes: "spleen", natural: "#7b3848", referenceMl: 143, fixed: "top" },
  leftKidney: {
    look: "organ",
    takes: "kidneys",
    natural: "#9a4538",
    referenceMl: 148,
    fixed: "centre",
  },
  rightKidney: {
    look: "organ",
    takes: "kidneys",
    natural: "#9a4538",
    referenceMl: 148,
    fixed: "centre",
  },
  adrenals: { look: "organ", takes: "rest", natural: "#dcb35c" },
  bladder: { look: "organ", takes: null, natural: "#e0c08c" },
  testes: {
    look: "organ",
    takes: "gonads",
    natural: "#d8b09a",
    who: "male",
    referenceMl: 34,
    fixed: "centre",
  },
  ovaries: {
    look: "organ",
    takes: "gonads",
    natural: "#dcae9c",
    who: "female",
    referenceMl: 34,
    fixed: "centre",
  },
  uterus: { look: "organ", takes: "rest", natural: "#c9827a", who: "female" },
  thyroid: { look: "organ", takes: "rest", natural: "#b5524a" },
  thymus: {
    look: "organ",
    takes: "thymus",
    natural: "#d9b9a6",
    who: "child",
    referenceMl: 24,
    fixed: "bottom",
  },
  trachea: { look: "organ", takes: "rest", natural: "#cfd8dc" },
  spine: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  sternum: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  scapulae: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  pelvis: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  skull: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  jaw: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  armBones: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  legBones: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  ribs: { look: "bone", takes: "bone", natural: "#d9d2c0" },
  largeIntestine: {
    look: "organ",
    takes: "largeIntestine",
    natural: "#c08d72",
    referenceMl: 645,
    fixed: "centre",
  },
  appendix: {
    look: "organ",
    takes: "largeIntestine",
    natural: "#c08d72",
    follows: "largeIntestine",
  },
  smallIntestine: {
    look: "organ",
    takes: "smallIntestine",
    natural: "#e8b7a0",
    referenceMl: 860,
    fixed: "centre",
  },
  arteries: { look: "vessel", takes: "arterialBlood", natural: "#c8423e" },
  veins: { look: "vessel", takes: "venousBlood", natural: "#3f63b0" },
  oesophagus: { look: "organ", takes: "rest", natural: "#c88f80" },
  ureters: { look: "organ", takes: null, natural: "#d9c27a" },
  rightBronchi: { look: "airway", takes: "lungs", natural: "#d7e6ee", follows: "rightLung" },
  leftBronchi: { look: "airway", takes: "lungs", natural: "#d7e6ee", follows: "leftLung" },
} as const satisfies Readonly<Record<string, Part>>;

export type PartId = keyof typeof parts;

/** Looks a part up with the optional fields of its type in view. */
export const partOf = (id: PartId): Part => parts[id];

export const partIds = Object.keys(parts) as PartId[];
