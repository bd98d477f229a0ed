import type { JsonObject } from '../../../src/open-badges/parsing/json-value.ts';
import { DID, ORIGIN, V2 } from '../fixtures/credentials.ts';
import { badge, signed, statusEntry } from './badge.ts';
import { type CorpusCase, invalid, valid } from './case.ts';

/** A credential of the W3C data model alone, which is not a badge. It has no `validFrom`, because the model
 *  does not require one. */
function plain(changes: JsonObject = {}): JsonObject {
  return {
    '@context': [V2],
    id: `${ORIGIN}/attestations/1`,
    type: ['VerifiableCredential'],
    issuer: DID,
    credentialSubject: { id: 'urn:uuid:5c6ac6ee-2f5a-4d5f-9b0e-0d6d0b0b4a11' },
    ...changes,
  };
}

export async function plainCases(): Promise<readonly CorpusCase[]> {
  const validity = ['passed', 'ok'] as const;
  const undated = statusEntry({ statusListCredential: `${ORIGIN}/status/undated` });
  const digestSRI = 'sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=';
  return [
    valid(
      'plain',
      'a credential that is no badge need not say from when it is valid',
      await signed(plain()),
      {
        validity,
      },
    ),
    valid(
      'list-without-beginning',
      'nor need a status list',
      await signed(badge({ credentialStatus: undated })),
      { status: ['passed', 'ok'] },
    ),
    valid(
      'related-resource',
      'a related resource with its digest',
      await signed(plain({ relatedResource: [{ id: V2, digestSRI }] })),
    ),
  ];
}

/** Members that refer to something without giving its type or its address. */
export async function untypedCases(): Promise<readonly CorpusCase[]> {
  const of = async (name: string, why: string, changes: JsonObject) =>
    invalid(name, why, await signed(plain(changes)), {
      verdict: 'not-verifiable',
      step: 'schema',
      code: 'schema-mismatch',
    });
  const id = 'https://badges.example/1';
  const digestSRI = `sha256-${'A'.repeat(43)}=`;
  return [
    invalid('evidence-untyped', 'evidence without type', await signed(plain({ evidence: [{ id }] })), {
      verdict: 'departs',
      step: 'schema',
      code: 'departs',
    }),
    await of('refresh-untyped', 'a refresh service without type', { refreshService: { id } }),
    await of('terms-untyped', 'terms of use without type', { termsOfUse: { id } }),
    await of('schema-untyped', 'a schema without type', { credentialSchema: { id } }),
    await of('schema-without-id', 'a schema without address', { credentialSchema: { type: 'JsonSchema' } }),
    await of('related-without-id', 'a related resource without address', { relatedResource: { digestSRI } }),
    await of('related-without-digest', 'a related resource without digest', { relatedResource: { id } }),
    await of('related-twice', 'one resource named twice', {
      relatedResource: [
        { id, digestSRI },
        { id, digestSRI },
      ],
    }),
    await of('related-digest-wrong', 'another digest than that of the published context', {
      relatedResource: { id: V2, digestSRI },
    }),
  ];
}
