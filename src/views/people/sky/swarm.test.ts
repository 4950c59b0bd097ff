import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOutSwarm, swarmOf } from "./swarm";

const rising = (values: readonly number[]) => Float32Array.from(values).sort();

/** The slow way: the first lane from the middle in which no earlier dot is too near. */
function expected(places: Float32Array, lanes: number, pitch: number): number[] {
  const taken: number[] = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY);
  return Array.from(places, (place) => {
    let lane = taken.findIndex((last) => last <= place - pitch + 1e-3);
    if (lane < 0) lane = taken.indexOf(Math.min(...taken));
    taken[lane] = place;
    return (lane % 2 === 1 ? (lane + 1) / 2 : 0 - lane / 2) * pitch;
  });
}

describe("a swarm", () => {
  test("leaves a lone dot on the line and pushes others to both sides in turn", () => {
    expect(Array.from(swarmOf(rising([5, 5, 5, 20]), 40, 4).offsets)).toEqual([0, 4, -4, 0]);
  });

  test("takes the lanes that a search of all of them would take", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 300, noNaN: true }), { maxLength: 80 }),
        fc.integer({ min: 8, max: 60 }),
        (values, height) => {
          const places = rising(values);
          const { offsets } = swarmOf(places, height, 4);
          const wanted = expected(places, Math.floor(height / 4), 4);
          expect(Array.from(offsets)).toEqual(wanted);
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });

  test("lets no two dots overlap as long as there is room", () => {
    const places = rising(Array.from({ length: 400 }, (_, i) => 150 + 60 * Math.sin(i * i)));
    const { offsets, pitch, overlapping } = layOutSwarm(places, 300);
    expect(overlapping).toBe(0);
    let nearest = Number.POSITIVE_INFINITY;
    for (let a = 0; a < places.length; a++) {
      for (let b = 0; b < a; b++) {
        const across = (places[a] ?? 0) - (places[b] ?? 0);
        const up = (offsets[a] ?? 0) - (offsets[b] ?? 0);
        nearest = Math.min(nearest, Math.hypot(across, up));
      }
    }
    // Places are kept in 32 bit, and neighbours may be nearer by a thousandth of a pixel.
    expect(nearest).toBeGreaterThan(pitch - 2e-3);
  });

  test("counts the dots that lie on others where there is none", () => {
    const { overlapping, offsets } = layOutSwarm(new Float32Array(100).fill(3), 30);
    expect(overlapping).toBe(100 - 20);
    expect(Math.max(...offsets.map(Math.abs))).toBeLessThanOrEqual(15);
  });

  test("draws small crowds with larger dots", () => {
    const spread = (count: number) =>
      rising(Array.from({ length: count }, (_, i) => (i / count) * 500));
    expect(layOutSwarm(spread(50), 300).pitch).toBe(9);
    expect(layOutSwarm(spread(8000), 200).pitch).toBeLessThan(5);
  });

  test("of nobody is empty", () => {
    expect(layOutSwarm(new Float32Array(0), 100).offsets).toHaveLength(0);
  });
});
