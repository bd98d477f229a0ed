import { legacyIssuerUrl } from '../../../src/issuing/hosted-documents.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { makeJws, RSA_KEYS } from '../credential-signing.ts';
import { type FixturePages, json, OB, ORIGIN, V2 } from '../fixtures/credentials.ts';
import {
  assertion,
  badgeClass,
  bakeLegacyPng,
  CLASS,
  ISSUER,
  jws,
  KEY,
  ONE_DOT_ZERO,
  OTHER,
  oneDotX,
  profile,
  SITE,
  signedAssertion,
} from '../legacy/hosts.ts';
import { type CorpusCase, type Expected, invalid } from './case.ts';
import { asBytes, asText, at, type LegacyCase } from './legacy.ts';

const ATTACKER = 'https://attacker.example/older';
const PILOT = 'Pilote d’un projet numérique';

const bad = (
  name: string,
  why: string,
  document: unknown,
  expected: Expected,
  pages: FixturePages = {},
): LegacyCase => ({
  one: invalid(`older-${name}`, why, document, expected),
  pages,
});
const confirmation = (code: Expected['code']): Expected => ({
  verdict: 'not-confirmed',
  step: 'proof',
  code,
});
const doubt = (code: Expected['code']): Expected => ({
  ...{ verdict: 'not-verifiable', step: 'proof', code },
  result: 'not-checked',
});
const signature = (code: Expected['code']): Expected => ({
  verdict: 'signature-not-valid',
  step: 'proof',
  code,
});
const form: Expected = { verdict: 'not-verifiable', step: 'schema', code: 'schema-mismatch' };

/** A badge that its site serves unchanged. */
function served(name: string, why: string, expected: Expected, changes: JsonObject): LegacyCase {
  const document = assertion(name, changes);
  return bad(name, why, document, expected, at(String(document['id']), document));
}

export function invalidLegacyCases(): readonly LegacyCase[] {
  return [
    ...hostingCases(),
    ...scopeCases(),
    ...policyCases(),
    ...firstVersionCases(),
    ...stateCases(),
    ...formCases(),
    ...signingCases(),
    ...listCases(),
  ];
}

function hostingCases(): readonly LegacyCase[] {
  const changed = assertion('changed', { issuedOn: '2013-03-14T09:00:00Z' });
  const moved = assertion('moved');
  const name = assertion('renamed', { badge: badgeClass({ name: 'Expert' }) });
  return [
    bad(
      'unreachable',
      'its site does not answer',
      assertion('unreachable', { id: 'https://gone.example/1' }),
      doubt('site-unreachable'),
    ),
    bad(
      'not-found',
      'its site serves nothing there',
      assertion('lost'),
      confirmation('not-served'),
      at(`${SITE}/assertions/lost`, json({}, 404)),
    ),
    bad('page', 'its site serves a page there', assertion('page'), confirmation('served-otherwise'), {
      [`${SITE}/assertions/page`]: { status: 200, contentType: 'text/html', body: '<!doctype html><p>' },
    }),
    bad(
      'changed-file',
      'an earlier date in the file',
      changed,
      confirmation('differs-from-served'),
      at(`${SITE}/assertions/changed`, assertion('changed')),
    ),
    bad(
      'changed-recipient',
      'another recipient in the file',
      assertion('recipient', {
        recipient: { type: 'email', hashed: false, identity: 'mallory@example.org' },
      }),
      confirmation('differs-from-served'),
      at(`${SITE}/assertions/recipient`, assertion('recipient')),
    ),
    bad(
      'longer-file',
      'an end that the site does not give',
      assertion('longer', { evidence: 'https://attacker.example' }),
      confirmation('differs-from-served'),
      at(`${SITE}/assertions/longer`, assertion('longer')),
    ),
    bad(
      'renamed',
      'another name of the class in the file',
      name,
      confirmation('differs-from-served'),
      at(`${SITE}/assertions/renamed`, assertion('renamed', { badge: badgeClass({ name: PILOT }) })),
    ),
    bad(
      'other-id-served',
      'the document at the address has another id',
      moved,
      confirmation('served-otherwise'),
      at(`${SITE}/assertions/moved`, assertion('other')),
    ),
    bad(
      'served-signed',
      'the site serves an assertion that should be signed',
      assertion('served-signed'),
      confirmation('served-otherwise'),
      at(
        `${SITE}/assertions/served-signed`,
        assertion('served-signed', { verification: { type: 'SignedBadge' } }),
      ),
    ),
    bad(
      'no-address',
      'an assertion whose id is no address',
      assertion('urn', { id: 'urn:uuid:1' }),
      doubt('no-address'),
    ),
    bad(
      'class-gone',
      'the class is not served any more',
      assertion('class-gone', { badge: `${SITE}/badges/gone` }),
      confirmation('not-served'),
      {
        ...at(`${SITE}/assertions/class-gone`, assertion('class-gone', { badge: `${SITE}/badges/gone` })),
        ...at(`${SITE}/badges/gone`, json({}, 404)),
      },
    ),
  ];
}

