/** How many misses there are, in words: the list of drugs and the heading over the misses say it alike. */
export function missCount(count: number): string {
  if (count === 0) return "Misses";
  return count === 1 ? "1 miss" : `${count} misses`;
}
