/**
 * Times at which the page draws: even over the span, and close together after each dose, where
 * curves bend. Between two of them a straight line is good enough for the eye.
 */
import type { StudyPlan } from "./plan";

/** h after a dose: about geometric, from 20 s to 3 h. */
const afterDose = [0.005, 0.015, 0.03, 0.05, 0.08, 0.12, 0.17, 0.25, 0.35, 0.5, 0.7, 1, 1.5, 2, 3];
const evenCount = 360;
const mostTimes = 4000;

export function reportTimes(plan: StudyPlan): Float64Array {
  const { fromHours, untilHours, administrations } = plan;
  const times = new Set<number>();
  const add = (time: number) => {
    if (time >= fromHours && time <= untilHours) times.add(time);
  };
  for (let i = 0; i <= evenCount; i++) {
    add(i === evenCount ? untilHours : fromHours + ((untilHours - fromHours) * i) / evenCount);
  }
  for (const { atHours, overHours } of administrations) {
    if (times.size > mostTimes) break;
    for (const start of overHours > 0 ? [atHours, atHours + overHours] : [atHours]) {
      add(start);
      for (const hours of afterDose) add(start + hours);
    }
  }
  return Float64Array.from([...times].toSorted((a, b) => a - b));
}
