/**
 * How a twin of an older schema becomes one of today's: one pure step for each schema that there
 * ever was, kept for ever. A step knows only the two texts' forms, never the code of its day.
 *
 * Schema 1 is the first, so there is no step yet. The next one adds `schema 2` here, with a fixture
 * of schema 1 as it was kept and of what becomes of it (`fixtures`); `migrations.test.ts` asks both.
 */

export interface Migration {
  readonly from: number;
  /** Of the file's parsed text, `{ "perfuseTwin": from, … }`. */
  readonly up: (twin: unknown) => unknown;
}

export const migrations: readonly Migration[] = [];

/** The schema that this Perfuse writes. */
export const schemaNow = 1 + migrations.length;

/**
 * @param twin the parsed text of schema `from`
 * @throws RangeError for a schema that never was, or that is newer than this Perfuse
 */
export function migrate(
  twin: unknown,
  from: number,
  steps: readonly Migration[] = migrations,
): unknown {
  if (!Number.isSafeInteger(from) || from < 1 || from > steps.length + 1) {
    throw new RangeError(`twins of schema ${from} cannot be read by schema ${steps.length + 1}`);
  }
  return steps.slice(from - 1).reduce((older, { up }) => up(older), twin);
}
