/**
 * The great and middle vessels as axes with radii, cm. What is paired is listed for the left.
 *
 * Radii from an aorta of 3 cm at its root, 2.5 at the diaphragm, 1.7–1.8 at the fork, and a portal
 * vein of 1.2. Every axis runs with the blood, which is how the page's particles move. Courses follow surface anatomy: femoral artery in front at the groin and behind the
 * knee, left brachiocephalic vein in front of the arch's branches.
 */
import { mirrorPath, type Path } from "../../../views/body/mesh/curve";
import { aortaKnots, inferiorCavaKnots, superiorCavaKnots } from "./heart";
import type { TubeRecipe } from "./recipe";

const unpairedArteries: readonly Path[] = [
  aortaKnots,
  [
    // brachiocephalic trunk
    [-0.6, 140, 2.2, 0.62],
    [-2.2, 142.4, 2.4, 0.6],
    [-3, 144, 2, 0.5],
  ],
  [
    // right carotid
    [-2.8, 143.6, 2.1, 0.42],
    [-2.6, 148, 1.4, 0.38],
    [-3, 153.4, 0.6, 0.4],
    [-3.1, 158.4, 0.2, 0.32],
    [-2.4, 163.4, 0.4, 0.26],
  ],
  [
    // left carotid
    [0.9, 140.9, 0.6, 0.42],
    [2, 144.4, 1.2, 0.38],
    [2.7, 149, 1.2, 0.38],
    [3, 153.4, 0.6, 0.4],
    [3.1, 158.4, 0.2, 0.32],
    [2.4, 163.4, 0.4, 0.26],
  ],
  [
    // left subclavian to brachial and ulnar
    [2.2, 140.8, -0.6, 0.5],
    [3.6, 144.6, -0.4, 0.48],
    [7, 145.6, 0, 0.46],
    [11, 143.2, -0.4, 0.43],
    [15, 139.6, -1.2, 0.38],
    [18.4, 131, -2, 0.32],
    [21.4, 120, -2.4, 0.28],
    [24.2, 111.4, -0.6, 0.26],
    [27.4, 99, 0.9, 0.2],
    [29.2, 87.6, 1.6, 0.16],
    [30.6, 79, 1.7, 0.12],
  ],
  [
    // right subclavian to brachial and ulnar
    [-2.9, 144, 2, 0.46],
    [-5, 145.4, 0.8, 0.46],
    [-8, 145.2, 0, 0.45],
    [-11, 143.2, -0.4, 0.43],
    [-15, 139.6, -1.2, 0.38],
    [-18.4, 131, -2, 0.32],
    [-21.4, 120, -2.4, 0.28],
    [-24.2, 111.4, -0.6, 0.26],
    [-27.4, 99, 0.9, 0.2],
    [-29.2, 87.6, 1.6, 0.16],
    [-30.6, 79, 1.7, 0.12],
  ],
  [
    // coeliac trunk to the hepatic artery
    [0.8, 119, -2.2, 0.38],
    [0.4, 119.6, -0.4, 0.36],
    [-1.8, 119.2, 0.8, 0.32],
    [-4, 119.4, 1.6, 0.28],
  ],
  [
    // splenic
    [0.4, 119.6, -0.4, 0.32],
    [3, 120.2, -1.6, 0.3],
    [6.4, 120.8, -3.4, 0.3],
    [9.6, 121.2, -4.8, 0.26],
  ],
  [
    // superior mesenteric
    [0.7, 117.2, -1.8, 0.38],
    [0.6, 114.6, 0.6, 0.36],
    [0.2, 109, 2, 0.3],
    [-1.8, 103, 2.6, 0.24],
    [-4, 99, 3, 0.18],
  ],
  [
    // inferior mesenteric
    [0.6, 109, -1.4, 0.24],
    [2.8, 105, -0.6, 0.2],
    [5.6, 101, -0.6, 0.16],
    [6.6, 97, 0.4, 0.12],
  ],
  [
    // left renal
    [0.9, 116.4, -2.2, 0.32],
    [2.6, 116.2, -3.4, 0.3],
    [4.6, 116.2, -4.6, 0.26],
  ],
  [
    // right renal
    [0.5, 116.2, -2.2, 0.32],
    [-2, 115.4, -3.6, 0.3],
    [-4.6, 114.6, -4.6, 0.26],
  ],
  [
    // left coronary, in the groove between the ventricles
    [2.6, 133.6, 5.4, 0.2],
    [4.1, 131.2, 6.5, 0.18],
    [5.7, 128.6, 7.2, 0.15],
    [6.9, 126.6, 7.5, 0.1],
  ],
  [
    // right coronary, round the edge between right atrium and ventricle
    [-0.6, 134, 6.1, 0.2],
    [-2, 131.6, 6.5, 0.19],
    [-2.5, 128.8, 5.9, 0.17],
    [-1.7, 126.6, 4.5, 0.14],
    [0.4, 126.2, 1.8, 0.11],
  ],
];

