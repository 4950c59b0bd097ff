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
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    [c0, c1, c2, c3] = [high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0];
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** Uniform in (0, 1), both ends excluded. */
export function uniform(seed: number, person: number, draw: number): number {
  const [a, b] = philox([draw, person >>> 0, Math.floor(person / 2 ** 32), 0], keyOf(seed));
  return ((a >>> 6) * 2 ** 27 + (b >>> 5) + 0.5) / 2 ** 53;
}

/** Standard normal, by Box and Muller. */
export function normal(seed: number, person: number, draw: number): number {
  const [a, b, c, d] = philox([draw, person >>> 0, Math.floor(person / 2 ** 32), 1], keyOf(seed));
  const radius = ((a >>> 6) * 2 ** 27 + (b >>> 5) + 0.5) / 2 ** 53;
  const angle = ((c >>> 6) * 2 ** 27 + (d >>> 5)) / 2 ** 53;
  return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle);
}

function keyOf(seed: number): [number, number] {
  return [seed | 0, Math.floor(seed / 2 ** 32) | 0];
}

/** The upper 32 bits of the product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const [a1, a0] = [a >>> 16, a & 0xffff];
  const [b1, b0] = [b >>> 16, b & 0xffff];
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const carry = a0 * b1 + (middle & 0xffff);
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) | 0;
}
