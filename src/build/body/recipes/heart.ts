/**
 * Four chambers with the grooves between them, and the roots of the great vessels.
 *
 * The vessels are their own meshes in their own colours: a heart in one colour is one red lump.
 * Apex left, in front and down at the fifth space; the left atrium lies behind, on the oesophagus.
 */
import { smoothPath, type Path } from "../../../views/body/mesh/curve";
import { blend, smoothMax, smoothMin, unite, type Field } from "../distance/field";
import { ellipsoid, roundCone } from "../distance/shapes";
import { tube } from "../distance/tube";
import type { SolidRecipe } from "./recipe";

const leftVentricle = blend(
  2.4,
  roundCone([3.4, 131, 1.4], [7.3, 126.6, 5.4], 3.6, 2.1),
  ellipsoid([4.9, 129.6, 3], [3.9, 3.5, 3.8]),
);
const rightVentricle = blend(
  3.4,
  roundCone([-0.4, 128.6, 4.7], [4.4, 127, 5.6], 2.7, 1.7),
  roundCone([-0.2, 128.8, 4.8], [1.2, 133.4, 4.7], 2.7, 1.55),
);
const rightAtrium = blend(
  1.6,
  ellipsoid([-3.3, 130.6, 2.6], [2.7, 3.5, 2.8]),
  ellipsoid([-1.9, 133.6, 4.6], [1.5, 1.3, 1.5]),
);
/** Broad and flat behind, with an auricle that reaches forward round the pulmonary trunk. */
const leftAtrium = blend(
  1.6,
  ellipsoid([1.2, 132.2, -1], [3.4, 2.5, 2.2]),
  roundCone([-1, 133, -1.4], [3.6, 132.6, -1.4], 1.5, 1.5),
  ellipsoid([4.3, 133.8, 2.6], [1.2, 1.1, 1.4]),
);

const groove = (knots: Path) => tube(smoothPath(knots, 8));
const grooves = unite(
  // between right atrium and right ventricle
  groove([
    [-0.2, 134.2, 6.9, 0.3],
    [-2, 131.6, 6.6, 0.34],
    [-2.4, 128.8, 5.9, 0.3],
    [-1.6, 126.6, 4.6, 0.25],
  ]),
  // between the ventricles, in front
  groove([
    [3, 134, 5.6, 0.3],
    [4.4, 131, 7, 0.36],
    [5.9, 128.6, 7.4, 0.3],
    [6.6, 127.4, 7.5, 0.16],
  ]),
  // between left atrium and left ventricle, behind: where the coronary sinus runs
  groove([
    [5.4, 132.8, 0.2, 0.34],
    [3.6, 130.2, -1.8, 0.38],
    [1, 129.4, -1.8, 0.38],
    [-1.4, 128.6, -0.4, 0.34],
  ]),
  // between the ventricles, below
  groove([
    [0.2, 128, -0.2, 0.3],
    [2.6, 126.4, 1.6, 0.3],
    [5.4, 125, 4, 0.22],
  ]),
);

/** The chambers without grooves: what neighbours are pressed against. */
export const heartBulk: Field = (x, y, z) =>
  smoothMin(
    smoothMin(leftVentricle(x, y, z), rightVentricle(x, y, z), 1),
    Math.min(rightAtrium(x, y, z), leftAtrium(x, y, z)),
    1,
  );

export const heart: Field = (x, y, z) => {
  const ventricles = smoothMin(leftVentricle(x, y, z), rightVentricle(x, y, z), 0.55);
  const atria = Math.min(rightAtrium(x, y, z), leftAtrium(x, y, z));
  return smoothMax(smoothMin(ventricles, atria, 0.5), -grooves(x, y, z), 0.5);
};

