/** Keeps labels in a column from lying on each other. */

/**
 * Moves wanted places apart to at least a pitch, as little as possible in the sense of least
 * squares (pooling of adjacent violators), and keeps them inside the column.
 *
 * @param wanted  middles of the labels in pixels, in any order
 * @returns the places in the same order, or null if they do not fit
 */
export function spreadLabels(
  wanted: readonly number[],
  pitch: number,
  height: number,
): number[] | null {
  if (wanted.length * pitch > height) return null;
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b));
  const blocks: Block[] = [];
  for (const [rank, index] of order.entries()) {
    let block: Block = { sum: at(wanted, index) - rank * pitch, count: 1 };
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const [top, bottom] = [pitch / 2, height - pitch / 2 - (wanted.length - 1) * pitch];
  const offsets = blocks.flatMap((block) =>
    Array.from({ length: block.count }, () => Math.min(Math.max(mean(block), top), bottom)),
  );
  const places = wanted.slice();
  for (const [rank, index] of order.entries()) places[index] = at(offsets, rank) + rank * pitch;
  return places;
}

/** Neighbours that touch, and the offset they share. */
interface Block {
  readonly sum: number;
  readonly count: number;
}

const mean = ({ sum, count }: Block) => sum / count;
const at = (numbers: readonly number[], index: number) => numbers[index] ?? 0;
