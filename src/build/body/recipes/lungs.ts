/**
 * Lungs: the rib cage above the diaphragm, less mediastinum, heart, arch and spine.
 *
 * Fissures are grooves in the surface, not slabs: a slab thinner than the grid tears. Oblique from
 * T3 behind to the sixth cartilage, on the right also horizontal at the fourth rib.
 */
import { clamp, mix, normalize, type Vec3 } from "../../../views/body/mesh/vectors";
import { smoothPath, type PathPoint } from "../../../views/body/mesh/curve";
import { smoothMax, unite, type Field } from "../distance/field";
import { seededRandom } from "../distance/noise";
import { tube } from "../distance/tube";
import { diaphragm, ribCage } from "./frames";
import { aorticArch, heartBulk, inferiorCavaKnots, superiorCavaKnots } from "./heart";
import type { SolidRecipe, TubeRecipe } from "./recipe";

type Side = "left" | "right";

const cavae = unite(tube(smoothPath(superiorCavaKnots, 8)), tube(smoothPath(inferiorCavaKnots, 8)));

function lung(side: Side): Field {
  const sign = side === "left" ? 1 : -1;
  return (x, y, z) => {
    let distance = ribCage(x, y, z) + 0.62;
    distance = smoothMax(distance, diaphragm(x, z) + 0.45 - y, 0.9);
    distance = smoothMax(distance, mediastinum(side, y) - x * sign, 1.6);
    distance = smoothMax(distance, 0.45 - heartBulk(x, y, z), 1.6);
    distance = smoothMax(distance, 3.3 - Math.hypot(x, z + 7.2), 1.2);
    distance = smoothMax(distance, 0.25 - aorticArch(x, y, z), 0.6);
    if (side === "right") distance = smoothMax(distance, 0.15 - cavae(x, y, z), 0.6);
    distance = smoothMax(distance, -cardiacNotch(side, x, y, z), 1.2);
    const groove = Math.max(fissure(side, y, z) - 0.2, -(distance + 0.6));
    return smoothMax(distance, -groove, 0.6);
  };
}

/** Half width of the slab between the lungs; on the left it widens below, for the pericardium. */
const mediastinum = (side: Side, y: number) =>
  side === "right" ? 1.7 : mix(2.6, 5.6, clamp((140 - y) / 10, 0, 1));

function cardiacNotch(side: Side, x: number, y: number, z: number): number {
  if (side === "right") return Math.hypot(x + 0.5, y - 127, z - 9) - 3.4;
  return Math.hypot((x - 3.8) / 1.35, (y - 126.6) / 1.3, z - 8.6) - 5.2;
}

/** Distance to the nearest fissure plane. */
function fissure(side: Side, y: number, z: number): number {
  const oblique = (y - 132.6 + (z + 0.5) * 0.9) * 0.743;
  if (side === "left" || oblique <= 0) return Math.abs(oblique);
  return Math.min(oblique, Math.abs(y - 134.6 - (z - 4) * 0.06));
}

export const leftLung = lung("left");
export const rightLung = lung("right");

/** How often a bronchus forks. */
const LEVELS = 5;
/** A branch stops this far from the pleura, cm. */
const CLEARANCE = 0.45;

/** Roots of the segmental bronchi at the left hilum and the way each sets out. */
const hilum: readonly { readonly from: Vec3; readonly towards: Vec3 }[] = [
  { from: [5.2, 134.8, -2.6], towards: [0.9, -0.35, 0.2] },
  { from: [5, 135.4, -2.4], towards: [0.7, 0.5, 0.3] },
  { from: [5, 136.2, -2.4], towards: [0.35, 0.9, 0.2] },
  { from: [5.4, 134, -3], towards: [0.6, -0.75, -0.2] },
  { from: [5.2, 134.6, -2], towards: [0.6, -0.4, 0.7] },
];

function bronchialTree(side: Side): PathPoint[][] {
  const sign = side === "left" ? 1 : -1;
  const field = side === "left" ? leftLung : rightLung;
  return hilum.flatMap(({ from, towards }, index) => {
    const random = seededRandom(11 + index * 7 + (side === "left" ? 3 : 0));
    const root: Vec3 = [from[0] * sign, from[1], from[2]];
    const course = normalize([towards[0] * sign, towards[1], towards[2]]);
    return grow(field, random, root, course, 0.4, 6, LEVELS);
  });
}

/** One branch and, at its end, two or three more: 0.72 as wide and 0.8 as long. */
function grow(
  lungField: Field,
  random: () => number,
  root: Vec3,
  course: Vec3,
  radius: number,
  reach: number,
  level: number,
): PathPoint[][] {
  const branch: PathPoint[] = [[...root, radius]];
  let [tip, heading] = [root, course];
  for (let step = 1; step <= 5; step++) {
    heading = normalize([
      heading[0] + (random() - 0.5) * 0.22,
      heading[1] + (random() - 0.5) * 0.22,
      heading[2] + (random() - 0.5) * 0.22,
    ]);
    const next: Vec3 = [
      tip[0] + (heading[0] * reach) / 5,
      tip[1] + (heading[1] * reach) / 5,
      tip[2] + (heading[2] * reach) / 5,
    ];
    if (lungField(...next) > -CLEARANCE && level < LEVELS) break;
    tip = next;
    branch.push([...next, radius * (1 - 0.07 * step)]);
  }
  if (branch.length < 2) return [];
  if (level === 0 || branch.length < 3) return [branch];
  const forks = level > 3 ? 3 : 2;
  const branches = [branch];
  for (let fork = 0; fork < forks; fork++) {
    const angle = random() * 6.28 + (fork * 6.28) / forks;
    const away = tiltedFrom(heading, angle);
    branches.push(...grow(lungField, random, tip, away, radius * 0.72, reach * 0.8, level - 1));
  }
  return branches;
}

/** A heading about 37° off another, at an angle round it. */
function tiltedFrom(heading: Vec3, angle: number): Vec3 {
  const [x, y, z] = heading;
  const across = Math.abs(y) < 0.9 ? normalize([z, 0, -x]) : ([1, 0, 0] as const);
  const aside: Vec3 = [
    y * across[2] - z * across[1],
    z * across[0] - x * across[2],
    x * across[1] - y * across[0],
  ];
  const [c, s] = [Math.cos(angle) * 0.62, Math.sin(angle) * 0.62];
  return normalize([
    x * 0.82 + across[0] * c + aside[0] * s,
    y * 0.82 + across[1] * c + aside[1] * s,
    z * 0.82 + across[2] * c + aside[2] * s,
  ]);
}

export const lungRecipes: readonly SolidRecipe[] = [
  {
    id: "rightLung",
    field: rightLung,
    box: [
      [-14, 117, -11],
      [0, 149, 11],
    ],
    step: 0.42,
  },
  {
    id: "leftLung",
    field: leftLung,
    box: [
      [0, 117, -11],
      [14, 149, 11],
    ],
    step: 0.42,
  },
];

export const bronchiRecipes: readonly TubeRecipe[] = [
  { id: "rightBronchi", axes: bronchialTree("right"), steps: 1, sides: 6 },
  { id: "leftBronchi", axes: bronchialTree("left"), steps: 1, sides: 6 },
];
