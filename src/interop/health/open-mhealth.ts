/**
 * Open mHealth data points: one, or a list of them, each as a body alone or with its header. Weight,
 * height, heart rate and steps are read; the other schemas are left aside by name.
 */
import type { Outcome } from "../../core/model/model";
import { readJson } from "../json";
import { gather } from "./gather";
import { asFields, fieldsAt, inWords, numberAt, textAt, type Fields } from "./json-tree";
import { jsonLimits, limits, refuse } from "./limits";
import type { Draft, MeasuredDraft, Reading, Remark, Understood, When } from "./understood";
import { dayOf, minutesOfADay, offsetOf, readBetween, readWhen } from "./when";
import { millisecondsOf } from "../../pharmacology/twin/twin";

export function readOpenMhealth(text: string, reading: Reading): Outcome<Understood> {
  const json = readJson(text, reading.source, jsonLimits);
  return json.ok ? readOpenMhealthValue(json.value, reading) : json;
}

export function readOpenMhealthValue(value: unknown, reading: Reading): Outcome<Understood> {
  const points = pointsOf(value);
  if (points.length > limits.rows) {
    return refuse("too-many-rows", reading.source, `has more than ${limits.rows} data points`);
  }
  if (!points.some((point) => schemaOf(point) !== undefined)) {
    return refuse("not-open-mhealth", reading.source, "holds no data point of Open mHealth");
  }
  const found = points.map((point) => readPoint(point, reading));
  const drafts = [...found.flatMap(({ draft }) => draft ?? []), ...stepDrafts(found, reading)];
  const ignored = found.flatMap((one) => one.ignored ?? []);
  return { ok: true, value: gather({ drafts, ignored }, reading) };
}

export function looksLikeOpenMhealth(value: unknown): boolean {
  return pointsOf(value).some((point) => schemaOf(point) !== undefined);
}

// ——— points ———

/** By the one key that its schema requires. */
const measured: Readonly<Record<string, MeasuredDraft["what"]>> = {
  body_weight: "weight",
  body_height: "height",
  heart_rate: "heart-rate",
  step_count: "steps",
};

const others = [
  "blood_glucose",
  "systolic_blood_pressure",
  "diastolic_blood_pressure",
  "sleep_duration",
  "body_temperature",
  "body_fat_percentage",
  "body_mass_index",
  "oxygen_saturation",
  "respiratory_rate",
  "kcal_burned",
  "activity_name",
];

function pointsOf(value: unknown): readonly Fields[] {
  const members = Array.isArray(value) ? value.map(asFields) : [asFields(value)];
  return members.flatMap((one) => {
    if (!one) return [];
    const body = fieldsAt(one, "body");
    return body ? [body] : [one];
  });
}

function schemaOf(body: Fields): string | undefined {
  const known = [...Object.keys(measured), ...others];
  return known.find((key) => fieldsAt(body, key) !== undefined);
}

interface PointFound {
  readonly draft?: Draft;
  readonly ignored?: Remark;
  readonly steps?: { readonly day: string; readonly offset: string; readonly value: number };
}

function readPoint(body: Fields, reading: Reading): PointFound {
  const key = schemaOf(body);
  const name = key?.replaceAll("_", " ") ?? "A point of unknown schema";
  const left = (why: string): PointFound => ({ ignored: { what: name, why, count: 1 } });
  const what = key !== undefined && Object.hasOwn(measured, key) ? measured[key] : undefined;
  if (key === undefined || !what) return left("nothing of it enters the model");
  const quantity = fieldsAt(body, key);
  const [value, unit] = [numberAt(quantity, "value"), textAt(quantity, "unit")];
  if (value === undefined) return left("has no number");
  const statistic = textAt(body, "descriptive_statistic");
  if (statistic !== undefined && statistic !== "average" && statistic !== "median") {
    return left(`is the ${inWords(statistic, 30)} of a time, not a value`);
  }
  const frame = fieldsAt(body, "effective_time_frame");
  if (what === "steps") return readSteps(frame, value, left);
  const when = readFrame(frame);
  if (typeof when === "string") return left(when);
  const label = `${name}, ${value} ${inWords(unit ?? "", 30)}`.trim();
  const { source } = reading;
  return {
    draft: {
      kind: "measured",
      what,
      label,
      source,
      when,
      value,
      ...(unit !== undefined && { unit }),
    },
  };
}

/** @returns why, where the time frame is none of the schema's shapes */
function readFrame(frame: Fields | undefined): When | string {
  if (!frame) return "has no time frame, which its schema requires";
  const moment = textAt(frame, "date_time");
  if (moment !== undefined) return readWhen(moment) ?? "its time is none of the calendar";
  const interval = fieldsAt(frame, "time_interval");
  const [start, end] = [textAt(interval, "start_date_time"), textAt(interval, "end_date_time")];
  if (start === undefined || end === undefined) return "its time frame is not of its schema";
  return readBetween(start, end) ?? "its time spans more than a day, or none that can be";
}

/** Steps of some time within a day; what spans days has no day. */
function readSteps(
  frame: Fields | undefined,
  value: number,
  left: (why: string) => PointFound,
): PointFound {
  const interval = fieldsAt(frame, "time_interval");
  const start = readWhen(textAt(interval, "start_date_time") ?? "");
  const end = readWhen(textAt(interval, "end_date_time") ?? "");
  if (start?.known !== "moment" || end?.known !== "moment") {
    return left("its time frame is no interval");
  }
  const minutes = (millisecondsOf(end.at) - millisecondsOf(start.at)) / 60_000;
  if (minutes < 0 || minutes > minutesOfADay) return left("its time spans more than a day");
  return { steps: { day: dayOf(start.at), offset: offsetOf(start.at), value } };
}

/** Added up by the day on which they began; noon stands for the day. */
function stepDrafts(found: readonly PointFound[], { source }: Reading): readonly Draft[] {
  const days = new Map<string, { readonly offset: string; readonly value: number }>();
  for (const { steps } of found) {
    if (!steps) continue;
    const before = days.get(steps.day);
    days.set(steps.day, {
      offset: before?.offset ?? steps.offset,
      value: (before?.value ?? 0) + steps.value,
    });
  }
  return [...days.entries()].map(([day, { offset, value }]) => ({
    kind: "measured",
    what: "steps",
    label: `Steps of ${day}, ${value}`,
    source,
    when: { known: "moment", at: `${day}T12:00:00${offset}` },
    value,
    unit: "steps",
  }));
}
