/** Learning against a million draws of the prior, weighed and nothing else. */
import { fork } from "node:child_process";
import { cpus } from "node:os";
import { effectiveDraws, weightedInterval, weightsFrom } from "../../src/core/inference/weighted";
import { normal } from "../../src/core/numerics/random";
import { logLikelihood, occasionsOf, readLevels } from "../../src/engine/twin/likelihood";
import { exposureInterval } from "./exposure-interval";
import type { Report } from "./report";
import { caseDrugs, syntheticTwin, type CaseDrug, type SyntheticTwin } from "./synthetic-twins";

const people = Number(process.env["PERFUSE_TWINS"] ?? 10);
const referenceDraws = Number(process.env["PERFUSE_DRAWS"] ?? 1_000_000);
const drawsAtOnce = 2000;
const seed = 99;
const firstPerson = 5000;

const part = "PERFUSE_TWIN_PART";

interface Difference {
  readonly drug: CaseDrug;
  readonly middle: number;
  readonly ends: number;
  readonly effective: number;
}

export async function run(report: Report): Promise<void> {
  const share = process.env[part];
  if (share !== undefined) return compare(share);
  const found = await differences();
  const worst = (key: "middle" | "ends") => 100 * Math.max(...found.map((one) => one[key]));
  const note = `${found.length} people, ${referenceDraws} draws, of which ${Math.round(
    Math.min(...found.map(({ effective }) => effective)),
  )} count at least`;
  report({
    name: "median of the area against the reference",
    value: worst("middle"),
    unit: "%",
    atMost: 3,
    note,
  });
  report({
    name: "5 and 95 % quantiles against the reference",
    value: worst("ends"),
    unit: "%",
    atMost: 6,
    note,
  });
}

// ——— the parts ———

async function differences(): Promise<Difference[]> {
  const processes = cpus().length;
  const one = (which: number) =>
    new Promise<Difference[]>((resolve, reject) => {
      const child = fork(process.argv[1] ?? "", process.argv.slice(2), {
        env: { ...process.env, [part]: `${which}/${processes}` },
      });
      const all: Difference[] = [];
      child.on("message", (found: Difference) => all.push(found));
      child.once("error", reject);
      child.once("exit", () => resolve(all));
    });
  const found = await Promise.all(Array.from({ length: processes }, (_, which) => one(which)));
  return found.flat();
}

async function compare(share: string): Promise<void> {
  const [which = 0, processes = 1] = share.split("/").map(Number);
  for (let person = which; person < people; person += processes) {
    const drug = caseDrugs[person % caseDrugs.length] ?? "vancomycin";
    const one = await syntheticTwin(drug, firstPerson + person, 1 + (person % 4));
    const { posterior } = await exposureInterval(one);
    const { interval, effective } = reference(one);
    const off = (a: number, b: number) => Math.abs(a / b - 1);
    process.send?.({
      drug,
      middle: off(posterior.middle, interval.middle),
      ends: Math.max(off(posterior.low, interval.low), off(posterior.high, interval.high)),
      effective,
    } satisfies Difference);
  }
}

function reference({ cloud, levels, errors }: SyntheticTwin) {
  const { dimensions, hours, outputs } = cloud.shape;
  const occasions = occasionsOf(readLevels(levels, cloud.shape));
  const areas = new Float64Array(referenceDraws);
  const logs = new Float64Array(referenceDraws);
  for (let first = 0; first < referenceDraws; first += drawsAtOnce) {
    const latents = new Float64Array(drawsAtOnce * dimensions);
    for (let k = 0; k < drawsAtOnce; k++) {
      for (let i = 0; i < dimensions; i++) {
        latents[k * dimensions + i] = normal(seed, first + k, i);
      }
    }
    const part = cloud.solve(latents);
    for (let k = 0; k < drawsAtOnce; k++) {
      areas[first + k] = part.areas[k * outputs.length] ?? Number.NaN;
      logs[first + k] =
        part.solved[k] === 0
          ? -Infinity
          : logLikelihood(
              occasions,
              errors,
              part.curves,
              (output) => (k * outputs.length + output) * hours.length,
            );
    }
  }
  const weights = weightsFrom(logs);
  return { interval: weightedInterval(areas, weights), effective: effectiveDraws(weights) };
}
