import { bakeSvg } from '../../../src/open-badges/baking/bake-svg.ts';
import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import type { StepCode } from '../../../src/open-badges/verification/report.ts';
import { DID, LIST, ORIGIN } from '../fixtures/credentials.ts';
import { achievement, badge, jwt, signed, statusEntry, subject } from './badge.ts';
import { type CorpusCase, type Expected, invalid } from './case.ts';
import { PNG, SVG, SVG_DTD, SVG_PUBLIC_ID } from './valid.ts';

const schemaError = (code: StepCode = 'schema-mismatch'): Expected => ({
  verdict: 'not-verifiable',
  step: 'schema',
  code,
});
const documentError = (code: StepCode): Expected => ({ verdict: 'not-verifiable', step: 'document', code });

const DEFINITIONS = documentError('image-with-definitions');

export async function documentCases(): Promise<readonly CorpusCase[]> {
  const json = JSON.stringify(await signed(badge()));
  const twice = bakeSvg(SVG, json).replace(
    '<circle',
    `<openbadges:credential><![CDATA[${json}]]></openbadges:credential><circle`,
  );
  const svg = bakeSvg(SVG, json);
  const text = (given: string) => ({ input: { kind: 'text', text: given } as const });
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
  const presentation = {
    '@context': [badge()['@context']],
    type: ['VerifiablePresentation'],
    verifiableCredential: [],
  };
  return [
    { ...invalid('not-json', 'a sentence', null, documentError('not-json')), ...text('Ceci est un badge.') },
    {
      ...invalid('cut-short', 'half of the JSON', null, documentError('not-json')),
      ...text(json.slice(0, 900)),
    },
    {
      ...invalid('html-page', 'the page in place of the badge', null, documentError('web-page')),
      ...text('<!doctype html><p>'),
    },
    {
      ...invalid('xml-not-svg', 'another kind of XML', null, documentError('not-a-drawing')),
      ...text('<?xml version="1.0"?><rss version="2.0"></rss>'),
    },
    {
      ...invalid('svg-with-entities', 'entities in an internal subset', null, DEFINITIONS),
      ...text(`<!DOCTYPE svg [<!ENTITY badge SYSTEM "file:///etc/hostname">]>${svg}`),
    },
    {
      ...invalid('svg-with-empty-subset', 'an internal subset that declares nothing', null, DEFINITIONS),
      ...text(`<!DOCTYPE svg PUBLIC "${SVG_PUBLIC_ID}" "${SVG_DTD}" []>${svg}`),
    },
    {
      ...invalid('svg-with-late-doctype', 'a document type after the root begins', null, DEFINITIONS),
      ...text(svg.replace('<circle', `<!DOCTYPE svg PUBLIC "${SVG_PUBLIC_ID}" "${SVG_DTD}"><circle`)),
    },
    {
      ...invalid('svg-cut-short', 'half of the drawing', null, documentError('damaged-image')),
      ...text(svg.slice(0, 900)),
    },
    {
      ...invalid('png-cut-short', 'half of the image', null, documentError('damaged-image')),
      input: { kind: 'base64', base64: PNG.subarray(0, 50).toString('base64') },
    },
    {
      ...invalid('too-deep', 'nested two hundred times', null, documentError('too-deep')),
      ...text(`{"a":${deep}}`),
    },
    {
      ...invalid('png-without-badge', 'an ordinary image', null, documentError('no-credential-in-image')),
      input: { kind: 'base64', base64: PNG.toString('base64') },
    },
    {
      ...invalid(
        'svg-with-two-badges',
        'two credentials in one drawing',
        null,
        documentError('several-credentials-in-image'),
      ),
      ...text(twice),
    },
    invalid(
      'presentation',
      'a presentation is not a credential',
      presentation,
      documentError('not-a-credential'),
    ),
    invalid(
      'type-missing',
      'no VerifiableCredential type',
      { ...badge(), type: ['OpenBadgeCredential'] },
      documentError('not-a-credential'),
    ),
    invalid(
      'context-order',
      'the badge context comes first',
      { ...badge(), '@context': (badge()['@context'] as string[]).toReversed() },
      documentError('not-a-credential'),
    ),
    invalid(
      'envelope-of-other-type',
      'an envelope of another media type',
      {
        '@context': badge()['@context'],
        type: 'EnvelopedVerifiableCredential',
        id: `data:application/jwt,${jwt(badge())}`,
      },
      documentError('not-a-credential'),
    ),
  ];
}

