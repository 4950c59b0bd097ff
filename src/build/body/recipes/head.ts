/**
 * The head's outside: cranium, a lofted face, and the features that make it one.
 *
 * At half a centimetre of grid only soft forms survive: lids are a bulge in the orbit, the mouth is
 * a groove between two swellings. Tried: a nose as one cone (a beak without wings).
 */
import { bothSides, smoothMax, smoothMin, type Field } from "../distance/field";
import { loft } from "../distance/loft";
import { ellipsoid, roundCone, sphere } from "../distance/shapes";

const cranium = ellipsoid([0, 166.6, -0.6], [7.6, 9.3, 9.7]);
const face = loft([
  [151.4, 0, 2.8, 1.4, 2.6, 1.6, 2.2],
  [152.4, 0, 3.3, 3.2, 4.4, 3, 2.2],
  [155, 0, 3, 4.7, 5.7, 4, 2.25],
  [158, 0, 2.6, 5.7, 6.5, 5, 2.3],
  [162, 0, 2, 6.4, 7.1, 6, 2.3],
  [166, 0, 1.4, 6.9, 7.8, 7, 2.2],
  [170, 0, 1, 6.8, 7.4, 7, 2.1],
]);

interface Feature {
  readonly field: Field;
  /** Width of the fillet, cm. */
  readonly fillet: number;
}

/** On the person's left; the head is mirrored. */
const swellings: readonly Feature[] = [
  { field: ellipsoid([2.9, 166.3, 8], [3.2, 0.85, 1]), fillet: 1.5 }, // brow
  { field: sphere([3.15, 163.9, 7.2], 1.5), fillet: 0.35 }, // lids over the eye
  { field: ellipsoid([4.5, 161.2, 6.3], [2, 1.4, 1.8]), fillet: 1.8 }, // cheekbone
  { field: roundCone([0, 165.2, 8.7], [0, 160.7, 11.2], 0.62, 0.92), fillet: 1.1 }, // bridge and tip
  { field: ellipsoid([1.3, 160.2, 9.7], [0.75, 0.72, 1.05]), fillet: 0.5 }, // wing of the nose
  { field: ellipsoid([0, 157.9, 8.75], [2, 0.5, 0.75]), fillet: 0.7 }, // upper lip
  { field: ellipsoid([0, 156.7, 8.6], [1.7, 0.55, 0.8]), fillet: 0.6 }, // lower lip
  { field: ellipsoid([0, 153.7, 7.6], [2, 1.3, 1.5]), fillet: 1.3 }, // chin
];
const hollows: readonly Feature[] = [
  { field: ellipsoid([3.1, 164.3, 10.1], [2.1, 1.45, 2.1]), fillet: 1.3 }, // orbit
  { field: sphere([0.62, 159.5, 10.7], 0.36), fillet: 0.3 }, // nostril
  { field: ellipsoid([0, 157.3, 9.7], [2.1, 0.1, 0.7]), fillet: 0.35 }, // mouth
];

const earShell = ellipsoid([7.7, 163.2, -0.6], [0.6, 3, 1.8], [8, 16, 0]);
const earHollow = ellipsoid([8.5, 163.1, -0.1], [0.5, 1.5, 0.8], [8, 16, 0]);
const ear: Field = (x, y, z) => smoothMax(earShell(x, y, z), -earHollow(x, y, z), 0.4);

export const head: Field = bothSides((x, y, z) => {
  let distance = smoothMin(cranium(x, y, z), face(x, y, z), 3.2);
  // Orbits before lids, so that the lids stand in them.
  const orbit = hollows[0] as Feature;
  distance = smoothMax(distance, -orbit.field(x, y, z), orbit.fillet);
  if (z > 2)
    for (const { field, fillet } of swellings)
      distance = smoothMin(distance, field(x, y, z), fillet);
  if (z > 6)
    for (const { field, fillet } of hollows.slice(1))
      distance = smoothMax(distance, -field(x, y, z), fillet);
  return smoothMin(distance, ear(x, y, z), 0.7);
});