/** Cases in which an attacker's own site serves badges in the name of another. */
function scopeCases(): readonly LegacyCase[] {
  const outside = confirmation('outside-issuer');
  const policy = { type: 'VerificationObject', allowedOrigins: ['attacker.example', 'old.example'] };
  const own = profile({ verification: policy });
  const lookalike = 'https://old.example.attacker.example/assertions/1';
  return [
    served('on-another-site', 'served by a stranger, in the name of the issuer', outside, {
      id: 'https://attacker.example/1',
    }),
    served('own-policy', 'the badge brings a profile that allows the stranger', outside, {
      id: 'https://attacker.example/2',
      badge: badgeClass({ id: undefined, issuer: own }),
    }),
    served('lookalike-host', 'a host that begins as the issuer’s', outside, {
      id: lookalike,
      badge: `${SITE}/badges/prefix`,
    }),
    served('outside-beginning', 'on the site, but not where the issuer’s badges are', outside, {
      id: `${SITE}/uploads/1`,
      badge: `${SITE}/badges/starts`,
    }),
    served('climbing-path', 'a path that leaves its beginning', outside, {
      id: `${SITE}/assertions/../uploads/2`,
      badge: `${SITE}/badges/starts`,
    }),
    served('name-in-address', 'the issuer’s host as a user name', outside, {
      id: 'https://old.example@attacker.example/3',
    }),
    served('longer-part', 'a part of the address that only begins as the issuer’s', outside, {
      id: `${SITE}/assertions-of-others/1`,
      badge: `${SITE}/badges/part`,
    }),
    ...['..%252Fuploads/4', '..;/uploads/5', ';/..;x/uploads/6', '%252e%252e/uploads/7'].map((way, at) =>
      served(`climbing-path-${at + 2}`, 'a path that some servers read as one outside', outside, {
        id: `${SITE}/assertions/${way}`,
        badge: `${SITE}/badges/starts`,
      }),
    ),
    served('class-elsewhere', 'the class is served by a stranger', confirmation('class-outside-issuer'), {
      badge: `${OTHER}/badges/pilote`,
    }),
    served('no-issuer-address', 'an issuer without address', confirmation('served-otherwise'), {
      badge: badgeClass({ id: undefined, issuer: profile({ id: undefined }) }),
    }),
  ];
}

