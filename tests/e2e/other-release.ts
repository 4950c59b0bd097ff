/** Another release: the same source with one sentence changed, built as the site is built. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { dist } from "../../src/build/build.mjs";

/** @returns the folder of a site whose page on privacy has another title */
export async function newerRelease(title: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "perfuse-newer-"));
  let changed = 0;
  await build({
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: "another-title",
        enforce: "pre",
        transform(code, id) {
          if (!id.endsWith("/PrivacyPage.svelte")) return undefined;
          changed += Number(code.includes(titleThere));
          return code.replace(titleThere, `title: "${title}"`);
        },
      },
    ],
  });
  if (changed === 0)
    throw new Error("The newer release is the older one: its title was not found.");
  return outDir;
}

const titleThere = 'title: "Privacy and limits"';

/** @returns the folder of the built site with one file that is not what the release lists */
export function damagedRelease(): string {
  const folder = mkdtempSync(join(tmpdir(), "perfuse-damaged-"));
  cpSync(dist, folder, { recursive: true });
  const name = readdirSync(join(folder, "assets")).find((each) =>
    /^PrivacyPage-.*\.js$/.test(each),
  );
  const path = join(folder, "assets", name ?? "");
  writeFileSync(path, `${readFileSync(path, "utf8")}\n`);
  return folder;
}
