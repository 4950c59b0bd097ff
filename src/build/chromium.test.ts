/** The software Vulkan beside Chromium, and that the tests themselves run with it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { knownChromium, softwareVulkan } from "./chromium.mjs";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "perfuse-chromium-"));
  mkdirSync(join(folder, "browser"));
  writeFileSync(join(folder, "browser/chrome"), "");
  writeFileSync(join(folder, "browser/vk_swiftshader_icd.json"), "{}");
  symlinkSync(join(folder, "browser/chrome"), join(folder, "chrome"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(process.platform === "linux")("software Vulkan", () => {
  test("lies beside the browser, also behind a link, and keeps other libraries", () => {
    vi.stubEnv("VK_ICD_FILENAMES", undefined);
    vi.stubEnv("LD_LIBRARY_PATH", "/opt/mine");
    expect(softwareVulkan(join(folder, "chrome"))).toEqual({
      VK_ICD_FILENAMES: join(folder, "browser/vk_swiftshader_icd.json"),
      LD_LIBRARY_PATH: `${join(folder, "browser")}:/opt/mine`,
    });
  });

  test("gives way to a driver that a person chose", () => {
    vi.stubEnv("VK_ICD_FILENAMES", "/opt/driver.json");
    expect(softwareVulkan(join(folder, "chrome"))).toEqual({});
  });
});

test("CHROMIUM_PATH names the browser, and nothing replaces one that is not there", () => {
  vi.stubEnv("CHROMIUM_PATH", join(folder, "chrome"));
  expect(knownChromium()).toBe(join(folder, "chrome"));
  vi.stubEnv("CHROMIUM_PATH", join(folder, "nothing"));
  expect(knownChromium()).toBeUndefined();
});
