/**
 * Forgetting everything, in the order in which it counts: first the keys and their second copy,
 * without which the rest is noise; then every store, backups and caches.
 *
 * What a browser cannot promise is said where this is offered: old blocks of a disk are overwritten
 * when the system gets to it, and memory is not wiped.
 */
import type { Outcome } from "../../core/model/model";
import { Connection } from "../connection";
import { vaultStores, type OpenHooks } from "../open";
import { deleteBackups } from "./backup";
import { removeAllCopies } from "./second-copy";

export async function forgetEverything(hooks: OpenHooks): Promise<Outcome<void>> {
  const connection = new Connection("what is kept here", hooks);
  const copies = await connection.with(() => removeAllCopies());
  if (!copies.ok) return copies;
  const keys = await connection.with((database) => database.clear("keys"));
  if (!keys.ok) return keys;
  const stores = ["studies", "drugs", "meta", ...vaultStores] as const;
  const cleared = await connection.with(async (database) => {
    const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
    await Promise.all(stores.map((name) => transaction.objectStore(name).clear()));
    await transaction.done;
  });
  // what another tab was about to copy when the keys went
  const late = await connection.with(() => removeAllCopies());
  if (!late.ok) return late;
  await deleteBackups();
  forgetLook();
  await forgetRelease();
  return cleared;
}

/** How the page looked to this person (state/settings): of no consequence, but theirs. */
function forgetLook(): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith("perfuse-")) localStorage.removeItem(name);
  }
}

/**
 * The service worker and its copies of Perfuse itself; the next visit is a first visit. Other sites
 * of the same host keep theirs.
 */
async function forgetRelease(): Promise<void> {
  if (!("caches" in globalThis) || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  const ours = (await caches.keys()).filter((name) =>
    name.startsWith(`perfuse ${registration.scope} `),
  );
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
}
