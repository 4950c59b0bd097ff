// @ts-check
/**
 * The one home for Chromium: where it is, the flags it starts with, the Vulkan it brings along.
 *
 * The tests run in a Chromium without a screen whose WebGPU is computed in software (SwiftShader),
 * so every machine sees the same adapter. The same SwiftShader serves WebGPU in Node (the
 * `webgpu` package). Only looks; `chromium-install.mjs` gets one where there is none.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { cache, readJson } from "./project.mjs";

/** The first seven give WebGPU with a canvas without a screen, the others keep it off the network. */
export const chromiumFlags = [
  "--headless=new",
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
  "--use-vulkan=swiftshader",
  "--use-angle=swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

const memory = join(cache, "chromium.json");

/**
 * The browser that `npm test` set up, or the one CHROMIUM_PATH names. Quick: nothing is searched.
 *
 * @returns {string | undefined}
 */
export function knownChromium() {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return existsSync(named) ? named : undefined;
  const path = readJson(memory)?.path;
  return typeof path === "string" && existsSync(path) ? path : undefined;
}

/**
 * A Chromium that starts: the known one, else the first that a search finds. The find is remembered.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const known = knownChromium();
  if (known || process.env["CHROMIUM_PATH"]) return known;
  const found = [...systemPlaces(), ...playwrightPlaces()].find(starts);
  if (found) remember(found);
  return found;
}

/** @param {string} path */
function remember(path) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(memory, JSON.stringify({ path }));
}

/**
 * Some packages named "chromium" are empty shells, and a downloaded one may lack a library. On
 * Windows asking for the version would open a window, so there a file is trusted.
 *
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

const linuxNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** @returns {string[]} */
function systemPlaces() {
  if (process.platform === "darwin") {
    return ["Chromium", "Google Chrome"]
      .map((name) => `Applications/${name}.app/Contents/MacOS/${name}`)
      .flatMap((path) => [join("/", path), join(homedir(), path)]);
  }
  if (process.platform === "win32") {
    return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, "Chromium", "Application", "chrome.exe"),
        join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      ]);
  }
  const folders = ["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/opt/google/chrome"];
  return folders.flatMap((folder) => linuxNames.map((name) => join(folder, name)));
}

/** Browsers that Playwright has downloaded, newest first. @returns {string[]} */
function playwrightPlaces() {
  const inside = [
    "chrome-linux64/chrome",
    "chrome-linux/chrome",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-win64/chrome.exe",
    "chrome-win/chrome.exe",
  ];
  const folder = playwrightFolder();
  return chromiumRevisions(folder).flatMap((revision) =>
    inside.map((path) => join(folder, revision, path)),
  );
}

function playwrightFolder() {
  const named = process.env["PLAYWRIGHT_BROWSERS_PATH"];
  if (named && named !== "0") return named;
  if (process.platform === "darwin") return join(homedir(), "Library/Caches/ms-playwright");
  if (process.platform === "win32") {
    return join(process.env["LOCALAPPDATA"] ?? homedir(), "ms-playwright");
  }
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "ms-playwright");
}

/** @param {string} folder */
function chromiumRevisions(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
}

// ——— the Vulkan beside it ———

/**
 * What a process needs in its environment, before it starts, to use Chromium's software Vulkan.
 * Empty where there is none (other systems bring their own), or where a person chose a driver.
 *
 * @param {string} [chromium]
 * @returns {Record<string, string>}
 */
export function softwareVulkan(chromium = knownChromium()) {
  const folder = vulkanFolder(chromium);
  if (!folder || process.env["VK_ICD_FILENAMES"]) return {};
  return { ...withLoader(folder), VK_ICD_FILENAMES: join(folder, "vk_swiftshader_icd.json") };
}

/**
 * The same for a command that shall use the machine's own graphics where it can: nothing on a
 * machine with a driver, the loader alone where only that is missing, else the software Vulkan.
 *
 * @returns {Record<string, string>}
 */
export function bestVulkan() {
  if (!hasDriver()) return softwareVulkan(findChromium());
  const folder = hasLoader() ? undefined : vulkanFolder(findChromium());
  return folder ? withLoader(folder) : {};
}

/** @param {string | undefined} chromium */
function vulkanFolder(chromium) {
  if (process.platform !== "linux" || !chromium) return undefined;
  const places = [dirname(realpathSync(chromium)), "/usr/lib/chromium", "/opt/google/chrome"];
  return places.find((place) => existsSync(join(place, "vk_swiftshader_icd.json")));
}

/** @param {string} folder */
const withLoader = (folder) => ({
  LD_LIBRARY_PATH: [folder, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
});

/**
 * A graphics device and a driver for it. Mesa's software driver (lavapipe) does not count: WebGPU's
 * implementation refuses it.
 */
function hasDriver() {
  if (process.platform !== "linux") return true;
  const devices = ["/dev/dri/renderD128", "/dev/nvidia0", "/dev/dxg"];
  const folders = ["/usr/share/vulkan/icd.d", "/usr/local/share/vulkan/icd.d", "/etc/vulkan/icd.d"];
  const drivers = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  return (
    devices.some((path) => existsSync(path)) && drivers.some((name) => !name.startsWith("lvp"))
  );
}

function hasLoader() {
  const folders = ["x86_64-linux-gnu", "aarch64-linux-gnu", "../lib64", "."];
  return folders.some((folder) => existsSync(join("/usr/lib", folder, "libvulkan.so.1")));
}
