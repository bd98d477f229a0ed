import { OpenBadgesError } from '../errors.ts';
import {
  type Baked,
  type ExtractedCredential,
  MAXIMUM_CREDENTIAL_BYTES,
  MAXIMUM_IMAGE_BYTES,
} from './bake-png.ts';
import { scanXml, unreadableXml, type XmlToken } from './xml-scan.ts';

/** Limits for nesting and namespaces, higher than any drawing needs. Each element copies its scope, so a
 *  hostile file could otherwise use up memory. */
const MAXIMUM_DEPTH = 256;

const MAXIMUM_NAMESPACES = 64;

/** Namespace of the baked element (Open Badges 3.0, "Baked Badge"; CLR 2.0, "Baked CLR") with its usual
 *  prefix. Unlike other addresses of these standards, it does not contain `/spec/`. */
const SVG_FORMS: Readonly<Record<Baked, { readonly namespace: string; readonly prefix: string }>> = {
  badge: { namespace: 'https://purl.imsglobal.org/ob/v3p0', prefix: 'openbadges' },
  record: { namespace: 'https://purl.imsglobal.org/clr/v2p0', prefix: 'clr' },
};
const OUR_NAMESPACES: readonly (string | undefined)[] = Object.values(SVG_FORMS).map(
  ({ namespace }) => namespace,
);
/** Namespace of the element `assertion` of Open Badges 2.0 and 1.x. It is read, but never written. */
const LEGACY_NAMESPACE = 'http://openbadges.org';
/** The reason of `unreadable-file` for an XML document that is not an SVG. */
export const NOT_A_DRAWING_REASON = 'not an SVG drawing';
const COMPACT_JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/;

/** An element with a credential: its content and its place. */
interface Found {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isOlder: boolean;
}

interface ScannedSvg {
  /** The root's start tag: its name, its place, and whether the element is empty. */
  readonly root: {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly empty: boolean;
  };
  /** Prefixes that the root declares, with their namespaces. */
  readonly scope: NamespaceScope;
  readonly found: readonly Found[];
}

/** A copy of the drawing with the credential directly after the root's start tag: a compact JWS in the
 *  attribute `verify`, JSON as CDATA. It replaces an earlier credential. Throws `unreadable-file` where the
 *  drawing is not well-formed XML, or where its document type defines something. */
export function bakeSvg(svg: string, text: string, baked: Baked = 'badge'): string {
  const form = SVG_FORMS[baked];
  const { found } = scanSvg(svg);
  const ours = found.filter(({ isOlder }) => !isOlder);
  const bare = ours.toReversed().reduce((saved, { from, to }) => saved.slice(0, from) + saved.slice(to), svg);
  const { root, scope } = scanSvg(bare);
  const declared = [...scope].find(([prefix, uri]) => prefix !== '' && uri === form.namespace)?.[0];
  const prefix = declared ?? (scope.has(form.prefix) ? `${form.prefix}3` : form.prefix);
  const element = COMPACT_JWS.test(text)
    ? `<${prefix}:credential verify="${text}"></${prefix}:credential>`
    : `<${prefix}:credential><![CDATA[${toCdata(text)}]]></${prefix}:credential>`;
  const declaration = declared === undefined ? ` xmlns:${prefix}="${form.namespace}"` : '';
  const startTag = bare.slice(root.from, root.to - (root.empty ? '/>' : '>').length).trimEnd();
  const closing = root.empty ? `</${root.name}>` : '';
  return `${bare.slice(0, root.from)}${startTag}${declaration}>${element}${closing}${bare.slice(root.to)}`;
}

/** The credential in an SVG, or undefined if there is none. Throws `unreadable-file` where the text is not
 *  well-formed XML, has a document type that defines something, or exceeds the limits. */
export function extractFromSvg(svg: string | Uint8Array): ExtractedCredential | undefined {
  const { found } = scanSvg(typeof svg === 'string' ? svg : decodeUtf8(svg));
  const [first] = found;
  if (first === undefined) return undefined;
  if (first.text.length > MAXIMUM_CREDENTIAL_BYTES) throw unreadableXml('credential too large');
  return { text: first.text, several: found.length > 1 };
}

/** Reads the whole drawing, so that damage at its end is detected too. */
function scanSvg(svg: string): ScannedSvg {
  if (svg.length > MAXIMUM_IMAGE_BYTES) throw unreadableXml('image too large');
  const found: Found[] = [];
  let head: Omit<ScannedSvg, 'found'> | undefined;
  let inside:
    | {
        readonly from: number;
        readonly depth: number;
        readonly verify?: string;
        readonly isOlder: boolean;
        texts: string[];
      }
    | undefined;
  for (const event of scanElements(svg)) {
    if (event.kind === 'text') inside?.texts.push(event.text);
    else if (event.kind === 'start') {
      head ??= readHead(event);
      inside ??= openCredential(event);
    } else if (inside !== undefined && event.depth === inside.depth) {
      const { from, verify, isOlder } = inside;
      const body = inside.texts.join('').trim();
      // In the older form the attribute of a hosted badge holds its address, and the element holds the whole
      // badge.
      const text = isOlder && body !== '' ? body : (verify ?? body);
      found.push({ text: text.trim(), from, to: event.to, isOlder });
      inside = undefined;
    }
  }
  if (head === undefined) throw unreadableXml(NOT_A_DRAWING_REASON);
  return { ...head, found };
}