const pairedArteries: readonly Path[] = [
  [
    // iliac, femoral, popliteal, posterior tibial
    [0.5, 106.4, -1.4, 0.6],
    [2.6, 101.6, -1.8, 0.52],
    [5.2, 96.6, -0.8, 0.45],
    [8, 91, 4.4, 0.45],
    [9.2, 82, 3.8, 0.42],
    [9.6, 68, 0.4, 0.37],
    [9.4, 54, -3, 0.33],
    [9.6, 45, -3.2, 0.28],
    [9, 30, -2.2, 0.2],
    [8.4, 10, -3.2, 0.17],
    [8.8, 3.6, 1, 0.12],
  ],
  [
    // deep femoral
    [8.6, 88, 4.4, 0.3],
    [10.4, 80, 2, 0.28],
    [11.6, 70, -1, 0.22],
    [11, 60, -2, 0.14],
  ],
  [
    // peroneal
    [9.6, 45, -3.2, 0.2],
    [11, 38, -2.6, 0.18],
    [11.6, 24, -2.6, 0.14],
    [11.2, 10, -2.6, 0.1],
  ],
  [
    // anterior tibial to the back of the foot
    [9.6, 45, -3, 0.2],
    [10.6, 41, 0.3, 0.18],
    [10.4, 26, 1.1, 0.15],
    [9.8, 10, 0.6, 0.12],
    [9.9, 5, 5, 0.1],
    [9.6, 3, 9.4, 0.07],
  ],
  [
    // radial to the palmar arch
    [24.2, 111.4, -0.6, 0.2],
    [25.8, 104, 0.6, 0.17],
    [27.4, 94, 1.5, 0.14],
    [28.2, 87, 1.7, 0.12],
    [28.8, 80, 1.9, 0.08],
    [30.4, 77.6, 1.8, 0.07],
    [32, 79, 1.5, 0.07],
  ],
  [
    // external carotid
    [3, 153.4, 0.6, 0.28],
    [4.6, 156.6, 2.2, 0.22],
    [5.6, 160, 2, 0.2],
    [6.4, 165, 1.6, 0.16],
    [6.2, 170, 1.8, 0.1],
  ],
  [
    // facial
    [4, 155.8, 2, 0.16],
    [4.4, 156.2, 4.8, 0.14],
    [3.4, 158.6, 7.4, 0.12],
    [2.2, 162.2, 8, 0.08],
  ],
  [
    // internal iliac
    [4.6, 98, -1.6, 0.4],
    [5, 95, -4, 0.32],
    [4.4, 91, -5, 0.24],
  ],
  [
    // vertebral, through the transverse processes
    [3.4, 144.4, -1, 0.2],
    [2.2, 149, -3.4, 0.18],
    [2, 156.4, -2.4, 0.18],
    [1.2, 159.8, -2.6, 0.17],
    [0.2, 162.6, 0.9, 0.16],
  ],
];

/** These carry blood into the liver. */
const portalVeins: readonly Path[] = [
  [
    // portal
    [-0.6, 115.8, 0.8, 0.62],
    [-1.6, 117.4, 1, 0.62],
    [-3.2, 119.2, 1.2, 0.6],
    [-5.2, 120.4, 0.8, 0.5],
    [-8.2, 121.4, -0.4, 0.34],
  ],
  [
    // its left branch
    [-3.6, 119.4, 1.2, 0.42],
    [-1.8, 121.2, 2.4, 0.36],
    [0.6, 122.2, 3.4, 0.26],
  ],
];

