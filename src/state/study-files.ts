/** Studies as files: chosen by the person, read here, nothing sent. */
import type { Outcome } from "../core/model/model";
import { parseStudy, writeStudy } from "../interop/study-file";
import type { Study } from "../pharmacology/study";
import type { AppState } from "./app.svelte";

/** A study is a few kB; a file beyond this is refused unread. */
const largestBytes = 5_000_000;

/** @returns whether the file was a study; if not, the person was told and nothing changed */
export async function importStudy(app: AppState, file: File): Promise<boolean> {
  const name = file.name.slice(0, 80);
  if (file.size > largestBytes) {
    const mb = Math.round(file.size / 1e6);
    app.notices.tell(`“${name}” is ${mb} MB; at most 5 MB are read. Nothing was changed.`);
    return false;
  }
  const text = await readText(file);
  if (text === undefined) {
    app.notices.tell(`“${name}” could not be read. Nothing was changed.`);
    return false;
  }
  const study = await checkedBy(app, parseStudy(text));
  if (!study.ok) {
    const [first] = study.problems;
    app.notices.tell(
      `“${name}” was not opened: ${first?.subject ?? "it"} ${first?.message ?? "is no study"}. Nothing was changed.`,
    );
    return false;
  }
  await app.library.openAsNew(study.value, study.value.title ?? name.replace(/\.json$/i, ""));
  return true;
}

/** A study from outside must be one that can be simulated, or it is not opened at all. */
export async function checkedBy(app: AppState, study: Outcome<Study>): Promise<Outcome<Study>> {
  if (!study.ok) return study;
  const hash = await app.engine.identify(study.value);
  return hash.ok ? study : hash;
}

/** Hands the open study to the browser as a download. */
export function exportStudy(app: AppState): void {
  download(
    `${fileName(app.library.openName)}.json`,
    "application/json",
    writeStudy(app.study.current),
  );
}

export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\d]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "study"
  );
}

async function readText(file: File): Promise<string | undefined> {
  try {
    return await file.text();
  } catch {
    return undefined;
  }
}
