/**
 * What we hold the library to, and where it stands: one row a figure, for what verifies and for
 * what was fitted.
 *
 * Whole-body models are usually called good where they are within twofold. These figures are what
 * published models of one drug each reach on data they have not seen; a row that is not met is shown
 * as such, here and wherever the table stands.
 */
import type { EvidenceSummary } from "./evidence-summary";
import { foldErrors, type FoldErrors } from "./fold-errors";

export interface TargetRow {
  readonly id: string;
  readonly name: string;
  readonly isShare: boolean;
  /** Fold errors are to be at most this, shares at least. Undefined: told without a target. */
  readonly target?: number;
  /** Over what does not set parameters; with how much is counted. NaN where there is nothing. */
  readonly verified: number;
  readonly verifiedCount: number;
  /** The same over what the model was fitted to; NaN where nothing was. */
  readonly fitted: number;
  readonly fittedCount: number;
}

export function targetRows({
  sets,
  verification: verify,
  interactions,
}: EvidenceSummary): TargetRow[] {
  const { fit, special } = sets;
  const rows = interactions;
  return [
    {
      id: "concentration-median",
      name: "Concentrations, GMFE of the median set",
      isShare: false,
      target: 1.4,
      verified: verify.medianSetGmfe,
      verifiedCount: verify.sets,
      fitted: fit.medianSetGmfe,
      fittedCount: fit.sets,
    },
    {
      id: "concentration-all",
      name: "Concentrations, GMFE of all points",
      ...gmfe(verify.concentrations, fit.concentrations),
      target: 1.55,
    },
    {
      id: "concentration-within",
      name: "Concentrations within 2-fold",
      ...within2(verify.concentrations, fit.concentrations),
    },
    { id: "auc", name: "AUC, GMFE", ...gmfe(verify.auc, fit.auc), target: 1.3 },
    { id: "auc-within", name: "AUC within 2-fold", ...within2(verify.auc, fit.auc), target: 0.92 },
    { id: "cmax", name: "Cmax, GMFE", ...gmfe(verify.cmax, fit.cmax), target: 1.4 },
    {
      id: "cmax-within",
      name: "Cmax within 2-fold",
      ...within2(verify.cmax, fit.cmax),
      target: 0.9,
    },
    {
      id: "special-auc",
      name: "Special populations, AUC within 2-fold",
      ...within2(special.auc, none),
      target: 0.9,
    },
    {
      id: "special-cmax",
      name: "Special populations, Cmax within 2-fold",
      ...within2(special.cmax, none),
    },
    {
      id: "interaction-auc",
      name: "Interactions, AUC ratio, GMFE",
      ...gmfe(rows.verify.auc, rows.fit.auc),
      target: 1.35,
    },
    {
      id: "interaction-auc-within",
      name: "Interactions, AUC ratio within 2-fold",
      ...within2(rows.verify.auc, rows.fit.auc),
      target: 0.9,
    },
    {
      id: "interaction-guest",
      name: "Interactions, AUC ratio within Guest’s limits",
      isShare: true,
      target: 0.72,
      verified: rows.verify.withinGuest,
      verifiedCount: rows.verify.auc.count,
      fitted: rows.fit.withinGuest,
      fittedCount: rows.fit.auc.count,
    },
    {
      id: "interaction-cmax",
      name: "Interactions, Cmax ratio, GMFE",
      ...gmfe(rows.verify.cmax, rows.fit.cmax),
      target: 1.33,
    },
  ];
}

/** Undefined where there is no target, or nothing to hold against it. */
export function isMet({ target, isShare, verified }: TargetRow): boolean | undefined {
  if (target === undefined || Number.isNaN(verified)) return undefined;
  return isShare ? verified >= target : verified <= target;
}

// ——— the parts ———

const none = foldErrors([]);

function gmfe(verified: FoldErrors, fitted: FoldErrors) {
  return {
    isShare: false,
    verified: verified.gmfe,
    fitted: fitted.gmfe,
    ...counts(verified, fitted),
  };
}

function within2(verified: FoldErrors, fitted: FoldErrors) {
  return {
    isShare: true,
    verified: verified.within["2"],
    fitted: fitted.within["2"],
    ...counts(verified, fitted),
  };
}

const counts = (verified: FoldErrors, fitted: FoldErrors) => ({
  verifiedCount: verified.count,
  fittedCount: fitted.count,
});
