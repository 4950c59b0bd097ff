/** What the body map is given, from the state of the page. */
import type { SimulationResult } from "../engine/api";
import type { OrganId } from "../pharmacology/body/organs";
import type { FrameState } from "./frame.svelte";
import { places, type PlaceId } from "./places";

export interface ShownBody {
  readonly sex: "male" | "female";
  readonly ageYears: number;
  readonly heightCm: number;
  readonly weightKg: number;
  readonly organVolumesL: Readonly<Record<OrganId, number>>;
}

/** @param overrides of the study: organs are drawn as large as they are computed */
export function shownBody(
  { person }: Pick<SimulationResult, "person">,
  overrides: Readonly<Record<string, number>> = {},
): ShownBody {
  const { sex, ageYears, heightCm, weightKg, volume } = person;
  const organVolumesL = Object.fromEntries(
    Object.entries(volume).map(([organ, own]) => [organ, overrides[`${organ}.volume`] ?? own]),
  ) as Record<OrganId, number>;
  return { sex, ageYears, heightCm, weightKg, organVolumesL };
}

/** Name and value of every place, ready to be read. */
export function placeTexts(
  frame: FrameState,
  format: (value: number, unit: string) => string,
): Partial<Record<PlaceId, { name: string; value: string }>> {
  const { now, unit } = frame;
  return Object.fromEntries(
    places.map(({ id, name }) => {
      const value = now.get(id);
      return [id, { name, value: value === undefined ? "" : format(value, unit) }];
    }),
  );
}
