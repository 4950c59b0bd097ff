/**
 * No text of the app tells anybody what to do with a medicine: no imperative, and no "should", with
 * a medicine, a dose or a timing as its object. What people read is read here: the strings of the
 * source and the text of the markup; comments are not.
 *
 * English only, as the texts are. Simple on purpose: a false alarm costs a rewording, or a line in
 * `allowed` with its reason.
 */
import { readFileSync } from "node:fs";
import { parse } from "svelte/compiler";

export interface Finding {
  readonly path: string;
  readonly text: string;
}

/** What people are told to do with medicines. */
const verbs =
  "take|give|stop|skip|increase|reduce|inject|infuse|swallow|double|halve|administer|withhold|omit|discontinue|inhale|drink|raise|lower|titrate|prescribe|resume|restart|delay|avoid|apply";
const participles =
  "taken|given|stopped|skipped|increased|reduced|injected|infused|swallowed|doubled|halved|administered|withheld|omitted|discontinued|inhaled|drunk|raised|lowered|titrated|prescribed|resumed|restarted|delayed|avoided|adjusted";

/** Medicines, doses and timings. */
const objects =
  "doses?|dosing|dosage|tablets?|pills?|capsules?|infusions?|injections?|medicines?|medications?|drugs?|treatment|therapy|antibiotics?|insulin|mg|µg|mcg|mL|every \\d+|twice|once|daily|q\\d+h|before meals|with food|it|them";

/** Where a sentence, or a command within one, begins. */
const opening = String.raw`(?:^|[.!?:;–—("“]\s*|\b(?:then|please|and|or|to be safe,?)\s+)`;

const patterns: readonly RegExp[] = [
  // "Take 500 mg", "then skip the next dose"
  new RegExp(
    String.raw`${opening}(?:do not\s+|don[’']t\s+|never\s+|always\s+)?(?:${verbs})\s(?:[^.!?;:]{0,60}\s)?(?:${objects}|\{drug\})\b`,
    "i",
  ),
  // "you should reduce the dose", "the patient must not take it"
  new RegExp(
    String.raw`\b(?:should|must|need to|needs to|ought to|have to|has to|had better|are advised to|is advised to|we recommend to|we advise to)\s+(?:not\s+)?(?:${verbs})\s(?:[^.!?;:]{0,60}\s)?(?:${objects}|\{drug\})\b`,
    "i",
  ),
  // "the dose should be halved", "it must be given at once"
  new RegExp(
    String.raw`\b(?:${objects}|\{drug\})\s(?:[^.!?;:]{0,40}\s)?(?:should|must|needs to|ought to|has to|have to)\s+(?:not\s+)?be\s+(?:${participles})\b`,
    "i",
  ),
  // "we recommend a lower dose", "recommended dose: 500 mg"
  new RegExp(
    String.raw`\b(?:recommend(?:ed|s)?|advisable|advised)\s(?:[^.!?;:]{0,40}\s)?(?:${objects}|\{drug\})\b`,
    "i",
  ),
];

/** Beginnings of texts that only look so, each with why. */
export const allowed: Readonly<Record<string, string>> = {
  "Olkkola KT, Backman JT, Neuvonen PJ. Midazolam should be avoided":
    "the title of a paper, cited as it is",
};

/** @param drugs names of drugs, which are objects too */
export function unsafeIn(text: string, drugs: readonly string[]): boolean {
  if (Object.keys(allowed).some((start) => text.trim().startsWith(start))) return false;
  const named =
    drugs.length === 0
      ? text
      : text.replace(new RegExp(`\\b(?:${drugs.join("|")})\\b`, "gi"), "{drug}");
  // "{drug}" ends in no word
  const plain = named.replaceAll("{drug}", "medicine");
  return patterns.some((pattern) => pattern.test(plain));
}

export function unsafeTexts(path: string, drugs: readonly string[]): Finding[] {
  return textsOf(path, readFileSync(path, "utf8"))
    .filter((text) => unsafeIn(text, drugs))
    .map((text) => ({ path, text: text.trim().slice(0, 160) }));
}

/** Every string and every piece of markup text; what is put in at run time stands as "…". */
export function textsOf(path: string, source: string): string[] {
  const isComponent = path.endsWith(".svelte");
  const whole = isComponent ? source : `<script lang="ts" module>\n${source}\n</script>`;
  const found: string[] = [];
  collect(parse(whole, { modern: true }), found);
  return found.map((text) => text.replace(/\s+/g, " ")).filter((text) => /\s/.test(text.trim()));
}

// ——— the parts ———

function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const one of node) collect(one, found);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const { type, ...parts } = node as Record<string, unknown>;
  if (type === "StyleSheet" || type === "Comment") return;
  if (type === "Literal" && typeof parts["value"] === "string") found.push(parts["value"]);
  if (type === "Text" && typeof parts["data"] === "string") found.push(parts["data"]);
  if (type === "TemplateLiteral") found.push(templateText(parts["quasis"]));
  for (const [name, part] of Object.entries(parts)) {
    if (name !== "quasis" && name !== "leadingComments" && name !== "trailingComments") {
      collect(part, found);
    }
  }
}

function templateText(quasis: unknown): string {
  if (!Array.isArray(quasis)) return "";
  return quasis
    .map((quasi: { readonly value?: { readonly cooked?: string } }) => quasi.value?.cooked ?? "")
    .join("…");
}
