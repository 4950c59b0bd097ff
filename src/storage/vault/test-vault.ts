/** For tests: a vault of its own whose passphrase is not stretched, in an emptied data base. */
import type { Outcome } from "../../core/model/model";
import { bytesOf } from "../crypto/seal";
import type { Derive } from "../crypto/keyring";
import { forgetEverything } from "./forget";
import { TwinStore } from "./twin-store";
import { Vault } from "./vault";

export const hooks = { onOutdated: () => undefined, onClosed: () => undefined };
export const passphrase = "four unrelated words here";

/** As good as any for what is not about guessing. */
export const quickDerive: Derive = async (secret, { salt }) => {
  const both = Uint8Array.from([...bytesOf(secret), ...salt]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", both));
};

/** Another tab of the same browser; its vault is locked. */
export function otherTab(): { readonly store: TwinStore; readonly vault: Vault } {
  const store = new TwinStore(hooks);
  return { store, vault: new Vault(store, quickDerive) };
}

export async function freshVault(): Promise<ReturnType<typeof otherTab>> {
  valueOf(await forgetEverything(hooks));
  const tab = otherTab();
  valueOf(await tab.vault.create(passphrase));
  return tab;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ code, message }) => `${code}: ${message}`).join("; "));
}

export function codeOf(outcome: Outcome<unknown>): string | undefined {
  return outcome.ok ? undefined : outcome.problems[0]?.code;
}
