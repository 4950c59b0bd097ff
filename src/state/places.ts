/** Everywhere a concentration is shown: organs and blood, with their outputs. */
import { bloodPools, organs, type BloodPoolId, type OrganId } from "../pharmacology/body/organs";

export type PlaceId = OrganId | BloodPoolId;

export interface Place {
  readonly id: PlaceId;
  readonly path: string;
  readonly name: string;
  readonly uberon: string;
}

/** Blood first, then organs in the order of the model. */
export const places: readonly Place[] = [...bloodPools, ...organs];

export function placeName(id: PlaceId): string {
  return places.find((place) => place.id === id)?.name ?? id;
}

/** What the page records of a drug besides what the study asks for. */
export function outputsFor(drug: string): string[] {
  return [
    `${drug}/venous-plasma`,
    ...places.map(({ path }) => `${drug}/${path}`),
    `${drug}/urine`,
    `${drug}/metabolised`,
  ];
}

/** Outputs of drugs that can be swallowed. */
export function lumenOutputsFor(drug: string): string[] {
  return ["stomach-lumen", "small-intestine-lumen", "large-intestine-lumen", "faeces"].map(
    (path) => `${drug}/${path}`,
  );
}
