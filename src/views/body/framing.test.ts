/** The flat body and the deep one stand in the same frame: one gives way without a jump. */
import { facts } from "virtual:perfuse-body";
import { Vector3 } from "three";
import { describe, expect, test } from "vitest";
import { organIds, type OrganId } from "../../pharmacology/body/organs";
import { referenceOrganVolumesL, type BodyShape } from "./body-shape";
import { OrbitCamera } from "./deep/camera";
import { flatBody, projectFlat } from "./flat-body";
import { frameOf } from "./framing";
import type { Vec3 } from "./mesh/vectors";
import { warpFor } from "./warp";

const organVolumesL = Object.fromEntries(
  organIds.map((id) => [id, referenceOrganVolumesL[id] ?? 1]),
) as Record<OrganId, number>;

const people: Readonly<Record<string, BodyShape>> = {
  man: { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73, organVolumesL },
  woman: { sex: "female", ageYears: 30, heightCm: 163, weightKg: 60, organVolumesL },
  newborn: { sex: "female", ageYears: 0, heightCm: 51, weightKg: 3.5, organVolumesL },
  "man of 150 kg": { sex: "male", ageYears: 50, heightCm: 176, weightKg: 150, organVolumesL },
};
const pictures = [
  [1440, 900],
  [390, 844],
  [600, 600],
] as const;

describe.each(Object.entries(people))("a %s", (_name, person) => {
  const warp = warpFor(person, facts);
  const frame = frameOf(warp);

  test.each(pictures)("falls on the same pixels in both bodies, %i × %i", (width, height) => {
    const camera = new OrbitCamera();
    camera.fit(warp, width / height);
    const scale = Math.min(height / frame.height, width / frame.width);
    for (const point of [
      [0, 170, 0],
      [-10, 120, 5],
      [9, 60, -2],
      [31, 78, 1],
    ] satisfies Vec3[]) {
      const world = warp.place(point, 1);
      const deep = new Vector3(...world).project(camera.camera);
      const [x, y] = projectFlat(frame, world);
      const deepX = ((deep.x + 1) / 2) * width;
      const deepY = ((1 - deep.y) / 2) * height;
      // In a narrow picture the camera steps back, which flattens perspective by a pixel or two.
      const slack = width < height ? 3 : 0.5;
      expect(Math.abs(width / 2 + x * scale - deepX)).toBeLessThan(slack);
      expect(Math.abs(height / 2 + (y + frame.centreY) * scale - deepY)).toBeLessThan(slack);
    }
  });

  test("stands whole inside the frame", () => {
    const { skin } = flatBody(facts, warp, person);
    const numbers = [...skin.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));
    const xs = numbers.filter((_, i) => i % 2 === 0);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    expect(Math.max(...xs)).toBeLessThan(frame.width / 2);
    expect(Math.min(...xs)).toBeGreaterThan(-frame.width / 2);
    expect(Math.max(...ys)).toBeLessThan(frame.height / 2 - frame.centreY);
    expect(Math.min(...ys)).toBeGreaterThan(-frame.height / 2 - frame.centreY);
  });
});
