/** Whom a free shape, drawn by hand, encloses. */

/** Corners in pixels; the last is joined to the first. */
export type Shape = readonly (readonly [x: number, y: number])[];

/** Corners nearer to the last one than this add nothing that a hand meant. */
const leastStep = 3;

export function withCorner(shape: Shape, x: number, y: number): Shape {
  const last = shape.at(-1);
  const isNear = last && Math.hypot(x - last[0], y - last[1]) < leastStep;
  return isNear ? shape : [...shape, [x, y]];
}

/** A press that hardly moved is no shape. */
export const isDrawn = (shape: Shape): boolean => shape.length >= 3;

/**
 * The dots inside, by rising index. Where a line crosses itself, what is enclosed an even number of
 * times is outside, as it looks.
 */
export function dotsInside(shape: Shape, xs: Float32Array, ys: Float32Array): Uint32Array {
  const edges = edgesOf(shape);
  const [top, bottom] = [Math.min(...edges.fromY), Math.max(...edges.fromY)];
  const [left, right] = [Math.min(...edges.fromX), Math.max(...edges.fromX)];
  const found: number[] = [];
  for (const [dot, x] of xs.entries()) {
    const y = ys[dot] ?? Number.NaN;
    const isNear = x >= left && x <= right && y >= top && y <= bottom;
    if (isNear && isInside(edges, x, y)) found.push(dot);
  }
  return Uint32Array.from(found);
}

interface Edges {
  readonly fromX: Float64Array;
  readonly fromY: Float64Array;
  readonly toY: Float64Array;
  /** How far an edge goes across for one pixel down. */
  readonly slope: Float64Array;
}

function edgesOf(shape: Shape): Edges {
  const next = (index: number) => shape[(index + 1) % shape.length] ?? [0, 0];
  return {
    fromX: Float64Array.from(shape, ([x]) => x),
    fromY: Float64Array.from(shape, ([, y]) => y),
    toY: Float64Array.from(shape, (_, index) => next(index)[1]),
    slope: Float64Array.from(shape, ([x, y], index) => {
      const [toX, toY] = next(index);
      return (toX - x) / (toY - y);
    }),
  };
}

/** A ray to the right leaves a shape as often as it enters it, unless it began inside. */
function isInside({ fromX, fromY, toY, slope }: Edges, x: number, y: number): boolean {
  let inside = false;
  for (let edge = 0; edge < fromX.length; edge++) {
    const from = fromY[edge] ?? 0;
    // Half open, so that a ray through a corner meets one of its two edges.
    if (from > y === (toY[edge] ?? 0) > y) continue;
    if (x < (fromX[edge] ?? 0) + (y - from) * (slope[edge] ?? 0)) inside = !inside;
  }
  return inside;
}
