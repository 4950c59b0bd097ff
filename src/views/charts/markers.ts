/** Shapes of observed points: of like area, so that none looks more important. */
import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTimes,
  symbolTriangle,
  type SymbolType,
} from "d3-shape";
import type { Marker } from "./time-course";

const shapes: Readonly<Record<Marker, SymbolType>> = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
  cross: symbolTimes,
};

const area = 46;

/** A path around the origin. */
export const markerPath = (marker: Marker): string => symbol(shapes[marker], area)() ?? "";
