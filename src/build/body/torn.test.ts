/** Nobody, however extreme, is drawn torn or turned inside out. */
import { describe, expect, test } from "vitest";
import { at, type Vec3 } from "../../views/body/mesh/vectors";
import { partOf } from "../../views/body/parts";
import { warpFor, type BodyWarp } from "../../views/body/warp";
import { thePackedBody } from "./packed-for-tests";
import { referenceMan } from "./people-for-tests";

const the = thePackedBody();

/** Determinant of the map's slopes: negative where it turns the body inside out. */
function stretchAt(warp: BodyWarp, [x, y, z]: Vec3, fatShare: number): number {
  const e = 0.02;
  const column = (dx: number, dy: number, dz: number): Vec3 => {
    const after = warp.place([x + dx, y + dy, z + dz], fatShare);
    const before = warp.place([x - dx, y - dy, z - dz], fatShare);
    return [
      (after[0] - before[0]) / (2 * e),
      (after[1] - before[1]) / (2 * e),
      (after[2] - before[2]) / (2 * e),
    ];
  };
  const [a, b, c] = [column(e, 0, 0), column(0, e, 0), column(0, 0, e)];
  return (
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    b[0] * (a[1] * c[2] - a[2] * c[1]) +
    c[0] * (a[1] * b[2] - a[2] * b[1])
  );
}

const people = [0, 2, 12, 40].flatMap((ageYears) =>
  [30, 110, 176, 250].flatMap((heightCm) =>
    [0.5, 15, 73, 400].map((weightKg) => ({ ...referenceMan, ageYears, heightCm, weightKg })),
  ),
);

describe("at the limits of age, height and weight", () => {
  test("organs and bones keep their sides", () => {
    for (const person of people) {
      const warp = warpFor(person, the.body.facts);
      for (const [id, { positions }] of the.body.far) {
        const { look } = partOf(id);
        if (look === "skin" || look === "muscle") continue;
        for (let i = 0; i < positions.length; i += 3 * 211) {
          const point: Vec3 = [at(positions, i), at(positions, i + 1), at(positions, i + 2)];
          expect(stretchAt(warp, point, 0), `${id} at ${point.join()}`).toBeGreaterThan(0);
        }
      }
    }
  });

  /**
   * In the armpit of the very heavy the flank grows into the arm that hangs on it, as flesh does;
   * everywhere else the skin keeps its sides.
   */
  test("the skin keeps its sides outside the armpit", () => {
    for (const person of people) {
      const warp = warpFor(person, the.body.facts);
      const positions = the.body.far.get("maleSkin")?.positions ?? new Float32Array(0);
      for (let i = 0; i < positions.length; i += 3 * 17) {
        const point: Vec3 = [at(positions, i), at(positions, i + 1), at(positions, i + 2)];
        const isArmpit = point[1] > 116 && point[1] < 147 && Math.abs(point[0]) > 13;
        if (isArmpit && warp.fatness > 0.5) continue;
        expect(
          stretchAt(warp, point, 1),
          `${JSON.stringify([person.ageYears, person.heightCm, person.weightKg])} at ${point.join()}`,
        ).toBeGreaterThan(0);
      }
    }
  });
});
