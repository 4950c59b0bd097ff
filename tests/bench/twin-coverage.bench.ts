/**
 * Whether intervals hold what they promise: of people who were made up, how many have the exposure
 * that is really theirs inside of their 90 % interval.
 */
import { fork } from "node:child_process";
import { cpus } from "node:os";
import { exposureInterval } from "./exposure-interval";
import type { Report } from "./report";
import { caseDrugs, syntheticTwin, type CaseDrug } from "./synthetic-twins";

const people = Number(process.env["PERFUSE_TWINS"] ?? 500);
const mostLevels = 4;

/** Set in a process that does one core's share: which, and of how many. */
const part = "PERFUSE_TWIN_PART";

interface Tally {
  readonly drug: CaseDrug;
  readonly levels: number;
  readonly inside: number;
  readonly width: number;
  readonly effective: number;
}

export async function run(report: Report): Promise<void> {
  const share = process.env[part];
  if (share !== undefined) return tally(share);
  const [usual, wild] = [await tallies(people, 0), await tallies(people / 5, 0.1)];
  const cover = (of: readonly Tally[]) =>
    (100 * of.reduce((sum, { inside }) => sum + inside, 0)) / of.length;
  const by = (key: "drug" | "levels") =>
    [...new Set(usual.map((one) => one[key]))]
      .map((value) => `${value} ${cover(usual.filter((one) => one[key] === value)).toFixed(1)} %`)
      .join(", ");
  const least = Math.min(...usual.map(({ effective }) => effective));
  const row = { unit: "%", note: `${usual.length} twins; ${by("drug")}; levels: ${by("levels")}` };
  report({
    name: "90 % intervals of the area: hold the true one, least",
    value: cover(usual),
    atLeast: 87,
    ...row,
  });
  report({
    name: "90 % intervals of the area: hold the true one, most",
    value: cover(usual),
    atMost: 93,
    ...row,
  });
  report({
    name: "draws that count, least of all twins",
    value: least,
    unit: "draws",
    atLeast: 1000,
  });
  report({
    name: "the same intervals where one level in ten is three times off",
    value: cover(wild),
    unit: "%",
    note: `${wild.length} twins`,
  });
  const width = usual.reduce((sum, one) => sum + one.width, 0) / usual.length;
  report({
    name: "90 % interval of the area, posterior over prior width",
    value: width,
    unit: "×",
  });
}

// ——— the parts ———

/** Everybody, on all cores. */
async function tallies(count: number, wild: number): Promise<Tally[]> {
  const processes = cpus().length;
  const one = (which: number) =>
    new Promise<Tally[]>((resolve, reject) => {
      const child = fork(process.argv[1] ?? "", process.argv.slice(2), {
        env: { ...process.env, [part]: `${which}/${processes}/${count}/${wild}` },
      });
      const all: Tally[] = [];
      child.on("message", (found: Tally) => all.push(found));
      child.once("error", reject);
      child.once("exit", () => resolve(all));
    });
  const found = await Promise.all(Array.from({ length: processes }, (_, which) => one(which)));
  return found.flat();
}

async function tally(share: string): Promise<void> {
  const [which = 0, processes = 1, count = 0, wild = 0] = share.split("/").map(Number);
  for (let person = which; person < count; person += processes) {
    for (const drug of caseDrugs) {
      const levels = 1 + ((person + caseDrugs.indexOf(drug)) % mostLevels);
      const one = await syntheticTwin(drug, person, levels, {}, wild);
      const { prior, posterior, effective } = await exposureInterval(one);
      const inside = Number(one.trueArea >= posterior.low && one.trueArea <= posterior.high);
      const width = Math.log(posterior.high / posterior.low) / Math.log(prior.high / prior.low);
      process.send?.({ drug, levels, inside, width, effective } satisfies Tally);
    }
  }
}
