/**
 * What the name of a product says, in the form of RxNorm and of most labels: "Metformin
 * hydrochloride 500 MG Extended Release Oral Tablet". Only what stands there plainly.
 */
import type { Formulation } from "../../pharmacology/mechanisms/absorption";
import type { KnownDrug } from "./understood";

/**
 * Mass in one tablet, or in one mL, where the unit counts such and the name gives one strength.
 *
 * @param unit of the dose: "{tbl}", "capsule", "mL"
 */
export function strengthInText(
  product: string,
  unit: string,
): { readonly value: number; readonly unit: string } | undefined {
  const counted = unit.toLowerCase().replace(/[{}[\]]/g, "");
  const perMl = /^ml$/.test(counted);
  if (!perMl && !/^(?:tbl|tab|tablets?|cap|caps|capsules?|1)$/.test(counted)) return undefined;
  const shape = perMl
    ? /(?<![\d.])(\d{1,6}(?:\.\d{1,6})?) ?(mg|g|mcg|ug|µg)\/ml\b/gi
    : /(?<![\d.])(\d{1,6}(?:\.\d{1,6})?) ?(mg|g|mcg|ug|µg)\b(?! ?\/)/gi;
  const [first, ...others] = [...product.matchAll(shape)];
  if (!first || others.some((other) => other[0] !== first[0])) return undefined;
  return { value: Number(first[1]), unit: (first[2] ?? "mg").toLowerCase() };
}

export function formInText(product: string): {
  readonly formulation: Formulation | undefined;
  readonly isSwallowed: boolean;
  readonly isSlow: boolean;
} {
  const isTablet = /\b(?:tablets?|capsules?|pills?)\b/i.test(product);
  const isSolution = /\b(?:oral solution|syrup|elixir)\b/i.test(product);
  const isEnteric = /\b(?:enteric|delayed[- ]release|gastro-?resistant)\b/i.test(product);
  // a plain tablet or capsule is what a drug is where nothing is said of its form
  const isSlow = /\b(?:extended|sustained|modified|slow|prolonged)[- ]release\b|\b24 ?hr\b/i.test(
    product,
  );
  const formulation = isEnteric ? "enteric" : isSolution ? "solution" : undefined;
  return { formulation, isSwallowed: isTablet || isSolution || /\boral\b/i.test(product), isSlow };
}

/** Whether the name spells the salt that our drug's labels give the mass of. */
export function namesSalt(product: string, { name, salt }: KnownDrug): boolean {
  const words = (salt?.name ?? "").toLowerCase().split(" ");
  const acid = words.find((word) => word !== name.toLowerCase() && !word.endsWith("hydrate"));
  return acid !== undefined && acid !== "" && product.toLowerCase().includes(acid);
}
