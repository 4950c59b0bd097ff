/**
 * How often each trial is made: few in `npm test`, as many as a person asks for by
 * `npm run chaos -- kills 1000`, and from which seed (`SEED=7`).
 */

/** @param name as the command takes it @param few in `npm test` */
export function trialsOf(name: string, few: number): number {
  const asked = process.env["PERFUSE_CHAOS"]?.split(":") ?? [];
  return asked[0] === name && asked[1] ? Number(asked[1]) : few;
}

export const seed = Number(process.env["SEED"] ?? 20_261_120);

/** What was tried and where, for whoever reads the log. */
export function report(what: string, ...more: readonly string[]): void {
  process.stdout.write(`${[what, `seed ${seed}`, ...more].join(", ")}\n`);
}
