/** A block of a study's model as people read it: equations in the field's notation, numbers with sources. */
import { formatExpression } from "../core/expression/print";
import { Expressions } from "../core/expression/node";
import { parseExpression } from "../core/expression/parse";
import type { Block, Model, Parameter } from "../core/model/model";
import type { ExplainedEquation, ExplainedNumber, Explanation } from "./explained";
import { describeProvenance } from "./describe";

export function explainBlock(model: Model, name: string): Explanation | undefined {
  const block = model.blocks.find((candidate) => candidate.name === name);
  if (!block) return undefined;
  const parameters = allParameters(model);
  return {
    block: name,
    equations: [...balance(model, block), ...definitions(block)],
    numbers: [...ownNumbers(block), ...boundNumbers(block, parameters)],
  };
}

/** A formula as the field writes it; a text that cannot be read is shown as it is. */
export function formatFormula(text: string): string {
  const parsed = parseExpression(text, new Expressions());
  return parsed.ok ? formatExpression(parsed.node) : text;
}

// ——— the parts ———

/**
 * dA/dt of each state: all that brings and takes, wherever in the model it is declared. What
 * another block declares is in that block's symbols, so its name stands behind.
 */
function balance(model: Model, block: Block): ExplainedEquation[] {
  return Object.entries(block.states ?? {}).flatMap(([state, { unit, label }]) => {
    const name = `${block.name}.${state}`;
    const own = termsOf(name, block);
    const others = model.blocks.flatMap((other) => (other === block ? [] : termsOf(name, other)));
    const terms = [...own.map(writeTerm), ...sumsOf(others)];
    if (terms.length === 0) return [];
    const formula = terms.join(" ").replace(/^\+ /, "");
    return [{ symbol: `d${state}/dt`, formula, unit: `${unit}/h`, label }];
  });
}

interface Term {
  readonly sign: "+" | "−";
  readonly formula: string;
  readonly block: string;
}

/** What a block's transfers bring to a state and take from it. */
function termsOf(state: string, { name: block, transfers }: Block): Term[] {
  const global = (end: string | null) =>
    end === null || end.includes(".") ? end : `${block}.${end}`;
  return Object.values(transfers ?? {}).flatMap(({ from, to, rate }): Term[] => {
    const formula = formatFormula(rate);
    return [
      ...(global(to) === state ? [{ sign: "+", formula, block } as const] : []),
      ...(global(from) === state ? [{ sign: "−", formula, block } as const] : []),
    ];
  });
}

function writeTerm({ sign, formula }: Term): string {
  return `${sign} ${sign === "−" ? grouped(formula) : formula}`;
}

/** Alike terms of several blocks become one sum: Σ Q · C_out [stomach, spleen]. */
function sumsOf(terms: readonly Term[]): string[] {
  const alike = new Map<string, Term[]>();
  for (const term of terms) {
    const key = `${term.sign} ${term.formula}`;
    alike.set(key, [...(alike.get(key) ?? []), term]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const names = group.map(({ block }) => shortName(block)).join(", ");
    const sum = group.length > 1 ? "Σ " : "";
    return [`${first.sign} ${sum}${grouped(first.formula)} [${names}]`];
  });
}

/** Without the drug, which is the same for all. */
const shortName = (block: string) => block.slice(block.indexOf(".") + 1);

/** A sum that is subtracted, or that something stands behind, needs its parentheses. */
function grouped(formula: string): string {
  return isSum(formula) ? `(${formula})` : formula;
}

/** Whether a plus or minus stands outside all parentheses. */
function isSum(formula: string): boolean {
  let depth = 0;
  for (const sign of formula) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (depth === 0 && /[+−]/.test(sign)) return true;
  }
  return false;
}

function definitions(block: Block): ExplainedEquation[] {
  return Object.entries(block.define ?? {}).map(([symbol, { text, unit, label }]) => ({
    symbol,
    formula: formatFormula(text),
    unit,
    label: label ?? "",
  }));
}

function ownNumbers(block: Block): ExplainedNumber[] {
  return Object.entries(block.parameters ?? {}).map(([symbol, parameter]) =>
    explained(symbol, `${block.name}.${symbol}`, parameter),
  );
}

/** Numbers of other blocks that this one's formulas use. */
function boundNumbers(block: Block, parameters: ReadonlyMap<string, Parameter>): ExplainedNumber[] {
  return Object.entries(block.inputs ?? {}).flatMap(([symbol, { is }]) => {
    const parameter = parameters.get(is);
    return parameter ? [explained(symbol, is, parameter)] : [];
  });
}

function explained(symbol: string, name: string, parameter: Parameter): ExplainedNumber {
  const { value, unit, label, provenance } = parameter;
  return { symbol, name, value, unit, label, provenance, source: describeProvenance(provenance) };
}

function allParameters(model: Model): Map<string, Parameter> {
  return new Map(
    model.blocks.flatMap((block) =>
      Object.entries(block.parameters ?? {}).map(
        ([local, parameter]) => [`${block.name}.${local}`, parameter] as const,
      ),
    ),
  );
}
