import fc from "fast-check";
import { expect, test } from "vitest";
import { newRecoveryCode, secretOf } from "./recovery-code";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const code = () => newRecoveryCode();

test("a code is seven groups of four, and never the same twice", () => {
  expect(code()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(new Set(Array.from({ length: 1000 }, code)).size).toBe(1000);
});

test("a code may be typed as people do", () => {
  const typed = code();
  const loose = typed.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  expect(secretOf(loose)).toEqual(secretOf(typed));
  expect(secretOf(typed)).toHaveLength(26);
});

test("every single wrong letter is noticed", () => {
  const letters = Array.from(code().replaceAll("-", ""));
  for (const [at, right] of letters.entries()) {
    for (const wrong of Array.from(alphabet).filter((letter) => letter !== right)) {
      expect(secretOf(letters.with(at, wrong).join("")), `${wrong} at ${at}`).toBeUndefined();
    }
  }
});

test("every two neighbours that changed places are noticed", () => {
  const letters = Array.from(code().replaceAll("-", ""));
  for (let at = 0; at < 25; at++) {
    const [a = "", b = ""] = [letters[at], letters[at + 1]];
    const swapped = letters.with(at, b).with(at + 1, a);
    if (a !== b) expect(secretOf(swapped.join("")), `${a}${b} at ${at}`).toBeUndefined();
  }
});

test("what is no code is none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(text.length !== 28);
      expect(secretOf(text.replaceAll(/[\s-]/g, ""))).toBeUndefined();
    }),
  );
});