const unpairedVeins: readonly Path[] = [
  inferiorCavaKnots,
  superiorCavaKnots,
  [
    // right brachiocephalic and jugular
    [-2.8, 141.6, 1.8, 0.75],
    [-3.6, 144.4, 2.2, 0.62],
    [-3.9, 149, 1.6, 0.55],
    [-4.2, 155, 0.6, 0.5],
    [-4, 160, -0.6, 0.4],
  ],
  [
    // left brachiocephalic crosses in front, then jugular
    [-2.7, 141.2, 2, 0.7],
    [0, 142.8, 3, 0.66],
    [3.6, 144.2, 2.4, 0.6],
    [4, 149, 1.6, 0.52],
    [4.2, 155, 0.6, 0.5],
    [4, 160, -0.6, 0.4],
  ],
  [
    // superior mesenteric
    [-3.2, 101, 3.4, 0.24],
    [-1.4, 106, 2.8, 0.42],
    [-0.8, 111.6, 2, 0.5],
    [-0.6, 115.8, 0.8, 0.58],
  ],
  [
    // splenic
    [9.8, 120.4, -4.6, 0.3],
    [6.4, 119.6, -3.4, 0.36],
    [2.6, 118, -1.2, 0.42],
    [-0.6, 116, 0.8, 0.5],
  ],
  [
    // left renal, in front of the aorta
    [4.6, 116, -4.2, 0.34],
    [2.6, 115.6, -1.8, 0.36],
    [-0.6, 115.4, -1.6, 0.4],
    [-2, 115.4, -2, 0.42],
  ],
  [
    // right renal
    [-4.6, 114.4, -4.2, 0.36],
    [-2.4, 114.4, -2.4, 0.42],
  ],
  [
    // coronary sinus, in the groove behind
    [5.6, 133, 0.4, 0.18],
    [3.8, 130.4, -2, 0.3],
    [1, 129.5, -2.1, 0.4],
    [-1.6, 128.9, -0.6, 0.42],
  ],
];

const pairedVeins: readonly Path[] = [
  [
    // subclavian, axillary, basilic
    [3.7, 144.4, 2.2, 0.55],
    [7.4, 145.2, 1.4, 0.5],
    [11.2, 142.2, 0.6, 0.45],
    [15.6, 138, -0.2, 0.4],
    [19.2, 129, -0.4, 0.33],
    [22.4, 118, -0.6, 0.3],
    [25.2, 109, 0.7, 0.26],
    [28.4, 96, 1.6, 0.2],
    [30.2, 86, 1.5, 0.16],
  ],
  [
    // iliac, femoral, popliteal, tibial
    [-1, 104.8, -2.2, 0.75],
    [2.2, 100.2, -2.8, 0.62],
    [4.4, 96, -1.8, 0.55],
    [7, 90.8, 4, 0.52],
    [8.2, 81, 3.4, 0.46],
    [8.8, 67, -0.2, 0.4],
    [8.9, 54, -3.6, 0.36],
    [9, 44, -3.8, 0.3],
    [8.2, 30, -3, 0.22],
    [7.6, 10, -2.6, 0.18],
  ],
  [
    // great saphenous, in front of the ankle and up the inside of the leg
    [7, 90, 4.6, 0.24],
    [5, 80, 4.6, 0.2],
    [4.4, 64, 1.6, 0.18],
    [5.2, 50, -2, 0.17],
    [5.4, 34, -0.6, 0.15],
    [7.4, 12, -1, 0.13],
    [7.4, 6.4, 0.4, 0.1],
  ],
];

/** The right iliac vein starts on the cava's own side. */
const mirroredVein = (path: Path): Path =>
  mirrorPath(path).map((point, i) =>
    i === 0 && point[0] > 0 && point[1] < 106 ? [-1, 104.8, -2.2, 0.75] : point,
  );

const withBothSides = (paths: readonly Path[], mirrored: (path: Path) => Path): Path[] =>
  paths.flatMap((path) => [path, mirrored(path)]);

export const arteryAxes: readonly Path[] = [
  ...unpairedArteries,
  ...withBothSides(pairedArteries, mirrorPath),
];
/** All others widen towards the heart. */
const towardsHeart = (path: Path): Path =>
  (path[0]?.[3] ?? 0) > (path.at(-1)?.[3] ?? 0) ? path.toReversed() : path;

export const veinAxes: readonly Path[] = [
  ...portalVeins,
  ...unpairedVeins.map(towardsHeart),
  ...withBothSides(pairedVeins, mirroredVein).map(towardsHeart),
];

export const vesselRecipes: readonly TubeRecipe[] = [
  { id: "arteries", axes: arteryAxes, steps: 8, sides: 12 },
  { id: "veins", axes: veinAxes, steps: 8, sides: 12 },
];
