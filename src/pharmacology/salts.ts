/**
 * Amounts of a salt as amounts of the drug in it. Everything inside Perfuse is the drug itself, base
 * or acid; only a dose may be said in its salt. The share is that of the molar masses, from the
 * drug's own file.
 */
import type { Drug } from "./drug";
import type { AmountOf } from "./study";

interface Said {
  readonly amountMg?: number;
  readonly amountMgPerKg?: number;
  readonly amountOf?: AmountOf;
}

/** Mass of drug in a mass of what the dose is of; undefined where the drug declares no salt. */
export function baseShare(
  { amountOf }: { readonly amountOf?: AmountOf | undefined },
  { salt }: Pick<Drug, "salt">,
): number | undefined {
  return amountOf === "salt" ? salt?.share.value : 1;
}

/** The salt as doses are typed and printed: without the drug's own name before it. */
export function saltWord({ name, salt }: Pick<Drug, "name" | "salt">): string | undefined {
  if (!salt) return undefined;
  const isNamed = salt.name.toLowerCase().startsWith(`${name.toLowerCase()} `);
  return isNamed ? salt.name.slice(name.length + 1) : salt.name;
}

/** Of these doses of a drug, each conversion once. */
export function conversionsIn(
  doses: readonly Said[],
  drug: Pick<Drug, "name" | "salt">,
): readonly string[] {
  return [...new Set(doses.flatMap((dose) => conversionInWords(dose, drug) ?? []))];
}

/** "500 mg metformin hydrochloride = 389.9 mg metformin (× 0.7799)"; undefined of the drug itself. */
export function conversionInWords(
  dose: Said,
  drug: Pick<Drug, "name" | "salt">,
): string | undefined {
  const share = baseShare(dose, drug);
  if (dose.amountOf !== "salt" || share === undefined || !drug.salt) return undefined;
  const [amount, unit] =
    dose.amountMg === undefined ? [dose.amountMgPerKg ?? 0, "mg/kg"] : [dose.amountMg, "mg"];
  const base = Number((amount * share).toPrecision(4));
  const factor = share.toPrecision(4);
  return `${amount} ${unit} ${drug.salt.name} = ${base} ${unit} ${drug.name.toLowerCase()} (× ${factor})`;
}
