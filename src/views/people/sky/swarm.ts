/**
 * A beeswarm: dots along a line at their exact places, pushed aside only as far as needed, so that
 * the swarm is as thick as the values are dense.
 *
 * Dots lie in lanes, the middle one first. A dot takes the innermost lane whose last dot is far
 * enough behind. A tree over the lanes finds it in log(lanes) steps, so that n dots take
 * n log n with the sorting.
 */

export interface Swarm {
  /** From the middle line, in pixels, for each dot in the given order. */
  readonly offsets: Float32Array;
  /** Between the middles of neighbours: the room that a dot may fill. */
  readonly pitch: number;
  /** Dots that found no free lane and lie on another. */
  readonly overlapping: number;
}

/** Largest first; the last is as small as a dot can be seen. */
const pitches = [9, 8, 7, 6, 5.5, 5, 4.5, 4, 3.5, 3, 2.5, 2.2, 2, 1.75, 1.5];

/**
 * The swarm with the largest dots that all find a place.
 *
 * @param places  pixels along the line, rising
 */
export function layOutSwarm(places: Float32Array, height: number): Swarm {
  let [low, high] = [0, pitches.length - 1];
  let best = swarmOf(places, height, pitches[high] ?? 1.5);
  while (low < high) {
    const middle = (low + high) >> 1;
    const tried = swarmOf(places, height, pitches[middle] ?? 1.5);
    if (tried.overlapping > 0) low = middle + 1;
    else [high, best] = [middle, tried];
  }
  return best;
}

export function swarmOf(places: Float32Array, height: number, pitch: number): Swarm {
  const lanes = new Lanes(Math.max(1, Math.floor(height / pitch)));
  const offsets = new Float32Array(places.length);
  let overlapping = 0;
  for (const [dot, place] of places.entries()) {
    // A hair less than the pitch: neighbours at just this distance do not overlap.
    let lane = lanes.innermostBefore(place - pitch + 1e-3);
    if (lane < 0) {
      overlapping++;
      lane = lanes.emptiest();
    }
    lanes.take(lane, place);
    offsets[dot] = sideOf(lane) * pitch;
  }
  return { offsets, pitch, overlapping };
}

/** 0, 1, −1, 2, −2 …: innermost first. */
const sideOf = (lane: number) => (lane % 2 === 1 ? (lane + 1) / 2 : 0 - lane / 2);

/** The last place taken in every lane, with the smallest of each pair of neighbours above them. */
class Lanes {
  readonly #first: number;
  readonly #smallest: Float64Array;

  constructor(count: number) {
    this.#first = 2 ** Math.ceil(Math.log2(count));
    this.#smallest = new Float64Array(2 * this.#first).fill(Number.POSITIVE_INFINITY);
    for (let lane = 0; lane < count; lane++) this.take(lane, Number.NEGATIVE_INFINITY);
  }

  take(lane: number, place: number): void {
    const tree = this.#smallest;
    let node = this.#first + lane;
    tree[node] = place;
    for (node >>= 1; node >= 1; node >>= 1) {
      tree[node] = Math.min(tree[2 * node] ?? 0, tree[2 * node + 1] ?? 0);
    }
  }

  /** @returns −1 if every lane's last dot is further on */
  innermostBefore(place: number): number {
    return (this.#smallest[1] ?? 0) <= place ? this.#descend(place) : -1;
  }

  emptiest(): number {
    return this.#descend(this.#smallest[1] ?? 0);
  }

  #descend(atMost: number): number {
    let node = 1;
    while (node < this.#first) {
      node = 2 * node + ((this.#smallest[2 * node] ?? 0) <= atMost ? 0 : 1);
    }
    return node - this.#first;
  }
}
