/** The typical body of a size becomes somebody's own: tissues and flows varied, then closed. */
import { organNumber, type OrganId } from "../body/organs";
import { bloodNumber, closeFlows, perfusedNumbers, type Body } from "../body/typical-body";
import { factorAt, oneFactor, prepareFactors } from "./factors";
import { flowVariations, tissueVariations, variations } from "./variability";

/** An organ below this share of the typical one is redrawn: nobody lives without. */
const leastOrgan = 0.1;

/** Fat below this share of the weight is redrawn: the least that athletes have is near 3 %. */
export const leastFat = 0.01;

/** @returns false where an organ or the fat would be too little for anybody */
export function varyMasses(body: Body, weightKg: number, normals: Float64Array): boolean {
  const { massKg } = body;
  for (let i = 0; i < tissues.count; i++) {
    const factor = factorAt(tissues, i, normals[tissues.normals[i] ?? 0] ?? 0);
    if (factor < leastOrgan) return false;
    const place = tissues.places[i] ?? 0;
    massKg[place] = (massKg[place] ?? 0) * factor;
  }
  return closeMasses(body, weightKg);
}

/** Fat is what all else leaves of the weight; false where that is too little. */
export function closeMasses({ massKg }: Body, weightKg: number): boolean {
  let others = 0;
  for (let place = 0; place < massKg.length; place++) {
    if (place !== adipose) others += massKg[place] ?? 0;
  }
  massKg[adipose] = weightKg - others;
  return weightKg - others >= leastFat * weightKg;
}

/** Every flow on its own, then all together so that they sum to this person's cardiac output. */
export function varyFlows({ flow }: Body, normals: Float64Array): void {
  const output = (flow[organNumber.lungs] ?? 0) * outputFactor(normals);
  let sum = 0;
  for (let i = 0; i < flows.count; i++) {
    const place = flows.places[i] ?? 0;
    const varied = (flow[place] ?? 0) * factorAt(flows, i, normals[flows.normals[i] ?? 0] ?? 0);
    flow[place] = varied;
    sum += varied;
  }
  for (const place of perfusedNumbers) flow[place] = (flow[place] ?? 0) * (output / sum);
  closeFlows(flow);
}

// ——— the parts ———

const { adipose } = organNumber;

const placeOf = (tissue: string) =>
  tissue === "blood" ? bloodNumber : organNumber[tissue as OrganId];

const tissues = prepareFactors(
  Object.entries(tissueVariations).map(([tissue, variation]) => ({
    place: placeOf(tissue),
    variation,
  })),
);
const flows = prepareFactors(
  Object.entries(flowVariations).map(([organ, variation]) => ({
    place: placeOf(organ),
    variation,
  })),
);
const outputFactor = oneFactor(variations.cardiacOutput);
