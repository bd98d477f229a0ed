import { legacyIssuerUrl } from '../../../src/issuing/hosted-documents.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { type AttackedFixture, EVIL, TITLE } from '../attacked.ts';
import { makeJws, RSA_KEYS } from '../credential-signing.ts';
import { type FixturePages, json, ORIGIN } from '../fixtures/credentials.ts';
import type { SeededPick } from '../seeded-random.ts';
import { bakeLegacySvg, CLASS, ISSUER, KEY, pemOf, SITE } from './hosts.ts';

const LEGACY_VERSIONS = ['2.0', '1.1', '1.0', '0.5'] as const;

/** A badge of a version before 3.0 in the name of another. */
export async function legacyAttack(pick: SeededPick): Promise<AttackedFixture> {
  const version = pick(LEGACY_VERSIONS);
  const victim = pick([ISSUER, legacyIssuerUrl(ORIGIN)]);
  const policy = { allowedOrigins: ['evil.example'], startsWith: pick([undefined, `${EVIL}/`]) };
  const claim = () => pick<JsonObject>([{}, { verification: policy }]);
  const url = `${EVIL}/older`;
  const isSigned = pick([true, false]);
  const keyUrl = pick([`${EVIL}/keys/1`, KEY, `${SITE}/v1/key.pem`]);
  const issuer = pick<unknown>([
    victim,
    { id: victim, type: 'Issuer', name: 'Victime', url: SITE, origin: victim, publicKey: keyUrl, ...claim() },
    { id: `${EVIL}/a`, name: 'Victime', url: SITE, origin: new URL(victim).origin, ...claim() },
  ]);
  const first = { origin: pick([victim, new URL(victim).origin]), name: 'Victime', ...claim() };
  const ofClass = {
    type: 'BadgeClass',
    id: pick([undefined, `${EVIL}/class`]),
    name: TITLE,
    description: 'x',
    image: `${EVIL}/i.png`,
    criteria: { narrative: 'x' },
    issuer: version === '0.5' ? first : issuer,
    ...claim(),
  };
  const stated = isSigned
    ? { type: pick(['SignedBadge', 'signed']), creator: keyUrl, url: keyUrl }
    : { type: pick(['HostedBadge', 'hosted']), url };
  const contexts = {
    '2.0': 'https://w3id.org/openbadges/v2',
    '1.1': 'https://w3id.org/openbadges/v1',
  } as const;
  const assertion = JSON.parse(
    JSON.stringify({
      ...((version === '2.0' || version === '1.1') && {
        '@context': contexts[version],
        type: 'Assertion',
        id: url,
      }),
      uid: 'forged',
      recipient:
        version === '0.5'
          ? 'eve@evil.example'
          : { type: 'email', hashed: false, identity: 'eve@evil.example' },
      badge: version === '0.5' ? ofClass : pick<unknown>([ofClass, `${EVIL}/class`, CLASS]),
      ...(version !== '0.5' && {
        [version === '2.0' ? 'verification' : 'verify']: {
          ...stated,
          ...(claim()['verification'] as JsonObject),
        },
      }),
      [version === '0.5' ? 'issued_on' : 'issuedOn']: '2023-03-14T09:00:00Z',
    }),
  ) as JsonObject;
  const key = {
    '@context': contexts['2.0'],
    type: 'CryptographicKey',
    id: pick([keyUrl, KEY]),
    owner: victim,
    publicKeyPem: pemOf(RSA_KEYS.attacker),
  };
  const pages: FixturePages = {
    [url]: json(assertion),
    [`${EVIL}/class`]: json(JSON.parse(JSON.stringify(ofClass))),
    [`${EVIL}/a`]: json({
      type: 'Issuer',
      id: pick([`${EVIL}/a`, victim]),
      name: 'Victime',
      url: SITE,
      publicKey: [keyUrl, key],
      ...claim(),
    }),
    [`${EVIL}/keys/1`]: pick([
      json(key),
      { status: 200, contentType: 'text/plain', body: pemOf(RSA_KEYS.attacker) },
    ]),
  };
  const text = isSigned ? makeJws({ alg: 'RS256' }, assertion, RSA_KEYS.attacker) : JSON.stringify(assertion);
  const place = pick(['alone', 'link', 'svg'] as const);
  const served = {
    ...pages,
    [url]:
      isSigned && place === 'link' ? { status: 200, contentType: 'text/plain', body: text } : json(assertion),
  };
  const given = place === 'link' ? url : place === 'svg' ? bakeLegacySvg(url, isSigned ? '' : text) : text;
  return {
    bytes: new TextEncoder().encode(given),
    world: served,
    victim,
    place,
    form: `${version} ${isSigned ? 'signed' : 'hosted'}`,
  };
}
