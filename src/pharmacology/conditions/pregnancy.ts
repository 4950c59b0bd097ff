/**
 * Pregnancy by week of gestation, relative to week 0 of the same woman.
 *
 * Equations of Kapraun 2019. Weight, fat and the womb are gains in kg that add to what a woman
 * has; the others are ratios. The child, placenta, womb and water are in the rest of the body, whose
 * blood includes the placenta's. Enzymes are interpolated between the times of Tracy 2005.
 */
import type { OrganId } from "../body/organs";
import { derived, from } from "../provenance";
import type { Covariates, Move, MoveTarget } from "./moves";
import { typicalBody } from "./typical";
import type { Provenance } from "../../core/model/model";

export const gestationWeeks = [0, 41] as const;
export const childbearingYears = [15, 50] as const;

/** @param week  within `gestationWeeks` */
export function pregnancyMoves(week: number, covariates: Covariates): readonly Move[] {
  const own: Own = { ...typicalBody(covariates), weightKg: covariates.weightKg };
  const move = (target: MoveTarget, factor: number, provenance: Provenance): Move => ({
    target,
    factor,
    provenance,
    condition: `week ${week} of pregnancy`,
  });
  return [
    ...sizeMoves(week, own, move),
    ...flowMoves(week, own, move),
    ...(covariates.egfrMlMin === undefined && covariates.egfrMlMin173 === undefined
      ? [move("gfr", sinceStart(filtration, week), filtrationSource)]
      : []),
    move("haematocrit", sinceStart(haematocrit, week), haematocritSource),
    ...enzymes.map(({ target, percent }) =>
      move(target, 1 + between(percent, week) / 100, enzymeSource),
    ),
  ];
}

type Own = ReturnType<typeof typicalBody> & { readonly weightKg: number };
type MakeMove = (target: MoveTarget, factor: number, provenance: Provenance) => Move;

const sinceStart = (of: (week: number) => number, week: number) => of(week) / of(0);

// ——— weight, fat, blood, womb ———

/** kg. */
const weightGain = (w: number) => -0.010614 * w + 0.029161 * w ** 2 - 0.00050203 * w ** 3;
const weightSource = from("Kapraun19", "maternal body mass by gestational age, as a gain");
/** kg; the reference woman begins with 17.067. */
const fatGain = (w: number) => 0.14937 * w;
const fatSource = from("Kapraun19", "adipose mass by gestational age, as a gain");
/** L. */
const plasma = (w: number) => 1.2406 / (1 + Math.exp(-0.31338 * (w - 17.813))) + 2.4958;
/** %. */
const haematocrit = (w: number) => 39.192 - 0.10562 * w - 0.00071045 * w ** 2;
const haematocritSource = from("Kapraun19", "haematocrit by gestational age");
const blood = (w: number) => plasma(w) / (1 - haematocrit(w) / 100);
const bloodSource = derived("plasma volume over 1 less the haematocrit", "Kapraun19");
const wombSource = derived("what the gain of weight leaves beside fat and blood", "Kapraun19");

function sizeMoves(week: number, own: Own, move: MakeMove): readonly Move[] {
  const moreBlood = sinceStart(blood, week) - 1;
  const gain = weightGain(week);
  // in the first weeks the fat of the equations grows faster than the weight
  const womb = Math.max(0, gain - fatGain(week) - moreBlood * own.bloodKg);
  return [
    move("weight", 1 + gain / own.weightKg, weightSource),
    move("volume.adipose", 1 + fatGain(week) / own.fatKg, fatSource),
    move("volume.blood", 1 + moreBlood, bloodSource),
    move("volume.rest", 1 + womb / own.restKg, wombSource),
  ];
}

// ——— flows ———

/** L/h. */
const output = (w: number) => 301.78 + 3.2512 * w + 0.15947 * w ** 2 - 0.0047059 * w ** 3;
const outputSource = from("Kapraun19", "cardiac output by gestational age");
const kidneyFlow = (w: number) => 53.248 + 3.6447 * w - 0.15357 * w ** 2 + 0.0016968 * w ** 3;
const kidneyFlowSource = from("Kapraun19", "renal blood flow by gestational age");
/** mL/min. */
const filtration = (w: number) => 113.73 + 3.5784 * w - 0.067272 * w ** 2;
const filtrationSource = from("Kapraun19", "glomerular filtration rate by gestational age");
/** mL; the polynomial is below 0 in the first two weeks. */
const placenta = (w: number) => Math.max(0, -1.7646 * w + 0.91775 * w ** 2 - 0.011543 * w ** 3);
/** L/h. */
const placentaFlow = (w: number) => 0.059176 * placenta(w);
const placentaSource = derived(
  "placental flow in the share of the cardiac output that it has in the equations, added to the rest of the body",
  "Kapraun19",
);

/** Share of the output at 40 weeks over that at week 0; linear between. */
const shares = {
  gut: 12.5 / 17,
  /** The whole liver has 27 % and 20 %; without the gut's, artery, spleen and pancreas 10 and 7.5 %. */
  restOfLiver: (20 - 12.5) / (27 - 17),
  fat: 7.8 / 8.5,
};
const shareSource = derived("cardiac output times the share that the organ has of it", "Kapraun19");
const shareOf: readonly (readonly [Exclude<OrganId, "lungs">, keyof typeof shares])[] = [
  ["stomach", "gut"],
  ["smallIntestine", "gut"],
  ["largeIntestine", "gut"],
  ["spleen", "restOfLiver"],
  ["pancreas", "restOfLiver"],
  ["liver", "restOfLiver"],
  ["adipose", "fat"],
];

function flowMoves(week: number, own: Own, move: MakeMove): readonly Move[] {
  const more = sinceStart(output, week);
  const elapsed = Math.min(week, 40) / 40;
  const placental = (placentaFlow(week) / output(0)) * own.cardiacOutput;
  return [
    move("flow.cardiacOutput", more, outputSource),
    move("flow.kidneys", sinceStart(kidneyFlow, week), kidneyFlowSource),
    ...shareOf.map(([organ, part]) =>
      move(`flow.${organ}`, more * (1 + (shares[part] - 1) * elapsed), shareSource),
    ),
    move("flow.rest", 1 + placental / own.restFlow, placentaSource),
  ];
}

// ——— enzymes ———

/** Change in % at 14 to 18, 24 to 28 and 36 to 40 weeks. */
const enzymes: readonly { target: MoveTarget; percent: readonly [number, number, number] }[] = [
  { target: "liver.CYP1A2", percent: [-32.8, -48.1, -65.2] },
  { target: "liver.CYP2D6", percent: [25.6, 34.8, 47.8] },
  { target: "liver.CYP3A4", percent: [35, 35, 38] },
];
const enzymeSource = derived(
  "measured at 14-18, 24-28 and 36-40 weeks against after birth; linear from week 0 and between, constant after 38",
  "Tracy05",
);

function between(percent: readonly [number, number, number], week: number): number {
  const times = [0, 16, 26, 38];
  const values = [0, ...percent];
  const next = times.findIndex((time) => week < time);
  if (next < 0) return values.at(-1) ?? NaN;
  const [t0 = 0, t1 = 0] = times.slice(next - 1, next + 1);
  const [v0 = NaN, v1 = NaN] = values.slice(next - 1, next + 1);
  return v0 + ((v1 - v0) * (week - t0)) / (t1 - t0);
}
