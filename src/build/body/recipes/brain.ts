/**
 * Cerebrum with winding sulci, overhanging temporal lobes, striped cerebellum, stem.
 *
 * A sulcus is a zero line of noise seen from the surface: |noise| is small along winding lines,
 * and a narrow bell of it, added to the distance, cuts a furrow there. Tried: bumps on gyri (reads
 * as cauliflower), ridged noise (worms), the same seed on both sides (a mirror in the middle).
 */
import { smoothMax, smoothMin, type Field } from "../distance/field";
import { noise } from "../distance/noise";
import { ellipsoid, roundCone } from "../distance/shapes";
import type { SolidRecipe } from "./recipe";

const cerebrum = ellipsoid([0, 168.4, -0.5], [6.7, 5.5, 8.5]);
const temporalLobe = ellipsoid([4.5, 164.5, 1], [2.1, 2.1, 4.7], [0, -8, 0]);
const cerebellum = ellipsoid([2.15, 161.9, -4.7], [2.75, 2.1, 2.8]);
const stem = roundCone([0, 164.5, -1.2], [0, 156, -2.6], 1.6, 1);
const pons = ellipsoid([0, 161.8, -0.6], [1.7, 1.5, 1.4]);

/** Depth of the deep and shallow furrows and height of the gyri between, cm. */
const DEEP = 0.52;
const SHALLOW = 0.16;
const GYRUS = 0.26;

export const brain: Field = (x, y, z) => {
  const side = Math.abs(x);
  let distance = smoothMin(cerebrum(x, y, z), temporalLobe(side, y, z), 1.2);
  distance = lateralFissure(distance, side, y, z);
  distance = smoothMax(distance, (y < 164.4 ? -0.2 : 0.12) - side, 0.8);
  // The relief is below half a centimetre: further out nobody sees it and noise is slow.
  if (Math.abs(distance) < 2) distance += relief(x, y, z);
  const stemAndPons = smoothMin(stem(x, y, z), pons(x, y, z), 0.8);
  const folia = 0.09 * Math.sin((y + z * 0.35) * 7.5);
  return Math.min(smoothMin(distance, stemAndPons, 0.4), cerebellum(side, y, z) + folia);
};

function lateralFissure(distance: number, side: number, y: number, z: number): number {
  if (side <= 3.2 || z <= -4.2) return distance;
  const slot = Math.abs(y - 165.9 + (z - 1) * 0.28) - 0.16;
  return smoothMax(distance, -Math.max(slot, 4.6 - side), 0.5);
}

function relief(x: number, y: number, z: number): number {
  const seed = x < 0 ? 7.3 : 0;
  const bendX = noise(x * 0.25 + seed, y * 0.25, z * 0.25) * 1.5;
  const bendY = noise(x * 0.25 + 9 + seed, y * 0.25, z * 0.25) * 1.5;
  const coarse = noise((x + bendX) * 0.44 + seed, (y + bendY) * 0.44, (z - bendX) * 0.4 + 5);
  const fine = noise((x + bendY) * 0.8 + seed, y * 0.8 + 3, (z + bendX) * 0.8);
  return (
    DEEP * Math.exp(-((coarse * 7.2) ** 2)) +
    SHALLOW * Math.exp(-((fine * 6.5) ** 2)) -
    GYRUS * Math.min(1, Math.abs(coarse) * 2.6) +
    0.06
  );
}

export const brainRecipe: SolidRecipe = {
  id: "brain",
  field: brain,
  box: [
    [-8, 154, -11],
    [8, 176, 9.5],
  ],
  step: 0.26,
  farStep: 0.46,
};