/** An attacker writes the policy of an issuer in each place that an attacker can write. */
function policyCases(): readonly LegacyCase[] {
  const verification = { type: 'hosted', allowedOrigins: ['attacker.example'], startsWith: ATTACKER };
  const outside = confirmation('outside-issuer');
  const issuer = profile({ verification });
  const forged = (version: string, place: string, document: JsonObject) =>
    bad(
      `policy-of-${place}-in-${version}`,
      `version ${version}: a policy that the ${place} brings`,
      document,
      outside,
      at(`${ATTACKER}/${version}/${place}`, document),
    );
  const of = (place: string): readonly LegacyCase[] => {
    const within = (version: string) => {
      const url = `${ATTACKER}/${version}/${place}`;
      const own = place === 'class' ? { verification } : {};
      const inside = place === 'issuer' ? issuer : ISSUER;
      const stated = { type: 'hosted', url, ...(place === 'assertion' && verification) };
      return { url, stated, badge: badgeClass({ id: undefined, issuer: inside, ...own }) };
    };
    const [one, eleven, two] = [within('1.0'), within('1.1'), within('2.0')];
    return [
      forged('1.0', place, oneDotX('policy', { ...ONE_DOT_ZERO, badge: one.badge, verify: one.stated })),
      forged('1.1', place, oneDotX('policy', { id: eleven.url, badge: eleven.badge, verify: eleven.stated })),
      forged('2.0', place, assertion('policy', { id: two.url, badge: two.badge, verification: two.stated })),
    ];
  };
  return ['assertion', 'class', 'issuer'].flatMap(of);
}

/** Badges of version 0.5, which say themselves which hosts answer for their issuer. */
function firstVersionCases(): readonly LegacyCase[] {
  const named: Expected = { verdict: 'not-verifiable', step: 'document', code: 'first-version' };
  const of = (origin: string, verification?: JsonObject): JsonObject => ({
    recipient: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
    salt: 'Kosher',
    issued_on: '2012-06-01',
    badge: {
      version: '0.5.0',
      name: 'Webmaker',
      image: '/badge.png',
      description: 'A fait une page.',
      criteria: '/criteria',
      issuer: { origin, name: 'Atelier', ...(verification && { verification }) },
    },
  });
  const allowing = { allowedOrigins: ['attacker.example'] };
  const honest = `${SITE}/assertions/first`;
  const forged = `${ATTACKER}/first`;
  const ours = `${ATTACKER}/first-of-ours`;
  const link = (name: string, why: string, url: string, document: JsonObject): LegacyCase => ({
    one: asText(invalid(`older-first-${name}`, why, null, named), url),
    pages: at(url, document),
  });
  return [
    link('by-link', 'version 0.5 by its address on the site of its issuer', honest, of(SITE)),
    link('forged', 'version 0.5 that lets the attacker answer for an issuer', forged, of(SITE, allowing)),
    link('of-ours', 'the same for this service', ours, of(legacyIssuerUrl(ORIGIN), allowing)),
    bad('first-file', 'version 0.5 as a file', of(SITE), named),
    bad('first-signed', 'version 0.5 as a JWS', jws(of(SITE), RSA_KEYS.attacker), named),
    {
      one: asBytes(
        invalid('older-first-png', 'version 0.5, its address baked', null, named),
        bakeLegacyPng(forged, 'tEXt'),
      ),
      pages: {},
    },
  ];
}

function stateCases(): readonly LegacyCase[] {
  const revoked: Expected = { verdict: 'revoked', step: 'status', code: 'revoked' };
  const gone = json({ id: `${SITE}/assertions/gone`, revoked: true, revocationReason: 'Erreur' }, 410);
  const outsider = assertion('410', { id: 'https://attacker.example/410' });
  return [
    bad('revoked', 'its site answers 410', assertion('gone'), revoked, at(`${SITE}/assertions/gone`, gone)),
    bad(
      'revoked-200',
      'its site says « revoked » and nothing else',
      assertion('bare'),
      revoked,
      at(`${SITE}/assertions/bare`, { id: `${SITE}/assertions/bare`, revoked: true }),
    ),
    served('revoked-inside', 'its site says so in the assertion', revoked, {
      revoked: true,
      revocationReason: 'Erreur',
    }),
    bad(
      'revoked-by-a-stranger',
      'a stranger’s 410 says nothing of the issuer',
      outsider,
      confirmation('outside-issuer'),
      at('https://attacker.example/410', json({ revoked: true }, 410)),
    ),
    served(
      'expired',
      'its end is past',
      { verdict: 'expired', step: 'validity', code: 'expired' },
      { expires: '2024-03-14T09:00:00Z' },
    ),
    served(
      'not-yet',
      'issued tomorrow',
      { verdict: 'not-yet-valid', step: 'validity', code: 'not-yet-valid' },
      { issuedOn: '2027-03-14T09:00:00Z' },
    ),
  ];
}

