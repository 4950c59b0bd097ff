/**
 * Forms that release their drug by Weibull's function of the time since they were swallowed:
 * 1 − exp(−(t/τ)^b), half of it after the time that the dissolution test gives.
 *
 * What is not released yet travels through the gut like any solid, and is released where it is, at
 * the rate that makes the released share follow the function: (b/τ)(t/τ)^(b−1) of what is left. That
 * rate is of the form's age and not of the body's state, so each form that is still releasing has a
 * clock and states of its own; engine/release-forms.ts gives each dose one and sets its clock. How
 * many there are belongs to the structure of the model.
 *
 * Two things are not exact. In the first millionth of τ the rate is that at its end, for where b < 1
 * the function begins infinitely steep: 5e-4 of the dose with b = 0.5, 1e-4 with 0.6, 3e-9 with 1.36.
 * Once a ten-thousandth is left the clock stands, and what is left goes on at the rate it has then.
 * With shapes from 0.6 to 3 a person's release came out within 1e-4 of the dose of the function, and
 * within 1e-3 on the steps of a crowd (tests/science/release.test.ts).
 */
import type { Block } from "../../core/model/model";
import { convert } from "../../core/units/convert";
import { gutSegments } from "../body/gut";
import type { Molecule, WeibullRelease } from "../drug";
import type { Substance } from "../substances";

/** Forms of one drug that may still be releasing at a time. */
export const mostForms = 8;

export function releaseBlocks(drug: Substance, forms: number): Block[] {
  const release = drug.absorption?.release;
  if (!release || forms === 0) return [];
  return [
    declared(drug, release, forms),
    ...Array.from({ length: forms }, (_, i) => formBlock(drug, i + 1)),
  ];
}

/** Where a form is put. */
export function heldState(drug: Molecule, form: number): string {
  return `${formName(drug, form)}.${drug.absorption?.release?.into ?? "gastricLumen"}`;
}

/** State and forcing of a form's clock. */
export function clockOf(drug: Pick<Molecule, "id">, form: number) {
  const name = formName(drug, form);
  return { state: `${name}.age`, forcing: `${name}.running` };
}

/** All that holds drug in a part of the gut's lumen: solid, dissolved, then the forms. */
export function lumenStatesOf({ id }: Pick<Molecule, "id">, part: string, forms: number): string[] {
  const held = Array.from({ length: forms }, (_, i) => `${formName({ id }, i + 1)}.${part}`);
  return [`${id}.${part}.solid`, `${id}.${part}.dissolved`, ...held];
}

/** What Weibull's function needs, in h. */
export interface Weibull {
  readonly halfHours: number;
  readonly shape: number;
}

/** @param overrides  values of the model's parameters that stand in for the drug's own */
export function weibullOf(
  { id, absorption }: Pick<Molecule, "id" | "absorption">,
  overrides: Readonly<Record<string, number>> = {},
): Weibull | undefined {
  const release = absorption?.release;
  if (!release) return undefined;
  const value = (name: "halfReleased" | "shape") =>
    overrides[`${id}.release.${name}`] ?? release[name].value;
  return {
    halfHours: convert(value("halfReleased"), release.halfReleased.unit, "h"),
    shape: value("shape"),
  };
}

/** Hours until no more than a ten-thousandth is held: what a later form may begin with. */
export function hoursToRelease({ halfHours, shape }: Weibull): number {
  return halfHours * (-Math.log(leftBehind) / Math.LN2) ** (1 / shape);
}

// ——— the parts ———

const leftBehind = 1e-4;
const parts = ["gastricLumen", ...gutSegments.map(({ id }) => id)];

const formName = ({ id }: Pick<Molecule, "id">, form: number) => `${id}.release${form}`;

