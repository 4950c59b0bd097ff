/**
 * The textbook's equation for an interaction at steady state, a check beside the simulation.
 *
 * What acts is taken to be there at one concentration for ever: an enzyme's clearance is multiplied
 * by its amount, (1 + Σ Emax I/(EC50 + I)) / (1 + Σ kinact I/(KI + I)/kdeg), and divided by
 * 1 + Σ I/Ki. The ratio of areas is that of what escapes the gut's wall, times one over what is left
 * of the clearance after it, each pathway by its share (Fahmi et al., Drug Metab Dispos 36:1698-1708,
 * 2008). It leaves out time, saturation
 * by the victim, and that blood brings no more to the liver than flows: after an injection of what
 * the liver takes out well it says too much.
 */

/** One thing that one molecule does to a protein, with concentrations and constants in µM and 1/h. */
export type StaticEffect =
  | { readonly kind: "competitive" | "non-competitive"; readonly Ki: number }
  | {
      readonly kind: "inactivates";
      readonly kinact: number;
      readonly KI: number;
      readonly kdeg: number;
    }
  | {
      readonly kind: "induces";
      readonly Emax: number;
      readonly EC50: number;
      /** On the concentration that induces there. */
      readonly calibration: number;
    };

export interface StaticEffectAt {
  readonly effect: StaticEffect;
  readonly concentration: number;
}

/** Clearance by a protein relative to none of all this. */
export function steadyFactor(effects: readonly StaticEffectAt[]): number {
  const sum = (kind: StaticEffect["kind"]) =>
    effects
      .filter(({ effect }) => effect.kind === kind)
      .reduce((total, each) => total + strength(each), 0);
  const amount = (1 + sum("induces")) / (1 + sum("inactivates"));
  return amount / (1 + sum("competitive")) / (1 + sum("non-competitive"));
}

export interface StaticPathway {
  readonly place: "liver" | "gut" | "kidneys";
  /** Of what leaves after the gut's wall; in the gut's wall, of what that takes. */
  readonly share: number;
  readonly factor: number;
}

/**
 * @param pathways  those that are acted on; the rest is what it was
 * @param escapesGut  share of what enters the gut's wall that leaves it unchanged; 1 if not swallowed
 */
export function staticRatio(pathways: readonly StaticPathway[], escapesGut: number): number {
  const left = (isGut: boolean) =>
    pathways
      .filter(({ place }) => (place === "gut") === isGut)
      .reduce((all, { share, factor }) => all + share * (factor - 1), 1);
  return 1 / (escapesGut + (1 - escapesGut) * left(true)) / left(false);
}

// ——— the parts ———

function strength({ effect, concentration: I }: StaticEffectAt): number {
  switch (effect.kind) {
    case "competitive":
    case "non-competitive":
      return I / effect.Ki;
    case "inactivates":
      return (effect.kinact * I) / (effect.KI + I) / effect.kdeg;
    case "induces": {
      const seen = effect.calibration * I;
      return (effect.Emax * seen) / (effect.EC50 + seen);
    }
    default:
      return effect satisfies never;
  }
}
