/** Which organ is looked at, and which are kept in the chart. */
import type { PlaceId } from "./places";

/** As many as there are colours that can be told apart in one chart. */
const slots = 6;

export class Selection {
  #selected = $state<PlaceId | null>(null);
  #previous: PlaceId | null = null;
  #hovered = $state<PlaceId | null>(null);
  /** A kept organ stays in its slot, and so keeps its colour when others come and go. */
  #slots = $state.raw<readonly (PlaceId | null)[]>(["liver", "brain", null, null, null, null]);

  get selected(): PlaceId | null {
    return this.#selected;
  }

  /** The one that was looked at before. */
  get previous(): PlaceId | null {
    return this.#previous;
  }

  select(place: PlaceId | null): void {
    this.#previous = this.#selected;
    this.#selected = place;
  }

  get hovered(): PlaceId | null {
    return this.#hovered;
  }

  hover(place: PlaceId | null): void {
    this.#hovered = place;
  }

  get pinned(): readonly PlaceId[] {
    return this.#slots.filter((place) => place !== null);
  }

  isPinned(place: PlaceId): boolean {
    return this.#slots.includes(place);
  }

  /** Where a kept organ stands, 0–5; undefined if it is not kept. */
  slotOf(place: PlaceId): number | undefined {
    const slot = this.#slots.indexOf(place);
    return slot < 0 ? undefined : slot;
  }

  /** Keeps a place in the chart, or lets it go. Where all slots are taken, the last gives way. */
  togglePin(place: PlaceId): void {
    const here = this.#slots.indexOf(place);
    const free = this.#slots.indexOf(null);
    const slot = here >= 0 ? here : free >= 0 ? free : slots - 1;
    this.#slots = this.#slots.with(slot, here >= 0 ? null : place);
  }
}