function formCases(): readonly LegacyCase[] {
  const mixed: Expected = { verdict: 'not-verifiable', step: 'document', code: 'mixed-versions' };
  const twice = JSON.stringify(assertion('twice')).replace(
    '"issuedOn"',
    '"expires":"2024-01-01T00:00:00Z","expires"',
  );
  const departs: Expected = { verdict: 'departs', step: 'schema', code: 'departs' };
  const several: Expected = {
    verdict: 'not-verifiable',
    step: 'document',
    code: 'several-credentials-in-image',
  };
  const text = JSON.stringify(assertion('hosted'));
  return [
    served('no-recipient', 'a recipient without identity', form, {
      recipient: { type: 'email', hashed: true },
    }),
    served('day-alone', 'version 2.0 asks for a date-time', form, { issuedOn: '2023-03-14' }),
    served('end-no-date', 'an end that is no date', form, { expires: 'jamais' }),
    served('untyped', 'version 2.0 asks for a type', form, { type: undefined }),
    served('class-without-name', 'a class without a name', form, { badge: `${SITE}/badges/nameless` }),
    served('departs', 'no description, no address of the issuer: only shown', departs, {
      badge: `${SITE}/badges/bare`,
    }),
    bad(
      'two-contexts',
      'the contexts of 2.0 and 3.0',
      assertion('two', { '@context': ['https://w3id.org/openbadges/v2', V2, OB] }),
      mixed,
    ),
    bad(
      'with-subject',
      'an assertion with the subject of 3.0',
      assertion('subject', { credentialSubject: { id: 'did:example:1' } }),
      mixed,
    ),
    bad(
      'with-proof',
      'an assertion with an embedded proof',
      assertion('proof', { proof: { type: 'DataIntegrityProof' } }),
      mixed,
    ),
    bad(
      'own-context',
      'a context of its own inside',
      assertion('own', { '@context': ['https://w3id.org/openbadges/v2', { expires: 'ex:never' }] }),
      mixed,
    ),
    {
      one: asText(
        invalid('older-twice', 'a member named twice', null, {
          verdict: 'not-verifiable',
          step: 'document',
          code: 'duplicate-member',
        }),
        twice,
      ),
      pages: {},
    },
    {
      one: asBytes(
        invalid('older-png-twice', 'two badges in one image', null, several),
        bakeLegacyPng(text, 'iTXt', 2),
      ),
      pages: {},
    },
  ];
}

