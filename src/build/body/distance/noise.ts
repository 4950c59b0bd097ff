/** Gradient noise with a fixed permutation, so that every build draws the same brain. */
import { at, mix } from "../../../views/body/mesh/vectors";

const permutation = shuffledBytes(12345);

const gradients = [
  [1, 1, 0],
  [-1, 1, 0],
  [1, -1, 0],
  [-1, -1, 0],
  [1, 0, 1],
  [-1, 0, 1],
  [1, 0, -1],
  [-1, 0, -1],
  [0, 1, 1],
  [0, -1, 1],
  [0, 1, -1],
  [0, -1, -1],
].flat();

/** Smooth noise, about −1 to 1, one feature per unit. */
export function noise(x: number, y: number, z: number): number {
  const cx = Math.floor(x);
  const cy = Math.floor(y);
  const cz = Math.floor(z);
  const fx = x - cx;
  const fy = y - cy;
  const fz = z - cz;
  const u = fade(fx);
  const v = fade(fy);
  const low = mix(
    mix(slope(cx, cy, cz, fx, fy, fz), slope(cx + 1, cy, cz, fx - 1, fy, fz), u),
    mix(slope(cx, cy + 1, cz, fx, fy - 1, fz), slope(cx + 1, cy + 1, cz, fx - 1, fy - 1, fz), u),
    v,
  );
  const up = cz + 1;
  const fup = fz - 1;
  const high = mix(
    mix(slope(cx, cy, up, fx, fy, fup), slope(cx + 1, cy, up, fx - 1, fy, fup), u),
    mix(slope(cx, cy + 1, up, fx, fy - 1, fup), slope(cx + 1, cy + 1, up, fx - 1, fy - 1, fup), u),
    v,
  );
  return mix(low, high, fade(fz));
}

/** What the random gradient of a lattice corner says about a point at an offset from it. */
function slope(cx: number, cy: number, cz: number, dx: number, dy: number, dz: number): number {
  const a = at(permutation, cx & 255);
  const b = at(permutation, (a + (cy & 255)) & 255);
  const hash = (at(permutation, (b + (cz & 255)) & 255) % 12) * 3;
  return at(gradients, hash) * dx + at(gradients, hash + 1) * dy + at(gradients, hash + 2) * dz;
}

/** Repeatable uniform numbers in 0–1 (Park and Miller's generator). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);

function shuffledBytes(seed: number): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  let state = seed;
  for (let i = 255; i > 0; i--) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    const j = state % (i + 1);
    [bytes[i], bytes[j]] = [at(bytes, j), at(bytes, i)];
  }
  return bytes;
}
