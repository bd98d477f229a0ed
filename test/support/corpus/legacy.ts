import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { type FixturePages, json, type Page } from '../fixtures/credentials.ts';
import {
  assertion,
  badgeClass,
  bakeLegacyPng,
  bakeLegacySvg,
  jws,
  ONE_DOT_ZERO,
  OTHER,
  oneDotX,
  profile,
  SITE,
  signedAssertion,
} from '../legacy/hosts.ts';
import { type CorpusCase, valid } from './case.ts';

/** A case, with the pages that the sites serve only for it. */
export interface LegacyCase {
  readonly one: CorpusCase;
  readonly pages: FixturePages;
}

const HOSTED: CorpusCase['steps'] = { proof: ['passed', 'hosted'], issuer: ['passed', 'issuer-site'] };
const SIGNED: CorpusCase['steps'] = { proof: ['passed', 'ok'], issuer: ['passed', 'issuer-unknown'] };

function good(name: string, why: string, document: unknown, steps: CorpusCase['steps'] = HOSTED): CorpusCase {
  return { ...valid(`older-${name}`, why, document, steps), verdict: 'valid-older' };
}

export const asText = (one: CorpusCase, text: string): CorpusCase => ({
  ...one,
  input: { kind: 'text', text },
});
export const asBytes = (one: CorpusCase, bytes: Uint8Array): CorpusCase => ({
  ...one,
  input: { kind: 'base64', base64: Buffer.from(bytes).toString('base64') },
});
export const at = (url: string, page: Page | JsonObject): FixturePages => ({
  [url]: isPage(page) ? page : json(page),
});

function isPage(page: Page | JsonObject): page is Page {
  return typeof page['body'] === 'string' && typeof page['status'] === 'number';
}

/** A badge of version 2.0 that its site serves unchanged. */
function hosted(name: string, why: string, changes: JsonObject = {}): LegacyCase {
  const document = assertion(name, changes);
  return { one: good(name, why, document), pages: at(`${SITE}/assertions/${name}`, document) };
}

export function validLegacyCases(): readonly LegacyCase[] {
  return [...hostedCases(), ...signedCases(), ...earlierCases(), ...bakedCases()];
}

function hostedCases(): readonly LegacyCase[] {
  const elsewhere = assertion('elsewhere', {
    id: `${OTHER}/assertions/elsewhere`,
    badge: `${SITE}/badges/origins`,
  });
  const embedded = assertion('embedded', { badge: badgeClass({ id: undefined, issuer: profile() }) });
  const served = assertion('reference', { badge: badgeClass(), narrative: 'Dit aussi par le site' });
  const http = assertion('http', { id: 'http://old.example/assertions/http' });
  return [
    hosted('hosted', 'Open Badges 2.0, served by its issuer'),
    hosted('hosted-with-evidence', 'evidence, narrative, an end to come', {
      evidence: [{ id: `${SITE}/evidence/1`, narrative: 'Le projet' }, `${SITE}/evidence/2`],
      narrative: 'Un projet de deux ans.',
      expires: '2031-03-14T09:00:00Z',
    }),
    hosted('hosted-short-type', 'the type written « hosted »', { verification: { type: 'hosted' } }),
    hosted('hosted-starts-with', 'an issuer that names the beginnings of its addresses', {
      badge: `${SITE}/badges/starts`,
    }),
    hosted('hosted-starts-with-part', 'an issuer that names whole parts of its addresses', {
      badge: `${SITE}/badges/part`,
    }),
    {
      one: good('hosted-allowed-origin', 'an issuer that names another host as its own', elsewhere),
      pages: at(`${OTHER}/assertions/elsewhere`, elsewhere),
    },
    {
      one: good('hosted-embedded', 'class and issuer inside; the issuer is asked all the same', embedded),
      pages: at(`${SITE}/assertions/embedded`, embedded),
    },
    {
      one: good('hosted-says-more', 'the site says more than the file', assertion('reference')),
      pages: at(`${SITE}/assertions/reference`, served),
    },
    {
      one: good('hosted-by-http', 'an address with http is asked for by https', http),
      pages: at(`${SITE}/assertions/http`, http),
    },
    {
      one: asText(good('hosted-link', 'the address of the assertion', null), `${SITE}/assertions/hosted`),
      pages: {},
    },
  ];
}

function signedCases(): readonly LegacyCase[] {
  const of = (name: string, why: string, payload: JsonObject) => ({
    one: good(name, why, jws(payload), SIGNED),
    pages: {},
  });
  const inside = { type: 'SignedBadge', creator: `${SITE}/issuers/inside#key` };
  return [
    of('signed', 'a JWS with RS256, by the key that the issuer lists', signedAssertion('signed')),
    of(
      'signed-key-inside',
      'the key stands in the profile',
      signedAssertion('inside', { verification: inside, badge: `${SITE}/badges/inside` }),
    ),
    of(
      'signed-without-creator',
      'no key named: the only one of the issuer',
      signedAssertion('only', { verification: { type: 'SignedBadge' } }),
    ),
    of(
      'signed-one',
      'version 1.1, the key at an address of the issuer',
      oneDotX('signed-one', { verify: { type: 'signed', url: `${SITE}/v1/key.pem` } }),
    ),
  ];
}

function earlierCases(): readonly LegacyCase[] {
  const eleven = oneDotX('eleven');
  const ten = oneDotX('ten', { ...ONE_DOT_ZERO, issuedOn: '2014-03-18' });
  return [
    {
      one: good('one-one', 'version 1.1, with seconds since 1970', eleven),
      pages: at(`${SITE}/assertions/eleven`, eleven),
    },
    {
      one: good('one-zero', 'version 1.0: no context, a day', ten),
      pages: at(`${SITE}/assertions/ten`, ten),
    },
  ];
}

function bakedCases(): readonly LegacyCase[] {
  const document = JSON.stringify(assertion('hosted'));
  const signed = jws(signedAssertion('signed'));
  const url = `${SITE}/assertions/hosted`;
  const ofSigned = (name: string, why: string) => good(name, why, null, SIGNED);
  const cases: readonly CorpusCase[] = [
    asBytes(good('png', 'baked into an iTXt chunk', null), bakeLegacyPng(document)),
    asBytes(good('png-text-chunk', 'baked into a tEXt chunk', null), bakeLegacyPng(document, 'tEXt')),
    asBytes(good('png-address', 'the address alone, baked', null), bakeLegacyPng(url, 'tEXt')),
    asBytes(ofSigned('png-signed', 'a JWS, baked'), bakeLegacyPng(signed)),
    asText(good('svg', 'baked into an SVG, with its address', null), bakeLegacySvg(url, document)),
    asText(good('svg-address', 'the address alone in an SVG', null), bakeLegacySvg(url)),
    asText(ofSigned('svg-signed', 'a JWS in an SVG'), bakeLegacySvg(signed)),
  ];
  return cases.map((one) => ({ one, pages: {} }));
}
