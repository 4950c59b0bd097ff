/**
 * Small pictures laid over a large one, pixel by pixel, as "source over" of a canvas does it.
 *
 * Colours are not multiplied by their opacity, as in ImageData. Nearly all pixels are either whole
 * or empty, and those are copied or left.
 */

/** A square of red, green, blue and opacity. */
export interface Stamp {
  readonly size: number;
  readonly pixels: Uint8ClampedArray;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** With its middle at the place, on whole pixels; what stands over the edge is cut. */
export function layOver(
  { width, height, data }: Picture,
  stamp: Stamp,
  x: number,
  y: number,
): void {
  const { size, pixels } = stamp;
  const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)];
  const [from, until] = [Math.max(0, -left), Math.min(size, width - left)];
  for (let row = Math.max(0, -top); row < Math.min(size, height - top); row++) {
    for (let column = from; column < until; column++) {
      const source = 4 * (row * size + column);
      const opacity = pixels[source + 3] ?? 0;
      if (opacity === 0) continue;
      const target = 4 * ((top + row) * width + left + column);
      if (opacity === 255 || data[target + 3] === 0) copy(data, target, pixels, source);
      else mix(data, target, pixels, source);
    }
  }
}

/** The same with less opacity, from 0 to 1. */
export function withStrength({ size, pixels }: Stamp, strength: number): Stamp {
  const faded = pixels.map((value, index) => (index % 4 === 3 ? value * strength : value));
  return { size, pixels: faded };
}

// ——— one pixel ———

function copy(to: Uint8ClampedArray, target: number, from: Uint8ClampedArray, source: number) {
  to[target] = from[source] ?? 0;
  to[target + 1] = from[source + 1] ?? 0;
  to[target + 2] = from[source + 2] ?? 0;
  to[target + 3] = from[source + 3] ?? 0;
}

function mix(to: Uint8ClampedArray, target: number, from: Uint8ClampedArray, source: number) {
  const over = (from[source + 3] ?? 0) / 255;
  const under = ((to[target + 3] ?? 0) / 255) * (1 - over);
  const whole = over + under;
  for (let band = 0; band < 3; band++) {
    const mixed = (from[source + band] ?? 0) * over + (to[target + band] ?? 0) * under;
    to[target + band] = mixed / whole;
  }
  to[target + 3] = 255 * whole;
}
