/**
 * The outside of a man and of a woman: lofts for trunk and legs, a tube for the arm, blobs
 * for hands and feet; the head has a file of its own. The man's skin encloses 70 L, what 73 kg should.
 *
 * Tried and dropped: one radius for thigh and buttock (hips become a ledge); shoulders without a
 * fillet; a fillet below the armpit (a web grows there).
 */
import { smoothPath } from "../../../views/body/mesh/curve";
import { clamp, mix, smoothstep } from "../../../views/body/mesh/vectors";
import { blend, bothSides, smoothMax, smoothMin, type Field } from "../distance/field";
import { loft, type LoftRow } from "../distance/loft";
import { ellipsoid, roundCone } from "../distance/shapes";
import { tube } from "../distance/tube";
import { head } from "./head";
import type { SolidRecipe } from "./recipe";

/** The trunk from the groin into the neck; it fades inside the head. */
const trunkRows: readonly LoftRow[] = [
  [80, 0, -1, 12, 6, 7, 2.2],
  [85, 0, -1, 15.2, 7.6, 9.6, 2.2],
  [90, 0, -1, 16.3, 8.6, 10.6, 2.25],
  [95, 0, -1, 16.3, 9.6, 10.6, 2.3],
  [100, 0, -0.8, 15.7, 10, 9.6, 2.35],
  [105, 0, -0.4, 15, 10.1, 8.8, 2.4],
  [110, 0, 0, 14.8, 9.9, 8.8, 2.4],
  [116, 0, 0, 14.6, 10, 9.4, 2.4],
  [122, 0, 0, 15.5, 10.6, 10.4, 2.4],
  [128, 0, 0, 16.3, 11.5, 11.2, 2.4],
  [133, 0, -0.3, 16.7, 11.4, 11.2, 2.4],
  [138, 0, -0.9, 16.5, 9.8, 11.4, 2.35],
  [142, 0, -1.6, 15, 8, 10.7, 2.25],
  [145.5, 0, -2, 12, 6.9, 9.2, 2.1],
  [149, 0, -2, 7.6, 6, 7.3, 2],
  [152, 0, -1.4, 6.1, 5.6, 6.4, 2],
  [157, 0, -0.6, 5.7, 5.2, 6.9, 2],
  [161, 0, -1, 5.6, 4.2, 7.6, 2],
  [165, 0, -1.4, 4, 2.4, 6.6, 2],
];

/** The left leg from the ankle up; it fades inside the trunk. */
const legRows: readonly LoftRow[] = [
  [5, 9.1, -2.6, 3.3, 3.6, 3.9, 2],
  [9, 9.1, -2.6, 3.25, 3.5, 3.9, 2],
  [16, 9.2, -2.4, 3.7, 3.7, 4.4, 2],
  [24, 9.4, -2, 4.7, 4.1, 5.6, 2],
  [33, 9.5, -1.5, 5.7, 4.7, 6.9, 2],
  [40, 9.5, -0.9, 5.7, 4.8, 6.2, 2],
  [46, 9.5, -0.1, 5.5, 5.4, 5.2, 2],
  [51, 9.5, 0.4, 5.7, 5.9, 5.4, 2.1],
  [57, 9.5, 0.2, 6.3, 6.4, 6.4, 2],
  [66, 9.3, 0, 7.3, 7.6, 7.4, 2],
  [76, 9.1, -0.3, 8.2, 8.6, 8.4, 2],
  [84, 8.8, -0.7, 8.2, 8.5, 9, 2],
  [92, 8.4, -1, 7.2, 7.6, 8.6, 2],
  [100, 7.6, -1, 5.4, 6, 6.6, 2],
  [106, 7, -0.6, 3.4, 4, 4.4, 2],
];

const trunk = loft(trunkRows);
const leg = loft(legRows);

const foot = blend(
  2.6,
  roundCone([9.1, 2.9, -5.4], [9.1, 7, -3], 2.9, 3),
  roundCone([9.2, 6.2, -1.2], [10, 2.8, 7.6], 3, 2.1),
  roundCone([9.1, 2.2, 7.5], [9.3, 1.6, 14.4], 2, 1.3),
  roundCone([11.2, 1.9, 5], [12, 1.4, 12.4], 1.6, 1.05),
  roundCone([10.4, 2, 8], [10.6, 1.5, 13.6], 1.6, 1.1),
  roundCone([11.2, 2.2, -1], [11.6, 2.1, 6], 1.9, 1.8),
);
const toes = blend(
  0.5,
  roundCone([8.9, 1.4, 13.8], [8.9, 1.3, 16.3], 1.35, 1.2),
  roundCone([10.5, 1.1, 13.6], [10.7, 1, 15.9], 0.9, 0.8),
  roundCone([11.6, 1.1, 13], [11.9, 0.95, 15.1], 0.85, 0.75),
  roundCone([12.6, 1.05, 12.2], [13, 0.9, 14.1], 0.8, 0.7),
  roundCone([13.3, 1, 11.2], [13.8, 0.85, 12.9], 0.75, 0.65),
);

