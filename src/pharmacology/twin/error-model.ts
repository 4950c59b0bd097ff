/**
 * How far a measured level may lie from what the right model of the person predicts: the assay, the
 * model, and the day. Levels are compared by their logarithms.
 */
import { assumed } from "../provenance";

export const errorModel = {
  /** Standard deviation of the logarithm, of assay and model together. */
  proportional: {
    value: 0.15,
    provenance: assumed("assays are within 10 %, and models of one person miss by about as much"),
  },
  /** As a share of the highest level that the typical person of the twin would have. */
  additive: {
    value: 0.005,
    provenance: assumed("near the limit of quantification an assay is off by half of it"),
  },
  /** Of one person from one dose to the next, as a standard deviation of the logarithm. */
  betweenOccasions: {
    value: 0.1,
    provenance: assumed("clearance and uptake of one person vary by about 10 % between days"),
  },
  /** How far a person moves in a day: the standard deviation grows with the root of the days. */
  driftPerRootDay: {
    value: 0.02,
    provenance: assumed("within a month a person's clearance changes by about 10 %"),
  },
  /** Of Student's t: one value far off says something of itself rather than of the person. */
  degrees: {
    value: 4,
    provenance: assumed("one level in fifty lies four standard deviations off or more"),
  },
} as const;
