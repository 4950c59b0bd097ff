/** Testes, ovaries, uterus. */
import { smoothPath } from "../../../views/body/mesh/curve";
import { blend, bothSides, smoothMin, type Field } from "../distance/field";
import { ellipsoid, roundCone } from "../distance/shapes";
import { tube } from "../distance/tube";
import type { SolidRecipe } from "./recipe";

const testes = bothSides(ellipsoid([1.5, 79.4, 4.6], [1.3, 2.05, 1.52], [10, 0, 0]));
const ovaries = bothSides(ellipsoid([4, 94.5, -2], [0.95, 1.6, 0.85], [20, 0, 30]));

export const uterineBody = blend(
  1.6,
  ellipsoid([0, 93.4, 1.2], [2.6, 2.2, 1.9], [30, 0, 0]),
  roundCone([0, 92.4, -0.2], [0, 89.2, -2.2], 1.3, 1.15),
);
const uterineTube = tube(
  smoothPath(
    [
      [1.6, 95.1, 2, 0.42],
      [3.4, 95.8, 1.2, 0.3],
      [4.7, 96.1, -0.4, 0.34],
      [4.9, 95.4, -1.4, 0.5],
    ],
    8,
  ),
);
const uterus: Field = (x, y, z) =>
  smoothMin(uterineBody(x, y, z), uterineTube(Math.abs(x), y, z), 0.7);

export const pelvicRecipes: readonly SolidRecipe[] = [
  {
    id: "testes",
    field: testes,
    box: [
      [-5, 74, 1],
      [5, 83, 10],
    ],
    step: 0.25,
  },
  {
    id: "ovaries",
    field: ovaries,
    box: [
      [-8, 90, -4],
      [8, 98, 3],
    ],
    step: 0.22,
    farStep: 0.3,
  },
  {
    id: "uterus",
    field: uterus,
    box: [
      [-8, 86, -5],
      [8, 98, 6],
    ],
    step: 0.25,
  },
];
