/** The bodies that are left, under another history, other facts or another future. */
import { ownFactorNames } from "../../pharmacology/twin/own-factors";
import { ownNormal } from "../../pharmacology/twin/prior";
import { bandOf, drugOf, windowValues } from "./answer";
import { joinParts, type Cloud, type CloudPart, type CloudShape } from "./cloud";
import type { Learnt } from "./learn";
import { isDoubtful } from "./histories";
import type { TwinStudy } from "./plan-twin";
import type { Band, BodyNumbers, WhatIfAnswer } from "./twin-api";

interface Request {
  readonly usual: {
    readonly study: TwinStudy;
    readonly shape: CloudShape;
    readonly learnt: Learnt;
  };
  readonly changed: { readonly study: TwinStudy; readonly cloud: Cloud };
  /** Draws of the posterior, of equal weight. */
  readonly chosen: Int32Array;
  /** A normal for what a body has of a drug that it did not take before. */
  readonly extra: (body: number, index: number) => number;
  /** Between pieces of work. */
  readonly breathe: () => Promise<void>;
}

const bodiesAtOnce = 100;

export async function whatIfOf(request: Request): Promise<WhatIfAnswer> {
  const { usual, changed } = request;
  const rows = rowsOf(request);
  const { dimensions } = changed.cloud.shape;
  const parts: CloudPart[] = [];
  for (let first = 0; first < request.chosen.length; first += bodiesAtOnce) {
    const end = (first + bodiesAtOnce) * dimensions;
    parts.push(changed.cloud.solve(rows.subarray(first * dimensions, end)));
    await request.breathe();
  }
  const part = joinParts(parts);
  const draws = { ...part, count: part.draws, latents: rows };
  const all = Int32Array.from({ length: draws.count }, (_, i) => i).filter(
    (draw) => draws.solved[draw] === 1,
  );
  const kept = Int32Array.from(all, (body) => request.chosen[body] ?? 0);
  const shared = usual.shape.outputs.flatMap((name, output) => {
    const other = changed.cloud.shape.outputs.indexOf(name);
    return other === -1 ? [] : [{ drug: drugOf(name), output, other }];
  });
  const hours = hoursOfBoth(usual.shape.hours, changed.cloud.shape.hours);
  return {
    originMs: usual.study.originMs,
    windowHours: [usual.study.window.fromHours, usual.study.window.untilHours],
    curves: shared.map(({ drug, output, other }) => ({
      drug,
      hours,
      usual: at(bandOf(usual.shape, usual.learnt, output, kept), usual.shape.hours, hours),
      changed: at(
        bandOf(changed.cloud.shape, { draws }, other, all),
        changed.cloud.shape.hours,
        hours,
      ),
    })),
    bodies: shared.map(({ drug, output, other }) => ({
      drug,
      usual: numbersOf(usual.shape, usual.learnt, output, kept),
      changed: numbersOf(changed.cloud.shape, { draws }, other, all),
    })),
  };
}

// ——— the parts ———

/** The same normals, and new ones for drugs that are new. */
function rowsOf({ usual, changed, chosen, extra }: Request): Float64Array {
  const idsOf = ({ frame }: TwinStudy) =>
    frame.drugs.map((drug) => (typeof drug === "string" ? drug : drug.id));
  const [before, after] = [idsOf(usual.study), idsOf(changed.study)];
  const { dimensions } = changed.cloud.shape;
  const each = ownFactorNames.length;
  const own = ownNormal(0);
  const { latents } = usual.learnt.draws;
  const rows = new Float64Array(chosen.length * dimensions);
  const isKept = isDoubtful(usual.study) && isDoubtful(changed.study);
  chosen.forEach((draw, body) => {
    const from = draw * usual.shape.dimensions;
    // the last of a row is the history that goes with it
    if (isKept) {
      rows[(body + 1) * dimensions - 1] = latents[from + usual.shape.dimensions - 1] ?? 0;
    }
    rows.set(latents.subarray(from, from + own), body * dimensions);
    after.forEach((id, place) => {
      const known = before.indexOf(id);
      for (let i = 0; i < each; i++) {
        rows[body * dimensions + own + place * each + i] =
          known === -1
            ? extra(body, place * each + i)
            : (latents[from + own + known * each + i] ?? 0);
      }
    });
  });
  return rows;
}

function numbersOf(
  shape: CloudShape,
  of: Pick<Learnt, "draws">,
  output: number,
  which: Int32Array,
): BodyNumbers {
  const pick = (what: "area" | "peak" | "trough") => {
    const values = windowValues(shape, of, output, what);
    return Float64Array.from(which, (draw) => values[draw] ?? Number.NaN);
  };
  return { area: pick("area"), peak: pick("peak"), trough: pick("trough") };
}

/** Each has moments of its own, where something is given: a peak of neither must be cut off. */
function hoursOfBoth(usual: Float64Array, changed: Float64Array): Float64Array {
  return Float64Array.from(new Set([...usual, ...changed])).toSorted();
}

/** A band at other hours, by straight lines. */
function at(band: Band, from: Float64Array, to: Float64Array): Band {
  const moved = (values: Float64Array) => {
    let next = 1;
    return Float64Array.from(to, (hours) => {
      if (hours < (from[0] ?? 0) || hours > (from.at(-1) ?? 0)) return Number.NaN;
      while (next < from.length - 1 && (from[next] ?? 0) < hours) next++;
      const [a, b] = [from[next - 1] ?? 0, from[next] ?? 0];
      const share = b > a ? (hours - a) / (b - a) : 1;
      return (values[next - 1] ?? 0) + share * ((values[next] ?? 0) - (values[next - 1] ?? 0));
    });
  };
  return {
    p5: moved(band.p5),
    p25: moved(band.p25),
    p50: moved(band.p50),
    p75: moved(band.p75),
    p95: moved(band.p95),
  };
}
