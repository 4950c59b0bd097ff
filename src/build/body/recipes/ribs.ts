/**
 * Twelve pairs of ribs on the cage, and the clavicles.
 *
 * Each rib falls from its vertebra along the cage; cartilage of ribs 1–7 rises to the sternum,
 * that of 8–10 joins the one above, 11 and 12 end free.
 */
import { mirrorPath, smoothPath, type Path, type PathPoint } from "../../../views/body/mesh/curve";
import { mix } from "../../../views/body/mesh/vectors";
import { ribCage, thoracicDepth } from "./frames";
import type { TubeRecipe } from "./recipe";

interface Rib {
  /** How far it falls from its head to its front end, cm. */
  readonly drop: number;
  /** How far round the cage the bone goes, 1 is the front midline. */
  readonly reach: number;
  /** Where its cartilage ends, if it has any. */
  readonly cartilage?: readonly [x: number, y: number, z: number];
}

const ribs: readonly Rib[] = [
  { drop: 3.4, reach: 0.84, cartilage: [1.5, 141.8, 5.4] },
  { drop: 6.6, reach: 0.84, cartilage: [1.5, 138.4, 7] },
  { drop: 9.2, reach: 0.84, cartilage: [1.5, 135.8, 7.9] },
  { drop: 11, reach: 0.84, cartilage: [1.5, 133.2, 8.7] },
  { drop: 12.2, reach: 0.84, cartilage: [1.5, 130.6, 9.4] },
  { drop: 13.2, reach: 0.85, cartilage: [1.5, 128, 9.7] },
  { drop: 13.8, reach: 0.85, cartilage: [1.5, 125.8, 9.9] },
  { drop: 14, reach: 0.84, cartilage: [3.4, 122.4, 9.6] },
  { drop: 13.6, reach: 0.82, cartilage: [5.6, 119.2, 8.7] },
  { drop: 12.6, reach: 0.78, cartilage: [8, 115.8, 7.3] },
  { drop: 9.4, reach: 0.58 },
  { drop: 6.6, reach: 0.42 },
];

const POINTS = 20;
/** The bone's axis stands this far outside the lining of the chest, cm. */
const OFF_LINING = 0.3;

const ribPath = ({ drop, reach, cartilage }: Rib, index: number): PathPoint[] => {
  const headHeight = 146.3 - index * 2.42;
  const headDepth = thoracicDepth(index + 1) + 0.02 * (index + 1) - 0.2;
  const radius = index === 0 ? 0.5 : 0.44;
  const path: PathPoint[] = [];
  for (let point = 0; point <= POINTS; point++) {
    const t = (point / POINTS) * reach;
    const y = headHeight - drop * t ** 1.05;
    const [, , centreZ, halfWidth, front, back] = ribCage.rowAt(y);
    const depth = (t < 0.5 ? back : front) + OFF_LINING;
    let x = (halfWidth + OFF_LINING) * Math.sin(Math.PI * t) ** 0.85;
    let z = centreZ - Math.cos(Math.PI * t) * depth;
    if (t < 0.13) {
      // The neck sets out from the vertebra, not from the cage.
      x = mix(2.2, Math.max(x, 2.2), t / 0.13);
      z = mix(headDepth, z, t / 0.13);
    }
    path.push([x, y, z, radius]);
  }
  return cartilage ? [...path, ...costalCartilage(path, cartilage)] : path;
};

function costalCartilage(rib: Path, [ex, ey, ez]: readonly [number, number, number]): PathPoint[] {
  const [x, y, z] = rib[rib.length - 1] as PathPoint;
  const rise = ey - y;
  // It bulges a little; where it runs under the belly's skin, less.
  const bulge = ex > 3 ? 0.12 : 0.38;
  return [
    [mix(x, ex, 0.28), y + rise * 0.1 - 0.25, mix(z, ez, 0.3) + bulge, 0.43],
    [mix(x, ex, 0.62), y + rise * 0.48, mix(z, ez, 0.64) + bulge, 0.42],
    [ex, ey, ez, 0.42],
  ];
}

const clavicle = smoothPath(
  [
    [1.8, 143, 3.5, 0.75],
    [5.5, 143.5, 3.8, 0.6],
    [10, 144, 1.8, 0.58],
    [14.4, 144.4, -1.8, 0.7],
  ],
  2,
);

const leftSide = [...ribs.map(ribPath), clavicle];

export const ribsRecipe: TubeRecipe = {
  id: "ribs",
  axes: leftSide.flatMap((path) => [path, mirrorPath(path)]),
  steps: 3,
  sides: 9,
};
