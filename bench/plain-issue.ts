import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { makeDocumentLoader } from '../src/adapters/signing/document-loader.ts';
import { STATIC_CONTEXTS } from '../src/openbadges/contexts.ts';
import type { Cost } from './measure.ts';

/** The reference for issuing: the plain library signs one of our own badges, with contexts in memory and no
 *  database. `document` is a badge as the service gives it. Returns the cost of one signature. */
export async function measurePlainIssue(document: object, count: number): Promise<Cost> {
  const { proof: _, ...unsigned } = document as Record<string, unknown>;
  const controller = 'did:example:bench';
  const key = await Ed25519Multikey.generate({ id: `${controller}#key`, controller });
  const documentLoader = makeDocumentLoader(STATIC_CONTEXTS);
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let signed = 0; signed < count; signed += 1) {
    // Each credential has its own identifier, so that no two texts are the same.
    const credential = { ...structuredClone(unsigned), id: `urn:bench:${signed}` };
    const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite });
    await issue({ credential, suite, documentLoader });
  }
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000 / count, wallMs: (performance.now() - began) / count };
}