function signingCases(): readonly LegacyCase[] {
  const of = (name: string, why: string, expected: Expected, document: unknown) =>
    bad(name, why, document, expected);
  const payload = (name: string, creator: string, badge = CLASS) =>
    signedAssertion(name, { verification: { type: 'SignedBadge', creator }, badge });
  const refused = signature('key-not-authorised');
  const [head, , tail] = jws(signedAssertion('tampered')).split('.');
  const other = Buffer.from(
    JSON.stringify(signedAssertion('tampered', { issuedOn: '2013-03-14T09:00:00Z' })),
  );
  const one = (name: string, url: string) =>
    oneDotX(name, { ...ONE_DOT_ZERO, verify: { type: 'signed', url } });
  return [
    of(
      'tampered',
      'another date than was signed',
      signature('bad-signature'),
      `${head}.${other.toString('base64url')}.${tail}`,
    ),
    of(
      'signed-by-a-stranger',
      'signed with another key than the one named',
      signature('bad-signature'),
      jws(signedAssertion('stranger'), RSA_KEYS.attacker),
    ),
    of(
      'key-elsewhere',
      'a key elsewhere that names the issuer as its owner',
      refused,
      jws(payload('elsewhere', `${OTHER}/keys/1`), RSA_KEYS.attacker),
    ),
    of(
      'key-unlisted',
      'the issuer lists no key',
      refused,
      jws(payload('unlisted', KEY, `${SITE}/badges/unlisted`)),
    ),
    of(
      'key-of-another',
      'a stranger lists the key of the issuer',
      refused,
      jws(payload('borrowed', KEY, `${OTHER}/badges/own`)),
    ),
    of(
      'key-borrowed',
      'an issuer of the same site lists the key of another',
      refused,
      jws(payload('borrowing', KEY, `${SITE}/badges/borrowing`)),
    ),
    of(
      'signed-class-elsewhere',
      'the class is served by a stranger',
      confirmation('class-outside-issuer'),
      jws(payload('class', KEY, `${OTHER}/badges/pilote`)),
    ),
    of(
      'one-key-elsewhere',
      'version 1.0, a key on another site',
      refused,
      jws(one('key-elsewhere', `${OTHER}/key.pem`), RSA_KEYS.attacker),
    ),
    of(
      'alg-none',
      'a JWS that says it is not signed',
      { verdict: 'not-verifiable', step: 'proof', code: 'no-proof' },
      jws(signedAssertion('none'), RSA_KEYS.active, { alg: 'none' }),
    ),
    of(
      'alg-hs256',
      'a public key as a shared secret',
      { verdict: 'not-verifiable', step: 'proof', code: 'unsupported-proof' },
      makeJws({ alg: 'HS256' }, signedAssertion('hs256')),
    ),
    of(
      'critical-header',
      'a header that must be understood',
      signature('bad-header'),
      jws(signedAssertion('crit'), RSA_KEYS.active, { alg: 'RS256', crit: ['b64'], b64: true }),
    ),
    of(
      'unsigned',
      'a signed assertion without its signature',
      { verdict: 'not-verifiable', step: 'proof', code: 'no-proof' },
      signedAssertion('unsigned'),
    ),
    of(
      'hosted-in-jws',
      'a JWS of an assertion that says it is hosted',
      form,
      jws(assertion('hosted-in-jws')),
    ),
  ];
}

function listCases(): readonly LegacyCase[] {
  const revoked: Expected = { verdict: 'revoked', step: 'status', code: 'revoked' };
  const of = (name: string, why: string, expected: Expected, changes: JsonObject): LegacyCase =>
    bad(name, why, jws(signedAssertion(name, changes)), expected);
  const by = (name: string): JsonObject => ({
    badge: `${SITE}/badges/${name}`,
    verification: { type: 'SignedBadge', creator: `${SITE}/keys/${name}` },
  });
  const listed = (code: Expected['code'], result: Expected['result'] = 'failed'): Expected => ({
    ...{ verdict: 'status-unreachable', step: 'status', code },
    result,
  });
  const verify = { type: 'signed', url: `${SITE}/v1/key.pem` };
  const earlier: CorpusCase = invalid(
    'older-one-revoked',
    'version 1.0, on the list by its uid',
    jws(oneDotX('revoked-one', { ...ONE_DOT_ZERO, verify })),
    revoked,
  );
  return [
    of('listed', 'on the list, as a text', revoked, { id: 'urn:uuid:revoked-as-text' }),
    of('listed-with-reason', 'on the list, with a reason', revoked, { id: 'urn:uuid:revoked-as-object' }),
    of('listed-by-uid', 'on the list, by its uid', revoked, { uid: 'revoked-by-uid' }),
    of('list-gone', 'the list does not answer', listed('status-unreachable', 'not-checked'), by('no-list')),
    of('list-huge', 'a list beyond the bounds', listed('status-list-invalid'), by('huge-list')),
    of('list-of-another', 'the list of another issuer', listed('status-list-invalid'), by('list-of-another')),
    { one: earlier, pages: {} },
  ];
}
