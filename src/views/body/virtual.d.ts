declare module "virtual:perfuse-body" {
  import type { BodyFacts } from "./body-facts";

  export const facts: BodyFacts;
  /** Addresses of the two sets of meshes; the far one is loaded first. */
  export const farUrl: string;
  export const closeUrl: string;
}