type StartEvent = Extract<ElementEvent, { kind: 'start' }>;

function readHead({ tag, scope }: StartEvent): Omit<ScannedSvg, 'found'> {
  if (resolveName(tag.name, scope).local !== 'svg') throw unreadableXml(NOT_A_DRAWING_REASON);
  return { root: { name: tag.name, from: tag.from, to: tag.to, empty: tag.kind === 'empty' }, scope };
}

function openCredential({ tag, scope, depth }: StartEvent) {
  const { namespace, local } = resolveName(tag.name, scope);
  const isOlder = local === 'assertion' && isLegacyNamespace(namespace);
  if (!isOlder && (local !== 'credential' || !OUR_NAMESPACES.includes(namespace))) return undefined;
  const verify = tag.attributes.get('verify');
  return { from: tag.from, depth, texts: [], isOlder, ...(verify !== undefined && { verify }) };
}

/** Older programs wrote this namespace with and without a slash at the end. */
function isLegacyNamespace(namespace: string | undefined): boolean {
  return namespace === LEGACY_NAMESPACE || namespace === `${LEGACY_NAMESPACE}/`;
}

/** JSON text without `]]>`, which would end the CDATA section, and without the two characters that XML
 *  forbids. They can occur only inside JSON strings, where an escape has the same meaning. The section is not
 *  split, because some readers take only its first part. */
function toCdata(json: string): string {
  return json.replaceAll(']]>', ']]\\u003e').replaceAll('\uFFFE', '\\ufffe').replaceAll('\uFFFF', '\\uffff');
}

function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length > MAXIMUM_IMAGE_BYTES) throw unreadableXml('image too large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OpenBadgesError('unreadable-file', { reason: 'not UTF-8' }, { cause });
  }
}

/** Prefix → namespace; the default namespace has the empty prefix. */
type NamespaceScope = ReadonlyMap<string, string>;

/** An event of the walk through an XML document. The root has `depth` 1. */
type ElementEvent =
  | {
      readonly kind: 'start';
      readonly depth: number;
      readonly tag: StartTag;
      readonly scope: NamespaceScope;
    }
  | {
      readonly kind: 'end';
      readonly depth: number;
      /** Index after the end tag. */
      readonly to: number;
    }
  | { readonly kind: 'text'; readonly text: string };

type StartTag = Extract<XmlToken, { kind: 'open' | 'empty' }>;

/** The elements of a well-formed XML document in order. Each start has the namespaces in force; an empty
 *  element has both a start and an end. Throws `unreadable-file` where tags do not match, where there is not
 *  exactly one root, or where a limit is exceeded. */
function* scanElements(xml: string): Generator<ElementEvent> {
  const open: { readonly name: string; readonly scope: NamespaceScope }[] = [];
  let rootSeen = false;
  for (const token of scanXml(xml)) {
    switch (token.kind) {
      case 'text':
        if (open.length === 0 && token.text.replace('\uFEFF', '').trim() !== '') {
          throw unreadableXml('text outside the root');
        }
        yield token;
        break;
      case 'close':
        if (open.at(-1)?.name !== token.name) throw unreadableXml('end tag without its start');
        yield { kind: 'end', depth: open.length, to: token.to };
        open.pop();
        break;
      case 'open':
      case 'empty': {
        if (rootSeen && open.length === 0) throw unreadableXml('several roots');
        rootSeen = true;
        const scope = scopeOf(token, open.at(-1)?.scope);
        const depth = open.length + 1;
        if (depth > MAXIMUM_DEPTH || scope.size > MAXIMUM_NAMESPACES)
          throw unreadableXml('too many levels or namespaces');
        yield { kind: 'start', depth, tag: token, scope };
        if (token.kind === 'empty') yield { kind: 'end', depth, to: token.to };
        else open.push({ name: token.name, scope });
      }
    }
  }
  if (!rootSeen || open.length > 0) throw unreadableXml('cut short');
}

/** Namespace and local name of an element's name. */
function resolveName(name: string, scope: NamespaceScope): { namespace: string | undefined; local: string } {
  const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name];
  return { namespace: scope.get(prefix), local: local ?? '' };
}

function scopeOf({ attributes }: StartTag, outer: NamespaceScope = new Map()): NamespaceScope {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, uri]): [string, string] => [name.slice(6), uri])]);
}
