/**
 * Joins the blocks of a model into one flat system of named formulas, checking as it goes.
 *
 * What it refuses, each with block, symbol and position: a formula that cannot be read, an
 * unknown name, a name declared twice, units that do not balance, a parameter without a source,
 * definitions that depend on themselves, a transfer between different substances. It does not
 * simplify or order anything: that is core/compile.
 */
import { Expressions, rewrite, type Node } from "../expression/node";
import { parseExpression } from "../expression/parse";
import { printDimension, sameDimension, type Dimension } from "../units/dimension";
import { parseUnit } from "../units/parse";
import { dimensionOf } from "./check-units";
import type { Block, Model, Outcome, Parameter, Problem, Provenance, State } from "./model";

export interface FlatParameter extends Parameter {
  readonly name: string;
  /** In internal units (mg, L, h, dm, µmol). */
  readonly internal: number;
}

export interface FlatState extends State {
  readonly name: string;
}

export interface FlatTransfer {
  readonly name: string;
  readonly label: string;
  /** Index of a state, or -1 for outside. */
  readonly from: number;
  readonly to: number;
  readonly rate: Node;
  /** The rate as its block writes it. */
  readonly text: string;
}

export interface FlatOutput {
  readonly name: string;
  readonly unit: string;
  readonly label: string;
  readonly value: Node;
}

/** Formulas are over the symbols of parameters, forcings and states alone. */
export interface FlatModel {
  readonly name: string;
  readonly table: Expressions;
  readonly parameters: readonly FlatParameter[];
  readonly forcings: readonly { readonly name: string; readonly unit: string }[];
  readonly states: readonly FlatState[];
  readonly transfers: readonly FlatTransfer[];
  readonly rates: ReadonlyMap<number, Node>;
  readonly outputs: readonly FlatOutput[];
}

export function compose(model: Model): Outcome<FlatModel> {
  const composer = new Composer(model);
  const flat = composer.flatten();
  return composer.problems.length > 0
    ? { ok: false, problems: composer.problems }
    : { ok: true, value: flat };
}

// ——— the parts, in the order they are used ———

/** What a global name means. */
interface Entry {
  readonly kind: "parameter" | "forcing" | "state" | "definition";
  readonly dimension: Dimension;
  readonly block: Block;
  readonly text?: string;
}

class Composer {
  readonly problems: Problem[] = [];
  readonly #model: Model;
  readonly #table = new Expressions();
  readonly #entries = new Map<string, Entry>();
  readonly #resolved = new Map<string, Node>();

  constructor(model: Model) {
    this.#model = model;
  }

