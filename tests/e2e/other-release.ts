/** Another release: the same source with one sentence changed, built as the site is built. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { dist } from "../../src/build/build.mjs";

/** @returns the folder of a site whose Evidence view has another title */
export async function newerRelease(title: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "perfuse-newer-"));
  await build({
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: "another-title",
        enforce: "pre",
        transform: (code, id) =>
          id.endsWith("/EvidencePage.svelte")
            ? code.replace('titleAll: "Evidence"', `titleAll: "${title}"`)
            : undefined,
      },
    ],
  });
  return outDir;
}

/** @returns the folder of the built site with one file that is not what the release lists */
export function damagedRelease(): string {
  const folder = mkdtempSync(join(tmpdir(), "perfuse-damaged-"));
  cpSync(dist, folder, { recursive: true });
  const name = readdirSync(join(folder, "assets")).find((each) =>
    /^EvidencePage-.*\.js$/.test(each),
  );
  const path = join(folder, "assets", name ?? "");
  writeFileSync(path, `${readFileSync(path, "utf8")}\n`);
  return folder;
}
