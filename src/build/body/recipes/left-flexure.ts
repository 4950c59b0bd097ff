/** The colon's left flexure: what the spleen rests on. A file of its own, since bowel needs bladder. */
import { smoothPath, type Path } from "../../../views/body/mesh/curve";
import { tube } from "../distance/tube";

/** Distended radii, like the rest of the colon in `bowel.ts`. */
export const leftFlexureKnots: Path = [
  [9.6, 114.2, 2.6, 1.7],
  [11.1, 116.3, -1, 1.65],
  [11.9, 114.2, -3.2, 1.55],
];

export const leftFlexure = tube(
  smoothPath(
    leftFlexureKnots.map(([x, y, z, r]) => [x, y, z, r * 0.92]),
    8,
  ),
);