  flatten(): FlatModel {
    const { blocks, name, record } = this.#model;
    for (const block of blocks) this.#declare(block);
    for (const block of blocks) this.#checkInputs(block);
    for (const name of this.#entries.keys()) this.#resolve(name, []); // also those nobody uses
    const states = blocks.flatMap((block) => named(block, block.states));
    const index = new Map(states.map((state, position) => [state.name, position]));
    const transfers = blocks.flatMap((block) => this.#transfers(block, states, index));
    const outputs = blocks.flatMap((block) => this.#outputs(block));
    const areas = this.#areas(outputs);
    return {
      name,
      table: this.#table,
      states: [...states, ...areas.map(({ state }) => state)],
      parameters: blocks.flatMap((block) => this.#parameters(block)),
      forcings: blocks.flatMap((block) => named(block, block.forcings)),
      transfers,
      rates: new Map([
        ...blocks.flatMap((block) => this.#rates(block, index)),
        ...areas.map(({ rate }, i) => [states.length + i, rate] as const),
      ]),
      outputs: [
        ...outputs.filter((output) => !record || record.includes(output.name)),
        ...transfers.filter(({ name: flux }) => record?.includes(fluxName(flux))).map(fluxOutput),
      ],
    };
  }

  #declare(block: Block): void {
    const add = (local: string, kind: Entry["kind"], unit: string, text?: string) => {
      const name = `${block.name}.${local}`;
      const subject = `${block.name}, ${local}`;
      if (this.#entries.has(name)) this.#refuse("duplicate-name", subject, "is declared twice");
      const parsed = parseUnit(unit);
      if (!parsed.ok) this.#refuse("unknown-unit", subject, parsed.message);
      const dimension = parsed.ok ? parsed.unit.dimension : ([0, 0, 0, 0] as const);
      this.#entries.set(name, { kind, dimension, block, ...(text === undefined ? {} : { text }) });
    };
    for (const [name, item] of Object.entries(block.parameters ?? {})) {
      add(name, "parameter", item.unit);
      this.#checkParameter(block, name, item);
    }
    for (const [name, item] of Object.entries(block.forcings ?? {}))
      add(name, "forcing", item.unit);
    for (const [name, item] of Object.entries(block.states ?? {})) add(name, "state", item.unit);
    for (const [name, item] of Object.entries(block.define ?? {})) {
      add(name, "definition", item.unit, item.text);
    }
  }

  #checkParameter(block: Block, name: string, parameter: Parameter): void {
    const subject = `${block.name}, ${name}`;
    if (!Number.isFinite(parameter.value)) {
      this.#refuse("not-a-number", subject, `${parameter.value} is not a finite number`);
    }
    if (!hasSource(parameter.provenance)) {
      this.#refuse("missing-source", subject, "has no source: cite one or say what is assumed");
    }
  }

  #checkInputs(block: Block): void {
    for (const [name, input] of Object.entries(block.inputs ?? {})) {
      const subject = `${block.name}, ${name}`;
      const entry = this.#entries.get(input.is);
      const unit = parseUnit(input.unit);
      if (!entry) this.#refuse("unknown-name", subject, `${input.is} does not exist`);
      if (!unit.ok) this.#refuse("unknown-unit", subject, unit.message);
      if (entry && unit.ok && !sameDimension(entry.dimension, unit.unit.dimension)) {
        this.#refuse(
          "unit-mismatch",
          subject,
          `expects ${input.unit}, but ${input.is} is in ${printDimension(entry.dimension)}`,
        );
      }
    }
  }

  #parameters(block: Block): FlatParameter[] {
    return named(block, block.parameters).map((parameter) => {
      const unit = parseUnit(parameter.unit);
      return { ...parameter, internal: parameter.value * (unit.ok ? unit.unit.factor : 1) };
    });
  }

  #transfers(
    block: Block,
    states: readonly FlatState[],
    index: ReadonlyMap<string, number>,
  ): FlatTransfer[] {
    return named(block, block.transfers).map(({ name, label, from, to, rate: text }) => {
      const ends = [from, to].map((end) => this.#stateIndex(block, name, end, index));
      const [source = -1, target = -1] = ends;
      const matter = ends.flatMap((end) => states[end] ?? []);
      const substances = new Set(matter.map((state) => state.substance));
      if (substances.size > 1) {
        this.#refuse("different-substances", name, `moves ${[...substances].join(" into ")}`);
      }
      const unit = matter[0]?.unit ?? "mg";
      const rate = this.#formula(block, name, text, `${unit}/h`);
      return { name, label, from: source, to: target, rate, text };
    });
  }

  #stateIndex(
    block: Block,
    subject: string,
    end: string | null,
    index: ReadonlyMap<string, number>,
  ): number {
    if (end === null) return -1;
    const found = index.get(this.#globalName(block, end)) ?? index.get(end);
    if (found === undefined) this.#refuse("unknown-name", subject, `there is no state ${end}`);
    return found ?? -1;
  }

  #rates(block: Block, index: ReadonlyMap<string, number>): [number, Node][] {
    return Object.entries(block.rates ?? {}).map(([state, text]) => {
      const subject = `${block.name}, rate of ${state}`;
      const unit = block.states?.[state]?.unit ?? "1";
      const position = this.#stateIndex(block, subject, state, index);
      return [position, this.#formula(block, subject, text, `${unit}/h`)];
    });
  }

  #outputs(block: Block): FlatOutput[] {
    return Object.entries(block.outputs ?? {}).map(([name, { text, unit, label }]) => ({
      name,
      unit,
      label,
      value: this.#formula(block, `${block.name}, output ${name}`, text, unit),
    }));
  }

