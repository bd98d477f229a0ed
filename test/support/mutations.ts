import { isJsonObject, type JsonObject, pointerTo } from '../../src/open-badges/parsing/json-value.ts';

/** Numbers from 0 to below the bound, always the same for the same seed (Lehmer's generator). */
export function makeDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Replacements for values, and values of new members: other types, limits of formats and enumerations,
 *  special names of the language. */
const VALUES: readonly unknown[] = [
  ...['', 'text', 'ext:own', 'not-ext:x', 'Badge', 'Completed', 'Profile', 'Image', 'CFItem', 'isbn'],
  ...['fr', 'fr-FR', 'FR', 'a.b.c', 'a.b', 'urn:uuid:0', 'https://www.w3.org/ns/credentials/v2', 'a\n'],
  ...['2026-02-30T00:00:00Z', '2024-02-29t23:59:60z', '2026-01-01 10:00:00Z', '2026-01-01T10:00:00'],
  ...['2026-01-01T10:00:00.5+02:00', '2026-01-01T24:00:00Z', '2026-01-01T22:59:60-01:00', '2026-01-01T'],
  ...['2026-01-01', '1900-02-29', '2000-02-29', '2026-13-01', '2026-01-01T10:00:00ZT', '\ud800'],
  ...[0, -1.5, 1e300, true, false, null, [], [[]], {}, ['text'], [null], [1], [{}], ['Profile', 'Other']],
  ...[
    { id: 'urn:x', type: 'Image' },
    { id: 'urn:x', type: ['Profile'] },
    { type: 'A', id: 1 },
  ],
  ...[{ '@context': ['https://www.w3.org/2018/credentials/v1'], id: 'urn:x', type: ['Profile'] }],
  { constructor: 1, hasOwnProperty: 2 },
];
const NAMES: readonly string[] = [
  ...['id', 'type', 'name', 'image', 'issuer', 'proof', 'credentialStatus', 'validUntil', 'awardedDate'],
  ...['endorsement', 'endorsementJwt', 'dateOfBirth', 'inLanguage', 'issuanceDate', 'expirationDate'],
  ...['unknown', 'constructor', '__proto__', 'toString', '0', 'a/b~c', '\ud800', 'é', '@context', 'tag'],
  ...['achievementType', 'identifier', 'result', 'creditsEarned', 'parentOrg', 'address', 'alignment'],
];

/** A copy of the document with one to three changes: a member removed, replaced, added or renamed, a value put
 *  in brackets or taken out of them, an item repeated, a part put in the place of another. Every fourth is
 *  first compacted: no array of one keeps its brackets. */
export function mutate(document: JsonObject, draw: (below: number) => number): JsonObject {
  let mutated: unknown = draw(4) === 0 ? withoutBrackets(document) : structuredClone(document);
  for (let left = 1 + draw(3); left > 0; left -= 1) {
    const places = placesOf(mutated);
    const { holder, key } = places[draw(places.length)] ?? { holder: {}, key: '' };
    change(holder, key, places, draw);
  }
  mutated = JSON.parse(JSON.stringify(mutated));
  return isJsonObject(mutated) ? mutated : document;
}

function withoutBrackets(value: unknown): unknown {
  if (Array.isArray(value))
    return value.length === 1 ? withoutBrackets(value[0]) : value.map(withoutBrackets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutBrackets(member)]));
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly pointer: string;
}

function placesOf(value: unknown, pointer = ''): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => {
    const at = pointerTo(pointer, key);
    return [{ holder, key, pointer: at }, ...placesOf(holder[key], at)];
  });
}

function change(
  holder: Record<string, unknown>,
  key: string,
  places: readonly Place[],
  draw: (below: number) => number,
): void {
  const value = holder[key];
  const one = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item;
  const put = (name: string, member: unknown) =>
    Object.defineProperty(holder, name, {
      value: structuredClone(member),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  switch (draw(9)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 1:
      put(key, one(VALUES));
      break;
    case 2:
    case 3:
      if (!Array.isArray(holder)) put(one(NAMES), one(VALUES));
      break;
    case 4:
      if (!Array.isArray(holder)) put(`x${key}`, value);
      break;
    case 5:
      put(key, [value]);
      break;
    case 6:
      if (Array.isArray(value) && value.length > 0) put(key, value[0]);
      break;
    case 7:
      if (Array.isArray(value)) put(key, [...value, ...value, one(VALUES)]);
      break;
    default: {
      const { holder: other, key: name } = one(places);
      // A part must not become a part of itself.
      if (JSON.stringify(other[name]).length < 5000) put(key, other[name]);
    }
  }
}
