/**
 * Frames that several organs share: rib cage, diaphragm, and the vertebral column's line.
 *
 * Numbers drawn within the levels of surface anatomy: lung apex above the clavicle, right dome at
 * the fifth rib, left dome 1.6 cm lower, costophrenic angle sharp (hence the quartic).
 */
import { loft } from "../distance/loft";
import { smoothMin } from "../distance/field";

/** Inner surface of the rib cage. */
export const ribCage = loft([
  [108, 0, 0, 12.6, 8.2, 7.2, 2.3],
  [112, 0, 0, 13, 8.6, 7.8, 2.3],
  [117, 0, 0, 13.4, 9, 8.6, 2.3],
  [123, 0, 0, 13.8, 9.6, 9.2, 2.3],
  [129, 0, 0, 13.9, 9.7, 9.6, 2.3],
  [135, 0, -0.3, 13.4, 8.6, 9.6, 2.25],
  [140, 0, -0.8, 12.2, 6.8, 9.2, 2.2],
  [144, 0, -1.6, 10.2, 5.1, 8, 2.1],
  [147.5, 0, -2.4, 7.2, 3.4, 6, 2],
  [149.6, 0, -2.6, 4.4, 2.2, 4.4, 2],
]);

/** Height of the diaphragm over a place, cm. */
export function diaphragm(x: number, z: number): number {
  const right = domeHeight(x, z, -6.4, 130.6);
  const left = domeHeight(x, z, 6.6, 129);
  return -smoothMin(-right, -left, 2.4);
}

function domeHeight(x: number, z: number, centreX: number, top: number): number {
  const dx = x - centreX;
  const dz = z - 1.5;
  const towardsMidline = Math.sign(dx) === Math.sign(centreX) ? 1 : 0.55;
  const sideways = 0.03 * dx * dx + 0.0022 * dx ** 4;
  return top - towardsMidline * sideways - 0.03 * dz * dz - 0.00024 * dz ** 4;
}

/** One vertebral body: height and depth of its centre, radius, and half of the pitch, cm. */
export interface Vertebra {
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  readonly height: number;
}

/** C1 to L5, from the top. */
export const vertebrae: readonly Vertebra[] = [
  ...Array.from({ length: 7 }, (_, i) => ({
    y: 157.4 - i * 1.5,
    z: -1.6 - i * 0.36,
    radius: 1.25 + i * 0.05,
    height: 1.05,
  })),
  ...Array.from({ length: 12 }, (_, i) => ({
    y: 146 - i * 2.42,
    z: thoracicDepth(i + 1),
    radius: 1.45 + i * 0.05,
    height: 1.75,
  })),
  ...(
    [
      [116.4, -4.9],
      [112.9, -4.3],
      [109.3, -3.9],
      [105.6, -3.8],
      [102, -4.4],
    ] as const
  ).map(([y, z], i) => ({ y, z, radius: 2.1 + i * 0.08, height: 2.75 })),
];

/** Depth of the n-th thoracic body: the kyphosis bows back to T6. */
export function thoracicDepth(n: number): number {
  return -5.2 - Math.sin(Math.min(1, n / 12) * Math.PI) * 2.1 - n * 0.02;
}
