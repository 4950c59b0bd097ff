/**
 * What a draft lacks, one thing after another: how it is asked for, and what an answer makes of the
 * draft. A draft without a hole is complete; `gather.ts` then makes the event.
 */
import { measurements, twinLimits } from "../../pharmacology/twin/twin";
import { inUnit, measuredIn, unitsOffered } from "./quantity";
import type {
  AgeDraft,
  Answer,
  DoseDraft,
  Draft,
  KnownDrug,
  LevelDraft,
  MeasuredDraft,
  Option,
  Question,
  QuestionKind,
  Reading,
  When,
} from "./understood";
import { minutesOfADay, momentIn, uniformSpread } from "./when";

export interface Hole {
  readonly kind: QuestionKind;
  /** Drafts with the same key are asked about once. */
  readonly key: string;
  readonly text: string;
  readonly options?: readonly Option[];
  readonly amount?: NonNullable<Question["amount"]>;
  /** @returns the draft with the answer in it, or why the answer is none */
  readonly fill: (answer: Answer) => Draft | { readonly refused: string };
}

/** The first thing that is missing; undefined where nothing is. */
export function holeOf(draft: Draft, reading: Reading): Hole | undefined {
  switch (draft.kind) {
    case "level":
      return drugHole(draft, reading) ?? levelHole(draft, reading) ?? timeHole(draft);
    case "dose":
      return drugHole(draft, reading) ?? doseHole(draft, reading) ?? timeHole(draft);
    case "measured":
      return measuredHole(draft) ?? (draft.what === "height" ? undefined : timeHole(draft));
    case "age":
      return ageHole(draft);
    case "gene":
      return choice(`${draft.gene}`, draft.open, draft.options, (value) => ({
        ...draft,
        options: draft.options.filter((option) => option.value === value),
        open: "",
      }));
  }
}

export function drugOf(id: string | undefined, reading: Reading): KnownDrug | undefined {
  return reading.drugs.find((drug) => drug.id === id);
}

// ——— which drug ———

function drugHole(draft: LevelDraft | DoseDraft, reading: Reading): Hole | undefined {
  if (drugOf(draft.drug, reading)) return undefined;
  const called = draft.called ?? draft.label;
  return {
    kind: "drug",
    key: called.toLowerCase(),
    text: `Which of these drugs is “${called}”?`,
    options: reading.drugs.map(({ id, name }) => ({ value: id, label: name })),
    fill: (answer) =>
      answer.kind === "drug" && drugOf(answer.value, reading)
        ? { ...draft, drug: answer.value }
        : refused("Choose one of the drugs."),
  };
}

// ——— levels ———

function levelHole(draft: LevelDraft, reading: Reading): Hole | undefined {
  const drug = drugOf(draft.drug, reading);
  const name = drug?.name ?? "the drug";
  if (!draft.inPlasma) {
    return choice(
      draft.called ?? draft.label,
      `Is “${draft.called ?? draft.label}” the total concentration of ${name.toLowerCase()} in plasma or serum?`,
      [{ value: "yes", label: "Yes" }],
      () => ({ ...draft, inPlasma: true }),
    );
  }
  const mgPerL =
    draft.unit === undefined
      ? undefined
      : inUnit(draft.value, draft.unit, "mg/L", drug?.molarMassGPerMol);
  if (mgPerL === undefined) return unitHole(draft, "level", name);
  if (mgPerL > 0 && mgPerL <= twinLimits.mgPerL[1]) return undefined;
  const isZero = mgPerL === 0;
  return {
    kind: "amount",
    key: draft.label,
    text: isZero
      ? `“${draft.label}” is reported as 0. Below which concentration can the laboratory not measure?`
      : `“${draft.label}” is no concentration that can be. What was it?`,
    amount: { unit: "mg/L", least: 0, most: twinLimits.mgPerL[1] },
    fill: (answer) =>
      answer.kind === "amount" && answer.value > 0 && answer.value <= twinLimits.mgPerL[1]
        ? { ...draft, value: answer.value, unit: "mg/L", ...(isZero && { isBelow: true }) }
        : refused(`Type a concentration above 0, at most ${twinLimits.mgPerL[1]} mg/L.`),
  };
}

// ——— doses ———

function doseHole(draft: DoseDraft, reading: Reading): Hole | undefined {
  const drug = drugOf(draft.drug, reading);
  return (
    takenHole(draft) ??
    routeHole(draft) ??
    amountHole(draft, drug) ??
    saltHole(draft, drug) ??
    rhythmHole(draft) ??
    countHole(draft)
  );
}

