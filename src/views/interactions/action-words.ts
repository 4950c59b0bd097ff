/** What drugs do to each other's ways out of the body, as sentences. */
import type { Drug } from "../../pharmacology/drug";
import type { Place } from "../../pharmacology/mechanisms/modulation";
import type { Action } from "../../pharmacology/mechanisms/pathways";

type Shares = ReadonlyMap<string, number>;

/** "Itraconazole inhibits CYP3A4, which clears 95 % of midazolam." One for all molecules of a drug. */
export function actionSentences(
  actions: readonly Action[],
  victim: Drug,
  shares: Shares,
): string[] {
  const keyOf = ({ drug, does, pathway }: Action) => `${drug.id} ${does} ${pathway.protein}`;
  return [...new Set(actions.map(keyOf))].flatMap((key) => {
    const alike = actions.filter((action) => keyOf(action) === key);
    const [first] = alike;
    return first ? [sentenceOf(first, alike, victim, shares)] : [];
  });
}

/** "It leaves by CYP1A2 (95 %)." */
export function clearedSentence(victim: Drug, shares: Shares): string {
  const ways = [...shares]
    .filter(([, share]) => share >= 0.01)
    .toSorted(([, a], [, b]) => b - a)
    .map(([protein, share]) => `${protein} (${wholePercent(share)})`);
  return ways.length === 0 ? "" : `${victim.name} leaves by ${listed(ways)}.`;
}

/** As it is written in a sentence. */
export const proteinName = (protein: string): string =>
  protein === "Pgp" ? "P-glycoprotein" : protein;

export const placeNames: Readonly<Record<Place, string>> = {
  liver: "liver",
  gut: "gut wall",
  kidneys: "kidneys",
};

export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

// ——— the parts ———

function sentenceOf(
  { drug, does, pathway }: Action,
  alike: readonly Action[],
  victim: Drug,
  shares: Shares,
): string {
  const { protein, isEnzyme, places } = pathway;
  const of = victim.name.toLowerCase();
  const share = shares.get(protein);
  const what = !isEnzyme
    ? `carries ${of} ${listed(places.map((place) => carriedTo(place, protein)))}`
    : share === undefined
      ? `clears ${of}`
      : `clears ${wholePercent(share)} of ${of}`;
  const others = alike.filter(({ by }) => by.id !== drug.id).map(({ by }) => by.name);
  const isItself = others.length < alike.length;
  const told =
    others.length === 0 ? "" : isItself ? `, as do ${listed(others)}` : ` as ${listed(others)}`;
  return `${drug.name} ${does} ${proteinName(protein)}, which ${what}${told}.`;
}

/** A share that is neither nothing nor all never reads so. */
function wholePercent(share: number): string {
  if (share > 0 && share < 0.005) return "less than 1 %";
  if (share < 1 && share > 0.995) return "more than 99 %";
  return `${Math.round(100 * share)} %`;
}

function carriedTo(place: Place, protein: string): string {
  if (place === "gut") return "out of the gut wall";
  if (place === "kidneys") return "into urine";
  return protein === "Pgp" ? "into bile" : "into the liver";
}
