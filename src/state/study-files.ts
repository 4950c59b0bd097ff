/** Studies, and a person's own drugs, as files: chosen by the person, read here, nothing sent. */
import type { Outcome } from "../core/model/model";
import { looksLikeDrug } from "../interop/own-drug-file";
import { isOfMany, parseAnyStudy, writeStudy } from "../interop/study-file";
import { drugAddress, type View } from "./address";
import type { AppState } from "./app.svelte";
import type { StudyOfMany } from "../pharmacology/study";
import { download, fileName } from "./downloads";
import { pageStudyOf, studyOfCrowd, type AnyStudy } from "./page-study";

/** A study is a few kB; a file beyond this is refused unread. */
const largestBytes = 5_000_000;

/**
 * @param view the one that is shown now
 * @returns the view that shows the study; undefined where the file is a drug, which is kept and
 *   shown, or is neither: the person was told and nothing changed
 */
export async function importStudy(
  app: AppState,
  file: File,
  view: View,
): Promise<View | undefined> {
  const name = file.name.slice(0, 80);
  if (file.size > largestBytes) {
    const mb = Math.round(file.size / 1e6);
    app.notices.tell(`“${name}” is ${mb} MB; at most 5 MB are read. Nothing was changed.`);
    return undefined;
  }
  const text = await readText(file);
  if (text === undefined) {
    app.notices.tell(`“${name}” could not be read. Nothing was changed.`);
    return undefined;
  }
  if (looksLikeDrug(text)) {
    const own = await app.loadOwnDrugs();
    const drug = await own.importFile(text, name);
    if (drug) location.hash = drugAddress(drug.id);
    return undefined;
  }
  const study = await checkedBy(app, parseAnyStudy(text));
  if (!study.ok) {
    const [first] = study.problems;
    app.notices.tell(
      `“${name}” was not opened: ${first?.subject ?? "it"} ${first?.message ?? "is no study"}. Nothing was changed.`,
    );
    return undefined;
  }
  return openStudy(app, study.value, study.value.title ?? name.replace(/\.json$/i, ""), view);
}

/**
 * Opens a study as one of its own. Of a study of many, the drugs and doses become the page's and
 * its people those that the People view asks for.
 *
 * @returns the view that shows it: of one person, the one that is shown now if it shows studies
 */
export async function openStudy(
  app: AppState,
  study: AnyStudy,
  name: string | undefined,
  view: View,
): Promise<View> {
  await app.library.openAsNew(pageStudyOf(study), name);
  if (isOfMany(study)) return "people";
  return view === "drug" || view === "about" ? "body" : view;
}

/** The study as a view shows it: of one person, or of the people who are asked for. */
export function studyIn(app: AppState, view: View): AnyStudy {
  return view === "people" ? studyOfCrowd(app.study.page) : app.study.current;
}

/** A study from outside must be one that can be simulated, or it is not opened at all. */
export async function checkedBy(
  app: AppState,
  study: Outcome<AnyStudy>,
): Promise<Outcome<AnyStudy>> {
  if (!study.ok) return study;
  const { value } = study;
  const planned = await (isOfMany(value) ? manyPlanned(value) : app.engine.identify(value));
  return planned.ok ? study : planned;
}

/** Hands the study that a view shows to the browser as a download. */
export function exportStudy(app: AppState, view: View): void {
  const text = writeStudy(studyIn(app, view));
  download(`${fileName(app.library.openName)}.json`, "application/json", [text]);
}

/** Who people can be is known to a part of the page that studies of one person never load. */
async function manyPlanned(study: StudyOfMany): Promise<Outcome<unknown>> {
  const { thresholdsOf } = await import("./planned-people");
  return thresholdsOf(study);
}

async function readText(file: File): Promise<string | undefined> {
  try {
    return await file.text();
  } catch {
    return undefined;
  }
}

export { download, fileName } from "./downloads";
