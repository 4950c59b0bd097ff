/** Whose a drug is: one that Perfuse ships, or a person's own, which is checked against no data. */
import type { Drug } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";

export function isOwn(drug: Drug): boolean {
  return shippedDrug(drug.id) !== drug;
}

/** What every card of such a drug says. */
export const ownWarning = "Yours: not checked against data. A simulation, not advice.";
