import { isJsonObject } from './json-value.ts';

/** The prefixes of all contexts that are held here. They are listed because a browser has no room for the
 *  contexts. */
export const PREFIXES: ReadonlySet<string> = new Set(['cred', 'sec', 'xsd', 'obi', 'ctzn', 'schema']);

/** The names that JSON-LD contexts, including scoped ones, allow as a prefix of an IRI: `sec:x` then equals
 *  `https://w3id.org/security#x` (JSON-LD 1.1 §4.1.5, "Compact IRIs"). */
export function prefixesOf(documents: readonly object[]): ReadonlySet<string> {
  const prefixes = new Set<string>();
  const visit = (context: unknown): void => {
    if (Array.isArray(context)) for (const one of context) visit(one);
    if (!isJsonObject(context)) return;
    for (const [name, definition] of Object.entries(context)) {
      if (!name.startsWith('@') && isPrefix(definition)) prefixes.add(name);
      if (isJsonObject(definition)) visit(definition['@context']);
    }
  };
  for (const document of documents) visit(Reflect.get(document, '@context'));
  return prefixes;
}

function isPrefix(definition: unknown): boolean {
  if (isJsonObject(definition)) return definition['@prefix'] === true;
  return typeof definition === 'string' && /[:/?#[\]@]$/.test(definition);
}
