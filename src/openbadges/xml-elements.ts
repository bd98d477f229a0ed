import { scanXml, unreadableXml, type XmlToken } from './xml-scan.ts';

/** Prefix → namespace; the default namespace has the empty prefix. */
export type NamespaceScope = ReadonlyMap<string, string>;

/** An event of the walk through an XML document. The root has `depth` 1. */
export type ElementEvent =
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

/** Limits for nesting and namespaces, higher than any drawing needs. Each element copies its scope, so a
 *  hostile file could otherwise use up memory. */
const MAXIMUM_DEPTH = 256;
const MAXIMUM_NAMESPACES = 64;

/** The elements of a well-formed XML document in order. Each start has the namespaces in force; an empty
 *  element has both a start and an end. Throws `unreadable-file` where tags do not match, where there is not
 *  exactly one root, or where a limit is exceeded. */
export function* scanElements(xml: string): Generator<ElementEvent> {
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
export function resolveName(
  name: string,
  scope: NamespaceScope,
): { namespace: string | undefined; local: string } {
  const [prefix = '', local] = name.includes(':') ? name.split(':') : ['', name];
  return { namespace: scope.get(prefix), local: local ?? '' };
}

function scopeOf({ attributes }: StartTag, outer: NamespaceScope = new Map()): NamespaceScope {
  const declared = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, uri]): [string, string] => [name.slice(6), uri])]);
}