function takenHole(draft: DoseDraft): Hole | undefined {
  if (draft.wasTaken) return undefined;
  return choice(
    draft.label,
    `The file holds an order: “${draft.label}”. Was it taken so?`,
    [{ value: "yes", label: "Yes, it was taken" }],
    () => ({ ...draft, wasTaken: true }),
  );
}

function routeHole(draft: DoseDraft): Hole | undefined {
  if (draft.route) return undefined;
  const ways = [
    { value: "oral", label: "Swallowed" },
    { value: "iv", label: "Into a vein" },
  ] as const;
  return choice(draft.label, `How was “${draft.label}” given?`, ways, (value) => ({
    ...draft,
    route: value === "iv" ? "iv" : "oral",
  }));
}

function amountHole(draft: DoseDraft, drug: KnownDrug | undefined): Hole | undefined {
  const { value, unit } = draft;
  const amountMg =
    value === undefined || unit === undefined
      ? undefined
      : inUnit(value, unit, "mg", drug?.molarMassGPerMol);
  const most = twinLimits.amountMg[1];
  if (amountMg !== undefined && amountMg > 0 && amountMg <= most) return undefined;
  if (value !== undefined && unit === undefined) return unitHole(draft, "dose", drug?.name ?? "it");
  return {
    kind: "amount",
    key: draft.label,
    text: `How much ${(drug?.name ?? "of it").toLowerCase()} was in one dose of “${draft.label}”?`,
    amount: { unit: "mg", least: 0, most },
    fill: (answer) =>
      answer.kind === "amount" && answer.value > 0 && answer.value <= most
        ? { ...draft, value: answer.value, unit: "mg" }
        : refused(`Type an amount above 0, at most ${most} mg.`),
  };
}

/** Labels of some drugs give the mass of a salt, of which the drug is a part. */
function saltHole(draft: DoseDraft, drug: KnownDrug | undefined): Hole | undefined {
  if (!drug?.salt || draft.massOf) return undefined;
  const { name, share } = drug.salt;
  const amount = `${draft.value ?? ""} ${draft.unit ?? ""}`.trim();
  return choice(
    draft.label,
    `“${draft.label}”: is ${amount} the mass of ${drug.name.toLowerCase()} itself, or of its salt (${name})?`,
    [
      {
        value: "salt",
        label: `Of the salt, of which ${Number((100 * share).toFixed(1))} % is drug`,
      },
      { value: "drug", label: `Of ${drug.name.toLowerCase()} itself` },
    ],
    (value) => ({ ...draft, massOf: value === "salt" ? "salt" : "drug" }),
  );
}

function rhythmHole(draft: DoseDraft): Hole | undefined {
  if (draft.rhythm !== "unknown") return undefined;
  const often = [24, 12, 8, 6, 4].map((hours) => ({
    value: `${hours}`,
    label: `Every ${hours} h`,
  }));
  return choice(
    draft.label,
    `“${draft.label}” does not say how often. How was it taken?`,
    [{ value: "once", label: "Once" }, ...often],
    (value) => {
      const { rhythm: _asked, ...rest } = draft;
      return value === "once" ? rest : { ...rest, everyHours: Number(value) };
    },
  );
}

function countHole(draft: DoseDraft): Hole | undefined {
  if (draft.everyHours === undefined || draft.count !== undefined) return undefined;
  const most = 10_000;
  return {
    kind: "amount",
    key: draft.label,
    text: `“${draft.label}” repeats every ${draft.everyHours} h. How many doses were there in all?`,
    amount: { unit: "doses", least: 1, most, whole: true },
    fill: (answer) =>
      answer.kind === "amount" &&
      Number.isInteger(answer.value) &&
      answer.value >= 1 &&
      answer.value <= most
        ? { ...draft, count: answer.value }
        : refused(`Type a whole number from 1 to ${most}.`),
  };
}

// ——— what is measured ———

function measuredHole(draft: MeasuredDraft): Hole | undefined {
  const { what, value, unit } = draft;
  const { name, unit: kept, least, most } = limitsOf(what);
  const known = unit === undefined ? undefined : measuredIn(what, value, unit);
  if (known === undefined) return unitHole(draft, what, name);
  if (known >= least && known <= most) return undefined;
  return {
    kind: "amount",
    key: draft.label,
    text: `“${draft.label}” is outside of ${least} to ${most} ${kept}. What was it?`,
    amount: { unit: kept, least, most },
    fill: (answer) =>
      answer.kind === "amount" && answer.value >= least && answer.value <= most
        ? { ...draft, value: answer.value, unit: what === "steps" ? "steps" : kept }
        : refused(`Type a number from ${least} to ${most} ${kept}.`),
  };
}

