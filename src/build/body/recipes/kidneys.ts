/**
 * Kidneys, adrenals, ureters, bladder and the spleen behind the stomach.
 *
 * The right kidney lies 1.8 cm lower; upper poles lean inwards 12°, the hilum is turned 22°
 * forward. The spleen's long axis follows the tenth rib.
 */
import type { Path } from "../../../views/body/mesh/curve";
import { mirrorPath } from "../../../views/body/mesh/curve";
import type { Vec3 } from "../../../views/body/mesh/vectors";
import { smoothMax, smoothMin, unite, type Field } from "../distance/field";
import { ellipsoid, inTurnedFrame, roundCone } from "../distance/shapes";
import { leftFlexure } from "./left-flexure";
import type { SolidRecipe, TubeRecipe } from "./recipe";
import { stomach } from "./stomach";

function kidney(side: 1 | -1, centre: Vec3): Field {
  const lean = (12 * Math.PI) / 180;
  const turn = (22 * Math.PI) / 180;
  const [cosLean, sinLean] = [Math.cos(lean), Math.sin(lean)];
  const [cosTurn, sinTurn] = [Math.cos(turn), Math.sin(turn)];
  return (worldX, worldY, worldZ) => {
    const x = (worldX - centre[0]) * side;
    const y = worldY - centre[1];
    const z = worldZ - centre[2];
    const leanX = x * cosLean + y * sinLean;
    const along = -x * sinLean + y * cosLean;
    const across = leanX * cosTurn + z * sinTurn;
    const depth = -leanX * sinTurn + z * cosTurn;
    // A bean: the ellipsoid's middle bows away from the hilum.
    const bowed = across + 0.03025 * along * along - 0.35;
    const distance = bean(bowed, along, depth);
    const hilum = Math.hypot((across + 3.1) * 0.95, along * 0.62, depth * 0.95) - 1.35;
    return smoothMax(distance, -hilum, 0.9);
  };
}

const bean = ellipsoid([0, 0, 0], [2.85, 5.6, 2.3]);

export const leftKidney = kidney(1, [6.4, 116.4, -5.2]);
export const rightKidney = kidney(-1, [-6.5, 114.6, -5.2]);

function adrenal(side: 1 | -1, [cx, cy, cz]: Vec3): Field {
  const medial = roundCone([-0.3, 1.2, 0], [1.4, -0.9, 0.3], 0.35, 0.3);
  const lateral = roundCone([-0.3, 1.2, 0], [-1.2, -0.9, 0.2], 0.35, 0.3);
  return (worldX, worldY, worldZ) => {
    const x = (worldX - cx) * side;
    const y = worldY - cy;
    const z = worldZ - cz;
    return smoothMin(medial(x, y, z), lateral(x, y, z), 0.6) - 0.08;
  };
}

const adrenals = unite(adrenal(1, [5.2, 122.2, -4.6]), adrenal(-1, [-4.9, 120.7, -4.6]));

const spleenFrame = inTurnedFrame([-38, 0, 22]);
const spleenBulk = ellipsoid([0, 0, 0], [1.85, 5.9, 3.3]);
const inSpleenFrame: Field = (x, y, z) => {
  const bent = x + 0.05 * y * y;
  const hilum = Math.hypot(bent + 2.7, y * 0.35, z - 0.6) - 1.35;
  const notch = Math.hypot(bent - 1, y - 1.6, z - 3.6) - 0.55;
  return smoothMax(smoothMax(spleenBulk(bent, y, z), -hilum, 0.9), -notch, 0.4);
};

/** Stomach and left flexure press into it. */
export const spleen: Field = (x, y, z) => {
  const distance = spleenFrame(inSpleenFrame, x - 10.1, y - 121, z + 4.2);
  const pressed = smoothMax(distance, 0.12 - stomach(x, y, z), 0.5);
  return smoothMax(pressed, 0.12 - leftFlexure(x, y, z), 0.4);
};

const bladderBulk = ellipsoid([0, 89.4, 3.4], [4.1, 3.3, 3.4], [-18, 0, 0]);
const bladderNeck = roundCone([0, 87.4, 3], [0, 84.4, 2.8], 1.2, 0.45);

export const bladder: Field = (x, y, z) =>
  smoothMin(bladderBulk(x, y, z), bladderNeck(x, y, z), 1.4);

const ureterKnots = (hilumHeight: number): Path => [
  [3.9, hilumHeight, -4.6, 0.42],
  [3.8, 111, -3.4, 0.3],
  [4.1, 104, -2.4, 0.28],
  [4.9, 96, -3.2, 0.28],
  [3.9, 90.5, -0.6, 0.26],
  [2.1, 88.4, 2.2, 0.26],
];

export const kidneyRecipes: readonly SolidRecipe[] = [
  {
    id: "leftKidney",
    field: leftKidney,
    box: [
      [1.5, 108, -10],
      [12, 124, 0],
    ],
    step: 0.28,
  },
  {
    id: "rightKidney",
    field: rightKidney,
    box: [
      [-12, 106, -10],
      [-1.5, 122, 0],
    ],
    step: 0.28,
  },
  {
    id: "adrenals",
    field: adrenals,
    box: [
      [-8, 117, -7],
      [8, 126, -2],
    ],
    step: 0.18,
    farStep: 0.3,
  },
  {
    id: "spleen",
    field: spleen,
    box: [
      [6, 111, -13],
      [16, 130, 3],
    ],
    step: 0.3,
  },
  {
    id: "bladder",
    field: bladder,
    box: [
      [-6, 81, -2],
      [6, 95, 9],
    ],
    step: 0.35,
  },
];

export const ureterRecipe: TubeRecipe = {
  id: "ureters",
  axes: [ureterKnots(115.6), mirrorPath(ureterKnots(113.8))],
  steps: 8,
  sides: 8,
};
