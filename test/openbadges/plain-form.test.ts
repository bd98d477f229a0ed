import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { FIRST_CHOICE } from '../../src/domain/award/types.ts';
import { buildCredential } from '../../src/issuing/credential.ts';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { contextsFor, STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import { findNotPlain, PREFIXES } from '../../src/open-badges/parsing/compacted-form.ts';
import { isJsonObject, type JsonObject, listOf } from '../../src/open-badges/parsing/json-value.ts';
import { badge, endorsement, statusEntry, subject } from '../support/corpus/badge.ts';
import { validCases } from '../support/corpus/valid.ts';
import { makeInput, onlyCriteria } from './builders.ts';

interface Processor {
  expand(document: object, options: object): Promise<object>;
  compact(document: object, context: unknown, options: object): Promise<unknown>;
}
// The service uses neither of the two functions, so its own types leave them out.
const { expand, compact } = jsonld as unknown as Processor;

/** The document made again from its graph, with the terms of its own contexts. */
async function fromItsGraph(document: JsonObject): Promise<unknown> {
  const options = { documentLoader: makeDocumentLoader(contextsFor(document)), base: null };
  const expanded = await expand(document, { ...options, safe: true });
  return compact(expanded, document['@context'], options);
}

const BADGES_OF_A_RECORD = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#verifiableCredential';

/** Values that are equal in JSON-LD: an array of one is its item, a set has no order, `{ id }` is the id. */
function alike(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value
      .map(alike)
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    return items.length === 1 ? items[0] : items;
  }
  // Every context of Open Badges 3.0 has two names for this class, which are read alike wherever it matters.
  if (value === 'AchievementCredential') return 'OpenBadgeCredential';
  if (!isJsonObject(value)) return value;
  // Inner documents have the contexts of the outer one. The context of CLR 2.0 gives its term a type that
  // compaction does not choose it for, so the same property comes back by its address.
  const members = Object.entries(value)
    .filter(([name]) => name !== '@context')
    .map(([name, member]): [string, unknown] => [
      name === BADGES_OF_A_RECORD ? 'verifiableCredential' : name,
      member,
    ]);
  if (members.length === 1 && members[0]?.[0] === 'id') return members[0][1];
  return Object.fromEntries(members.map(([name, member]) => [name, alike(member)]).toSorted());
}

const guide = (name: string): JsonObject =>
  JSON.parse(readFileSync(new URL(`../vectors/openbadges-guide/${name}.json`, import.meta.url), 'utf8'));

const documents: readonly (readonly [string, JsonObject])[] = [
  ...(await validCases()).flatMap(({ name, input }): readonly (readonly [string, JsonObject])[] =>
    input.kind === 'document' && isJsonObject(input.document) && input.document['proof'] !== undefined
      ? [[name, input.document]]
      : [],
  ),
  ['the guide’s badge', guide('ob-signed')],
  ...(await Promise.all(
    onlyCriteria().achievements.map(async (definition): Promise<readonly [string, JsonObject]> => {
      const input = makeInput(definition, { choice: { ...FIRST_CHOICE, name: 'full', showSchools: true } });
      return [`our ${definition.code}`, await buildCredential(input)];
    }),
  )),
];

describe('plain form', () => {
  it.each(documents)(
    'is the form of our documents, which come back from their graph unchanged: %s',
    async (_, document) => {
      expect(findNotPlain(document)).toBeUndefined();
      const { proof: _proof, ...secured } = document;
      const context = document['@context'];
      const parts = [secured, ...listOf(document['proof']).filter(isJsonObject)];
      for (const part of parts) {
        const whole = { ...part, '@context': context };
        expect(alike(await fromItsGraph(whole))).toEqual(alike(whole));
      }
    },
  );

  it('is the form of the guide’s record of badges, although JSON-LD cannot compact to its context', () => {
    expect(findNotPlain(guide('clr-signed'))).toBeUndefined();
  });

  it('reports the place and the reason of a departure', () => {
    expect(findNotPlain(badge({ credentialSubject: subject({ '@nest': {} }) }))).toEqual({
      code: 'not-plain-form',
      reason: '/credentialSubject/@nest is a keyword of JSON-LD',
      params: { pointer: '/credentialSubject/@nest' },
    });
  });

  it('allows a text with its language, and nothing else that begins with @', () => {
    const named = (name: unknown) => findNotPlain(badge({ name }))?.reason;
    expect(named({ '@value': 'Badge', '@language': 'fr' })).toBeUndefined();
    expect(
      named([
        { '@value': 'Badge', '@language': 'fr' },
        { '@value': 'Badge', '@language': 'en' },
      ]),
    ).toBeUndefined();
    expect(named({ '@value': 'Badge' })).toContain('is no text with its language');
    expect(named({ '@value': 'Badge', '@type': 'x', '@language': 'fr' })).toContain('is no text');
  });

  it('allows a thing to be described twice where the nearest place has all of it', () => {
    const issuer = badge()['issuer'] as JsonObject;
    const { name: _, ...unnamed } = issuer;
    const by = (near: JsonObject, creator: JsonObject) => {
      const achievement = (subject()['achievement'] as JsonObject) ?? {};
      return badge({
        issuer: near,
        credentialSubject: subject({ achievement: { ...achievement, creator } }),
      });
    };
    expect(findNotPlain(by(issuer, issuer))).toBeUndefined();
    expect(findNotPlain(by(issuer, unnamed))).toBeUndefined();
    expect(findNotPlain(by(issuer, { ...issuer, email: 'dane@example.org' }))).toBeUndefined();
    expect(findNotPlain(by(unnamed, issuer))?.reason).toContain('differ in name');
  });

  it('allows the texts of a subject, its criteria and its evidence only if the standard has them', () => {
    const narrative = 'Ce que dit le projet.';
    expect(findNotPlain(badge({ credentialSubject: subject({ narrative }) }))).toBeUndefined();
    expect(findNotPlain(badge({ narrative }))?.reason).toContain('stands in the document');
  });

  it('has the same rules for inner documents', () => {
    const inside = endorsement({ '@nest': { credentialStatus: statusEntry() } });
    expect(findNotPlain(badge({ endorsement: [inside] }))?.params).toEqual({
      pointer: '/endorsement/0/@nest',
    });
    expect(findNotPlain(badge({ evidence: [endorsement()] }))?.reason).toContain(
      'is a credential where none',
    );
    const { '@context': _, ...bare } = endorsement();
    expect(findNotPlain(badge({ endorsement: [bare] }))?.reason).toContain(
      'is a credential without contexts',
    );
  });

  it('takes time only in proportion to the length of the document', () => {
    const twins = Array.from({ length: 6000 }, () => ({ id: 'urn:uuid:1', type: 'Related' }));
    const count = { reads: 0 };
    const counted = new Proxy(twins, {
      get: (target, key) => {
        count.reads += 1;
        return Reflect.get(target, key);
      },
    });
    findNotPlain(badge({ related: counted }));
    expect(count.reads).toBeLessThan(6000 * 10);
  });
});

