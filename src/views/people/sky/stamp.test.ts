import { describe, expect, test } from "vitest";
import { layOver, withStrength, type Stamp } from "./stamp";

const picture = (width: number, height: number) => ({
  width,
  height,
  data: new Uint8ClampedArray(4 * width * height),
});
const square = (size: number, ...colour: readonly number[]): Stamp => ({
  size,
  pixels: Uint8ClampedArray.from({ length: 4 * size * size }, (_, i) => colour[i % 4] ?? 0),
});
const pixel = ({ width, data }: ReturnType<typeof picture>, x: number, y: number) =>
  Array.from(data.slice(4 * (y * width + x), 4 * (y * width + x) + 4));

describe("a stamp", () => {
  test("covers its square around the place, and nothing else", () => {
    const whole = picture(8, 8);
    layOver(whole, square(2, 10, 20, 30, 255), 4, 4);
    const covered = [3, 4].flatMap((y) => [3, 4].map((x) => pixel(whole, x, y)));
    expect(covered).toEqual(Array.from({ length: 4 }, () => [10, 20, 30, 255]));
    expect(whole.data.filter((_, i) => i % 4 === 3 && whole.data[i] !== 0)).toHaveLength(4);
  });

  test("is cut at every edge", () => {
    const whole = picture(4, 4);
    for (const [x, y] of [
      [0, 0],
      [4, 4],
      [-9, 2],
      [2, 40],
    ] as const) {
      layOver(whole, square(4, 1, 1, 1, 255), x, y);
    }
    expect([pixel(whole, 0, 0)[3], pixel(whole, 3, 3)[3], pixel(whole, 0, 3)[3]]).toEqual([
      255, 255, 0,
    ]);
  });

  test("mixes with what lies under it by its opacity", () => {
    const whole = picture(2, 2);
    layOver(whole, square(2, 200, 0, 0, 255), 1, 1);
    layOver(whole, square(2, 0, 100, 0, 51), 1, 1);
    expect(pixel(whole, 0, 0)).toEqual([160, 20, 0, 255]);
  });

  test("mixes two that are not whole into a colour between, more opaque than either", () => {
    const whole = picture(2, 2);
    layOver(whole, square(2, 200, 0, 0, 102), 1, 1);
    layOver(whole, square(2, 0, 0, 120, 102), 1, 1);
    // Over 0.4, under 0.4 × 0.6 = 0.24: whole 0.64, red 200 × 0.24 / 0.64, blue 120 × 0.4 / 0.64.
    expect(pixel(whole, 0, 0)).toEqual([75, 0, 75, 163]);
  });

  test("fades without changing its colour", () => {
    expect(Array.from(withStrength(square(1, 9, 8, 7, 200), 0.5).pixels)).toEqual([9, 8, 7, 100]);
  });
});
