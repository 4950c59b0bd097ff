/**
 * Reads the tags of XML out of a stream of text, with the memory of one tag: what an export of
 * hundreds of MB needs, in a worker, where there is no DOMParser. Not a general reader: the text
 * between tags is skipped, namespaces are letters of a name, and no entity is ever defined.
 *
 * Our own, because the small ones (saxes, sax) read every attribute of every tag, which is most of
 * the time, and because what may be declared has to be decided here: a document type is accepted
 * only where it declares elements and attributes inside of the file, as Apple's exports do. One
 * that names an entity, a parameter entity or another file can make a small file huge or fetch
 * something, so all of these are refused before a byte of data is read.
 */
import type { Problem } from "../../core/model/model";

export interface XmlHandler {
  /** @param name of the element, @param tag its text between < and >, for `attribute` */
  readonly onTag: (name: string, tag: string) => void;
}

/** Letters of a tag, a comment or the document type; Apple's type has about 20 000. */
const longest = 1_048_576;
const deepest = 64;

export class XmlTags {
  readonly #handler: XmlHandler;
  #rest = "";
  readonly #open: string[] = [];
  #root: string | undefined;
  #hasEnded = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  get rootName(): string | undefined {
    return this.#root;
  }

  /** @returns what is wrong; nothing is read after that */
  write(text: string): Problem | undefined {
    const all = this.#rest + text;
    let at = 0;
    for (;;) {
      const begin = all.indexOf("<", at);
      if (begin < 0) {
        const stray = this.#strayText(all.slice(at));
        this.#rest = "";
        return stray;
      }
      const stray = this.#strayText(all.slice(at, begin));
      if (stray) return stray;
      const end = endOfMarkup(all, begin);
      if (end === undefined) {
        this.#rest = all.slice(begin);
        return this.#rest.length > longest
          ? wrong("too-long", "has a tag without an end")
          : undefined;
      }
      if (end - begin > longest) return wrong("too-long", `has a tag above ${longest} letters`);
      const problem = this.#markup(all.slice(begin, end));
      if (problem) return problem;
      at = end;
    }
  }

  /** @returns what is wrong with a file that ends here */
  end(): Problem | undefined {
    if (this.#rest !== "") return wrong("not-xml", "ends inside of a tag: it was cut off");
    if (this.#open.length > 0) {
      return wrong("not-xml", `ends before </${this.#open.at(-1) ?? ""}>: it was cut off`);
    }
    return this.#root === undefined ? wrong("not-xml", "has no element") : undefined;
  }

  // ——— the parts ———

  #markup(text: string): Problem | undefined {
    if (text.startsWith("<!--") || text.startsWith("<?")) return undefined;
    if (text.startsWith("<![CDATA[")) {
      return this.#open.length > 0 ? undefined : wrong("not-xml", "has text outside of elements");
    }
    if (text.startsWith("<!")) return this.#declaration(text);
    return text.startsWith("</") ? this.#close(text) : this.#start(text);
  }

  #declaration(text: string): Problem | undefined {
    const isFirst = this.#root === undefined;
    return isFirst && isHarmlessType(text)
      ? undefined
      : wrong("document-type", "declares a document type of a kind that is not read");
  }

  #start(text: string): Problem | undefined {
    const name = nameIn(text, 1);
    if (name === "") return wrong("not-xml", "has a tag without a name");
    if (this.#hasEnded) return wrong("not-xml", "has something after its last element");
    this.#root ??= name;
    this.#handler.onTag(name, text);
    if (text.endsWith("/>")) this.#hasEnded = this.#open.length === 0;
    else this.#open.push(name);
    return this.#open.length > deepest
      ? wrong("too-deep", `is nested deeper than ${deepest} levels`)
      : undefined;
  }

  #close(text: string): Problem | undefined {
    const name = nameIn(text, 2);
    const opened = this.#open.pop();
    if (opened === name) {
      this.#hasEnded = this.#open.length === 0;
      return undefined;
    }
    return wrong("not-xml", `closes <${name.slice(0, 40)}> where <${opened ?? "nothing"}> is open`);
  }

  /** Text stands inside of elements only; white space and a byte order mark anywhere. */
  #strayText(text: string): Problem | undefined {
    return this.#open.length > 0 || text.trim() === ""
      ? undefined
      : wrong("not-xml", "has text outside of elements");
  }
}

