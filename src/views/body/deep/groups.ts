/** Which parts are drawn together: one geometry, one colour. Fewer draws, same picture. */
import type { Place } from "../body-props";
import { partIds, partOf, type Look, type PartId } from "../parts";

export interface DrawGroup {
  readonly id: string;
  readonly look: Look;
  readonly parts: readonly PartId[];
}

/** Bones in three: the cage is lifted off when an organ is selected, the skull is thinner. */
const boneGroups: readonly DrawGroup[] = [
  { id: "bones", look: "bone", parts: ["spine", "scapulae", "pelvis", "armBones", "legBones"] },
  { id: "cage", look: "bone", parts: ["ribs", "sternum"] },
  { id: "skull", look: "bone", parts: ["skull", "jaw"] },
];

export const drawGroups: readonly DrawGroup[] = [
  ...partIds
    .filter((id) => partOf(id).look !== "bone")
    .map((id): DrawGroup => ({ id, look: partOf(id).look, parts: [id] })),
  ...boneGroups,
];

/** The group's first part stands for it: colour, growth, owner. */
export const leaderOf = (group: DrawGroup): PartId => group.parts[0] ?? "brain";

export const placeOf = (group: DrawGroup): Place | null => partOf(leaderOf(group)).takes;
