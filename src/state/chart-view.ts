/** What the chart is given, from the state of the page. */
import { max } from "d3-array";
import type { AppState } from "./app.svelte";
import { placeName } from "./places";
import { displayFactor } from "./units";

interface ChartSeries {
  readonly id: string;
  readonly name: string;
  readonly values: Float64Array;
  readonly emphasis: boolean;
  /** Index of its look: the same curve keeps its look while others come and go. */
  readonly style: number;
}

/** The look of an organ that is chosen but not kept. */
const slotOfChosen = 6;

const markers = ["circle", "square", "triangle", "diamond", "cross"] as const;

interface ChartPoints {
  readonly id: string;
  readonly name: string;
  readonly points: readonly (readonly [time: number, value: number, sd?: number])[];
  readonly marker: (typeof markers)[number];
}

/** Plasma, the kept organs each in the colour of its slot, the chosen one above all, other drugs. */
export function chartSeries({ frame, selection, study, run }: AppState): ChartSeries[] {
  const { plasma, curves, unit } = frame;
  const { selected, pinned } = selection;
  const organs = new Set([...pinned, ...(selected ? [selected] : [])]);
  return [
    ...(plasma ? [{ id: "plasma", name: "Plasma", values: plasma, emphasis: true, style: 0 }] : []),
    ...[...organs].flatMap((place): ChartSeries[] => {
      const values = curves.get(place)?.values;
      if (!values) return [];
      const slot = selection.slotOf(place) ?? slotOfChosen;
      const emphasis = place === selected;
      return [{ id: place, name: placeName(place), values, emphasis, style: slot + 1 }];
    }),
    ...study.drugs
      .flatMap((drug) => [drug, ...(drug.metabolites ?? [])])
      .filter(({ id }) => id !== study.shownMolecule?.id)
      .flatMap((drug, i): ChartSeries[] => {
        const name = `${drug.id}/venous-plasma`;
        const values = run.result?.curves.find((curve) => curve.name === name)?.values;
        if (!values) return [];
        const factor = displayFactor(unit, drug);
        const shrink = decadesAbove(values, factor, plasma);
        return [
          {
            id: drug.id,
            name: `${drug.name}, plasma${shrinkInWords(shrink)}`,
            values: values.map((value) => (value * factor) / shrink),
            emphasis: false,
            style: slotOfChosen + 2 + i,
          },
        ];
      }),
  ];
}

/**
 * The power of ten that brings the peak of one curve to that of another: digoxin beside caffeine is
 * a flat line on caffeine's axis. 1 where they are within a decade of each other.
 */
function decadesAbove(
  values: Float64Array,
  factor: number,
  plasma: Float64Array | undefined,
): number {
  const ratio = ((max(values) ?? 0) * factor) / ((plasma && max(plasma)) || Number.NaN);
  const decades = Math.trunc(Math.log10(ratio));
  return Number.isFinite(decades) ? 10 ** decades : 1;
}

function shrinkInWords(shrink: number): string {
  if (shrink === 1) return "";
  const [sign, by] = shrink > 1 ? ["÷", shrink] : ["×", 1 / shrink];
  return ` ${sign} ${Math.round(by).toLocaleString("en")}`;
}

/** Measured points of the data sets that fit the study, in the shown unit. */
export function chartObserved({ evidence, frame, study }: AppState): ChartPoints[] {
  const molecule = study.shownMolecule;
  if (!molecule) return [];
  const factor = displayFactor(frame.unit, molecule);
  return evidence.shownFor(study.current, molecule.id).map(({ id, label, points }, i) => ({
    id,
    name: label,
    marker: markers[i % markers.length] ?? "circle",
    points: points.map(([time, value, sd]): readonly [number, number, number?] =>
      sd === undefined ? [time, value * factor] : [time, value * factor, sd * factor],
    ),
  }));
}