/**
 * An attribute's value, with the five entities and character numbers in it resolved.
 *
 * @param tag as `onTag` gives it
 */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const isWhole = /\s/.test(tag[at - 1] ?? "");
    const after = /^\s*=\s*(["'])/.exec(tag.slice(at + name.length, at + name.length + 8));
    if (!isWhole || !after || isInQuotes(tag, at)) continue;
    const begin = at + name.length + after[0].length;
    const end = tag.indexOf(after[1] ?? '"', begin);
    return end < 0 ? undefined : resolved(tag.slice(begin, end));
  }
  return undefined;
}

// ——— where markup ends ———

function endOfMarkup(text: string, begin: number): number | undefined {
  if (text.startsWith("<!--", begin)) return after(text, "-->", begin + 4);
  if (text.startsWith("<![CDATA[", begin)) return after(text, "]]>", begin + 9);
  if (text.startsWith("<?", begin)) return after(text, "?>", begin + 2);
  if (text.startsWith("<!", begin)) return endOfDeclaration(text, begin);
  return endOfTag(text, begin);
}

function after(text: string, mark: string, from: number): number | undefined {
  const at = text.indexOf(mark, from);
  return at < 0 ? undefined : at + mark.length;
}

/** A > inside of quotes ends nothing. */
function endOfTag(text: string, begin: number): number | undefined {
  let at = begin;
  for (;;) {
    const close = text.indexOf(">", at);
    if (close < 0) return undefined;
    const quote = openQuote(text, at, close);
    if (quote === undefined) return close + 1;
    const end = text.indexOf(text.charAt(quote), quote + 1);
    if (end < 0) return undefined;
    at = end + 1;
  }
}

/** Where a quote begins that is still open at `to`. */
function openQuote(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const letter = text.charCodeAt(at);
    if (letter !== doubleQuote && letter !== singleQuote) continue;
    const end = text.indexOf(text.charAt(at), at + 1);
    if (end < 0 || end > to) return at;
    at = end;
  }
  return undefined;
}

const doubleQuote = 34;
const singleQuote = 39;

/** With everything between its brackets; comments in it may hold anything. */
function endOfDeclaration(text: string, begin: number): number | undefined {
  let at = begin + 2;
  let isInside = false;
  for (;;) {
    const next = /["'[\]>]|<!--/g;
    next.lastIndex = at;
    const found = next.exec(text);
    if (!found) return undefined;
    at = next.lastIndex;
    if (found[0] === "[") isInside = true;
    else if (found[0] === "]") isInside = false;
    else if (found[0] === ">") {
      if (!isInside) return at;
    } else {
      const end = after(text, found[0] === "<!--" ? "-->" : found[0], at);
      if (end === undefined) return undefined;
      at = end;
    }
  }
}

/**
 * `<!DOCTYPE name [ … ]>` that holds only comments and declarations of elements and attributes.
 * No SYSTEM or PUBLIC, no ENTITY or NOTATION, no reference to a parameter entity.
 */
function isHarmlessType(text: string): boolean {
  const inside = /^<!DOCTYPE\s+[\w.-]{1,100}\s*\[([^]*)\]\s*>$/.exec(text)?.[1];
  if (inside === undefined) return false;
  const rest = inside.replace(/<!--[^]*?-->/g, "").replace(/<!(?:ELEMENT|ATTLIST)\s[^<>%]*>/g, "");
  return rest.trim() === "";
}

// ——— the parts ———

function nameIn(text: string, from: number): string {
  return /^[A-Za-z_][\w.:-]{0,99}(?=[\s/>])/.exec(text.slice(from, from + 101))?.[0] ?? "";
}

function isInQuotes(tag: string, at: number): boolean {
  return openQuote(tag, 0, at) !== undefined;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** What names no known entity stays as it is written. */
function resolved(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, ten, hex, name) => {
    if (typeof name === "string")
      return Object.hasOwn(entities, name) ? (entities[name] ?? all) : all;
    const code = typeof ten === "string" ? Number(ten) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
  });
}

function wrong(code: string, message: string): Problem {
  return { code, subject: "the file", message };
}
