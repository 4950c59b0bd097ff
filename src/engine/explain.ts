/** A block of a study's model as people read it: equations in the field's notation, numbers with sources. */
import { formatExpression } from "../core/expression/print";
import { Expressions } from "../core/expression/node";
import { parseExpression } from "../core/expression/parse";
import type { Block, Model, Parameter } from "../core/model/model";
import type { ExplainedEquation, ExplainedNumber, Explanation } from "./api";
import { describeProvenance } from "./describe";

export function explainBlock(model: Model, name: string): Explanation | undefined {
  const block = model.blocks.find((candidate) => candidate.name === name);
  if (!block) return undefined;
  const parameters = allParameters(model);
  return {
    block: name,
    equations: [...balance(block), ...definitions(block)],
    numbers: [...ownNumbers(block), ...boundNumbers(block, parameters)],
  };
}

/** A formula as the field writes it; a text that cannot be read is shown as it is. */
export function formatFormula(text: string): string {
  const parsed = parseExpression(text, new Expressions());
  return parsed.ok ? formatExpression(parsed.node) : text;
}

// ——— the parts ———

/** dA/dt of each state: what the block's own transfers bring and take. */
function balance(block: Block): ExplainedEquation[] {
  const transfers = Object.values(block.transfers ?? {});
  return Object.entries(block.states ?? {}).flatMap(([state, { unit, label }]) => {
    const terms = transfers.flatMap(({ from, to, rate }) => {
      const formula = formatFormula(rate);
      return [
        ...(to === state ? [`+ ${formula}`] : []),
        ...(from === state ? [`− ${grouped(formula)}`] : []),
      ];
    });
    if (terms.length === 0) return [];
    const formula = terms.join(" ").replace(/^\+ /, "");
    return [{ symbol: `d${state}/dt`, formula, unit: `${unit}/h`, label }];
  });
}

/** A sum that is subtracted needs its parentheses. */
function grouped(formula: string): string {
  return /[+−]/.test(formula) && !/^\(.*\)$/.test(formula) ? `(${formula})` : formula;
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
