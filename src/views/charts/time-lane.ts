/** What the lane of doses says and where it leads. Pure; times in h. */
import { formatTime } from "../ui/format-time";

export interface LaneDose {
  readonly atHours: number;
  /** Zero for a tablet or a bolus. */
  readonly overHours: number;
  readonly drug: string;
  /** "5 mg by mouth" */
  readonly amount: string;
}

/** A moment worth stopping at: "peak in plasma". */
export interface LaneMark {
  readonly atHours: number;
  readonly label: string;
}

export interface Speed {
  /** "1 h = 2 s" */
  readonly label: string;
  readonly hoursPerSecond: number;
}

export interface LaneRow {
  readonly drug: string;
  readonly doses: readonly LaneDose[];
}

/** One row a drug, in the order of first appearance; doses by time. */
export function laneRows(doses: readonly LaneDose[]): LaneRow[] {
  const rows = new Map<string, LaneDose[]>();
  for (const dose of byTime(doses)) {
    const row = rows.get(dose.drug);
    if (row) row.push(dose);
    else rows.set(dose.drug, [dose]);
  }
  return Array.from(rows, ([drug, own]) => ({ drug, doses: own }));
}

const byTime = (doses: readonly LaneDose[]) => doses.toSorted((a, b) => a.atHours - b.atHours);

/** Where a dragged thumb sticks: beginnings and ends of doses, and marks. */
export const snapTargets = (doses: readonly LaneDose[], marks: readonly LaneMark[]): number[] => [
  ...doses.flatMap(({ atHours, overHours }) => [atHours, atHours + overHours]),
  ...marks.map(({ atHours }) => atHours),
];

const words = {
  before: (span: string) => `${span} before the first dose`,
  at: "at the first dose",
  after: (span: string) => `${span} after the first dose`,
  afterward: "after the first dose",
  since: (span: string, dose: string) => `${span} after ${dose}`,
  during: (dose: string) => `during ${dose}`,
  atDose: (dose: string) => `at ${dose}`,
  count: (number: number, of: number) => `dose ${number} of ${of}`,
  countOf: (number: number, of: number, drug: string) =>
    `${of === 1 ? "the dose" : `dose ${number} of ${of}`} of ${drug.toLowerCase()}`,
};

/** Times this close are the same to a person: a quarter of a second. */
const same = 1 / 14_400;

/** "2 h 15 min after the first dose" */
export function momentInWords(time: number, doses: readonly LaneDose[]): string {
  const first = Math.min(...doses.map(({ atHours }) => atHours));
  if (!Number.isFinite(first)) return formatTime(time, 3);
  const since = time - first;
  if (Math.abs(since) < same) return words.at;
  const span = formatTime(Math.abs(since), 3);
  return since < 0 ? words.before(span) : words.after(span);
}

/** "4 h after dose 7 of 14"; undefined where the first dose is the latest, or none was given. */
export function sinceLatestDose(time: number, doses: readonly LaneDose[]): string | undefined {
  const given = byTime(doses).filter(({ atHours }) => atHours <= time + same);
  const latest = given.at(-1);
  if (!latest || doses.length < 2) return undefined;
  const own = doses.filter(({ drug }) => drug === latest.drug);
  const number = given.filter(({ drug }) => drug === latest.drug).length;
  const dose =
    own.length === doses.length
      ? words.count(number, own.length)
      : words.countOf(number, own.length, latest.drug);
  const since = time - latest.atHours;
  if (since < same) return words.atDose(dose);
  if (since <= latest.overHours) return words.during(dose);
  return words.since(formatTime(since), dose);
}

/**
 * What stands beside the time itself: the mark or the dose we are at, and not the time once more.
 */
export function placeInWords(
  time: number,
  doses: readonly LaneDose[],
  marks: readonly LaneMark[],
): string {
  const special = markAt(time, marks) ?? sinceLatestDose(time, doses);
  if (special !== undefined || doses.length === 0) return special ?? "";
  const first = Math.min(...doses.map(({ atHours }) => atHours));
  return Math.abs(first) < same && time >= same ? words.afterward : momentInWords(time, doses);
}

/** The label of the mark that we stand on. */
const markAt = (time: number, marks: readonly LaneMark[]): string | undefined =>
  marks.find(({ atHours }) => Math.abs(atHours - time) < same)?.label;

/** The next mark after a moment, and from the last on again the first. */
export function nextMark(time: number, marks: readonly LaneMark[]): LaneMark | undefined {
  const sorted = marks.toSorted((a, b) => a.atHours - b.atHours);
  return sorted.find(({ atHours }) => atHours > time + same) ?? sorted[0];
}