function declared({ id }: Substance, release: WeibullRelease, forms: number): Block {
  const { halfReleased, shape } = release;
  const held = Array.from({ length: forms }, (_, i) =>
    parts.map((part) => [`${part}_${i + 1}`, `${formName({ id }, i + 1)}.${part}`] as const),
  ).flat();
  return {
    name: `${id}.release`,
    inputs: Object.fromEntries(held.map(([local, is]) => [local, { is, unit: "mg" }])),
    parameters: {
      halfReleased: { ...halfReleased, label: "time until half is released" },
      shape: { ...shape, label: "shape of the release; 1 is first order" },
    },
    define: {
      tau: {
        text: "halfReleased / ln(2) ^ (1 / shape)",
        unit: "h",
        label: "time until 63 % is released",
      },
      held: { text: held.map(([local]) => local).join(" + "), unit: "mg" },
    },
    outputs: {
      [`${id}/unreleased`]: { text: "held", unit: "mg", label: "amount not released yet" },
    },
  };
}

/** One form on its way: what it still holds in each part of the gut. */
function formBlock(drug: Substance, form: number): Block {
  const { id, name, conservedAs } = drug;
  return {
    name: formName(drug, form),
    inputs: {
      tau: { is: `${id}.release.tau`, unit: "h" },
      shape: { is: `${id}.release.shape`, unit: "1" },
      ...inputsOfTravel(drug),
      ...inputsOfSaturation(drug),
    },
    forcings: { running: { unit: "ratio", label: "whether the form's clock runs" } },
    states: {
      age: { unit: "h", scale: Infinity, label: `age of form ${form} of ${name}` },
      ...Object.fromEntries(
        parts.map((part) => [
          part,
          {
            unit: "mg",
            label: `${name} in form ${form}, ${partName(part)}`,
            substance: conservedAs,
          },
        ]),
      ),
    },
    define: {
      rate: {
        text: "shape / tau * max(age / tau, 1e-6) ^ (shape - 1)",
        unit: "1/h",
        label: "release of what is left",
      },
    },
    transfers: Object.assign({}, ...parts.map((part, i) => transfersOf(drug, part, parts[i + 1]))),
    rates: { age: "running" },
  };
}

function inputsOfTravel({ id, absorption }: Substance): NonNullable<Block["inputs"]> {
  return {
    k_gastricLumen: { is: "gastricLumen.emptying", unit: "1/h" },
    ...(absorption?.emptyingFactor && {
      factor: { is: `${id}.gastricLumen.factor`, unit: "ratio" },
    }),
    ...Object.fromEntries(
      gutSegments.map((segment) => [
        `k_${segment.id}`,
        { is: `${segment.id}.transit`, unit: "1/h" },
      ]),
    ),
  };
}

function inputsOfSaturation({ id, absorption }: Substance): NonNullable<Block["inputs"]> {
  if (!absorption?.solubility) return {};
  return Object.fromEntries(
    gutSegments.flatMap(({ id: segment }) => [
      [`dissolved_${segment}`, { is: `${id}.${segment}.dissolved`, unit: "mg" }],
      [`C_s_${segment}`, { is: `${id}.${segment}.C_s`, unit: "mg/L" }],
      [`V_${segment}`, { is: `${segment}.fluid`, unit: "L" }],
    ]),
  );
}

function transfersOf(
  { id, absorption }: Substance,
  part: string,
  next: string | undefined,
): NonNullable<Block["transfers"]> {
  const isStomach = part === "gastricLumen";
  const travel = isStomach && absorption?.emptyingFactor ? `factor * k_${part}` : `k_${part}`;
  // near saturation it slows down as dissolution does (absorption.ts), and beyond it runs backwards
  const room =
    absorption?.solubility && !isStomach
      ? ` * (1 - dissolved_${part} / (C_s_${part} * V_${part}))`
      : "";
  return {
    [`released_${part}`]: {
      from: part,
      to: `${id}.${part}.dissolved`,
      rate: `rate * ${part}${room}`,
      label: "is released",
    },
    [`passed_${part}`]: {
      from: part,
      to: next ?? `${id}.faeces.A`,
      rate: `${travel} * ${part}`,
      label: isStomach ? "leaves the stomach, not released" : "moves on, not released",
    },
  };
}

function partName(part: string): string {
  const segment = gutSegments.find(({ id }) => id === part);
  return `in the ${segment?.name ?? "stomach"}`;
}
