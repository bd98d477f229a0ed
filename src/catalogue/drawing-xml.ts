import { SaxesParser } from 'saxes';
import type { DrawingErrorReason } from '../domain/settings/pack-error.ts';

/** Why a drawing is refused, and where: line, column and tag. */
export interface DrawingError {
  readonly reason: DrawingErrorReason;
  readonly value?: string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Elements inside elements. Deeper drawings cost programs that render them much time. */
const MOST_DEPTH = 50;
/** The longest name that an error repeats. */
const MOST_SHOWN = 40;

/** The namespaces that a drawing may declare, by the name of the attribute. No element or attribute of the last two
 *  is accepted, but editors declare them. */
const NAMESPACES: Readonly<Record<string, string>> = {
  xmlns: SVG,
  'xmlns:svg': SVG,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

/** Attributes that contain words for readers and editors, on any element. */
const LABELS = new Set(
  'id class lang role version baseProfile focusable data-name xml:space xml:lang aria-label aria-labelledby aria-describedby aria-hidden'.split(
    ' ',
  ),
);

/** Attributes of style, on any element (SVG 2, "Presentation attributes"), without those that name an element that
 *  is not accepted. */
const STYLE = new Set(
  [
    'fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin',
    'stroke-miterlimit stroke-opacity stroke-width color color-interpolation color-rendering opacity display',
    'visibility overflow clip-path clip-rule paint-order shape-rendering vector-effect stop-color stop-opacity',
    'transform transform-origin',
  ].flatMap((line) => line.split(' ')),
);

const GRADIENT = 'gradientUnits gradientTransform spreadMethod';

/** The accepted elements, each with its own attributes: shapes, groups, gradients, and words about them. */
const ELEMENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    svg: 'viewBox width height x y preserveAspectRatio',
    g: '',
    defs: '',
    title: '',
    desc: '',
    path: 'd pathLength',
    rect: 'x y width height rx ry pathLength',
    circle: 'cx cy r pathLength',
    ellipse: 'cx cy rx ry pathLength',
    line: 'x1 y1 x2 y2 pathLength',
    polyline: 'points pathLength',
    polygon: 'points pathLength',
    linearGradient: `x1 y1 x2 y2 ${GRADIENT}`,
    radialGradient: `cx cy r fx fy fr ${GRADIENT}`,
    stop: 'offset',
    clipPath: 'clipPathUnits',
  }).map(([name, attributes]) => [name, new Set(attributes.split(' ').filter(Boolean))]),
);

/** The functions in the values of attributes. `url` is checked apart. */
const FUNCTIONS = new Set(
  'url rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy'.split(
    ' ',
  ),
);

const LETTERS = new Set('abcdefghijklmnopqrstuvwxyz-');

/** Whether a drawing may have this attribute on this element, with any value. */
export function isListed(element: string, attribute?: string): boolean {
  const own = ELEMENTS.get(element);
  if (attribute === undefined || own === undefined) return own !== undefined;
  return own.has(attribute) || LABELS.has(attribute) || STYLE.has(attribute) || attribute in NAMESPACES;
}

/** The first error of a drawing in SVG, by an XML parser that stops there; undefined if it has none. Elements and
 *  attributes outside the lists are refused, and so is all that a parser could replace, include or run (Extensible
 *  Markup Language 1.0, sections 2.5 to 2.8 and 4). */
export function svgError(bytes: Uint8Array): DrawingError | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { reason: 'drawing-encoding' };
  }
  // Entities, comments, CDATA, DOCTYPE and instructions are refused before the parser resolves any.
  const begun = /^<\?xml\s/.test(text) ? '<?xml'.length : 0;
  const at = text.slice(begun).search(/&|<[!?]/);
  if (at >= 0) return { reason: 'drawing-entity', value: placeIn(text, begun + at) };
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Rejection ? error.found : { reason: 'drawing-not-image' };
  }
}

class Rejection extends Error {
  readonly found: DrawingError;
  constructor(found: DrawingError) {
    super(found.reason);
    this.found = found;
  }
}

/** Throws `Rejection`, or the error of the parser for a text that is not well-formed. */
function parse(text: string): void {
  const parser = new SaxesParser({ defaultXMLVersion: '1.0', forceXMLVersion: true });
  let depth = 0;
  let hasRoot = false;
  parser.on('xmldecl', ({ version, encoding = 'utf-8' }) => {
    const value = placeIn(text, parser.position);
    if (encoding.toLowerCase() !== 'utf-8') throw new Rejection({ reason: 'drawing-encoding', value });
    if (version !== '1.0') throw new Rejection({ reason: 'drawing-not-image', value });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    const refuse = (reason: DrawingErrorReason, attribute?: string) => {
      const tag = [name, attribute]
        .filter((part) => part !== undefined)
        .map((part) => part.slice(0, MOST_SHOWN));
      throw new Rejection({ reason, value: `${placeIn(text, parser.position)} <${tag.join(' ')}>` });
    };
    if (!hasRoot && (name !== 'svg' || attributes['xmlns'] !== SVG)) refuse('drawing-not-image', 'xmlns');
    hasRoot = true;
    if (name === 'script') refuse('drawing-script');
    if (!isListed(name)) refuse('drawing-element');
    if (depth > MOST_DEPTH) refuse('drawing-too-deep');
    for (const [attribute, value] of Object.entries(attributes)) {
      const reason = attributeError(name, attribute, value);
      if (reason) refuse(reason, attribute);
    }
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(text).close();
}

function attributeError(element: string, attribute: string, value: string): DrawingErrorReason | undefined {
  const name = attribute.toLowerCase();
  if (name.startsWith('on') || value.toLowerCase().includes('javascript:')) return 'drawing-script';
  if (/^(.+:)?(href|src|style)$/.test(name)) return 'drawing-link';
  if (!isListed(element, attribute)) return 'drawing-attribute';
  if (attribute in NAMESPACES) return NAMESPACES[attribute] === value ? undefined : 'drawing-attribute';
  if (LABELS.has(attribute)) return undefined;
  return fetches(value) ? 'drawing-link' : undefined;
}

/** Whether a value names something outside the drawing, or calls a function that could. An escape could hide one. */
function fetches(value: string): boolean {
  if (value.includes('\\')) return true;
  const calls = value.toLowerCase().split('(');
  return calls.slice(0, -1).some((before, at) => {
    const called = lastName(before);
    if (!FUNCTIONS.has(called)) return true;
    return called === 'url' && !calls[at + 1]?.trimStart().startsWith('#');
  });
}

/** The letters and hyphens at the end of a text. A regular expression would try each beginning. */
function lastName(text: string): string {
  const trimmed = text.trimEnd();
  let from = trimmed.length;
  while (from > 0 && LETTERS.has(trimmed.charAt(from - 1))) from -= 1;
  return trimmed.slice(from);
}

/** `line:column` of a place in the text, from 1. */
function placeIn(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