const arm = tube(
  smoothPath(
    [
      [15.8, 140.9, -1.6, 5.2],
      [18.2, 138.6, -1.5, 5.3],
      [20, 130.5, -1.6, 5],
      [22.2, 121, -1.9, 4.6],
      [24.4, 112, -2.2, 4.05],
      [26, 106, -1.9, 4.5],
      [27.7, 98, -1, 4.1],
      [29.2, 89.5, 0.1, 2.95],
      [29.9, 85, 0.6, 2.6],
    ],
    8,
  ),
  { blend: 1.2, reach: 6 },
);
const palm = blend(
  1.6,
  roundCone([29.6, 84.5, 0.6], [31, 79, 1.1], 2.3, 2.5),
  ellipsoid([31, 78.2, 1.2], [3.9, 5.2, 1.55], [0, 0, 12]),
);
const fingers = blend(
  0.35,
  roundCone([28.3, 75.4, 1.5], [28.6, 68.8, 2.3], 1.02, 0.8),
  roundCone([30.35, 74.4, 1.5], [31, 66.4, 2.2], 1.05, 0.82),
  roundCone([32.4, 74.6, 1.3], [33.4, 67.2, 1.9], 1.02, 0.8),
  roundCone([34.2, 75.8, 1.1], [35.6, 70.2, 1.5], 0.92, 0.7),
);
const thumb = blend(
  0.8,
  roundCone([29, 81, 1.6], [26.6, 76.6, 3], 1.35, 1.05),
  roundCone([26.6, 76.6, 3], [25.5, 72.6, 3.6], 1.05, 0.75),
);

const gluteal = ellipsoid([7.2, 88.5, -8], [7.2, 7.6, 5.2]);
const pectoral = ellipsoid([7.4, 132.6, 6.6], [7.2, 5.2, 4.2], [0, 0, -8]);
const scrotum = ellipsoid([1.3, 80, 4.4], [2.7, 3.8, 3.6]);
const upperBreast = roundCone([7.6, 136, 8.2], [8.6, 130.4, 9.6], 2.6, 4.6);
const lowerBreast = ellipsoid([8.6, 129.2, 10.6], [5, 4.6, 4.3]);

type Chest = "male" | "female" | "flat";

/** Everything outside, for the person's left; the caller mirrors x. */
function outside(chest: Chest): Field {
  return (side, y, z) => {
    let distance = trunk(side, y, z);
    if (chest === "female") {
      distance = smoothMin(distance, upperBreast(side, y, z), 3.2);
      distance = smoothMin(distance, lowerBreast(side, y, z), 2.4);
    } else if (chest === "male") {
      distance = smoothMin(distance, pectoral(side, y, z), 4);
      distance = smoothMin(distance, scrotum(side, y, z), 3);
    }
    distance = smoothMin(distance, gluteal(side, y, z), 4);
    distance = smoothMin(distance, wholeLeg(side, y, z), 4.2);
    // Fillets above the armpit only: lower down they grow a web between arm and chest.
    const fillet = y > 128 ? 4.5 : mix(0.6, 4.5, clamp((y - 118) / 10, 0, 1));
    distance = smoothMin(distance, wholeArm(side, y, z), fillet);
    return y > 140 ? smoothMin(distance, head(side, y, z), 2.6) : distance;
  };
}

const wholeLeg: Field = (x, y, z) => {
  const distance = leg(x, y, z);
  if (y > 22) return distance;
  return smoothMin(smoothMin(distance, foot(x, y, z), 3), toes(x, y, z), 0.9);
};

const wholeArm: Field = (x, y, z) => {
  const distance = arm(x, y, z);
  if (y > 96) return distance;
  const hand = smoothMin(smoothMin(distance, palm(x, y, z), 2.2), fingers(x, y, z), 1);
  return smoothMin(hand, thumb(x, y, z), 1.2);
};

export const maleSkin = bothSides(outside("male"));
export const femaleSkin = bothSides(outside("female"));
/** Without breast, pectoral or scrotum: what a girl's chest grows from. */
export const flatSkin = bothSides(outside("flat"));

/** How thick skin and the fat under it are drawn on the reference man, cm. */
const SKIN_AND_FAT = 1.15;

/** The space inside the ribs and the belly wall that muscle leaves free. */
const trunkCavity = loft(
  trunkRows.slice(0, -2).map(([y, x, z, width, front, back, exponent]): LoftRow => {
    return [y, x, z, width - 0.6, front - 0.6, back - 0.6, exponent];
  }),
);

/** Limb and gluteal muscle: the skin inset, less the trunk, neck, hands and feet. */
export const muscle: Field = (x, y, z) => {
  // No wall of muscle round the belly: thinner than the grid, it would tear.
  const wall = mix(0.1, 9, Math.max(smoothstep(108, 86, y), smoothstep(133, 142, y)));
  let distance = maleSkin(x, y, z) + SKIN_AND_FAT;
  distance = smoothMax(distance, -(trunkCavity(x, y, z) + wall), 1.2);
  if (y > 147) return Math.max(distance, y - 150);
  // Bellies taper into tendons above wrist and ankle.
  if (Math.abs(x) > 22) return Math.max(distance + 0.16 * Math.max(0, 97 - y), 87 - y);
  return Math.max(distance + 0.13 * Math.max(0, 22 - y), 9 - y);
};

export const skinRecipes: readonly SolidRecipe[] = [
  {
    id: "maleSkin",
    field: maleSkin,
    box: [
      [-39, -1, -15],
      [39, 178, 21],
    ],
    step: 0.55,
    farStep: 0.95,
    shade: "skin",
  },
  {
    id: "femaleSkin",
    field: femaleSkin,
    flatForm: flatSkin,
    box: [
      [-39, -1, -15],
      [39, 178, 21],
    ],
    step: 0.55,
    farStep: 0.95,
    shade: "skin",
  },
  {
    id: "muscle",
    field: muscle,
    box: [
      [-36, 8, -14],
      [36, 151, 14],
    ],
    step: 0.8,
    farStep: 1.3,
    shade: "none",
  },
];
