/** The version on screen: the one that every result carries. */
export { version } from "../engine/version";
