/** What the page opens with: a study in the address, the last one that was open, or the default. */
import { addressOf, decodeStudy, parseAddress, type View } from "../state/address";
import type { AppState } from "../state/app.svelte";
import { sentenceOf } from "../state/notices.svelte";
import { checkedBy, openStudy } from "../state/study-files";

/** A browser that does not answer about its storage does not keep the page from starting. */
const patienceMs = 1500;

/** Where an address leads: a view, or nowhere. */
export type Place =
  { readonly view: View; readonly drug?: string | undefined } | { readonly unknownPath: string };

export async function openFirst(app: AppState, hash: string): Promise<Place> {
  const restored = app.library.restore();
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([restored, patience]);
  return openRoute(app, hash);
}

/** Follows the address; a study that came with it becomes one of its own. */
export async function openRoute(app: AppState, hash: string): Promise<Place> {
  const route = parseAddress(hash);
  if (route.kind === "unknown") return { unknownPath: route.path };
  if ("drug" in route && route.drug !== undefined) return { view: route.kind, drug: route.drug };
  if (route.shared === undefined) return { view: route.kind };
  return { view: await openShared(app, route.shared, route.kind) };
}

/** @returns the view that shows it: a study of many is shown where there are many */
async function openShared(app: AppState, text: string, view: View): Promise<View> {
  // from now on the study is kept here; a reload must not open the link once more
  history.replaceState(null, "", addressOf(view));
  const study = await checkedBy(app, await decodeStudy(text));
  if (study.ok) {
    const shown = await openStudy(app, study.value, study.value.title, view);
    history.replaceState(null, "", addressOf(shown));
    app.notices.tell("The study from the link was opened. Your other studies are under Studies.");
    return shown;
  }
  const [problem] = study.problems;
  const why = problem ? sentenceOf(problem) : "";
  app.notices.tell(`The link was not opened. ${why} Nothing was changed.`);
  return view;
}
