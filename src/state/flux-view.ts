/** What flows in and out of the chosen organ, from the state of the page. */
import type { Flux } from "../engine/api";
import { gutSegments } from "../pharmacology/body/gut";
import type { AppState } from "./app.svelte";
import { borderStates } from "./border";
import { places, type PlaceId } from "./places";

export interface ShownFlow {
  readonly id: string;
  readonly label: string;
  readonly direction: "in" | "out";
  /** mg/h, now. */
  readonly value: number;
}

/** Flows between the same two places are one. */
export function shownFlows({ run, study, frame }: AppState, place: PlaceId): readonly ShownFlow[] {
  const drug = study.activeDrug;
  if (!drug) return [];
  const inside = borderStates(drug, place);
  const isInside = (end: string | null) => inside.some((state) => end?.startsWith(state));
  const flows = new Map<string, ShownFlow>();
  for (const flux of run.result?.fluxes ?? []) {
    const direction = isInside(flux.to) ? "in" : "out";
    if (isInside(flux.from) === (direction === "in")) continue;
    const label = nameOfFlow(flux, direction);
    const id = `${direction} ${label}`;
    const value = (flows.get(id)?.value ?? 0) + frame.at(flux.values);
    flows.set(id, { id, label, direction, value });
  }
  return [...flows.values()];
}

// ——— the parts ———

/** By where it comes from or goes to, or by what happens to it. */
function nameOfFlow({ from, to, label }: Flux, direction: "in" | "out"): string {
  const end = direction === "in" ? from : to;
  const [, block = "", pool = ""] = (end ?? "").split(".");
  const place = places.find(({ id }) => id === block);
  if (place) {
    const name = place.name.toLowerCase();
    if (name.endsWith("blood")) return place.name;
    return direction === "in" ? `Blood from ${name}` : `Blood to ${name}`;
  }
  const segment = gutSegments.find(({ id }) => id === block);
  if (segment && direction === "in") {
    return pool === "enterocyte"
      ? `Absorbed in the ${gutName(segment.of)}`
      : "From the gut's inside";
  }
  if (segment) return "Back into the gut's inside";
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function gutName(of: PlaceId): string {
  return (places.find(({ id }) => id === of)?.name ?? of).toLowerCase();
}
