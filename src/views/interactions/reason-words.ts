/** Why an interaction is what it is, in the words and with the numbers of one explanation. */
import type {
  ExplainedEffect,
  ExplainedInteraction,
  ExplainedPathway,
} from "../../state/why-interaction.svelte";
import { formatNumber } from "../ui/format-number";
import { proteinName } from "./action-words";

const does: Readonly<Record<ExplainedEffect["kind"], string>> = {
  competitive: "inhibits",
  "non-competitive": "inhibits",
  inactivates: "inactivates",
  induces: "induces",
};

const how: Readonly<Record<ExplainedEffect["kind"], string>> = {
  competitive: ": competitively, as if Km were 1 + I/Ki times as large",
  "non-competitive": ": non-competitively, as if Vmax were smaller by 1 + I/Ki",
  inactivates: ": what it destroys has to be made anew",
  induces: ": more of it is made",
};

/** "Fluconazole inhibits CYP3A4: non-competitively, as if Vmax were smaller by 1 + I/Ki." */
export function effectSentence({ by, kind, protein }: ExplainedEffect): string {
  return `${by} ${does[kind]} ${proteinName(protein)}${how[kind]}.`;
}

/** What the average concentration of an effect is the average of. */
export function averageWords({ kind }: ExplainedEffect, victim: string): string {
  return kind === "inactivates" || kind === "induces"
    ? "Average: over the time that it is given, for amounts follow slowly."
    : `Average: weighed by how much ${victim.toLowerCase()} is there.`;
}

/** A carrier's share is not known apart: it stands as missing. */
export function shareWords({ share, place }: ExplainedPathway): string {
  if (share === undefined) return "not apart";
  const percent = `${formatNumber(100 * share, 2)} %`;
  return place === "gut" ? `${percent} of what the wall takes` : `${percent} of what leaves`;
}

/** The static equation with its values in, and what it gives; undefined where it says nothing. */
export function staticEquation({
  pathways,
  escapesGut,
  staticRatio,
}: ExplainedInteraction): string | undefined {
  if (staticRatio === undefined) return undefined;
  const wall = pathways.filter(({ place }) => place === "gut");
  const after = pathways.filter(({ place }) => place !== "gut");
  const gut =
    escapesGut === undefined || wall.length === 0
      ? []
      : [`1 / (${formatNumber(escapesGut)} + ${formatNumber(1 - escapesGut)} · (${leftOf(wall)}))`];
  return `${[...gut, `1 / (${leftOf(after)})`].join(" · ")} = ${formatNumber(staticRatio)}`;
}

// ——— the parts ———

/** "0.98 · 0.22 + 0.02": each share times what is left of it, and the rest. */
function leftOf(pathways: readonly ExplainedPathway[]): string {
  const shared = pathways.flatMap(({ share, steady }) =>
    share === undefined ? [] : [{ share, steady }],
  );
  const rest = 1 - shared.reduce((sum, { share }) => sum + share, 0);
  const products = shared.map(
    ({ share, steady }) => `${formatNumber(share)} · ${formatNumber(steady)}`,
  );
  return [...products, formatNumber(Math.max(0, rest))].join(" + ");
}
