/** What flows in and out of the chosen organ, from the state of the page. */
import type { AppState } from "./app.svelte";
import { borderStates } from "./border";
import type { PlaceId } from "./places";

interface ShownFlow {
  readonly id: string;
  readonly label: string;
  readonly direction: "in" | "out";
  /** mg/h, now. */
  readonly value: number;
}

interface ShownFlows {
  readonly flows: readonly ShownFlow[];
  /** Largest of all over the whole run, so that bars keep their scale while time plays. */
  readonly max: number;
}

export function shownFlows({ run, study, frame }: AppState, place: PlaceId): ShownFlows {
  const drug = study.activeDrug;
  if (!drug) return { flows: [], max: 0 };
  const inside = borderStates(drug, place);
  const isInside = (end: string | null) => inside.some((state) => end?.startsWith(state));
  const crossing = (run.result?.fluxes ?? []).filter(
    ({ from, to }) => isInside(from) !== isInside(to),
  );
  return {
    flows: crossing.map(({ name, label, to, values }) => ({
      id: name,
      label,
      direction: isInside(to) ? "in" : "out",
      value: frame.at(values),
    })),
    max: crossing.reduce((max, { values }) => values.reduce((a, b) => Math.max(a, b), max), 0),
  };
}
