/**
 * What was learnt, in sentences: neutral, with how sure it is, and never what to do about it.
 *
 * "Your model" is the reader's model of whomever the twin is of. Numbers are in natural
 * frequencies; "people with the same facts" are those that the prior is drawn from.
 */
import type { Interval } from "../core/inference/weighted";
import type {
  DoseDoubt,
  Exposure,
  LevelFit,
  TraitChange,
  TwinAnswer,
} from "../engine/twin/twin-api";
import { instantInWords } from "./twin-clock";
import { ofTen } from "./twin-frequency";

/** The one sentence over the picture. */
export function headline(answer: TwinAnswer, drug: string, name: string): string {
  const area = areaOf(answer, drug);
  if (!area) return "";
  const levels = answer.levels.filter((level) => level.drug === drug).length;
  if (levels === 0) return withoutLevels(area, name);
  const ratio = area.posterior.middle / area.prior.middle;
  const these = levels === 1 ? "This level makes" : `These ${levels} levels make`;
  if (Math.abs(Math.log(ratio)) < Math.log(1.05)) {
    const narrowed = narrowing(area);
    return `${these} your model’s exposure to ${name} about that of people with the same facts (within 5 %)${narrowed}.`;
  }
  const isHigher = ratio > 1;
  const agree = ofTen(isHigher ? 1 - area.below : area.below);
  const much = changeInWords(ratio);
  const side = isHigher ? "higher" : "lower";
  return `${these} your model’s exposure to ${name} ${much} than that of people with the same facts; ${agree} bodies consistent with the level${levels === 1 ? "" : "s"} agree that it is ${side}.`;
}

export function areaOf({ exposures }: TwinAnswer, drug: string): Exposure | undefined {
  return exposures.find((exposure) => exposure.drug === drug && exposure.what === "area");
}

/** "22 % higher", "2.4 times as high". */
export function changeInWords(ratio: number): string {
  if (ratio >= 2) return `${ratio.toPrecision(2)} times as high`;
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  return `${percent} % ${ratio >= 1 ? "higher" : "lower"}`;
}

/** How old what is known is. */
export function ageInWords(ageDays: number | undefined): string {
  if (ageDays === undefined) return "No level yet.";
  const days = Math.round(ageDays);
  if (ageDays < 1) return "Last level less than a day ago.";
  const ago = days === 1 ? "a day" : `${days} days`;
  return `Last level ${ago} ago; older levels count less.`;
}

/** Where a measured value lies among those that the model foresaw. */
export function fitInWords({ position, isBelow }: LevelFit): string {
  if (isBelow) return "reported as below a limit";
  if (position > 0.975) return "higher than 39 of 40 foreseen values";
  if (position < 0.025) return "lower than 39 of 40 foreseen values";
  if (position > 0.9) return "at the upper end of what was foreseen";
  if (position < 0.1) return "at the lower end of what was foreseen";
  return "as foreseen";
}

export const isMisfit = ({ position, isBelow }: LevelFit): boolean =>
  !isBelow && (position > 0.975 || position < 0.025);

/** A quarter of how people differ, in standard deviations: less is not worth a sentence. */
const tellingMove = 0.25;

/** What was learnt of one trait: how far, how surely; undefined where nothing was. */
export function traitInWords({ name, prior, posterior, moved, narrowed, below }: TraitChange) {
  if (Math.abs(moved) < tellingMove && narrowed < 0.1) return undefined;
  const ratio = posterior.middle / prior.middle;
  const surely = ofTen(ratio >= 1 ? 1 - below : below);
  const narrower = narrowed >= 0.1 ? `, its range ${Math.round(narrowed * 100)} % narrower` : "";
  if (Math.abs(moved) < tellingMove) return `${name}: about as before${narrower}.`;
  return `${name}: ${changeInWords(ratio)} (${surely} bodies agree)${narrower}.`;
}

/** A dose that may not have been taken, before and after the levels. */
export function doubtInWords(
  { atHours, prior, posterior }: DoseDoubt,
  originMs: number,
  offsetMinutes: number,
): string {
  const when = instantInWords(originMs + atHours * 3_600_000, offsetMinutes);
  return `The dose of ${when} was taken: written as ${Math.round(prior * 100)} % sure; by the levels in ${ofTen(posterior)} bodies.`;
}

/** "312 to 498" with three figures. */
export function rangeInWords({ low, high }: Interval): string {
  return `${figures(low)} to ${figures(high)}`;
}

export const figures = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "–";

/** How two histories compare by how probable the same levels are under each. */
export function evidenceInWords(logRatio: number): string {
  const times = Math.exp(Math.abs(logRatio));
  if (times < 3) return "The levels do not tell this history from the written one.";
  const much = times > 1000 ? "more than 1000 times" : `about ${Math.round(times)} times`;
  return logRatio > 0
    ? `The levels are ${much} as probable under this history as under the written one.`
    : `The levels are ${much} as probable under the written history as under this one.`;
}

// ——— the parts ———

function withoutLevels({ prior }: Exposure, name: string): string {
  return `No level yet: this is what people with the same facts would have. In 9 of 10 of them the area of ${name} over the 24 h from the last dose on is ${rangeInWords(prior)} mg h/L.`;
}

function narrowing({ prior, posterior }: Exposure): string {
  const width = ({ low, high }: Interval) => Math.log(high / low);
  const share = 1 - width(posterior) / width(prior);
  return share > 0.05 ? `, and its range ${Math.round(share * 100)} % narrower` : "";
}
