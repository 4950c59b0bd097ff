/** Thyroid, thymus, airway with its cartilage rings, oesophagus. */
import { smoothPath, type Path } from "../../../views/body/mesh/curve";
import { blend, bothSides, smoothMin, smoothMax, type Field } from "../distance/field";
import { ellipsoid, roundCone } from "../distance/shapes";
import { tube } from "../distance/tube";
import type { SolidRecipe, TubeRecipe } from "./recipe";

const thyroid = bothSides(
  blend(
    0.7,
    roundCone([1.75, 147.6, 1.8], [1.9, 151.2, 1.4], 0.95, 0.5),
    roundCone([0, 148, 2.75], [1.6, 148.2, 2.2], 0.45, 0.6),
  ),
);

/** Two lobes behind the sternum; drawn in children only, in an adult it would hide the arch. */
const thymus = bothSides(
  blend(
    0.8,
    ellipsoid([1.2, 138.2, 5.5], [1.6, 3.6, 1.1], [0, 0, -6]),
    ellipsoid([0.8, 141.8, 4.2], [0.85, 2, 0.7]),
  ),
);

const ring = { swell: (walked: number) => 1 + 0.07 * Math.sin(walked * 7.5) };
const airway = (knots: Path) => tube(smoothPath(knots, 8), ring);
const windpipe = airway([
  [0, 152, 2.6, 0.95],
  [0, 147, 1.9, 0.9],
  [0, 142, -0.4, 0.9],
  [0, 138, -1.8, 0.9],
]);
/** Steeper and wider than the left one: what is inhaled falls in here. */
const rightBronchus = airway([
  [0, 138.2, -1.8, 0.8],
  [-2.4, 136.2, -2.2, 0.72],
  [-4.6, 134, -2.4, 0.55],
  [-6.6, 130.6, -3, 0.38],
]);
const leftBronchus = airway([
  [0, 138.2, -1.8, 0.75],
  [2.6, 136.4, -2.2, 0.65],
  [5.2, 134.6, -2.8, 0.52],
  [7, 131, -3.2, 0.36],
]);
const laryngealPlates = blend(
  0.6,
  roundCone([0.55, 151.4, 3.6], [1.3, 152.8, 2.2], 0.75, 0.7),
  roundCone([0.5, 153, 3.3], [1.3, 154, 2], 0.55, 0.5),
);
const trachea: Field = (x, y, z) => {
  const tubes = Math.min(windpipe(x, y, z), rightBronchus(x, y, z), leftBronchus(x, y, z));
  const larynx = smoothMax(laryngealPlates(Math.abs(x), y, z), -0.02, 0.1);
  return smoothMin(tubes, larynx, 0.5);
};

export const neckRecipes: readonly SolidRecipe[] = [
  {
    id: "thyroid",
    field: thyroid,
    box: [
      [-4, 145, 0],
      [4, 153, 5],
    ],
    step: 0.2,
    farStep: 0.35,
  },
  {
    id: "thymus",
    field: thymus,
    box: [
      [-4, 133, 2],
      [4, 145, 8],
    ],
    step: 0.25,
    farStep: 0.4,
  },
  {
    id: "trachea",
    field: trachea,
    box: [
      [-8, 129, -5],
      [8, 156, 6],
    ],
    step: 0.22,
    farStep: 0.36,
  },
];

export const oesophagusRecipe: TubeRecipe = {
  id: "oesophagus",
  axes: [
    [
      [0, 151, -0.6, 0.75],
      [0.2, 146, -2.4, 0.75],
      [0.1, 140, -3.3, 0.75],
      [0, 135, -4.1, 0.75],
      [0.1, 131.4, -4.1, 0.75],
      [0.9, 129, -3.3, 0.78],
      [1.9, 127.6, -2.3, 0.82],
    ],
  ],
  steps: 8,
  sides: 12,
};