  /** States that integrate an output over time; no step is chosen for their sake. */
  #areas(outputs: readonly FlatOutput[]): { state: FlatState; rate: Node }[] {
    return (this.#model.accumulate ?? []).flatMap((name) => {
      const output = outputs.find((other) => other.name === name);
      if (!output) {
        this.#refuse("unknown-name", name, "is no output that could be integrated");
        return [];
      }
      const { unit, label, value } = output;
      const state = { unit: `${unit}*h`, label: `integral of ${label}`, scale: Infinity };
      return [{ state: { ...state, name: areaName(name) }, rate: value }];
    });
  }

  /** A block's formula over global symbols, with every definition put in. */
  #formula(block: Block, subject: string, text: string, unit: string): Node {
    const local = this.#checked(block, subject, text, unit);
    return rewrite(this.#table, local, (leaf) =>
      leaf.op === "symbol" ? this.#resolve(this.#globalName(block, leaf.name), []) : leaf,
    );
  }

  /** A block's formula as written, its names and units checked. */
  #checked(block: Block, subject: string, text: string, unit: string): Node {
    const parsed = parseExpression(text, this.#table);
    if (!parsed.ok) {
      const where = `at position ${parsed.position} of "${text.slice(0, 120)}"`;
      this.#refuse("bad-formula", subject, `${parsed.message}, ${where}`);
      return this.#table.zero;
    }
    const where = (node: Node) => `at position ${parsed.positions.get(node) ?? 0} of "${text}"`;
    const result = dimensionOf(parsed.node, (name) => {
      return this.#entries.get(this.#globalName(block, name))?.dimension;
    });
    if (!result.ok) {
      this.#refuse(result.code, subject, `${result.message}, ${where(result.node)}`);
      return this.#table.zero;
    }
    const expected = parseUnit(unit);
    const { dimension } = result;
    if (expected.ok && dimension && !sameDimension(dimension, expected.unit.dimension)) {
      const message = `is ${unit}, but its formula gives ${printDimension(dimension)}`;
      this.#refuse("unit-mismatch", subject, `${message}, ${where(parsed.node)}`);
    }
    return parsed.node;
  }

  #resolve(name: string, path: readonly string[]): Node {
    const known = this.#resolved.get(name);
    if (known) return known;
    const entry = this.#entries.get(name);
    if (entry?.text === undefined) return this.#table.symbol(name);
    if (path.includes(name)) {
      const loop = [...path.slice(path.indexOf(name)), name].join(" → ");
      this.#refuse("definition-loop", name, `depends on itself: ${loop}`);
      return this.#table.zero;
    }
    const { block } = entry;
    const unit = block.define?.[name.slice(block.name.length + 1)]?.unit ?? "1";
    const local = this.#checked(block, name, entry.text, unit);
    const node = rewrite(this.#table, local, (leaf) =>
      leaf.op === "symbol"
        ? this.#resolve(this.#globalName(block, leaf.name), [...path, name])
        : leaf,
    );
    this.#resolved.set(name, node);
    return node;
  }

  #globalName(block: Block, name: string): string {
    const input = block.inputs;
    if (input && Object.hasOwn(input, name)) return input[name]?.is ?? name;
    return `${block.name}.${name}`;
  }

  #refuse(code: string, subject: string, message: string): void {
    if (this.problems.some((p) => p.code === code && p.subject === subject)) return;
    this.problems.push({ code, subject, message });
  }
}

/** The output that gives the rate of a transfer, in mg/h; recorded only when asked for. */
export function fluxName(transfer: string): string {
  return `flux ${transfer}`;
}

function fluxOutput({ name, label, rate }: FlatTransfer): FlatOutput {
  return { name: fluxName(name), unit: "mg/h", label, value: rate };
}

/** The state that holds the integral of an output. */
export function areaName(output: string): string {
  return `AUC ${output}`;
}

function named<T>(block: Block, items: Readonly<Record<string, T>> | undefined) {
  return Object.entries(items ?? {}).map(([name, item]) => ({
    ...item,
    name: `${block.name}.${name}`,
  }));
}

function hasSource(provenance: Provenance | undefined): boolean {
  switch (provenance?.kind) {
    case "from":
      return provenance.source !== "" && provenance.where !== "";
    case "assumed":
      return provenance.why !== "";
    case "fitted":
      return provenance.to.length > 0 && provenance.why !== "";
    case "derived":
      return provenance.how !== "";
    case "given":
      return provenance.by !== "";
    default:
      return false;
  }
}
