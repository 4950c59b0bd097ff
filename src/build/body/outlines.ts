/**
 * Front outlines for the flat body: the nearest the line of sight comes to a solid, on a grid of
 * lines of sight, cut at zero by marching squares and simplified.
 *
 * Seen from where the `whole` camera stands, so that the flat picture covers the deep one exactly.
 * Segments are linked by the grid edge they end on, not by rounded places: rounding collides and
 * draws chords across the picture.
 */
import { arcLengths, type PathPoint } from "../../views/body/mesh/curve";
import { WHOLE_CAMERA } from "../../views/body/anatomy";
import type { Contours, Stroke } from "../../views/body/body-facts";
import { at } from "../../views/body/mesh/vectors";
import type { Field } from "./distance/field";
import type { Box } from "./meshing/surface-net";

export interface Outlined {
  readonly field: Field;
  readonly box: Box;
}

export interface OutlineRequest {
  /** What is seen as one shape. */
  readonly solids: readonly Outlined[];
  /** Grid of lines of sight, cm. */
  readonly step: number;
  /** Largest error of the simplified line, cm. */
  readonly tolerance: number;
}

/** @throws Error if a contour does not close: the grid then cuts the solid */
export function outlineOf({ solids, step, tolerance }: OutlineRequest): Contours {
  const sheet = emptySheet(solids, step);
  for (const solid of solids) lookAt(solid, sheet);
  return linkContours(marchSquares(sheet))
    .filter((contour) => Math.abs(areaOf(contour)) > SMALLEST)
    .map((contour) => compact(simplifyClosed(contour, tolerance)));
}

/** Specks and pinholes below this are left out, cm². */
const SMALLEST = 3;

function areaOf(contour: readonly Point[]): number {
  let area = 0;
  for (const [i, [x, y]] of contour.entries()) {
    const [nx, ny] = contour[(i + 1) % contour.length] ?? [x, y];
    area += (x * ny - nx * y) / 2;
  }
  return area;
}

type Point = readonly [x: number, y: number];

/** Seen from the front, where a point in the body falls on the plane z = 0. */
function project([x, y, z]: readonly [number, number, number, ...number[]]): Point {
  const { height, distance } = WHOLE_CAMERA;
  const k = distance / (distance - z);
  return [x * k, height + (y - height) * k];
}

/** A line with a width, from an axis, for bowel and vessels. */
export function strokeOf(axis: readonly PathPoint[], tolerance: number): Stroke {
  const lengths = arcLengths(axis);
  const radius = axis.reduce((sum, point) => sum + point[3], 0) / lengths.length;
  return {
    width: Math.round(radius * 20) / 10,
    line: compact(simplifyOpen(axis.map(project), tolerance)),
  };
}

interface Sheet {
  readonly nx: number;
  readonly ny: number;
  readonly left: number;
  readonly bottom: number;
  readonly step: number;
  readonly values: Float64Array;
}

