import { workerPrimitives } from '../../src/adapters/signing/worker-primitives.worker.ts';
import { chooseCanonicalizer } from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { ORIGIN } from '../../test/support/fixtures/credentials.ts';
import { makeTestSigner } from '../../test/support/test-signer.ts';
import { openPlainTestSuite } from '../baselines/open-plain-test-suite.ts';
import { anotherBadge } from '../fixtures/another-badge.ts';

/** `POST /ours?count=N` and `POST /plain?count=N` sign N badges like the one in the body, both in the same
 *  workerd. The answer is the last proof. */
export default {
  async fetch(request: Request): Promise<Response> {
    if (request.method === 'GET') return new Response('ready');
    const { pathname, searchParams } = new URL(request.url);
    const unsigned = (await request.json()) as JsonObject;
    const sign = pathname === '/ours' ? await openOurs() : await openPlain(String(unsigned['validFrom']));
    let last: unknown;
    for (let signed = 0; signed < Number(searchParams.get('count')); signed += 1) {
      last = await sign(anotherBadge(unsigned));
    }
    return Response.json(last);
  },
};

async function openOurs() {
  const road = chooseCanonicalizer({ primitives: workerPrimitives });
  const signer = await makeTestSigner(ORIGIN, { road, primitives: workerPrimitives });
  return async (badge: JsonObject) => (await signer.signDocument(badge)).document['proof'];
}

async function openPlain(created: string) {
  const plain = await openPlainTestSuite();
  return async (badge: JsonObject) => (await plain.sign(badge, created))['proof'];
}
