/** What both bodies are given and what they tell. */
import type { BloodPoolId, OrganId } from "../../pharmacology/body/organs";
import type { ColourMapId, Theme } from "../ui/colour-map";
import type { BodyShape } from "./body-shape";

/** Everywhere a concentration can be shown. */
export type Place = OrganId | BloodPoolId;

/**
 * Place on the logarithmic scale, 0–1; null or missing: below the scale, drawn in neutral glass.
 * The whole record null: no drug at all, organs have their natural colours.
 */
export type BodyValues = Readonly<Partial<Record<Place, number | null>>> | null;

/** Fraction of the dose, 0–1, that still lies in the gut. */
export interface Lumen {
  readonly stomach: number;
  readonly smallIntestine: number;
  readonly largeIntestine: number;
}

/** Words for a place, ready to show and to read aloud. */
export interface PlaceText {
  readonly name: string;
  readonly value: string;
}
export type PlaceTexts = Readonly<Partial<Record<Place, PlaceText>>>;

export interface BodyProps {
  readonly person: BodyShape;
  readonly values: BodyValues;
  readonly lumen?: Lumen | undefined;
  readonly texts: PlaceTexts;
  readonly colourMap: ColourMapId;
  readonly theme: Theme;
  readonly selected: Place | null;
  readonly onselect?: ((place: Place | null) => void) | undefined;
  readonly onhover?: ((place: Place | null) => void) | undefined;
}