/** Root, arch, and the whole descending aorta down to its fork at L4. */
export const aortaKnots: Path = [
  [0.6, 132.4, 3.4, 1.45],
  [-0.6, 135.2, 3.8, 1.55],
  [-0.8, 138.2, 2.9, 1.5],
  [0.4, 140.3, 1.2, 1.4],
  [2, 140.2, -1, 1.3],
  [2.9, 138.2, -2.7, 1.25],
  [2.8, 134, -3.6, 1.2],
  [2.2, 128, -3.9, 1.15],
  [1.2, 121.5, -3.3, 1.1],
  [0.7, 117, -2.4, 1],
  [0.6, 111, -1.6, 0.92],
  [0.5, 106.2, -1.4, 0.85],
];
/** From its fork in front of L5 to the right atrium; lies in a groove behind the liver. */
export const inferiorCavaKnots: Path = [
  [-1, 104.6, -2.2, 0.95],
  [-1.8, 110, -2.3, 1.05],
  [-2.3, 116, -2.5, 1.15],
  [-2.9, 121.6, -2.2, 1.22],
  [-3, 126, -0.6, 1.25],
  [-2.8, 129, 1.2, 1.25],
];
export const superiorCavaKnots: Path = [
  [-2.6, 131.6, 2.4, 1.05],
  [-2.9, 135.5, 2, 1],
  [-2.9, 139.2, 1.8, 0.98],
  [-2.7, 142, 1.8, 0.95],
];

const vessel = (knots: Path) => tube(smoothPath(knots, 8));

export const aorticArch = vessel(aortaKnots.slice(0, 8));
const pulmonaryTrunk = vessel([
  [1.3, 132.8, 5.3, 1.5],
  [2.1, 135.2, 4.8, 1.45],
  [2.5, 137, 2.5, 1.35],
  [2.4, 137.2, 0.7, 1.2],
]);
const rightPulmonaryArtery = vessel([
  [2, 137.2, 1.4, 1.15],
  [-0.6, 136.6, 0.2, 1.05],
  [-4.2, 135.6, -0.6, 0.9],
]);
const leftPulmonaryArtery = vessel([
  [2, 137.2, 1.4, 1.15],
  [4.2, 137, -0.8, 1],
  [6, 136, -1.8, 0.85],
]);

/** Two veins a side, mirrored about the left atrium's own middle. */
const ATRIUM_MIDDLE = 1.2;
const upperPulmonaryVein = vessel([
  [2.6, 132.9, -1.6, 0.8],
  [5.2, 133.4, -2.4, 0.7],
  [7.4, 133.9, -3, 0.55],
]);
const lowerPulmonaryVein = vessel([
  [2.6, 131.4, -1.8, 0.8],
  [5.2, 130.5, -2.8, 0.66],
  [7, 129.7, -3.6, 0.52],
]);
const pulmonaryVeins: Field = (x, y, z) => {
  const side = ATRIUM_MIDDLE + Math.abs(x - ATRIUM_MIDDLE);
  return Math.min(upperPulmonaryVein(side, y, z), lowerPulmonaryVein(side, y, z));
};

const pulmonaryArteries: Field = (x, y, z) => {
  const branches = smoothMin(rightPulmonaryArtery(x, y, z), leftPulmonaryArtery(x, y, z), 0.6);
  return smoothMin(pulmonaryTrunk(x, y, z), branches, 0.6);
};

export const heartRecipes: readonly SolidRecipe[] = [
  {
    id: "heart",
    field: heart,
    box: [
      [-7, 123, -6.5],
      [10.5, 137, 10],
    ],
    step: 0.3,
  },
  {
    id: "pulmonaryVeins",
    field: pulmonaryVeins,
    box: [
      [-7, 127, -6],
      [9.5, 136, 1],
    ],
    step: 0.3,
    farStep: 0.45,
  },
  {
    id: "pulmonaryArteries",
    field: pulmonaryArteries,
    box: [
      [-7, 129, -5],
      [9, 140, 8],
    ],
    step: 0.3,
    farStep: 0.5,
  },
];
