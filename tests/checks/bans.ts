/**
 * What the source must not do, because the page's policy alone cannot stop it: send data away,
 * run text as code, leave for another address.
 *
 * Patterns over the text, line comments left out. They are simple on purpose: a false alarm costs
 * a rewording or a line in `allowed` with its reason, and cleverness would cost certainty.
 */
export interface Ban {
  readonly name: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

const word = (...names: string[]) => new RegExp(`\\b(?:${names.join("|")})\\b`);

/** Of an address: whatever changes one of them leaves the page, and the part after # does not. */
const parts = "(?:href|search|pathname|host|hostname|port|protocol)";

/** A string that is written out, and names a place in the page itself. */
const ownPlace = String.raw`\s*["'\`](?:#|\.\.?/)[^"'\`$]*["'\`]\s*`;

export const bans: readonly Ban[] = [
  {
    name: "connection",
    pattern: word(
      "RTCPeerConnection",
      "webkitRTCPeerConnection",
      "WebSocket",
      "WebSocketStream",
      "WebTransport",
      "EventSource",
      "sendBeacon",
      "XMLHttpRequest",
      "importScripts",
    ),
    instead: "Nothing leaves the page; files of our own are imported, or fetched in one place.",
  },
  {
    name: "fetch",
    pattern: /\bfetch\s*\(/,
    instead: "Import the file, or fetch it in the one place that loads such files.",
  },
  {
    name: "code-from-text",
    pattern: /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
    instead: "Compile to WebAssembly, or interpret.",
  },
  {
    name: "markup-from-text",
    pattern:
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment)\b|\{@html\b|\bdocument\s*\.\s*write/,
    instead: "Let Svelte write the markup.",
  },
  {
    name: "window-open",
    pattern: new RegExp(
      String.raw`\b(?:window|globalThis|self|top|parent)\s*\.\s*open\s*\((?!${ownPlace}[,)])`,
    ),
    instead: "Stay in the page; an outside source is text with its address to copy.",
  },
  {
    name: "location",
    pattern: new RegExp(
      String.raw`(?<!(?:const|let|var)\s+)\blocation(?:\s*\.\s*${parts}|\s*\[[^\]]*\])?\s*=(?![=>])(?!${ownPlace}[;,)\n])` +
        String.raw`|\blocation\s*\.\s*(?:assign|replace)\s*\((?!${ownPlace}\))`,
    ),
    instead: "Set location.hash, or go to an address written out here.",
  },
  {
    name: "foreign-link",
    pattern: /<(?:a|area)\b[^>]*\bhref\s*=\s*["'{`\s]*(?:[a-z][a-z+.-]*:)?\/\//i,
    instead: "A source is text with its address to copy: the sealed page cannot follow the link.",
  },
  {
    name: "computed-link",
    pattern:
      /<(?:a|area)\b(?![^>]*\bdownload\b)[^>]*\bhref=(?:\{(?!\s*[`"'](?:#|\.\/))|["']\{)|<a\b[^>]*\{href\}/i,
    instead: "Begin the address with # or ./ where it is written: href={`#/${path}`}.",
  },
  { name: "ping", pattern: /<(?:a|area)\b[^>]*\bping\s*=/i, instead: "Tell nobody of a click." },
  {
    name: "preconnect",
    pattern:
      /\b(?:preconnect|dns-prefetch|speculationrules)\b|\.rel\s*=\s*["'`](?:prefetch|prerender|preload|modulepreload)\b|\brel\s*=\s*["'](?:prefetch|prerender|preload|modulepreload)["'][^>]*(?:[a-z]+:)?\/\/|<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)\s*=\s*["'](?:https?:)?\/\//i,
    instead: "Everything comes from where the page came from.",
  },
  {
    name: "import-of-address",
    pattern: /\bimport\s*\(\s*(?:\/\*.*?\*\/\s*)?(?!["'][^"':]*["']\s*[,)]|["']node:)/,
    instead: "Import a file by the path written out here.",
  },
  {
    name: "worker",
    pattern: /\bnew\s+(?:Shared)?Worker\s*\(|\bserviceWorker\s*\.\s*register\s*\(/,
    instead: "Start it in the one place that knows the addresses of our own.",
  },
  {
    name: "foreign-element",
    pattern:
      /<(?:iframe|frame|embed)\b|<object\s+[a-z]|<form\b[^>]*\baction\b|\bcreateElement\s*\(\s*["'`](?:iframe|frame|embed|object|form|script|base|meta|link)["'`]/,
    instead: "A browser may connect for these before the policy stops it: do without.",
  },
  {
    name: "message-to-anyone",
    pattern: /\bpostMessage\s*\([^;]*?["'`]\*["'`]/,
    instead: "Name the origin that may read the message.",
  },
];

export interface Exception {
  readonly ban: string;
  /** A file, or a folder ending in a slash. */
  readonly where: string;
  readonly why: string;
}

export const allowed: readonly Exception[] = [
  {
    ban: "fetch",
    where: "src/views/body/",
    why: "loads the meshes of the body, which are data beside the page",
  },
  {
    ban: "fetch",
    where: "src/offline/service-worker.ts",
    why: "answers the page's own requests, only with files on the release list",
  },
  {
    ban: "worker",
    where: "src/app/trusted.ts",
    why: "starts the workers that we ship, by a list of their addresses",
  },
  {
    ban: "preconnect",
    where: "src/state/network-limits.ts",
    why: "names these ways, to state that they stay open, and takes none of them",
  },
  {
    ban: "import-of-address",
    where: "src/build/bench-child.mjs",
    why: "runs in Node, never in the page, and is told which bench to load",
  },
  {
    ban: "import-of-address",
    where: "src/build/body/cache.mjs",
    why: "runs in Node while building, and loads the generator that it has just bundled",
  },
];

/**
 * @param path  from the project's root
 * @returns one line a finding: where, what, and what to do instead
 */
export function findings(path: string, text: string): string[] {
  const code = withoutCommentLines(text);
  return bans
    .filter(({ name }) => !allowed.some((one) => one.ban === name && covers(one.where, path)))
    .flatMap(({ name, pattern, instead }) => {
      const at = code.search(pattern);
      const line = code.slice(0, at).split("\n").length;
      return at < 0 ? [] : [`${path}:${line} ${name}: ${instead}`];
    });
}

const covers = (where: string, path: string) =>
  where.endsWith("/") ? path.startsWith(where) : path === where;

/**
 * Empties lines that are comments altogether. A comment after code stays, so that no code can hide
 * behind something that only looks like one ("https://", "./*.ts").
 */
function withoutCommentLines(text: string): string {
  return text.replaceAll(/^[ \t]*(?:\/\/|\*(?!\/)|\/\*(?!.*\*\/)).*$/gm, "");
}
