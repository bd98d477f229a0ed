import { OpenBadgesError } from '../errors.ts';

/** One piece of an XML text, in document order. */
export type XmlToken =
  | {
      readonly kind: 'open' | 'empty';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** Indices of the start of the tag and of the character after it. */
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly from: number; readonly to: number }
  | { readonly kind: 'text'; readonly text: string };

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const CLOSE_TAG = new RegExp(`^</(${NAME})\\s*>$`);
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const OPEN_NAME = new RegExp(`<(${NAME})`, 'y');
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The error for an XML text that is not well formed or not safe to read. */
export function unreadableXml(reason: string): OpenBadgesError {
  return new OpenBadgesError('unreadable-file', { reason });
}

/** The reason of `unreadable-file` for a refused document type. */
export const DEFINITIONS_REASON = 'document type with definitions';

/** A document type that only names the kind of document, as drawing programs write it. It declares nothing,
 *  and its address is never fetched. */
const PLAIN_DOCTYPE =
  /<!DOCTYPE\s+[\w:.-]+(?:\s+(?:PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*')|SYSTEM)\s+(?:"[^"<>]*"|'[^'<>]*'))?\s*>/y;

/** The tags and texts of an XML document. Comments, processing instructions and a plain document type before
 *  the root are skipped. Any other document type is refused, so that no entity can be declared, expanded or
 *  fetched. Throws `unreadable-file`. Our own code scans the text, because baking needs the position of a
 *  tag, which parsers do not give. */
export function* scanXml(xml: string): Generator<XmlToken> {
  let at = 0;
  let isProlog = true;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const textEnd = next < 0 ? xml.length : next;
    if (textEnd > at) yield { kind: 'text', text: decodeEntities(xml.slice(at, textEnd)) };
    if (next < 0) return;
    if (xml.startsWith('<!--', next)) at = endOf(xml, '-->', next + 4);
    else if (xml.startsWith('<![CDATA[', next)) {
      at = endOf(xml, ']]>', next + 9);
      yield { kind: 'text', text: xml.slice(next + 9, at - 3) };
    } else if (xml.startsWith('<?', next)) at = endOf(xml, '?>', next + 2);
    else if (xml.startsWith('<!', next)) {
      at = endOfDoctype(xml, next, isProlog);
      isProlog = false;
    } else {
      isProlog = false;
      const tag = readTag(xml, next);
      yield tag;
      at = tag.to;
    }
  }
}

/** The end of a document type. There may be one, before the root (XML 1.0 §2.8). */
function endOfDoctype(xml: string, from: number, isProlog: boolean): number {
  PLAIN_DOCTYPE.lastIndex = from;
  if (!isProlog || !PLAIN_DOCTYPE.test(xml)) throw unreadableXml(DEFINITIONS_REASON);
  return PLAIN_DOCTYPE.lastIndex;
}

function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw unreadableXml('cut short');
  return found + mark.length;
}

function readTag(xml: string, from: number): Exclude<XmlToken, { kind: 'text' }> {
  if (xml[from + 1] === '/') {
    const to = endOf(xml, '>', from);
    const name = CLOSE_TAG.exec(xml.slice(from, to))?.[1];
    if (name === undefined) throw unreadableXml('malformed tag');
    return { kind: 'close', name, from, to };
  }
  OPEN_NAME.lastIndex = from;
  const name = OPEN_NAME.exec(xml)?.[1];
  if (name === undefined) throw unreadableXml('malformed tag');
  const { attributes, end } = readAttributes(xml, OPEN_NAME.lastIndex);
  const rest = /\s*(\/?)>/y;
  rest.lastIndex = end;
  const close = rest.exec(xml);
  if (close === null) throw unreadableXml('malformed tag');
  return { kind: close[1] === '/' ? 'empty' : 'open', name, attributes, from, to: rest.lastIndex };
}

function readAttributes(xml: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let end = from;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(xml);
    if (match === null) return { attributes, end };
    const [, name = '', double, single] = match;
    if (attributes.has(name)) throw unreadableXml('attribute given twice');
    attributes.set(name, decodeEntities(double ?? single ?? ''));
    end = ATTRIBUTE.lastIndex;
  }
}

const REFERENCE = /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/iy;

/** Resolves entities. Without a document type, only the five predefined ones and character references
 *  exist. Each is looked at where it stands: an expression that replaces all of them would first collect
 *  millions of matches. */
function decodeEntities(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    REFERENCE.lastIndex = at;
    const body = REFERENCE.exec(text)?.[1] ?? '';
    const character = body.startsWith('#') ? fromReference(body) : ENTITIES[body];
    if (character === undefined) throw unreadableXml('unknown entity');
    parts.push(text.slice(from, at), character);
    from = at + body.length + 2;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

function fromReference(body: string): string | undefined {
  const code = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
