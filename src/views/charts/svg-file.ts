/**
 * A picture on the page as an SVG file that opens elsewhere: computed colours and type written out
 * as attributes, what belongs to the screen left out, a title above and a key below.
 *
 * Built with DOM calls and printed by XMLSerializer, so that no name can become markup.
 */
import { markerPath } from "./markers";
import type { Marker } from "./time-course";

interface Caption {
  readonly title: string;
  readonly description: string;
  readonly key: readonly KeyEntry[];
}

type KeyEntry =
  | { readonly name: string; readonly colour: string; readonly dash?: string | undefined }
  | { readonly name: string; readonly colour: string; readonly marker: Marker };

/** Parts with this attribute are for the screen: crosshair, present moment. */
const screenOnly = "data-screen-only";

/** Properties that decide how a shape or a text looks; the names are attributes of SVG too. */
const shapeLooks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
];
const textLooks = ["fill", "font-family", "font-size", "font-weight", "text-anchor"];
/** Need not be written: what a file has without a word. */
const initial: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  stroke: "none",
  "font-weight": "400",
  "text-anchor": "start",
};
/** Attributes of the page that mean nothing in a file. */
const foreign = ["class", "style", "role", "tabindex", "aria-hidden", "aria-labelledby"];
/** Names of the picture on the page; the file has its own. */
const names = new Set(["title", "desc"]);
/** Around the picture, above it for the title, and of one line of the key. */
const [edge, head, line] = [16, 30, 20];
const space = "http://www.w3.org/2000/svg";

/** @param svg  on the page, and drawn: its computed styles are read */
export function svgFile(svg: SVGSVGElement, { title, description, key }: Caption): string {
  const picture = svg.getBoundingClientRect();
  const width = picture.width + 2 * edge;
  const keyTop = edge + head + picture.height + line;
  const height = keyTop + (key.length - 1) * line + edge;
  const file = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  file.append(
    withText(element("title"), title),
    withText(element("desc"), description),
    element("rect", { width, height, fill: colourOf("var(--surface-1)", svg) }),
  );

  const ink = { fill: colourOf("var(--text)", svg), "font-size": 13, "font-family": fontOf(svg) };
  const heading = element("text", { ...ink, "font-size": 15, "font-weight": 600 });
  file.append(withText(place(heading, edge, edge + 15), title));

  const group = element("g", { transform: `translate(${edge} ${edge + head})` });
  for (const part of svg.children) {
    if (!names.has(part.tagName) && isForFile(part)) group.append(copyWithLooks(part));
  }
  file.append(group);

  for (const [index, entry] of key.entries()) {
    const y = keyTop + index * line;
    file.append(
      sample(entry, edge, y, svg),
      withText(place(element("text", ink), edge + 34, y + 4.5), entry.name),
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

function sample(entry: KeyEntry, x: number, y: number, svg: SVGSVGElement): SVGElement {
  const look = { fill: "none", stroke: colourOf(entry.colour, svg), "stroke-width": 2 };
  if ("marker" in entry) {
    const transform = `translate(${x + 12} ${y})`;
    return element("path", { ...look, d: markerPath(entry.marker), transform });
  }
  const path = element("path", { ...look, d: `M${x} ${y}h24` });
  if (entry.dash) path.setAttribute("stroke-dasharray", entry.dash);
  return path;
}

/** A copy of the tree in which every element carries its own look. */
function copyWithLooks(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  for (const name of foreign) copy.removeAttribute(name);
  const computed = getComputedStyle(original);
  for (const name of looksOf(original)) {
    const value = computed.getPropertyValue(name);
    if (value !== "" && value !== initial[name]) copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element && isForFile(child)) copy.append(copyWithLooks(child));
  }
  return copy;
}

const isForFile = (part: Element) => !part.hasAttribute(screenOnly);

/** Groups need none: every shape carries its own. */
function looksOf(part: Element): readonly string[] {
  if (part instanceof SVGTextElement) return textLooks;
  return part instanceof SVGGeometryElement ? shapeLooks : [];
}

const place = (part: SVGElement, x: number, y: number): SVGElement => {
  part.setAttribute("x", String(x));
  part.setAttribute("y", String(y));
  return part;
};

function element(name: string, attributes: Readonly<Record<string, string | number>> = {}) {
  const made = document.createElementNS(space, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function withText(target: SVGElement, text: string): SVGElement {
  // Control characters cannot stand in XML, and would make the whole file unreadable.
  target.textContent = text.replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  return target;
}

/** What a colour of the page, such as a custom property, comes to. */
function colourOf(colour: string, svg: SVGSVGElement): string {
  const probe = element("rect");
  probe.style.fill = colour;
  svg.append(probe);
  const computed = getComputedStyle(probe).fill;
  probe.remove();
  return computed;
}

const fontOf = (svg: SVGSVGElement) => getComputedStyle(svg).fontFamily;
