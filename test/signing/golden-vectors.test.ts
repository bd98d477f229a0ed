import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProofByReference } from '../../src/adapters/signing/reference-proof.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { canonicalise } from '../../src/open-badges/canonicalization/canonical-form.ts';
import { portableCanonicalizer } from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import type { NQuads } from '../../src/open-badges/canonicalization/serialise-dataset.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import {
  createProof,
  type ProofTools,
  verifyGraphProof,
} from '../../src/open-badges/proofs/data-integrity.ts';
import { openKey } from '../../src/open-badges/proofs/open-key.ts';
import { importEd25519Key, portablePrimitives } from '../../src/open-badges/proofs/primitives.ts';

/** The key that the Open Badges implementation guide prints, with its private half. */
const GUIDE_KEY = {
  '@context': 'https://w3id.org/security/multikey/v1',
  id: 'https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  type: 'Multikey',
  controller: 'https://example.edu/issuers/565049',
  publicKeyMultibase: 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  secretKeyMultibase:
    'zrv2bqTbNwCTsRrHFcJCPjVAduh4Ezcnoq1A3ZxH1GWTNkxipLVuaAoMFmze2gFN9oNXfJjufxSHWVZzsJiUsMHFMcx',
};
const FOLDER = 'test/vectors/openbadges-guide';
const readText = (path: string) => readFileSync(`${FOLDER}/${path}`, 'utf8');

interface Vector {
  readonly document: JsonObject;
  readonly proof: JsonObject;
}

function readVector(file: string): Vector {
  const { proof, ...document } = JSON.parse(readText(file));
  return { document, proof: Array.isArray(proof) ? proof[0] : proof };
}

const TOOLS: ProofTools = { canonicalise: portableCanonicalizer.own, primitives: portablePrimitives };

/** The canonical form by compiled contexts, which must equal the library's. */
async function nquadsOf(document: JsonObject): Promise<NQuads> {
  const form = await portableCanonicalizer.compiled(document);
  if (form.kind !== 'canonical') throw new Error(form.reason);
  const byLibrary = await canonicalise(document);
  expect(byLibrary).toEqual({ ...form, nquads: [form.nquads.join('')] });
  return form.nquads;
}

const toBase64Url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

describe.each([
  ['Open Badges 3.0', 'ob-signed.json', 'obv3p0', '87f65a76'],
  ['CLR 2.0', 'clr-signed.json', 'clrv2p0', '768d7015'],
])('the signed example of the %s guide', (_standard, file, canonical, hash) => {
  const { document, proof } = readVector(file);
  let nquads: NQuads = [];
  beforeAll(async () => {
    nquads = await nquadsOf(document);
  });

  it('has the published canonical form, byte for byte', () => {
    expect(nquads.join('')).toBe(readText(`${canonical}/document-canon.txt`));
    expect(createHash('sha256').update(nquads.join('')).digest('hex')).toMatch(new RegExp(`^${hash}`));
  });

  it('has the published canonical proof options, byte for byte', async () => {
    const { proofValue: _, ...options } = proof;
    const form = await nquadsOf({ ...options, '@context': document['@context'] });
    expect(form.join('')).toBe(readText(`${canonical}/proof-canon.txt`));
  });

  it('gets the published proof value when the published key signs it', async () => {
    const key = await Ed25519Multikey.from(GUIDE_KEY);
    const { publicKey, secretKey } = await key.export({ publicKey: true, secretKey: true, raw: true });
    const jwk = {
      kty: 'OKP',
      crv: 'Ed25519',
      x: toBase64Url(publicKey),
      d: toBase64Url(secretKey.slice(0, 32)),
    };
    const { sign } = await importEd25519Key('guide', jwk);
    const created = '2010-01-01T19:23:24Z' as Instant;
    const request = { document, verificationMethod: GUIDE_KEY.id, created, sign };
    expect(await createProof(request, nquads, TOOLS)).toEqual(proof);
    expect(await createProofByReference(request)).toEqual(proof);
  });

  it('verifies with the published public key, and with no other value, key or document', async () => {
    const key = await Ed25519Multikey.from(GUIDE_KEY);
    const { publicKey: raw } = await key.export({ publicKey: true, raw: true });
    const open = (bytes: Uint8Array) =>
      openKey({ curve: 'Ed25519', bytes: new Uint8Array(bytes) }, portablePrimitives);
    const { canonicalise: canonicaliseOptions } = TOOLS;
    const signed = { secured: document, nquads, proof, key: await open(raw) };
    expect(await verifyGraphProof(signed, canonicaliseOptions)).toBe(true);
    const later = { ...proof, created: '2010-01-01T19:23:25Z' };
    const other = await open(raw.map((byte, at) => (at === 0 ? byte ^ 1 : byte)));
    for (const changes of [{ nquads: [...nquads, '\n'] }, { proof: later }, { key: other }]) {
      expect(await verifyGraphProof({ ...signed, ...changes }, canonicaliseOptions)).toBe(false);
    }
  });
});
