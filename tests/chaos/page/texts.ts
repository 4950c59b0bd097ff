/**
 * What is written under trial: a text that follows from its twin and revision alone, so that
 * whoever reads it later knows every letter of what should be there.
 */

/** Some kilobytes, now and then many. */
export function textFor(id: string, rev: number): string {
  const blocks = (rev * 7919) % 97 === 0 ? 2000 : 10 + ((rev * 31 + id.length) % 60);
  return `${id} ${rev}: ${`${id}${rev} `.repeat(blocks)}`;
}
