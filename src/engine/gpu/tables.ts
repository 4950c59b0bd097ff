/** A schedule as the kernel reads it. */
import type { Schedule } from "../schedule";

const none = 0xffffffff;

/** Per step: h, 1/h, event row, record row, record row before the event. */
export function stepTable({
  lengths,
  events,
  records,
  befores,
}: Schedule): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(5 * lengths.length);
  const numbers = new Float32Array(words.buffer);
  lengths.forEach((h, i) => {
    numbers.set([h, h === 0 ? 0 : 1 / h], 5 * i);
    const rows = [events[i] ?? -1, records[i] ?? -1, befores[i] ?? -1];
    words.set(
      rows.map((row) => (row < 0 ? none : row)),
      5 * i + 2,
    );
  });
  return words;
}

/** Row after row, as shaders/simulate.wgsl reads them. */
export function eventTable({ eventRows }: Schedule): Float32Array<ArrayBuffer> {
  return Float32Array.from(eventRows.flatMap((row) => Array.from(row)));
}
