/** Which organ is looked at, and which are kept in the chart. */
import type { PlaceId } from "./places";

const mostPinned = 6;

export class Selection {
  #selected = $state<PlaceId | null>(null);
  #hovered = $state<PlaceId | null>(null);
  #pinned = $state.raw<readonly PlaceId[]>(["liver", "brain"]);

  get selected(): PlaceId | null {
    return this.#selected;
  }

  select(place: PlaceId | null): void {
    this.#selected = place;
  }

  get hovered(): PlaceId | null {
    return this.#hovered;
  }

  hover(place: PlaceId | null): void {
    this.#hovered = place;
  }

  get pinned(): readonly PlaceId[] {
    return this.#pinned;
  }

  isPinned(place: PlaceId): boolean {
    return this.#pinned.includes(place);
  }

  togglePin(place: PlaceId): void {
    this.#pinned = this.isPinned(place)
      ? this.#pinned.filter((other) => other !== place)
      : [...this.#pinned, place].slice(-mostPinned);
  }
}
