/**
 * An event's id from what it says, so that the same event is known again wherever it is read. Not
 * for secrets: 64 bits of a quick hash, since a year of a wearable has thousands of events and
 * SHA-256 would take longer than reading them.
 */

/** @param content of plain values only; absent ones do not count. @returns 16 hexadecimal digits */
export function eventId(content: Readonly<Record<string, unknown>>): string {
  const text = Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${String(value)}`)
    .toSorted()
    .join("\n");
  return hashed(text, 0x811c9dc5) + hashed(text, 0x01000193);
}

/** FNV-1a of 32 bits over the letters, its bits then stirred as in MurmurHash3. */
function hashed(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
