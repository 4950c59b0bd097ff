/**
 * The liver is what is left of the space under the right dome when its neighbours have pressed
 * into it: heart above, right kidney and spine behind, gallbladder below. Its lower edge rises to
 * the left; the left lobe is thin and lies in front of the stomach.
 *
 * Tried: a small fillet at the dome (a box with a vertical wall), a longer left lobe (reaches the
 * spleen, which only some livers do).
 */
import { smoothPath } from "../../../views/body/mesh/curve";
import { clamp, mix } from "../../../views/body/mesh/vectors";
import { smoothMax, type Field } from "../distance/field";
import { ellipsoid } from "../distance/shapes";
import { tube } from "../distance/tube";
import { diaphragm, ribCage } from "./frames";
import { heartBulk, inferiorCavaKnots } from "./heart";
import type { SolidRecipe } from "./recipe";
import { duodenum } from "./stomach";

/** A pear: fundus at the ninth cartilage, neck at the porta. */
export const gallbladder = tube(
  smoothPath(
    [
      [-5.9, 112.4, 7.2, 1.55],
      [-5.5, 113.9, 6.4, 1.7],
      [-4.9, 115.9, 5, 1.35],
      [-4.2, 117.5, 3.6, 0.8],
      [-3.4, 118, 2.6, 0.42],
      [-2.9, 117.2, 1.8, 0.33],
    ],
    8,
  ),
  { blend: 0.3 },
);

const kidneyBed = ellipsoid([-6.6, 114.8, -5.2], [3.4, 6.2, 3], [0, 0, 12]);

export const liver: Field = (x, y, z) => {
  let distance = ribCage(x, y, z) + 0.9;
  distance = smoothMax(distance, y - (diaphragm(x, z) - 0.7), 4.5);
  distance = smoothMax(distance, (lowerSurface(x, z) - y) * 0.82, 2.2);
  distance = smoothMax(distance, (x - 6.6) * 0.86 + (y - 125) * 0.18 - (z - 3) * 0.05, 2.2);
  distance = smoothMax(distance, stomachBed(x, z), 1.6);
  distance = smoothMax(distance, 4.2 - Math.hypot(x, z + 6), 1.4);
  distance = smoothMax(distance, -falciformGroove(distance, x, y), 0.5);
  distance = smoothMax(distance, 0.12 - gallbladder(x, y, z), 0.5);
  distance = smoothMax(distance, 0.35 - heartBulk(x, y, z), 1);
  distance = smoothMax(distance, 0.1 - cavaBed(x, y, z), 0.5);
  distance = smoothMax(distance, 0.12 - duodenum(x, y, z), 0.5);
  return smoothMax(distance, 0.2 - kidneyBed(x, y, z), 0.8);
};

const inferiorCava = tube(smoothPath(inferiorCavaKnots, 8));

/** The inferior cava and all that lies behind it. */
const cavaBed: Field = (x, y, z) => inferiorCava(x, y, Math.max(z, cavaDepth(y)));

/** Depth of the cava's axis between the renal veins and the diaphragm. */
function cavaDepth(y: number): number {
  if (y < 121.6) return -2.4;
  return mix(-2.2, -0.6, clamp((y - 121.6) / 4.4, 0, 1));
}

/** Height of the visceral surface: rising to the left and to the back. */
function lowerSurface(x: number, z: number): number {
  const toTheLeft = 0.624 * Math.max(0, x + 12) + 0.16 * Math.max(0, -10 - x) ** 2;
  return 110.6 + toTheLeft + clamp(3.5 - z, -5, 14) * 0.34;
}

/** Positive behind the left lobe, where spine and stomach lie. */
function stomachBed(x: number, z: number): number {
  if (x <= -4.5) return -9;
  const behind = -(z + 3.4 - clamp(x + 2, 0, 8) * 0.75);
  return Math.min(behind * 0.9, 9) - clamp(-(x + 2), 0, 4) * 1.4;
}

function falciformGroove(distance: number, x: number, y: number): number {
  const plane = Math.abs(x + 0.4 - (y - 124) * 0.06) - 0.05;
  return Math.max(plane, -(distance + 0.45));
}

export const liverRecipes: readonly SolidRecipe[] = [
  {
    id: "liver",
    field: liver,
    box: [
      [-14.5, 106, -11],
      [9, 131.5, 11],
    ],
    step: 0.38,
  },
  {
    id: "gallbladder",
    field: gallbladder,
    box: [
      [-9, 108, -1],
      [-1, 120, 10],
    ],
    step: 0.22,
  },
];
