/**
 * Where everybody stands: in a plane of two dimensions, or in a swarm along one. People who failed
 * and people without a value stand in a rail at the side: nobody is left out.
 */
import {
  canShow,
  categoryRange,
  dataRange,
  roundRange,
  tightRange,
  type AxisWish,
} from "../plot/axis";
import type { Box, Ground } from "../plot/frame";
import type { Crowd, Dimension } from "./sky";
import { layOutSwarm } from "./swarm";

/** How somebody is drawn. */
export const placed = 0;
export const failed = 1;
export const withoutValue = 2;

export interface SkyLayout {
  /** In pixels from the corner of the box, by person. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** `placed`, `failed` or `withoutValue`, by person. */
  readonly kinds: Uint8Array;
  /** Indices of the people from left to right; the rail comes last. */
  readonly order: Uint32Array;
  readonly radius: number;
  /** People in a swarm who lie on others because there is no more room. */
  readonly overlapping: number;
}

/** Pixels between the box and the rail, and in it. */
export const railGap = 14;
const railPitch = 11;

/** Wide enough for its heading; nothing while nobody stands in it. */
export const railWidth = (people: number): number => (people === 0 ? 0 : 68);

/** @param up  null for a swarm */
export function layOutSky(
  crowd: Crowd,
  across: Dimension,
  up: Dimension | null,
  ground: Pick<Ground, "box" | "x" | "y">,
): SkyLayout {
  const { filled } = crowd;
  const kinds = kindsOf(crowd, across, up);
  const x = new Float32Array(filled);
  const y = new Float32Array(filled);
  place(x, kinds, across, ground.x.place);
  if (up) place(y, kinds, up, ground.y.place);
  const order = fromLeftToRight(x, kinds);
  const standing = order.subarray(0, countOf(kinds, placed));
  const { box } = ground;
  const swarm = up ? undefined : gather(x, y, standing, box.height);
  fillRail(x, y, order.subarray(standing.length), kinds, box);
  return {
    x,
    y,
    kinds,
    order,
    radius: swarm ? swarm.pitch * 0.46 : planeRadius(standing.length, box),
    overlapping: swarm?.overlapping ?? 0,
  };
}

/** The kind of everybody who has come. */
export function kindsOf(crowd: Crowd, across: Dimension, up: Dimension | null): Uint8Array {
  const isShown = ({ values, scale }: Dimension, person: number) =>
    canShow(values[person] ?? Number.NaN, scale);
  return Uint8Array.from({ length: crowd.filled }, (_, person) => {
    if (crowd.failed[person]) return failed;
    return isShown(across, person) && (!up || isShown(up, person)) ? placed : withoutValue;
  });
}

export function countOf(kinds: Uint8Array, kind: number): number {
  let count = 0;
  for (const one of kinds) if (one === kind) count++;
  return count;
}

/** Fixed if the dimension says so, else round numbers around those who have come. */
export function axisWish(dimension: Dimension, filled: number): AxisWish {
  const { name, unit, scale, values, categories, range } = dimension;
  const title = unit === "" ? name : `${name} (${unit})`;
  if (categories) {
    return { kind: "category", ...categoryRange(categories), title, names: categories };
  }
  const data = dataRange(values, scale, filled);
  const usual = scale === "linear" ? tightRange(data) : roundRange(scale, data);
  return { kind: scale, ...(range ?? usual), title };
}

// ——— the parts, in the order they are called ———

function place(
  pixels: Float32Array,
  kinds: Uint8Array,
  { values, categories }: Dimension,
  placeOf: (value: number) => number,
): void {
  for (const [person, kind] of kinds.entries()) {
    if (kind !== placed) continue;
    const value = values[person] ?? Number.NaN;
    pixels[person] = placeOf(categories ? value + aside(person) : value);
  }
}

/** Spreads the people of one category evenly over its width, the same for everybody every time. */
const aside = (person: number) => (((person + 1) * 0.6180339887) % 1) * 0.76 - 0.38;

/**
 * Sorted as numbers that carry place and person together, which is several times as fast as
 * sorting indices by a comparison: 1/64 of a pixel, then the person, both exact up to 2^21 people.
 */
function fromLeftToRight(x: Float32Array, kinds: Uint8Array): Uint32Array {
  const people = 2 ** 21;
  const keys = Float64Array.from(x, (pixels, person) => {
    const kind = kinds[person] ?? placed;
    const rank = kind === placed ? Math.round((pixels + 1e4) * 64) : 1e8 + kind;
    return rank * people + person;
  }).sort();
  return Uint32Array.from(keys, (key) => key % people);
}

function gather(x: Float32Array, y: Float32Array, standing: Uint32Array, height: number) {
  const places = Float32Array.from(standing, (person) => x[person] ?? 0);
  const swarm = layOutSwarm(places, height);
  for (const [rank, person] of standing.entries()) {
    y[person] = height / 2 - (swarm.offsets[rank] ?? 0);
  }
  return swarm;
}

/** A tenth of the ground is covered at most, by dots that can be seen and told apart. */
const planeRadius = (count: number, { width, height }: Box): number =>
  Math.min(Math.max(Math.sqrt((0.12 * width * height) / (Math.PI * Math.max(count, 1))), 1.4), 4.5);

/** Failed people from the top of the rail, people without a value from its bottom. */
function fillRail(
  x: Float32Array,
  y: Float32Array,
  people: Uint32Array,
  kinds: Uint8Array,
  box: Box,
): void {
  const width = railWidth(people.length) - railGap;
  const { pitch, columns } = railGrid(people.length, width, box.height - railHeading * 2);
  let [fromTop, fromBottom] = [0, 0];
  for (const person of people) {
    const isFailed = kinds[person] === failed;
    const slot = isFailed ? fromTop++ : fromBottom++;
    const down = railHeading + (Math.floor(slot / columns) + 0.5) * pitch;
    x[person] = box.width + railGap + ((slot % columns) + 0.5) * pitch;
    y[person] = isFailed ? down : box.height - down;
  }
}

/** Pixels that the heading of either part of the rail takes. */
export const railHeading = 20;

/** Shrinks until all have a place, one row kept free between both parts. */
function railGrid(count: number, width: number, height: number) {
  let pitch = railPitch;
  const holds = () => Math.floor(width / pitch) * (Math.floor(height / pitch) - 2);
  while (pitch > 1 && holds() < count) pitch *= 0.9;
  return { pitch, columns: Math.max(1, Math.floor(width / pitch)) };
}
