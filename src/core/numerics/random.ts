/**
 * Random numbers by counter: the draw of a person depends on the seed, the person and the number
 * of the draw, and on nothing else, so any person can be drawn alone, in any order, anywhere.
 *
 * Philox 4×32 with ten rounds. Salmon JK, Moraes MA, Dror RO, Shaw DE. Parallel random numbers: as
 * easy as 1, 2, 3. SC11, 2011.
 */

/** Four 32-bit words from a counter of four and a key of two. */
export function philox(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  const [a, b, c, d] = counter;
  scramble(a, b, c, d, ...key);
  return [word(0), word(1), word(2), word(3)];
}

/**
 * Uniform in (0, 1), both ends excluded. Each attempt has draws of its own, for what may have to
 * be drawn again.
 */
export function uniform(seed: number, person: number, draw: number, attempt = 0): number {
  scrambleFor(seed, person, draw, 2 * attempt);
  return open(word(0), word(1));
}

/** Standard normal, by Box and Muller. */
export function normal(seed: number, person: number, draw: number, attempt = 0): number {
  scrambleFor(seed, person, draw, 2 * attempt + 1);
  return radius() * Math.cos(angle());
}

/** Which draws to fill: `from` up to before `until`. */
export interface Draws {
  readonly from: number;
  readonly until: number;
}

/**
 * Uniforms, two of each draw: `target[2 * draw]` is `uniform` of that draw, and behind it stands
 * another. Nothing is allocated.
 */
export function fillUniforms(
  seed: number,
  person: number,
  attempt: number,
  { from, until }: Draws,
  target: Float64Array,
): void {
  const [upper, key0, key1] = [upperWord(person), seed | 0, upperWord(seed)];
  for (let draw = from; draw < until; draw++) {
    scramble(draw, person, upper, 2 * attempt, key0, key1);
    target[2 * draw] = open(word(0), word(1));
    target[2 * draw + 1] = open(word(2), word(3));
  }
}

/**
 * Standard normals, two of each draw: `target[2 * draw]` is `normal` of that draw, and behind it
 * stands the other of its pair. Nothing is allocated.
 */
export function fillNormals(
  seed: number,
  person: number,
  attempt: number,
  { from, until }: Draws,
  target: Float64Array,
): void {
  const [upper, key0, key1] = [upperWord(person), seed | 0, upperWord(seed)];
  for (let draw = from; draw < until; draw++) {
    scramble(draw, person, upper, 2 * attempt + 1, key0, key1);
    const length = radius();
    const turn = angle();
    target[2 * draw] = length * Math.cos(turn);
    target[2 * draw + 1] = length * Math.sin(turn);
  }
}

// ——— the parts ———

/** Of the last counter that was scrambled. */
const words = new Uint32Array(4);

function word(index: number): number {
  return words[index] ?? 0;
}

/** 53 bits of two words, in (0, 1). */
function open(high: number, low: number): number {
  return ((high >>> 6) * 2 ** 27 + (low >>> 5) + 0.5) / 2 ** 53;
}

function radius(): number {
  return Math.sqrt(-2 * Math.log(open(word(0), word(1))));
}

function angle(): number {
  return 2 * Math.PI * (((word(2) >>> 6) * 2 ** 27 + (word(3) >>> 5)) / 2 ** 53);
}

function scrambleFor(seed: number, person: number, draw: number, space: number): void {
  scramble(draw, person, upperWord(person), space, seed | 0, upperWord(seed));
}

/** What of a whole number up to 2^53 does not fit into 32 bits. */
function upperWord(value: number): number {
  return Math.floor(value / 2 ** 32) | 0;
}

function scramble(a: number, b: number, c: number, d: number, key0: number, key1: number): void {
  let c0 = a | 0;
  let c1 = b | 0;
  let c2 = c | 0;
  let c3 = d | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = upperOfProduct(c0, 0xd251, 0x1f53);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = upperOfProduct(c2, 0xcd9e, 0x8d57);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  words[0] = c0;
  words[1] = c1;
  words[2] = c2;
  words[3] = c3;
}

/** The upper 32 bits of the product of a word and `b1 * 2^16 + b0`; no partial sum reaches 2^32. */
function upperOfProduct(a: number, b1: number, b0: number): number {
  const a1 = a >>> 16;
  const a0 = a & 0xffff;
  const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
  const carry = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
  return (Math.imul(a1, b1) + (middle >>> 16) + (carry >>> 16)) | 0;
}
