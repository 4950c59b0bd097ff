/**
 * What tabs tell each other of the vault, over a channel that stays within the browser: that
 * something changed, never what it says.
 */

export type Announcement =
  | { readonly kind: "changed"; readonly twinId: string }
  | { readonly kind: "keys-changed" | "locked" | "forgotten" };

const channelName = "perfuse-vault";
const plainKinds = new Set<unknown>(["keys-changed", "locked", "forgotten"]);

export class Announcements {
  readonly #channel: BroadcastChannel | undefined;

  /** @param onHeard of another tab */
  constructor(onHeard: (announcement: Announcement) => void) {
    if (!("BroadcastChannel" in globalThis)) return;
    this.#channel = new BroadcastChannel(channelName);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const heard = asAnnouncement(data);
      if (heard) onHeard(heard);
    });
  }

  announce(announcement: Announcement): void {
    this.#channel?.postMessage(announcement);
  }

  close(): void {
    this.#channel?.close();
  }
}

/** The other tab may run another version. */
function asAnnouncement(value: unknown): Announcement | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { kind, twinId } = value as Record<string, unknown>;
  if (kind === "changed" && typeof twinId === "string") return { kind, twinId };
  return plainKinds.has(kind) ? ({ kind } as Announcement) : undefined;
}