describe('the contexts that we hold', () => {
  it('define no second name for a member that is read, except a class’s for a property', () => {
    const names = new Map<string, Set<string>>();
    const visit = (context: unknown): void => {
      if (Array.isArray(context)) for (const one of context) visit(one);
      if (!isJsonObject(context)) return;
      for (const [term, definition] of Object.entries(context)) {
        const iri = isJsonObject(definition) ? definition['@id'] : definition;
        if (!term.startsWith('@') && typeof iri === 'string')
          names.set(iri, (names.get(iri) ?? new Set()).add(term));
        if (isJsonObject(definition)) visit(definition['@context']);
      }
    };
    for (const document of STATIC_CONTEXTS.values()) visit(Reflect.get(document, '@context'));
    const doubled = [...names].filter(
      ([, terms]) => [...terms].filter((term) => /^[^A-Z0-9]/.test(term)).length > 1,
    );
    // A name from the drafts of Open Badges 3.0, and the later one. Neither is read here.
    expect(doubled).toEqual([['https://schema.org/keywords', new Set(['tags', 'tag'])]]);
    expect([names.get('@id'), names.get('@type')]).toEqual([new Set(['id']), new Set(['type'])]);
  });

  it('have few prefixes, and no value may begin with any of them', () => {
    expect(prefixesOf([...STATIC_CONTEXTS.values()])).toEqual(PREFIXES);
    for (const id of [...[...PREFIXES].map((prefix) => `${prefix}:x`), '_:b0']) {
      expect(findNotPlain(badge({ credentialSubject: subject({ id }) }))?.code).toBe('not-plain-form');
    }
  });
});

describe('the cost of the check', () => {
  const BOUND_MS = 1000;
  const costOf = (issuer: unknown): number => {
    const document = badge({ issuer });
    const begun = performance.now();
    findNotPlain(document);
    return performance.now() - begun;
  };
  const profile = (members: JsonObject): JsonObject => ({
    id: 'urn:x',
    type: ['Profile'],
    name: 'x',
    ...members,
  });

  it('stays that of one reading where a thing is described again inside itself, at any depth', () => {
    const words = Array.from({ length: 18_000 }, (_, at) => `${(at * 7919) % 18_000}${'z'.repeat(40)}`);
    const nested = Array.from({ length: 58 }).reduce<JsonObject>(
      (inner) => profile({ parentOrg: inner }),
      profile({ words }),
    );
    expect(costOf(nested)).toBeLessThan(BOUND_MS);
  });

  it('stays so where a thing with thousands of types and members is described thousands of times', () => {
    const types = Array.from({ length: 5000 }, (_, at) => `T${at}`);
    const members = Object.fromEntries(types.map((type) => [type.toLowerCase(), 1]));
    const wide = profile({ ...members, type: [...types, 'Profile'] });
    const again = Array.from({ length: 2400 }, () => profile({}));
    expect(costOf([wide, ...again])).toBeLessThan(BOUND_MS);
  });
});

/** The names that JSON-LD contexts, including scoped ones, allow as a prefix of an IRI: `sec:x` then equals
 *  `https://w3id.org/security#x` (JSON-LD 1.1 §4.1.5, "Compact IRIs"). */
function prefixesOf(documents: readonly object[]): ReadonlySet<string> {
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
