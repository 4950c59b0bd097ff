/** Time zones as a person may name them, and the one of this machine as a proposal. */

/** What the browser says; it is shown in a field, and only what stands there counts. */
export function proposedZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function knownZones(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}
