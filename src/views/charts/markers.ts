/**
 * Shapes of observed points, around the origin: of like area, so that none looks more important.
 * Five paths written out; d3-shape would bring 6 kB of gzip for them.
 */
import type { Marker } from "./time-course";

const paths: Readonly<Record<Marker, string>> = {
  circle: "M3.8 0A3.8 3.8 0 1 1-3.8 0A3.8 3.8 0 1 1 3.8 0Z",
  square: "M-3.4-3.4H3.4V3.4H-3.4Z",
  triangle: "M0-5.2L4.9 3.3H-4.9Z",
  diamond: "M0-5.2L4.5 0L0 5.2L-4.5 0Z",
  cross: "M-3.6-3.6L3.6 3.6M-3.6 3.6L3.6-3.6",
};

export const markerPath = (marker: Marker): string => paths[marker];
