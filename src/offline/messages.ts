/** What the service worker and the pages of Perfuse say to each other. */

/** To a service worker that waits: its release may replace the one that the open pages have. */
export const takeOver = "perfuse: take over";

/** To every open page, about one request. */
export interface RequestNote {
  readonly perfuse: "request";
  /**
   * `kept`: answered from what is kept in this browser; `refused`: answered with an error, nothing
   * left the machine; `sent`: a file of the release was asked of the host.
   */
  readonly outcome: "kept" | "refused" | "sent";
  /** Length of the address that was sent; 0 where nothing was. */
  readonly bytes: number;
}

export function isRequestNote(data: unknown): data is RequestNote {
  return (
    typeof data === "object" && data !== null && "perfuse" in data && data.perfuse === "request"
  );
}
