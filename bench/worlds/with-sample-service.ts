import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseKeyFile } from '../../src/adapters/signing/key-file.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../../test/support/service.ts';
import { openPlainSuite, type PlainKey, type PlainSuite } from '../plain/plain-suite.ts';

/** A whole service as on Node, but without a socket, and the plain library with the service's own key. */
export interface SampleService {
  readonly service: TestService;
  readonly plain: PlainSuite;
  /** A badge made by the service, with name and school, without its proof. */
  readonly unsigned: JsonObject;
  readonly png: Uint8Array;
}

/** Opens a sample service, does the work with it, and removes it. */
export async function withSampleService<Result>(
  work: (sample: SampleService) => Promise<Result>,
): Promise<Result> {
  const service = await startTestService();
  try {
    await service.importText(ONE_RUPN);
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    // A badge is shown only after its holder has accepted it.
    await service.services.acceptAll({ visibility: 'public', name: 'full', actor: 'bench' }).next();
    const { proof: _, ...unsigned } = await readObject(service, `${badge.path}.json`);
    const png = new Uint8Array(await (await service.get(`${badge.path}.png`)).arrayBuffer());
    return await work({ service, plain: await openPlain(service), unsigned, png });
  } finally {
    await service.stop();
  }
}

async function readObject(service: TestService, path: string): Promise<JsonObject> {
  return (await (await service.get(path)).json()) as JsonObject;
}

async function openPlain(service: TestService): Promise<PlainSuite> {
  const controller = await readObject(service, '/.well-known/did.json');
  return openPlainSuite(
    await readKey(service.environment['KEYS_DIR'] ?? '', String(controller['id'])),
    controller,
  );
}

/** The service's own Ed25519 key. Outside of production its file is not encrypted. */
async function readKey(folder: string, controller: string): Promise<PlainKey> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue;
    const { record, privateKey } = parseKeyFile(await readFile(join(folder, name), 'utf8'), name);
    if (record.algorithm !== 'Ed25519' || privateKey === undefined || !('jwk' in privateKey)) continue;
    const { kid, publicKeyMultibase = '' } = record;
    const seed = Buffer.from(String(privateKey.jwk['d']), 'base64url');
    return { id: `${controller}#${kid}`, controller, publicKeyMultibase, seed };
  }
  throw new Error('the service has no readable Ed25519 key');
}
