/** What regulators call a change of exposure: words for a ratio, not advice on it. */

export interface InteractionClass {
  readonly direction: "raised" | "lowered" | "unchanged";
  readonly strength: "weak" | "moderate" | "strong" | "none";
}

/**
 * From this fold on; lowered exposures by the same shares that ICH M12 names for inducers: by 20,
 * 50 and 80 %. The classes are defined on substrates that one enzyme clears, at the highest dose
 * of the other drug; of other pairs they are a manner of speaking.
 */
export const classLimits = [
  { strength: "strong", raised: 5, lowered: 0.2 },
  { strength: "moderate", raised: 2, lowered: 0.5 },
  { strength: "weak", raised: 1.25, lowered: 0.8 },
] as const;

/** @param aucRatio with over without */
export function classOf(aucRatio: number): InteractionClass {
  const raised = classLimits.find((limit) => aucRatio >= limit.raised);
  if (raised) return { direction: "raised", strength: raised.strength };
  const lowered = classLimits.find((limit) => aucRatio <= limit.lowered);
  if (lowered) return { direction: "lowered", strength: lowered.strength };
  return { direction: "unchanged", strength: "none" };
}