/** Their signatures are valid, so that only the form is at fault. */
export async function schemaCases(): Promise<readonly CorpusCase[]> {
  const of = async (name: string, why: string, changes: JsonObject, code: StepCode = 'schema-mismatch') =>
    invalid(name, why, await signed(badge(changes)), schemaError(code));
  const departing = async (name: string, why: string, changes: JsonObject, code: StepCode = 'departs') =>
    invalid(name, why, await signed(badge(changes)), { ...schemaError(code), verdict: 'departs' });
  const withAchievement = (changes: JsonObject) => ({
    credentialSubject: subject({ achievement: achievement(changes) }),
  });
  const unknownContext = [...(badge()['@context'] as string[]), 'https://unknown.example/context.json'];
  return [
    await departing(
      'no-recipient',
      'neither id nor identifier',
      { credentialSubject: subject({ id: undefined, identifier: undefined }) },
      'no-recipient',
    ),
    await departing(
      'no-criteria',
      'criteria that say nothing',
      withAchievement({ criteria: { type: 'Criteria' } }),
      'no-criteria',
    ),
    await departing(
      'image-as-text',
      'an image must be an object',
      withAchievement({ image: `${ORIGIN}/image.png` }),
    ),
    await departing(
      'achievement-type-unknown',
      'a type outside the list, without ext:',
      withAchievement({ achievementType: 'Reconnaissance' }),
    ),
    await of('achievement-missing', 'no achievement', {
      credentialSubject: subject({ achievement: undefined }),
    }),
    await departing('issuer-image-as-text', 'the image of the issuer is an address', {
      issuer: { ...(badge()['issuer'] as JsonObject), image: `${ORIGIN}/logo.png` },
    }),
    await departing('several-departures', 'several things that are only shown', {
      ...withAchievement({ description: undefined, image: `${ORIGIN}/image.png` }),
      evidence: [],
    }),
    await departing('two-statuses', 'two statuses, which are both looked at', {
      credentialStatus: [statusEntry(), statusEntry({ id: `${LIST}#43`, statusListIndex: '43' })],
    }),
    invalid(
      'departing-and-revoked',
      'a revocation counts for more than a departure',
      await signed(
        badge({
          ...withAchievement({ image: `${ORIGIN}/image.png` }),
          credentialStatus: statusEntry({ statusListIndex: '7' }),
        }),
      ),
      { verdict: 'revoked', step: 'status', code: 'revoked' },
    ),
    invalid(
      'departing-and-tampered',
      'a departure does not excuse a change',
      { ...(await signed(badge(withAchievement({ image: `${ORIGIN}/image.png` })))), name: 'Palmes' },
      { verdict: 'signature-not-valid', step: 'proof', code: 'bad-signature' },
    ),
    await of('id-missing', 'no identifier, by which it could be revoked', { id: undefined }),
    invalid(
      'issuer-without-id',
      'an issuer that nobody can find',
      await signed(badge({ issuer: { type: ['Profile'], name: 'DANE de Dijon' } })),
      { ...schemaError(), verdict: 'signature-not-valid' },
    ),
    await of('two-subjects', 'two people at once', {
      credentialSubject: [subject(), subject({ id: 'urn:uuid:2' })],
    }),
    await departing('description-missing', 'no description', withAchievement({ description: undefined })),
    await departing('issuer-untyped', 'an issuer that is no Profile', {
      issuer: { id: DID, name: 'DANE de Dijon' },
    }),
    await of(
      'date-without-zone',
      'an awarded date without zone',
      { awardedDate: '2026-07-10T08:00:00' },
      'schema-mismatch',
    ),
    invalid(
      'unknown-context',
      'a vocabulary that nobody here has read',
      { ...(await signed(badge())), '@context': unknownContext },
      {
        ...schemaError('unknown-context'),
      },
    ),
  ];
}
