/** Sets of people: their indices, rising and each once. */

/** Not 0 for whom is in the set; null if nobody is. */
export function maskOf(people: Uint32Array, count: number): Uint8Array | null {
  if (people.length === 0) return null;
  const mask = new Uint8Array(count);
  for (const person of people) if (person < count) mask[person] = 1;
  return mask;
}

/** In either set. */
export function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  return Uint32Array.from(new Set([...a, ...b])).sort();
}

/** Of the first so many people those to whom it applies. */
export function peopleWhere(count: number, applies: (person: number) => boolean): Uint32Array {
  const found: number[] = [];
  for (let person = 0; person < count; person++) if (applies(person)) found.push(person);
  return Uint32Array.from(found);
}
