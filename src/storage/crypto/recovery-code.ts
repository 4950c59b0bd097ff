/**
 * The recovery code: 130 random bits for a sheet of paper, in letters and digits that are hard to
 * mistake (Crockford's alphabet: no I, L, O, U), and two more that notice a slip of the pen.
 */
import { randomBytes, type Bytes } from "./seal";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secretLength = 26;
const checkLength = 2;
const groupLength = 4;

/** "7K3M-…": seven groups of four. */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(secretLength), (byte) => alphabet.charAt(byte % 32));
  const secret = letters.join("");
  const whole = secret + checkOf(secret);
  return (whole.match(new RegExp(`.{${groupLength}}`, "g")) ?? []).join("-");
}

/**
 * The secret in a code, however it was typed.
 *
 * @returns undefined where it is no code, or was mistyped
 */
export function secretOf(code: string): Bytes | undefined {
  const typed = code.toUpperCase().replaceAll(/[\s-]/g, "");
  const letters = typed.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if (letters.length !== secretLength + checkLength) return undefined;
  if (Array.from(letters).some((letter) => !alphabet.includes(letter))) return undefined;
  const secret = letters.slice(0, secretLength);
  if (checkOf(secret) !== letters.slice(secretLength)) return undefined;
  return Uint8Array.from(secret, (letter) => alphabet.indexOf(letter));
}

// ——— the parts ———

/**
 * Two letters by which one wrong letter, or two neighbours that changed places, are noticed. The
 * weights differ from one another modulo 1021, a prime just below 32².
 */
function checkOf(secret: string): string {
  let sum = 0;
  for (const [index, letter] of Array.from(secret).entries()) {
    sum = (sum + (alphabet.indexOf(letter) + 1) * (index + 1)) % 1021;
  }
  return alphabet.charAt(sum >> 5) + alphabet.charAt(sum & 31);
}