/** Where a box falls on the picture: left, bottom, right, top. */
function windowOf([low, high]: Box): readonly [number, number, number, number] {
  const corners = [low, high].flatMap(([x, y]) => [low[2], high[2]].map((z) => project([x, y, z])));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function emptySheet(solids: readonly Outlined[], step: number): Sheet {
  const windows = solids.map(({ box }) => windowOf(box));
  const left = Math.min(...windows.map((w) => w[0])) - step;
  const bottom = Math.min(...windows.map((w) => w[1])) - step;
  const nx = Math.ceil((Math.max(...windows.map((w) => w[2])) + step - left) / step) + 1;
  const ny = Math.ceil((Math.max(...windows.map((w) => w[3])) + step - bottom) / step) + 1;
  return { nx, ny, left, bottom, step, values: new Float64Array(nx * ny).fill(9) };
}

/** Lowers the sheet to the nearest each line of sight comes to a solid. */
function lookAt({ field, box }: Outlined, { nx, ny, left, bottom, step, values }: Sheet): void {
  const { height, distance } = WHOLE_CAMERA;
  const [x0, y0, x1, y1] = windowOf(box);
  const from = (value: number, start: number) =>
    Math.max(0, Math.floor((value - start) / step) - 1);
  const to = (value: number, start: number, count: number) =>
    Math.min(count - 1, Math.ceil((value - start) / step) + 1);
  for (let j = from(y0, bottom); j <= to(y1, bottom, ny); j++)
    for (let i = from(x0, left); i <= to(x1, left, nx); i++) {
      const x = left + i * step;
      const y = bottom + j * step;
      let nearest = at(values, j * nx + i);
      for (let z = box[1][2]; z > box[0][2];) {
        const k = (distance - z) / distance;
        const here = field(x * k, height + (y - height) * k, z);
        nearest = Math.min(nearest, here);
        z -= Math.max(0.3, Math.abs(here) * 0.6);
      }
      values[j * nx + i] = nearest;
    }
}

/** A piece of contour from one grid edge to another, the solid on its left. */
interface Piece {
  readonly from: { readonly edge: number; readonly point: Point };
  readonly to: { readonly edge: number; readonly point: Point };
}

function marchSquares({ nx, ny, left, bottom, step, values }: Sheet): Map<number, Piece> {
  const pieces = new Map<number, Piece>();
  const end = (i: number, j: number, upright: 0 | 1) => {
    const a = at(values, j * nx + i);
    const b = at(values, upright ? (j + 1) * nx + i : j * nx + i + 1);
    const t = a / (a - b);
    const point: Point = upright
      ? [left + i * step, bottom + (j + t) * step]
      : [left + (i + t) * step, bottom + j * step];
    return { edge: (j * nx + i) * 2 + upright, point };
  };
  for (let j = 0; j < ny - 1; j++)
    for (let i = 0; i < nx - 1; i++) {
      const corners = [
        at(values, j * nx + i) < 0,
        at(values, j * nx + i + 1) < 0,
        at(values, (j + 1) * nx + i + 1) < 0,
        at(values, (j + 1) * nx + i) < 0,
      ] as const;
      const ends = [
        () => end(i, j, 0),
        () => end(i + 1, j, 1),
        () => end(i, j + 1, 0),
        () => end(i, j, 1),
      ] as const;
      // Going round the cell, each exit from the solid is joined to the entry before it.
      for (let side = 0; side < 4; side++) {
        if (!corners[side] || corners[(side + 1) % 4]) continue;
        let entry = (side + 3) % 4;
        while (corners[entry] || !corners[(entry + 1) % 4]) entry = (entry + 3) % 4;
        const piece = {
          from: (ends[side] as () => Piece["from"])(),
          to: (ends[entry] as () => Piece["to"])(),
        };
        pieces.set(piece.from.edge, piece);
      }
    }
  return pieces;
}

function linkContours(pieces: Map<number, Piece>): Point[][] {
  const contours: Point[][] = [];
  for (const [start, first] of pieces) {
    const contour: Point[] = [];
    let piece: Piece | undefined = first;
    while (piece && pieces.delete(piece.from.edge)) {
      contour.push(piece.from.point);
      if (piece.to.edge === start) break;
      piece = pieces.get(piece.to.edge);
    }
    if (piece?.to.edge !== start) throw new Error("an outline does not close");
    contours.push(contour);
  }
  return contours;
}

/** Ramer–Douglas–Peucker on a ring: cut at its two far points. */
function simplifyClosed(ring: readonly Point[], tolerance: number): Point[] {
  const half = ring.length >> 1;
  const closed = [...ring, ring[0] as Point];
  return [
    ...simplifyOpen(closed.slice(0, half + 1), tolerance).slice(0, -1),
    ...simplifyOpen(closed.slice(half), tolerance).slice(0, -1),
  ];
}

function simplifyOpen(line: readonly Point[], tolerance: number): Point[] {
  if (line.length < 3) return [...line];
  const [first, last] = [line[0] as Point, line.at(-1) as Point];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const span = Math.hypot(dx, dy) || 1e-6;
  let [worst, index] = [0, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = line[i] as Point;
    const off = Math.abs(dy * (first[0] - x) - dx * (first[1] - y)) / span;
    if (off > worst) [worst, index] = [off, i];
  }
  if (worst <= tolerance) return [first, last];
  return [
    ...simplifyOpen(line.slice(0, index + 1), tolerance).slice(0, -1),
    ...simplifyOpen(line.slice(index), tolerance),
  ];
}

/** Tenths of a centimetre, the first point absolute, the others as steps. */
function compact(points: readonly Point[]): number[] {
  let [px, py] = [0, 0];
  return points.flatMap(([x, y]) => {
    const [rx, ry] = [Math.round(x * 10), Math.round(y * 10)];
    const step = [rx - px, ry - py];
    [px, py] = [rx, ry];
    return step;
  });
}
