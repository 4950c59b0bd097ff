/**
 * Trunk and head bones. They are drawn as glass, so outlines and edges carry them.
 *
 * Flat bones (ilium, scapula) are plates: a curved sheet cut along an outline. Tried: fans of
 * cones (read as fingers), fans of triangles (a beaded rim).
 */
import { smoothPath } from "../../../views/body/mesh/curve";
import { blend, bothSides, smoothMax, smoothMin, type Field } from "../distance/field";
import { loft } from "../distance/loft";
import { polygon, roundedOutline } from "../distance/polygon";
import { ellipsoid, roundCone } from "../distance/shapes";
import { tube } from "../distance/tube";
import { ribCage, vertebrae, type Vertebra } from "./frames";
import type { SolidRecipe } from "./recipe";

// ——— spine

const vertebraFields = vertebrae.map((vertebra, index) => ({
  y: vertebra.y,
  field: vertebraField(vertebra, index),
}));

function vertebraField({ y: vy, z: vz, radius, height }: Vertebra, index: number): Field {
  // Long down to T9; below, the skin of the loin is near.
  const reach = index > 14 ? 1.3 : index > 6 ? 1.6 : 1.4;
  const isLumbar = index > 18;
  const spinous = roundCone(
    [0, vy, vz - radius],
    [0, vy - height * 0.8, vz - radius - reach],
    0.45,
    0.28,
  );
  const transverse = roundCone(
    [0.6, vy, vz - radius * 0.9],
    [radius + (isLumbar ? 2.2 : 1.5), vy + 0.1, vz - radius * 0.9 - 0.7],
    0.42,
    0.32,
  );
  return (x, y, z) => {
    const dy = Math.abs(y - vy);
    const around = Math.hypot(x, (z - vz) * 1.15) - radius;
    const body = smoothMax(around, dy - height * 0.44, 0.3);
    const withSpine = smoothMin(body, spinous(x, y, z), 0.5);
    return smoothMin(withSpine, transverse(Math.abs(x), y, z), 0.4);
  };
}

const sacrum = loft([
  [88, 0, -8.2, 0.6, 0.5, 0.5, 2],
  [91, 0, -8.8, 1.6, 0.8, 0.8, 2],
  [95, 0, -8.2, 3.2, 1.2, 1.3, 2],
  [99, 0, -6.2, 4.6, 1.6, 2, 2],
  [100.4, 0, -5.4, 4, 1.4, 2, 2],
]);

export const spine: Field = (x, y, z) => {
  let distance = 9;
  for (const vertebra of vertebraFields)
    if (Math.abs(y - vertebra.y) < 6) distance = Math.min(distance, vertebra.field(x, y, z));
  return smoothMin(distance, sacrum(x, y, z), 0.5);
};

// ——— thorax and shoulder

const sternum = loft([
  [122.2, 0, 9.7, 0.35, 0.35, 0.35, 2],
  [124.4, 0, 9.9, 0.75, 0.4, 0.4, 2],
  [125.6, 0, 9.9, 1.45, 0.45, 0.45, 2],
  [129, 0, 9.6, 1.65, 0.5, 0.5, 2],
  [133, 0, 8.9, 1.45, 0.5, 0.5, 2],
  [137.6, 0, 7.4, 1.25, 0.5, 0.5, 2],
  [139, 0, 6.9, 1.9, 0.55, 0.55, 2],
  [141.6, 0, 5.6, 2.9, 0.6, 0.6, 2],
  [143, 0, 4.6, 2.6, 0.6, 0.6, 2],
]);

/** Seen from behind, x and y: medial border, lower angle, lateral border, neck, upper angle. */
const scapulaOutline = polygon(
  roundedOutline(
    [
      [7.6, 142.2],
      [6.9, 139],
      [6.9, 134],
      [7.9, 129],
      [9.2, 126.8],
      [10.4, 128.6],
      [12, 133.6],
      [12.9, 137.4],
      [12.6, 140.2],
      [10, 141.8],
    ],
    4,
  ),
);
/** How far behind the ribs' inner surface the shoulder blade glides, cm. */
const BLADE_OFF_CAGE = 1.1;

const scapulaBlade: Field = (x, y, z) => {
  if (z > -1) return z + 4;
  const sheet = Math.abs(ribCage(x, y, z) - BLADE_OFF_CAGE) - 0.2;
  return smoothMax(sheet, scapulaOutline(x, y) - 0.1, 0.3);
};
const scapulaProcesses = blend(
  0.8,
  roundCone([7.5, 138.4, -9.1], [12, 140.6, -7.9], 0.42, 0.5), // the spine
  roundCone([12, 140.6, -7.9], [16.4, 143.1, -3.6], 0.5, 0.68), // acromion
  roundCone([13.6, 140.9, -4.6], [14.2, 141.6, -0.4], 0.65, 0.52), // coracoid
  roundCone([12, 138.2, -6.8], [14.4, 139.6, -4.2], 0.7, 0.9), // neck
  ellipsoid([14.9, 139.6, -3.8], [0.7, 1.9, 1.3]), // glenoid
);
const scapula: Field = (x, y, z) =>
  smoothMin(scapulaBlade(x, y, z), scapulaProcesses(x, y, z), 0.8);

// ——— pelvis