export function limitsOf(what: MeasuredDraft["what"]) {
  if (what !== "height") return measurements[what];
  const [least, most] = twinLimits.heightCm;
  return { name: "Height", unit: "cm", least, most };
}

function ageHole(draft: AgeDraft): Hole | undefined {
  if (draft.years !== undefined) return undefined;
  const [least, most] = twinLimits.years;
  return {
    kind: "amount",
    key: "age",
    text: `The file gives the birth as “${draft.label}” only. How many years old is the person today?`,
    amount: { unit: "years", least, most },
    fill: (answer) =>
      answer.kind === "amount" && answer.value >= least && answer.value <= most
        ? { ...draft, years: answer.value }
        : refused(`Type an age from ${least} to ${most} years.`),
  };
}

// ——— units ———

function unitHole(
  draft: LevelDraft | DoseDraft | MeasuredDraft,
  what: keyof typeof unitsOffered,
  name: string,
): Hole {
  const written = draft.unit === undefined ? "without a unit" : `in “${draft.unit}”`;
  const offered = unitsOffered[what];
  return {
    kind: "unit",
    key: `${name} ${draft.unit ?? ""}`,
    text: `${name} is written ${written}. In which unit is it?`,
    options: offered.map((unit) => ({ value: unit, label: unit })),
    fill: (answer) =>
      answer.kind === "unit" && offered.includes(answer.value)
        ? { ...draft, unit: answer.value }
        : refused("Choose one of the units."),
  };
}

// ——— times ———

function timeHole(draft: LevelDraft | DoseDraft | MeasuredDraft): Hole | undefined {
  const { when } = draft;
  switch (when.known) {
    case "moment":
      return undefined;
    case "local":
      return {
        kind: "zone",
        key: "all",
        text: "Times in this file do not say in which time zone they are. In which?",
        fill: (answer) =>
          answer.kind === "zone"
            ? atLocal(draft, when.local, answer.zone)
            : refused("Choose a zone."),
      };
    case "day":
      return {
        kind: "time",
        key: draft.kind === "measured" ? limitsOf(draft.what).name : `${draft.label} ${when.day}`,
        text:
          draft.kind === "measured"
            ? `${limitsOf(draft.what).name} has a day, but no time of day. At what time was it measured?`
            : `“${draft.label}” of ${when.day} has no time of day. At what time was ${whatHappened(draft)}?`,
        fill: (answer) =>
          answer.kind === "time"
            ? onDay(draft, when.day, answer.time, answer.zone)
            : refused("Type a time of day."),
      };
    case "nothing":
      return {
        kind: "moment",
        key: draft.label,
        text: `“${draft.label}” has no time. When was ${whatHappened(draft)}?`,
        fill: (answer) =>
          answer.kind === "moment"
            ? onDay(draft, answer.day, answer.time, answer.zone)
            : refused("Type a day and a time."),
      };
  }
}

function whatHappened(draft: Draft): string {
  if (draft.kind === "dose") return draft.everyHours ? "the first dose" : "the dose";
  return draft.kind === "level" ? "the blood drawn" : "it measured";
}

/** Some time of a day is its noon, give or take as much as all times of a day spread. */
function onDay(draft: Draft, day: string, time: string, zone: string) {
  if (time === "unknown") {
    const noon = momentIn(`${day}T12:00:00`, zone);
    if (noon === undefined) return refused("That day or zone is not known.");
    return at(draft, { known: "moment", at: noon, minutesOff: uniformSpread(minutesOfADay) });
  }
  if (!/^\d{2}:\d{2}$/.test(time)) return refused("Type a time of day as 07:30.");
  return atLocal(draft, `${day}T${time}:00`, zone);
}

function atLocal(draft: Draft, local: string, zone: string) {
  const moment = momentIn(local, zone);
  return moment === undefined
    ? refused("There is no such time in that zone.")
    : at(draft, { known: "moment", at: moment });
}

function at(draft: Draft, when: When): Draft {
  return { ...draft, when };
}

// ——— the parts ———

function choice(
  key: string,
  text: string,
  options: readonly Option[],
  fill: (value: string) => Draft,
): Hole | undefined {
  if (text === "") return undefined; // answered
  return {
    kind: "choice",
    key,
    text,
    options,
    fill: (answer) =>
      answer.kind === "choice" && options.some(({ value }) => value === answer.value)
        ? fill(answer.value)
        : refused("Choose one of the answers."),
  };
}

function refused(why: string): { readonly refused: string } {
  return { refused: why };
}
