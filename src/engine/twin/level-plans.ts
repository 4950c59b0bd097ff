/**
 * Which further level would teach most: the share by which the interval of the area is expected to
 * narrow. Area and level are taken as jointly log-normal among the bodies that are left, so that a
 * level explains ρ² V/(V + s²) of the area's variance.
 */
import type { CloudShape } from "./cloud";
import type { Learnt } from "./learn";
import { drugOf, equalDraws, windowValues } from "./answer";
import type { LevelPlan } from "./twin-api";

const bodies = 1000;

export function levelPlans(shape: CloudShape, learnt: Learnt): LevelPlan[] {
  const chosen = equalDraws(learnt.posterior, bodies);
  const { draws, errors } = learnt;
  const rows = shape.hours.length;
  return shape.outputs.map((name, output) => {
    const areas = windowValues(shape, learnt, output, "area");
    const logAreas = Float64Array.from(chosen, (draw) => Math.log(areas[draw] ?? Number.NaN));
    const narrows = Float64Array.from({ length: rows }, (_, row) => {
      const values = Float64Array.from(
        chosen,
        (draw) => draws.curves[(draw * shape.outputs.length + output) * rows + row] ?? Number.NaN,
      );
      const logs = values.map((value) => Math.log(Math.max(value, 1e-12)));
      const { variance, covariance, other } = jointly(logs, logAreas);
      const middle = values.toSorted()[values.length >> 1] ?? 0;
      const error = Math.hypot(
        errors.proportional,
        errors.betweenOccasions,
        (errors.additive[output] ?? 0) / Math.max(middle, 1e-12),
      );
      const explained = covariance ** 2 / ((variance + error ** 2) * other);
      return other > 0 ? 1 - Math.sqrt(Math.max(0, 1 - explained)) : 0;
    });
    return { drug: drugOf(name), hours: shape.hours, narrows };
  });
}

// ——— the parts ———

function jointly(x: Float64Array, y: Float64Array) {
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [variance, covariance, other] = [0, 0, 0];
  x.forEach((value, i) => {
    const [dx, dy] = [value - mx, (y[i] ?? 0) - my];
    variance += dx * dx;
    covariance += dx * dy;
    other += dy * dy;
  });
  const n = x.length;
  return { variance: variance / n, covariance: covariance / n, other: other / n };
}
