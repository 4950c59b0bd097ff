/** How the kinds of evidence are called and marked, in pictures, keys and tables alike. */
import type { EvidenceKind } from "../../state/evidence-view";

export interface KindLook {
  readonly name: string;
  /** One word, for tables. */
  readonly short: string;
  readonly meaning: string;
  readonly colour: string;
  /** Path data around the origin, some 8 pixels wide; shape and colour both tell the kind. */
  readonly mark: string;
  readonly isHollow: boolean;
}

export const kindLooks: Readonly<Record<EvidenceKind, KindLook>> = {
  verify: {
    name: "Verification",
    short: "verifies",
    meaning: "healthy adults; the model was not set on these",
    colour: "var(--series-1)",
    mark: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
    isHollow: false,
  },
  special: {
    name: "Special population",
    short: "special",
    meaning: "children, newborns, the elderly, disease, genotype; the model was not set on these",
    colour: "var(--series-6)",
    mark: "M0-4.4l4.4 7.6h-8.8z",
    isHollow: false,
  },
  interaction: {
    name: "With another drug",
    short: "interaction",
    meaning: "a second drug was given; the model was not set on these",
    colour: "var(--series-4)",
    mark: "M-3.3-3.3h6.6v6.6h-6.6z",
    isHollow: false,
  },
  fit: {
    name: "Fitted",
    short: "fitted",
    meaning: "used to set a few numbers of the model; verifies nothing",
    colour: "var(--text-2)",
    mark: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    isHollow: true,
  },
  shown: {
    name: "Not scored",
    short: "not scored",
    meaning: "shown with the reason, counted nowhere",
    colour: "var(--text-2)",
    mark: "M-3-3l6 6M3-3l-6 6",
    isHollow: true,
  },
};

/** In the order in which keys and tables have them. */
export const scoredKinds = ["verify", "special", "interaction", "fit"] as const;
