/** What flows into an organ and out of it. */

export interface Flux {
  readonly id: string;
  /** "Artery", "Metabolism" */
  readonly label: string;
  readonly direction: "in" | "out";
  /** Size, in the unit that is shown; a negative one counts the other way. */
  readonly value: number;
}

/** Inflows first, each side in the order it came. */
export const orderedFluxes = (fluxes: readonly Flux[]): Flux[] => [
  ...fluxes.filter(({ direction }) => direction === "in"),
  ...fluxes.filter(({ direction }) => direction === "out"),
];

/** Positive into the organ. */
export const signedFlux = ({ direction, value }: Flux): number =>
  direction === "in" ? value : -value;

/** How fast the amount in the organ changes. NaN where a part is not known. */
export const netFlux = (fluxes: readonly Flux[]): number =>
  fluxes.reduce((sum, flux) => sum + signedFlux(flux), 0);

/** Share of its half that a bar fills, −1 to 1; positive to the right. */
export function barShare(signed: number, max: number): number {
  if (!(max > 0) || Number.isNaN(signed)) return 0;
  return Math.min(Math.max(signed / max, -1), 1);
}
