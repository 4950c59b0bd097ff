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
const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
];
/** Attributes of the page that mean nothing in a file. */
const foreign = ["class", "style", "role", "tabindex", "aria-hidden", "aria-labelledby"];
const space = "http://www.w3.org/2000/svg";

/** @param svg  on the page, and drawn: its computed styles are read */
export function svgFile(svg: SVGSVGElement, { title, description, key }: Caption): string {
  const { width, height } = svg.getBoundingClientRect();
  const [head, line] = [28, 20];
  const total = height + head + key.length * line + 12;
  const file = element("svg", { width, height: total, viewBox: `0 0 ${width} ${total}` });
  file.append(
    withText(element("title"), title),
    withText(element("desc"), description),
    element("rect", { width, height: total, fill: colourOf("var(--surface-1)", svg) }),
  );

  const ink = { fill: colourOf("var(--text)", svg), "font-size": 13, "font-family": fontOf(svg) };
  file.append(
    withText(element("text", { ...ink, x: 0, y: 18, "font-size": 15, "font-weight": 600 }), title),
  );

  const picture = copyWithLooks(svg);
  const group = element("g", { transform: `translate(0 ${head})` });
  group.append(...picture.childNodes);
  file.append(group);

  for (const [index, entry] of key.entries()) {
    const y = head + height + index * line + 6;
    file.append(
      sample(entry, y, svg),
      withText(element("text", { ...ink, x: 36, y: y + 4.5 }), entry.name),
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

function sample(entry: KeyEntry, y: number, svg: SVGSVGElement): SVGElement {
  const stroke = colourOf(entry.colour, svg);
  const look = { fill: "none", stroke, "stroke-width": 2 };
  if ("marker" in entry) {
    return element("path", {
      ...look,
      d: markerPath(entry.marker),
      transform: `translate(16 ${y})`,
    });
  }
  const path = element("path", { ...look, d: `M4 ${y}h24` });
  if (entry.dash) path.setAttribute("stroke-dasharray", entry.dash);
  return path;
}

/** A copy of the tree in which every element carries its own look. */
function copyWithLooks(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  for (const name of foreign) copy.removeAttribute(name);
  const computed = getComputedStyle(original);
  for (const name of looks) {
    const value = computed.getPropertyValue(name);
    if (value !== "" && value !== initial[name]) copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element && !child.hasAttribute(screenOnly)) {
      copy.append(copyWithLooks(child));
    }
  }
  return copy;
}

/** Need not be written: what a file has without a word. */
const initial: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  stroke: "none",
  opacity: "1",
  "font-weight": "400",
  "text-anchor": "start",
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
