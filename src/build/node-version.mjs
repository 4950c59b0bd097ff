// @ts-check
/**
 * Which Node will do. The same range as `engines` in package.json, which npm only warns about;
 * `tests/checks/setup.test.ts` holds the two together.
 */

/**
 * @param {string} version  for instance "20.19.4"
 * @returns {string | undefined}  a sentence for the person when this Node is unsuitable
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const suits = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
  if (suits) return undefined;
  return `Perfuse needs Node 20.19 or later, 22.13 or later, or 24 and up, and this is Node ${version}: install a current one from nodejs.org and run the command again.`;
}
