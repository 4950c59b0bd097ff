/** How a run stands, in words: how many, how long, and what became of the difficult ones. */
import { formatNumber } from "../../ui/format-number";
import { formatTime } from "../../ui/format-time";
import { formatCount, peopleWord, progressNote } from "../people-words";

export type RunState = "preparing" | "running" | "stopping" | "done" | "stopped";

export interface RunCounts {
  readonly done: number;
  readonly of: number;
  /** Whose error was estimated above the tolerance, so that their numbers were not trusted. */
  readonly flagged: number;
  /** Computed a second time, in 64 bit and with steps of their own. */
  readonly rerun: number;
  /** Who could not be computed. */
  readonly failed: number;
  /** Drawn again because a first draw was no possible person. */
  readonly redrawn: number;
}

export interface Tally {
  readonly text: string;
  /** What the word means. */
  readonly hint: string;
  readonly isBad: boolean;
}

export function runSentence(
  state: RunState,
  counts: RunCounts,
  elapsedMs: number,
  on: string,
): string {
  const took = `in ${formatDuration(elapsedMs)} on ${on}`;
  switch (state) {
    case "preparing":
      return `Preparing ${peopleWord(counts.of)}.`;
    case "running":
      return `Computing: ${progressNote(counts)} ${took}${leftOf(counts, elapsedMs)}`;
    case "stopping":
      return `Stopping: ${progressNote(counts)} so far.`;
    case "stopped":
      return `Stopped: ${progressNote(counts)} ${took}. What was computed is kept.`;
    case "done":
      return `${peopleWord(counts.done)} ${took}.`;
    default:
      return state satisfies never;
  }
}

/** What is worth a word: nothing is said of what happened to nobody, except of failing. */
export function talliesOf({ flagged, rerun, failed, redrawn }: RunCounts): Tally[] {
  const tallies = [
    tally(flagged, "flagged", "The estimated error was above the tolerance."),
    tally(rerun, "computed again", "With steps of their own, in 64 bit."),
    tally(redrawn, "drawn again", "The first draw was no possible person."),
  ];
  return [
    ...tallies.filter(({ text }) => !text.startsWith("0 ")),
    { ...tally(failed, "failed", "They are in no curve and no number."), isBad: failed > 0 },
  ];
}

/** "0.85 s", "12 s", "3 min 20 s". */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 60 ? `${formatNumber(seconds, 2)}\u202fs` : formatTime(seconds / 3600);
}

/** Only after a tenth: before, the time of compiling would count for everybody. */
function leftOf({ done, of }: RunCounts, elapsedMs: number): string {
  if (done < of / 10 || done >= of) return ".";
  return `, about ${formatDuration((elapsedMs * (of - done)) / done)} left.`;
}

const tally = (count: number, what: string, hint: string): Tally => ({
  text: `${formatCount(count)} ${what}`,
  hint,
  isBad: false,
});
