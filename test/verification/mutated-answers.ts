import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { legacyLike, mutateOnceOrTwice, present } from './mutated-documents.ts';
import { makeAttached, makePng, makeSvg } from './mutated-files.ts';
import { editText, type RandomChoices, spellAddress, surroundText, toJws } from './mutated-texts.ts';

const ENCODER = new TextEncoder();

/** A text of any kind, which may be a badge. */
export function anyText(document: JsonObject, random: RandomChoices): string {
  const text = JSON.stringify(document);
  return random.pick<() => string>([
    () => text,
    () => text,
    () => JSON.stringify(mutateOnceOrTwice(document, random)),
    () => JSON.stringify(legacyLike(document, random)),
    () => toJws(document, random),
    () => toJws(legacyLike(document, random), random),
    () => spellAddress(random),
    () => spellAddress(random),
    () => JSON.stringify(present(document, random)),
    () => editText(text, random),
    () => surroundText(text, random),
    () => random.pick(['', '{}', '[]', 'null', 'BEGIN:VCARD', '{"a":1,"a":2}', 'a.b.c']),
  ])();
}

/** An answer of the web. */
export function anyAnswer(document: JsonObject, random: RandomChoices): Fetched {
  const { pick, below } = random;
  const url = 'https://badges.example/b/1';
  const text = anyText(document, random);
  const file = pick([
    () => makePng(text, random),
    () => makeSvg(text, random),
    () => makeAttached([text], random),
  ]);
  const body = below(3) === 0 ? file() : ENCODER.encode(text);
  const host = 'badges.example';
  return pick<Fetched>([
    ...[0, 1, 2, 3, 4].map((): Fetched => ({ kind: 'ok', url, contentType: 'application/json', body })),
    { kind: 'status', status: pick([404, 410, 500, 403, 401]) },
    { kind: 'unreachable', reason: 'no such host' },
    { kind: 'unreachable', reason: 'redirect', fault: { fault: 'redirect', host, to: 'c.example' } },
  ]);
}
