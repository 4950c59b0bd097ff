/** A twin on the command line: what its levels say of the person, as the page would say it. */
import { TwinEngine } from "../engine/twin/twin-service";
import type { TwinAnswer } from "../engine/twin/twin-api";
import { version } from "../engine/version";
import { csv } from "../interop/csv";
import { parseTwin } from "../interop/twin-file";
import { isMoment, millisecondsOf, type Twin } from "../pharmacology/twin/twin";
import { readText } from "./files";
import { refuse, valueOf } from "./refusal";

export interface LearntTwin {
  readonly answer: TwinAnswer;
  readonly text: string;
}

/** @param now  the moment whose facts count; that of the last event when absent */
export async function learnTwin(path: string, now: string | undefined): Promise<LearntTwin> {
  const twin = valueOf(parseTwin(readText(path)));
  if (now !== undefined && !isMoment(now)) {
    return refuse("bad-value", "--now", 'must be a moment, as "2026-11-20T07:30:00+01:00"');
  }
  const nowMs = now === undefined ? lastOf(twin) : millisecondsOf(now);
  const engine = new TwinEngine({ forceTape: false });
  const answer = valueOf(await engine.learn(twin, nowMs, () => {}));
  return { answer, text: tableOf(answer) };
}

// ——— the parts ———

const lastOf = ({ events }: Twin) =>
  events.reduce((last, { at }) => Math.max(last, millisecondsOf(at)), 0);

const columns = [
  "what",
  "of",
  "prior_p5",
  "prior_p50",
  "prior_p95",
  "posterior_p5",
  "posterior_p50",
  "posterior_p95",
  "unit",
  "measured",
  "position",
];

/** Prior: people with the same facts. Posterior: the bodies that agree with the levels. */
function tableOf(answer: TwinAnswer): string {
  const { exposures, levels, traits, draws, effective, backend } = answer;
  const row = (
    what: string,
    of: string,
    { prior, posterior }: Pick<TwinAnswer["exposures"][number], "prior" | "posterior">,
    unit: string,
    more: readonly number[] = [],
  ) => [
    what,
    of,
    ...[prior, posterior].flatMap(({ low, middle, high }) => [low, middle, high]),
    unit,
    ...more,
  ];
  const head = [
    `Perfuse ${version}, simulation, not advice`,
    `${backend}; ${draws} draws, worth ${Math.round(effective)} of equal weight; area, peak and trough over ${answer.windowHours.join(" to ")} h after ${new Date(answer.originMs).toISOString()}`,
  ];
  const rows = [
    ...exposures.map((one) => row(one.what, one.drug, one, one.unit)),
    ...levels.map((one) => row("level", one.id, one, "mg/L", [one.measured, one.position])),
    ...traits.map((one) => row("trait", one.id, one, one.unit)),
  ];
  return csv(head, columns, rows);
}
