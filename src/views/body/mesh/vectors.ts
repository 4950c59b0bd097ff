/** Small three-vectors as tuples, cm. For loops over whole meshes use the typed arrays directly. */
export type Vec3 = readonly [x: number, y: number, z: number];

export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);

export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Unit vector; a null vector stays null instead of becoming NaN. */
export const normalize = (a: Vec3): Vec3 => scale(a, 1 / (length(a) || 1));

/** One element of a typed array that is known to be there: loops over meshes read millions. */
export const at = (array: ArrayLike<number>, index: number): number => array[index] as number;

export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Hermite step from 0 at `from` to 1 at `to`; the order of the two may be reversed. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}
