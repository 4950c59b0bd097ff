/**
 * How the gut's radius swells along its axis and around it. Named, because the packed files carry
 * the name and both the build step and the page apply it.
 */
import { clamp } from "./vectors";
import type { Modulation } from "./sweep";

export type ModulationName = "haustra" | "peristalsis" | "rings";

/** @param lengthCm length of the axis */
export function modulation(name: ModulationName, lengthCm: number): Modulation {
  switch (name) {
    case "haustra":
      return (walked, angle) => haustra(walked, angle, lengthCm);
    case "peristalsis":
      return (walked) => 1 + 0.05 * Math.sin(walked * 1.35) + 0.035 * Math.sin(walked * 3.1 + 1);
    case "rings":
      return (walked) => 1 + 0.07 * Math.sin(walked * 7.5);
    default:
      return name satisfies never;
  }
}

/** Sacs 3.1 cm long between three bands of muscle; smooth at the caecum's tip and the rectum. */
function haustra(walked: number, angle: number, lengthCm: number): number {
  const rectum = lengthCm - 20;
  const strength =
    walked < 6 ? walked / 6 : walked > rectum ? clamp(1 - (walked - rectum) / 8, 0, 1) : 1;
  const band = taenia(angle);
  const sac = Math.sqrt(Math.abs(Math.sin((walked * Math.PI) / 3.1))) - 0.78;
  return 1 + strength * (0.24 * sac * (1 - 0.7 * band) - 0.09 * band);
}

function taenia(angle: number): number {
  let strongest = 0;
  for (const centre of [0.4, 2.5, 4.6]) {
    const apart = Math.abs(angle - centre) % (2 * Math.PI);
    const nearest = Math.min(apart, 2 * Math.PI - apart);
    strongest = Math.max(strongest, Math.exp(-((nearest / 0.3) ** 2)));
  }
  return strongest;
}
