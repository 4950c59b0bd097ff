/**
 * The organs of the whole-body model: their names everywhere in Perfuse.
 *
 * One id serves parameters (`smallIntestine.volume`), states, meshes and charts; `path` is the
 * spelling in the outputs of a study (`midazolam/small-intestine`). UBERON ids name the same
 * things to other software. Volumes, flows and composition live in their own tables.
 */

export interface Organ {
  readonly id: string;
  /** Spelling in output names. */
  readonly path: string;
  /** For people. */
  readonly name: string;
  readonly uberon: string;
  /** Where the blood that leaves it goes. */
  readonly drains: "venous blood" | "liver" | "arterial blood";
}

export const organs = [
  { id: "adipose", path: "adipose", name: "Fat", uberon: "UBERON:0001013", drains: "venous blood" },
  { id: "bone", path: "bone", name: "Bone", uberon: "UBERON:0002481", drains: "venous blood" },
  { id: "brain", path: "brain", name: "Brain", uberon: "UBERON:0000955", drains: "venous blood" },
  { id: "heart", path: "heart", name: "Heart", uberon: "UBERON:0000948", drains: "venous blood" },
  {
    id: "kidneys",
    path: "kidneys",
    name: "Kidneys",
    uberon: "UBERON:0002113",
    drains: "venous blood",
  },
  {
    id: "muscle",
    path: "muscle",
    name: "Muscle",
    uberon: "UBERON:0001134",
    drains: "venous blood",
  },
  { id: "skin", path: "skin", name: "Skin", uberon: "UBERON:0002097", drains: "venous blood" },
  {
    id: "gonads",
    path: "gonads",
    name: "Gonads",
    uberon: "UBERON:0000991",
    drains: "venous blood",
  },
  {
    id: "thymus",
    path: "thymus",
    name: "Thymus",
    uberon: "UBERON:0002370",
    drains: "venous blood",
  },
  {
    id: "rest",
    path: "rest",
    name: "Rest of the body",
    uberon: "UBERON:0000468",
    drains: "venous blood",
  },
  { id: "stomach", path: "stomach", name: "Stomach", uberon: "UBERON:0000945", drains: "liver" },
  {
    id: "smallIntestine",
    path: "small-intestine",
    name: "Small intestine",
    uberon: "UBERON:0002108",
    drains: "liver",
  },
  {
    id: "largeIntestine",
    path: "large-intestine",
    name: "Large intestine",
    uberon: "UBERON:0000059",
    drains: "liver",
  },
  { id: "pancreas", path: "pancreas", name: "Pancreas", uberon: "UBERON:0001264", drains: "liver" },
  { id: "spleen", path: "spleen", name: "Spleen", uberon: "UBERON:0002106", drains: "liver" },
  { id: "liver", path: "liver", name: "Liver", uberon: "UBERON:0002107", drains: "venous blood" },
  { id: "lungs", path: "lungs", name: "Lungs", uberon: "UBERON:0002048", drains: "arterial blood" },
] as const satisfies readonly Organ[];

export type OrganId = (typeof organs)[number]["id"];

export const organIds: readonly OrganId[] = organs.map((organ) => organ.id);

/** Where an organ stands in arrays of numbers by organ. */
export const organNumber = Object.fromEntries(organIds.map((id, index) => [id, index])) as Readonly<
  Record<OrganId, number>
>;

/** Written out, since this runs for everybody of a crowd: one shape, no keys to look up. */
export function byOrgan(values: Float64Array): Record<OrganId, number> {
  const at = organNumber;
  return {
    adipose: values[at.adipose] ?? 0,
    bone: values[at.bone] ?? 0,
    brain: values[at.brain] ?? 0,
    heart: values[at.heart] ?? 0,
    kidneys: values[at.kidneys] ?? 0,
    muscle: values[at.muscle] ?? 0,
    skin: values[at.skin] ?? 0,
    gonads: values[at.gonads] ?? 0,
    thymus: values[at.thymus] ?? 0,
    rest: values[at.rest] ?? 0,
    stomach: values[at.stomach] ?? 0,
    smallIntestine: values[at.smallIntestine] ?? 0,
    largeIntestine: values[at.largeIntestine] ?? 0,
    pancreas: values[at.pancreas] ?? 0,
    spleen: values[at.spleen] ?? 0,
    liver: values[at.liver] ?? 0,
    lungs: values[at.lungs] ?? 0,
  };
}

export const portalOrgans = organs.filter((organ) => organ.drains === "liver").map((o) => o.id);

/** The two pools of blood; with the organs they are all the places a drug can be measured. */
export const bloodPools = [
  { id: "arterialBlood", path: "arterial-blood", name: "Arterial blood", uberon: "UBERON:0013755" },
  { id: "venousBlood", path: "venous-blood", name: "Venous blood", uberon: "UBERON:0013756" },
] as const;

export type BloodPoolId = (typeof bloodPools)[number]["id"];
