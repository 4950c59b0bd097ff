/** Long bones, hands and feet of the left side: tubes with wide ends. */
import { smoothPath, type Path } from "../../../views/body/mesh/curve";
import { unite, type Field } from "../distance/field";
import { ellipsoid, roundCone } from "../distance/shapes";
import { tube } from "../distance/tube";
import type { SolidRecipe } from "./recipe";

// No fillet between segments: on a long straight shaft it shows as a ripple.
const shaft = (knots: Path): Field => tube(smoothPath(knots, 10));

const humerus = unite(
  shaft([
    [16.2, 140.4, -1.7, 2.15],
    [17.4, 139.4, -1.5, 1.9],
    [18.3, 136.4, -1.5, 1.35],
    [19.6, 131, -1.6, 1.1],
    [22, 120, -1.9, 1],
    [23.7, 113, -2.3, 1.25],
  ]),
  roundCone([22.6, 111.8, -2.4], [25.8, 111.4, -2], 1.3, 1.15),
);
const radius = shaft([
  [25.9, 109.6, -1.7, 1],
  [26.1, 107.6, -1.5, 0.62],
  [27, 100, -0.6, 0.66],
  [28, 94, 0.2, 0.72],
  [28.7, 87.4, 1, 1.2],
]);
const ulna = shaft([
  [24, 112.2, -3.6, 0.9],
  [24.1, 110.2, -3.1, 1.05],
  [25.2, 106, -2.6, 0.75],
  [27.6, 96, -1.2, 0.6],
  [30.3, 87.4, 0.2, 0.68],
]);

/** Knuckle and tip of each finger, index to little. */
const fingers = [
  { knuckle: [28.3, 75.2, 1.3], tip: [28.6, 69.4, 2.2] },
  { knuckle: [30.3, 74, 1.3], tip: [31, 67, 2.1] },
  { knuckle: [32.4, 74.2, 1.1], tip: [33.5, 67.8, 1.8] },
  { knuckle: [34.2, 75.4, 0.9], tip: [35.6, 70.8, 1.4] },
] as const;

const handBones: readonly Field[] = [
  ...fingers.flatMap(({ knuckle: [kx, ky, kz], tip: [tx, ty, tz] }, i) => {
    const root = 29 + i * 0.7;
    return [
      shaft([
        [root, 83, 0.7, 0.5],
        [(root + kx) / 2, 79.4, 0.9, 0.33],
        [kx, ky + 0.6, kz, 0.45],
      ]),
      shaft([
        [kx, ky - 0.5, kz, 0.4],
        [(kx + tx) / 2, (ky + ty) / 2, (kz + tz) / 2, 0.28],
        [tx, ty, tz, 0.25],
      ]),
    ];
  }),
  shaft([
    [28.7, 82.9, 1.2, 0.45],
    [26.95, 77.6, 2.7, 0.38],
  ]),
  shaft([
    [26.5, 76.4, 3, 0.4],
    [25.7, 73.4, 3.5, 0.3],
  ]),
  shaft([
    [28.8, 85, 0.8, 0.8],
    [31, 84.6, 0.6, 0.75],
  ]),
];

const femur = unite(
  shaft([
    [8.9, 93.2, -0.1, 2.3],
    [9.3, 93, -0.2, 2.1],
  ]),
  shaft([
    [9.6, 92.8, -0.2, 1.35],
    [12.4, 91, -0.5, 1.6],
  ]),
  shaft([
    [13, 92.2, -1, 1.2],
    [13, 89, -0.7, 1.6],
    [12.4, 84, -0.2, 1.45],
    [11, 70, 0.6, 1.3],
    [9.9, 57, 0.2, 1.5],
    [9.6, 53.6, -0.2, 2.2],
  ]),
  roundCone([7.5, 51.6, -1], [11.5, 51.6, -1], 2.05, 2.05),
);
const tibia = unite(
  roundCone([7.7, 47.4, -0.6], [11.4, 47.4, -0.6], 1.75, 1.75),
  shaft([
    [9.4, 46.6, 0.2, 2.2],
    [9.2, 42.4, 0.4, 1.6],
    [8.9, 30, 0, 1.15],
    [8.9, 14, -1.8, 1.1],
    [8.8, 8.6, -2.4, 1.6],
    [8.1, 6.6, -2.2, 0.9],
  ]),
);
const fibula = shaft([
  [12.4, 46, -2.2, 0.95],
  [12.2, 43, -2.4, 0.55],
  [12.1, 30, -2.2, 0.55],
  [11.2, 11, -3, 0.62],
  [11.2, 6.4, -3, 0.75],
]);
const patella = ellipsoid([9.5, 51.6, 3.9], [2, 2.2, 1]);

/** Metatarsals and toes, great toe first. */
const rays = [0, 1, 2, 3, 4].flatMap((i) => [
  shaft([
    [8.9 + i * 0.72, 4 - 0.32 * i, 2.6 - 0.2 * i, 0.7],
    [8.8 + i * 0.9, 2.6 - 0.2 * i, 6.5 - 0.4 * i, 0.46],
    [8.7 + i * 0.97, 1.85 - 0.04 * i, 10.6 - 0.7 * i, 0.55],
  ]),
  shaft([
    [8.7 + i * 1, 1.7 - 0.06 * i, 11.4 - 0.7 * i, 0.44],
    [8.8 + i * 1.06, 1.25, 14.9 - 0.98 * i, 0.36],
  ]),
]);
const hindFoot: readonly Field[] = [
  shaft([
    [9.1, 2.8, -6.4, 1.5],
    [9.2, 3.4, -3.2, 1.5],
    [9.6, 3.9, -0.4, 1.2],
  ]),
  shaft([
    [9.1, 6.2, -2.2, 1.4],
    [9.1, 5, 0.4, 1.1],
    [9.6, 4.4, 2.2, 1.1],
  ]),
];

const armBones = unite(humerus, radius, ulna, ...handBones);
const legBones = unite(femur, tibia, fibula, patella, ...rays, ...hindFoot);

export const limbRecipes: readonly SolidRecipe[] = [
  {
    id: "armBones",
    field: armBones,
    box: [
      [13, 66, -6],
      [37, 145, 6],
    ],
    step: 0.36,
    farStep: 0.62,
    mirrored: true,
  },
  {
    id: "legBones",
    field: legBones,
    box: [
      [5, 0, -9],
      [16, 97, 18],
    ],
    step: 0.42,
    farStep: 0.75,
    mirrored: true,
  },
];
