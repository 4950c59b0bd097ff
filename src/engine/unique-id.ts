/** A name that nobody else has. `crypto.randomUUID` would do, but not on pages served by plain http. */
export function uniqueId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