/** Seen from the side, z and y: crest, both spines in front, acetabulum, notch, both behind. */
const iliumOutline = polygon(
  roundedOutline(
    [
      [5.2, 98.6],
      [3.9, 95.6],
      [2, 93.2],
      [-2.6, 93.2],
      [-4.4, 96],
      [-7.2, 96.8],
      [-8.3, 100.4],
      [-7.4, 103.8],
      [-4.4, 106],
      [-1, 106.8],
      [2, 105.6],
      [4.4, 102],
    ],
    4,
  ),
);

/** Distance of the wing's sheet from the midline: it flares upwards and turns in behind. */
function wing(y: number, z: number): number {
  const behind = Math.max(0, -z - 1);
  return 8.6 + 0.37 * (y - 94.5) + 0.06 * Math.max(0, z) ** 2 - 0.125 * behind * behind;
}

const ilium: Field = (x, y, z) => {
  const behind = Math.max(0, -z - 1);
  const slope = Math.sqrt(1 + 0.37 ** 2 + (0.25 * behind) ** 2 + (0.12 * Math.max(0, z)) ** 2);
  const outline = iliumOutline(z, y);
  const rim = 0.34 * Math.exp(-((outline / 0.9) ** 2));
  const nearHip = 0.5 * Math.exp(-(((y - 94) / 2.6) ** 2));
  const sheet = Math.abs(x - wing(y, z)) / slope - (0.3 + rim + nearHip);
  return smoothMax(sheet, outline, 0.5);
};
const lowerPelvis = blend(
  0.9,
  roundCone([7.6, 93.6, 1.2], [1.5, 89.6, 5.8], 1.1, 0.95), // upper ramus of the pubis
  roundCone([1.3, 89.2, 5.6], [4.4, 84, -0.4], 0.75, 0.85), // lower ramus
  roundCone([4.6, 83.8, -1.4], [7.4, 91.4, -2.2], 1.35, 1.35), // ischium
  roundCone([1.2, 90.4, 5.6], [1.2, 87.4, 5.2], 0.85, 0.75), // symphysis
  ellipsoid([8.2, 93.2, -0.4], [2.6, 3, 3]),
);
const halfPelvis: Field = (x, y, z) => {
  const bone = smoothMin(ilium(x, y, z), lowerPelvis(x, y, z), 1.2);
  return smoothMax(bone, 2.4 - Math.hypot(x - 10.2, y - 93, z + 0.1), 0.5);
};

// ——— head

const braincase = ellipsoid([0, 166.8, -0.6], [7.1, 8.6, 9]);
const brainRoom = ellipsoid([0, 167, -0.6], [6.5, 8, 8.4]);
const facialBones = loft([
  [158.4, 0, 2.6, 3.4, 5.4, 2, 2.2],
  [161, 0, 2.2, 4.6, 6.2, 3, 2.2],
  [164, 0, 1.6, 5.6, 6.8, 4, 2.2],
  [167, 0, 1, 6.4, 7.6, 5, 2.2],
]);
const zygomaticArch = roundCone([4.4, 162, 6], [6.6, 163, -0.4], 0.65, 0.5);
const orbit = ellipsoid([3.1, 164.4, 8.6], [1.95, 1.7, 2.6]);
const nasalAperture = ellipsoid([0, 161.2, 9.4], [1.1, 1.7, 1.6]);

const skull: Field = (x, y, z) => {
  const side = Math.abs(x);
  let distance = smoothMin(braincase(x, y, z), facialBones(x, y, z), 2);
  distance = smoothMin(distance, zygomaticArch(side, y, z), 0.8);
  distance = smoothMax(distance, -orbit(side, y, z), 0.5);
  distance = smoothMax(distance, -nasalAperture(x, y, z), 0.4);
  return smoothMax(distance, -brainRoom(x, y, z), 0.3);
};

const jaw = bothSides(
  tube(
    smoothPath(
      [
        [5.5, 163, -0.2, 0.55],
        [5.1, 158.8, 0.3, 0.75],
        [4.1, 156.2, 2.6, 0.8],
        [2.7, 154.7, 5.7, 0.85],
        [0, 154.4, 7, 0.95],
      ],
      8,
    ),
  ),
);

export const skeletonRecipes: readonly SolidRecipe[] = [
  {
    id: "spine",
    field: spine,
    box: [
      [-7, 85, -15],
      [7, 160, 2],
    ],
    step: 0.36,
  },
  {
    id: "sternum",
    field: sternum,
    box: [
      [-5, 121, 2],
      [5, 145, 12],
    ],
    step: 0.36,
  },
  {
    id: "scapulae",
    field: scapula,
    box: [
      [5, 123, -14],
      [19, 147, 4],
    ],
    step: 0.32,
    farStep: 0.55,
    mirrored: true,
  },
  {
    id: "pelvis",
    field: bothSides(halfPelvis),
    box: [
      [-17, 80, -11],
      [17, 110, 10],
    ],
    step: 0.42,
    farStep: 0.7,
  },
  {
    id: "skull",
    field: skull,
    box: [
      [-9, 155, -11],
      [9, 177, 11],
    ],
    step: 0.4,
    farStep: 0.7,
  },
  {
    id: "jaw",
    field: jaw,
    box: [
      [-8, 151, -3],
      [8, 165, 11],
    ],
    step: 0.34,
    farStep: 0.6,
  },
];
