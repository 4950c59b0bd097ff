/**
 * PharmCAT's JSON: of the named allele matcher (`results`), of the phenotyper (`geneReports`) and of
 * the reporter (`genes`). Taken are the diplotypes it called, where our tables know both alleles.
 *
 * Several calls, or sites that its input lacked, make a question: a missing site counts as the
 * reference there, which is more than was seen.
 */
import type { Outcome } from "../../core/model/model";
import { geneOf } from "../../pharmacology/genes/library";
import { readGenotype } from "../../pharmacology/genes/read-genotype";
import { readJson } from "../json";
import { counted, gather } from "./gather";
import { asFields, fieldsAt, inWords, listAt, textAt, valueAt, type Fields } from "./json-tree";
import { jsonLimits, limits, refuse } from "./limits";
import type { Draft, Reading, Remark, Understood } from "./understood";

export function readPharmcat(text: string, reading: Reading): Outcome<Understood> {
  const json = readJson(text, reading.source, jsonLimits);
  return json.ok ? readPharmcatValue(json.value, reading) : json;
}

export function readPharmcatValue(value: unknown, reading: Reading): Outcome<Understood> {
  const calls = callsOf(asFields(value));
  if (calls.length === 0) {
    return refuse("not-pharmcat", reading.source, "holds no gene that PharmCAT called");
  }
  if (calls.length > limits.rows) {
    return refuse("too-many-rows", reading.source, `has more than ${limits.rows} genes`);
  }
  const found = byGene(calls).map((call) => readCall(call, reading));
  const genes = Object.assign({}, ...found.map(({ gene }) => gene)) as Record<string, string>;
  return {
    ok: true,
    value: gather(
      {
        facts: Object.keys(genes).length > 0 ? { genes } : {},
        drafts: found.flatMap(({ draft }) => draft ?? []),
        ignored: counted(found.flatMap(({ ignored }) => ignored ?? [])),
      },
      reading,
    ),
  };
}

export function looksLikePharmcat(value: unknown): boolean {
  return callsOf(asFields(value)).length > 0;
}

// ——— calls ———

interface Call {
  readonly gene: string;
  readonly diplotypes: readonly string[];
  /** Sites that the input lacked. */
  readonly missing: number;
}

function callsOf(root: Fields | undefined): readonly Call[] {
  const matched = listAt(root, "results").flatMap((one) => matcherCall(one) ?? []);
  const reports = fieldsAt(root, "geneReports") ?? fieldsAt(root, "genes");
  return [...matched, ...reportsIn(reports).flatMap((one) => reportCall(one) ?? [])];
}

/** By gene, or by who defines its alleles (CPIC, DPWG) and then by gene. */
function reportsIn(reports: Fields | undefined): readonly Fields[] {
  const isReport = (one: Fields | undefined): one is Fields =>
    textAt(one, "geneSymbol") !== undefined;
  const members = Object.values(reports ?? {}).map(asFields);
  const inner = members.flatMap((one) => Object.values(one ?? {}).map(asFields));
  return [...members, ...inner].filter(isReport);
}

function matcherCall(result: Fields): Call | undefined {
  const gene = textAt(result, "gene");
  const diplotypes = valueAt(result, "diplotypes");
  if (gene === undefined || !Array.isArray(diplotypes)) return undefined;
  return {
    gene,
    diplotypes: listAt(result, "diplotypes").map((one) =>
      pair(fieldsAt(one, "haplotype1"), fieldsAt(one, "haplotype2"), textAt(one, "name")),
    ),
    missing: listAt(fieldsAt(result, "matchData"), "missingPositions").length,
  };
}

function reportCall(report: Fields): Call | undefined {
  const gene = textAt(report, "geneSymbol");
  if (gene === undefined || !Array.isArray(valueAt(report, "sourceDiplotypes"))) return undefined;
  const isOutside = textAt(report, "callSource") === "OUTSIDE";
  const unread = listAt(report, "variants").filter((one) => textAt(one, "call") === undefined);
  return {
    gene,
    diplotypes: listAt(report, "sourceDiplotypes").map((one) =>
      pair(fieldsAt(one, "allele1"), fieldsAt(one, "allele2"), textAt(one, "label")),
    ),
    missing: isOutside ? 0 : unread.length,
  };
}

/** Names of alleles may hold a slash, so the two are taken apart where the file keeps them so. */
function pair(first: Fields | undefined, second: Fields | undefined, together?: string): string {
  const [a, b] = [first, second].map((one) => textAt(one, "name"));
  const both = a === undefined || b === undefined ? (together ?? "").split("/") : [a, b];
  return both.map((name) => ourName(name)).join("/");
}

/** "Reference", "c.1905+1G>A (*2A)" and the like, as our tables spell them. */
function ourName(name: string): string {
  if (name.includes("HapB3")) return "HapB3";
  return inWords(name.replace(/\s*\([^()]*\)\s*$/, "").replace(/^Reference$/, "reference"), 40);
}

/** CPIC and DPWG mostly say the same; where they differ both are possible. */
function byGene(calls: readonly Call[]): readonly Call[] {
  const all = new Map<string, Call>();
  for (const call of calls) {
    const before = all.get(call.gene);
    const diplotypes = [...new Set([...(before?.diplotypes ?? []), ...call.diplotypes])];
    const missing = Math.max(before?.missing ?? 0, call.missing);
    all.set(call.gene, { gene: call.gene, diplotypes, missing });
  }
  return [...all.values()];
}

interface CallFound {
  readonly gene?: Readonly<Record<string, string>>;
  readonly draft?: Draft;
  readonly ignored?: readonly Remark[];
}

function readCall({ gene, diplotypes, missing }: Call, reading: Reading): CallFound {
  if (!geneOf(gene)) {
    return { ignored: [{ what: inWords(gene, 20), why: "is no gene of this model", count: 1 }] };
  }
  const called = diplotypes.filter((one) => !/^unknown(?:\/|$)/i.test(one) && one !== "");
  const known = called.filter((one) => readGenotype(gene, one).ok);
  const strange = called.filter((one) => !known.includes(one));
  const ignored = strange.map((one) => ({
    what: `${gene} ${inWords(one, 40)}`,
    why: "names an allele that is not in this model's table",
    count: 1,
  }));
  const [only, ...others] = known;
  if (only === undefined) {
    return ignored.length > 0
      ? { ignored }
      : { ignored: [{ what: gene, why: "was not called", count: 1 }] };
  }
  if (others.length === 0 && missing === 0 && strange.length === 0)
    return { gene: { [gene]: only } };
  return { draft: asked(gene, known, missing, reading), ignored };
}

function asked(
  gene: string,
  known: readonly string[],
  missing: number,
  { source }: Reading,
): Draft {
  const lacked =
    missing > 0
      ? ` Its input lacked ${missing} of the gene’s sites, which count as the reference there: not seen.`
      : "";
  return {
    kind: "gene",
    gene,
    label: `${gene} ${known.join(" or ")}`,
    source,
    when: { known: "nothing" },
    options: known.map((value) => ({ value, label: value })),
    open: `${gene}: PharmCAT called ${known.join(" or ")}.${lacked} Which should the twin have?`,
  };
}
