/**
 * Which of the drugs we know a text or a code means. A name counts as a whole word only, so that
 * esomeprazole is no omeprazole; a metabolite or an antidote is not the drug in its name.
 */
import type { Drug } from "../../pharmacology/drug";
import type { KnownDrug } from "./understood";

export function knownDrugs(drugs: readonly Drug[]): readonly KnownDrug[] {
  return drugs.map(({ id, name, molarMass, salt }) => ({
    id,
    name,
    molarMassGPerMol: molarMass.value,
    ...(salt && { salt: { name: salt.name, share: salt.share.value } }),
  }));
}

export type DrugInText =
  | { readonly found: "one"; readonly drug: KnownDrug }
  /** Several of ours, or one of ours beside another ingredient. */
  | { readonly found: "several" }
  | { readonly found: "none" };

/** @param text in the words of a prescription or a laboratory: "Metformin hydrochloride 500 MG" */
export function drugInText(text: string, drugs: readonly KnownDrug[]): DrugInText {
  const words = text.slice(0, mostLetters).toLowerCase();
  if (otherThings.test(words)) return { found: "none" };
  const named = drugs.filter((drug) => namesOf(drug).some((name) => hasWord(words, name)));
  const [drug, ...others] = named;
  if (!drug) return { found: "none" };
  // RxNorm joins the ingredients of a combination by " / "
  return others.length > 0 || / \/ |\band\b|\bwith\b/.test(words)
    ? { found: "several" }
    : { found: "one", drug };
}

/**
 * Concentrations of our drugs in serum or plasma by LOINC; only codes that a laboratory's published
 * catalogue or an HL7 value set gives for that test.
 */
export const levelCodes: Readonly<Record<string, string>> = {
  "20578-1": "vancomycin",
  "4090-7": "vancomycin", // peak
  "4092-3": "vancomycin", // trough
  "10535-3": "digoxin",
  "3563-4": "digoxin", // more than 12 h after the dose
  "4049-3": "theophylline",
  "3422-3": "caffeine",
  "10989-2": "itraconazole",
  "10987-6": "fluconazole",
};

// ——— the parts ———

const mostLetters = 500;

/** Metabolites, antibodies and tests that carry a drug's name. */
const otherThings =
  /hydroxy|desmethyl|\bnor|immune fab|antibod|antitoxin|resist|suscept|allerg|\bmic\b|screen/;

/** As the United States and older books call them. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  rifampicin: ["rifampin"],
};

function namesOf({ id, name }: KnownDrug): readonly string[] {
  return [name.toLowerCase(), ...(otherNames[id] ?? [])];
}

/** Neither letters nor a hyphen may join the name to more. */
function hasWord(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const before = words[at - 1] ?? " ";
    const after = words[at + name.length] ?? " ";
    if (!/[\p{L}\p{N}-]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
