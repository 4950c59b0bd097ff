/**
 * Signed distances and how they combine. A field is negative inside, positive outside, cm.
 *
 * Few of them are exact distances; it is enough that they are zero on the surface, have a gradient
 * of about one near it and never claim to be further away than they are by more than a little.
 */
export type Field = (x: number, y: number, z: number) => number;

/** Polynomial smooth minimum: joins two solids with a fillet about `k` cm wide. */
export function smoothMin(a: number, b: number, k: number): number {
  const overlap = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - overlap * overlap * k * 0.25;
}

export const smoothMax = (a: number, b: number, k: number): number => -smoothMin(-a, -b, k);

/** All of the fields as one solid, with fillets `k` cm wide. */
export function blend(k: number, ...fields: readonly Field[]): Field {
  return (x, y, z) => {
    let distance = Infinity;
    for (const field of fields) {
      const next = field(x, y, z);
      distance = distance === Infinity ? next : smoothMin(distance, next, k);
    }
    return distance;
  };
}

/** All of the fields as one solid, with sharp seams. */
export function unite(...fields: readonly Field[]): Field {
  return (x, y, z) => {
    let distance = Infinity;
    for (const field of fields) distance = Math.min(distance, field(x, y, z));
    return distance;
  };
}

/** The solid and its image on the other side of the midline; describe the person's left (x > 0). */
export const bothSides =
  (field: Field): Field =>
  (x, y, z) =>
    field(Math.abs(x), y, z);

/** The image on the other side of the midline only. */
export const otherSide =
  (field: Field): Field =>
  (x, y, z) =>
    field(-x, y, z);
