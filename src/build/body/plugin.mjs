// @ts-check
/**
 * Vite plugin: makes the body's meshes once, serves them in development, emits them in the build.
 *
 * The page imports `virtual:perfuse-body` and finds the facts and the addresses of both sets.
 */
import { bodySources, cachedBody } from "./cache.mjs";

const VIRTUAL = "virtual:perfuse-body";
const RESOLVED = `\0${VIRTUAL}`;
const DEV_FOLDER = "@perfuse-body";

/** @returns {import("vite").Plugin} */
export function bodyAssets() {
  let root = process.cwd();
  let isBuild = false;
  /** @type {Promise<import("./cache.mjs").CachedBody> | undefined} */
  let body;

  return {
    name: "perfuse:body-assets",
    configResolved(config) {
      root = config.root;
      isBuild = config.command === "build";
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      // Asked again whenever a recipe has changed; the cache answers at once otherwise.
      body = cachedBody(root, (line) => console.error(`body: ${line}`));
      const { far, close, facts, key } = await body;
      for (const file of bodySources(root)) this.addWatchFile(file);
      const address = (/** @type {string} */ name, /** @type {Buffer} */ source) => {
        if (!isBuild) return JSON.stringify(`/${DEV_FOLDER}/${key}/${name}`);
        return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "asset", name, source })}`;
      };
      return [
        `export const facts = JSON.parse(${JSON.stringify(facts)});`,
        `export const farUrl = ${address("body-far.bin", far)};`,
        `export const closeUrl = ${address("body-close.bin", close)};`,
      ].join("\n");
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, folder, , name] = (request.url ?? "").split("/");
        if (folder !== DEV_FOLDER || !body) return next();
        body.then(({ far, close }) => {
          response.setHeader("Content-Type", "application/octet-stream");
          response.end(name === "body-far.bin" ? far : close);
        }, next);
      });
    },
  };
}
