/**
 * Stomach, duodenum and pancreas: a J, the C that takes up the head, and the yellow tail that
 * climbs to the spleen. Pylorus, pancreatic neck and gallbladder fundus share the level of L1.
 */
import { smoothPath, type Path } from "../../../views/body/mesh/curve";
import { smoothMax, smoothMin, type Field } from "../distance/field";
import { noise } from "../distance/noise";
import { ellipsoid } from "../distance/shapes";
import { tube } from "../distance/tube";
import type { SolidRecipe } from "./recipe";

/** Fundus to pylorus. */
export const stomachKnots: Path = [
  [6.7, 125.4, -2.6, 2.2],
  [7.1, 123.2, -1.4, 2.75],
  [7.3, 120.2, 0.6, 2.5],
  [6.6, 117, 2.6, 2.15],
  [4.9, 114.4, 4.2, 1.9],
  [2.4, 113.4, 4.8, 1.7],
  [0, 114.2, 4.2, 1.4],
  [-1.6, 115.4, 3.4, 1],
];
const body = tube(smoothPath(stomachKnots, 8), { blend: 0.5 });
const cardia = tube(
  smoothPath(
    [
      [2, 128, -2.2, 0.95],
      [3.3, 125.9, -1.6, 1.15],
    ],
    6,
  ),
);

export const stomach: Field = (x, y, z) => {
  const distance = smoothMin(body(x, y, z), cardia(x, y, z), 1.2);
  return distance + 0.05 * Math.sin(noise(x * 0.3, y * 0.3, z * 0.3) * 6);
};

export const duodenum = tube(
  smoothPath(
    [
      [-2, 115.6, 3.2, 1.1],
      [-3.6, 116.2, 2.2, 1.25],
      [-5, 115, 1.2, 1.3],
      [-5.4, 112.2, 0.4, 1.3],
      [-4.8, 109.6, 0, 1.3],
      [-2.4, 108.6, 0.4, 1.25],
      [0.6, 109, 1, 1.2],
      [2.6, 110.8, 1.2, 1.15],
      [3.4, 112.4, 1.6, 1.1],
    ],
    8,
  ),
  { swell: (walked) => 1 + 0.03 * Math.sin(walked * 3) },
);

const gland = tube(
  smoothPath(
    [
      [-3.4, 112.8, 1.5, 1.75],
      [-2.9, 114.7, 1.7, 1.75],
      [-1.2, 116.3, 2.2, 1.3],
      [1.2, 117.6, 1.7, 1.15],
      [4.2, 118.4, -0.4, 1.15],
      [7.2, 119.2, -2.8, 1.05],
      [8.5, 119.9, -3.8, 0.8],
    ],
    10,
  ),
  { blend: 0.5 },
);
const uncinate = ellipsoid([-1.6, 112, 0.6], [1.5, 0.9, 0.8]);

export const pancreas: Field = (x, y, z) => {
  const bulk = smoothMin(gland(x, y, z), uncinate(x, y, z), 0.8);
  // The stomach lies on it; lobules would reach into the stomach otherwise.
  const distance = smoothMax(bulk, 0.28 - stomach(x, y, z), 0.4);
  const lobules = noise(x * 1.15, y * 1.15, z * 1.15);
  return distance - 0.28 * (Math.abs(lobules) * 2 - 0.35);
};

export const stomachRecipes: readonly SolidRecipe[] = [
  {
    id: "stomach",
    field: stomach,
    box: [
      [-5, 107, -7],
      [12, 131, 9],
    ],
    step: 0.35,
  },
  {
    id: "duodenum",
    field: duodenum,
    box: [
      [-8, 106, -3],
      [6, 119, 6],
    ],
    step: 0.28,
  },
  {
    id: "pancreas",
    field: pancreas,
    box: [
      [-7, 109, -7],
      [12, 123, 6],
    ],
    step: 0.25,
    farStep: 0.45,
  },
];
