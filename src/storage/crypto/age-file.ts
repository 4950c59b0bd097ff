/**
 * A twin as a file that opens without Perfuse: the age format (age-encryption.org/v1) with a
 * passphrase, so `age --decrypt` reads it and we read what `age --passphrase` wrote.
 *
 * The library comes late and only in the worker: it is the largest of the vault's parts.
 */
import type { Bytes } from "./seal";

/**
 * scrypt with N = 2^17, r = 8, p = 1: OWASP's first choice, 128 MiB. The library's own 2^18 takes
 * 256 MiB, which is more than a page on a small device gets; files of up to 2^20 are read.
 */
const usualScryptLog2 = 17;

/** @param scryptLog2 less only where a passphrase need not be slow, as in tests of the format */
export async function sealFile(
  content: Bytes,
  passphrase: string,
  scryptLog2 = usualScryptLog2,
): Promise<Bytes> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(scryptLog2);
  return Uint8Array.from(await encrypter.encrypt(content));
}

/** @returns undefined where the passphrase is another, the file is damaged, or is no age file */
export async function openFile(file: Bytes, passphrase: string): Promise<Bytes | undefined> {
  const { armor, Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const binary = isArmored(file) ? armor.decode(new TextDecoder().decode(file)) : file;
    return Uint8Array.from(await decrypter.decrypt(binary));
  } catch {
    return undefined;
  }
}

/** Whether a file says that it is an age file; it may be a damaged one all the same. */
export function looksLikeAge(file: Bytes): boolean {
  return beginsWith(file, "age-encryption.org/v1\n") || isArmored(file);
}

// ——— the parts ———

const isArmored = (file: Bytes) => beginsWith(file, "-----BEGIN AGE ENCRYPTED FILE-----");

function beginsWith(file: Bytes, text: string): boolean {
  return new TextDecoder("latin1").decode(file.subarray(0, text.length)) === text;
}
