/** A separate process for another project's verifier, which keeps its caches, console and global fetch here.
 *  Incoming messages: a document to verify, or the answer to a fetch. Outgoing messages: a fetch, or a
 *  judgment. */
import { readFileSync } from 'node:fs';
import type { Judgment, ThirdPartyRequest, ThirdPartyResponse, ToChild, ToParent } from './verifiers.ts';

const MODULES = new URL('../../../tools/foreign-verifiers/node_modules/', import.meta.url);
const waiting = new Map<number, (response: ThirdPartyResponse) => void>();
let last = 0;

const send = (message: ToParent) => process.send?.(message);

/** The only network: the test answers every request. */
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const requested: ThirdPartyRequest = { url: request.url, headers: Object.fromEntries(request.headers) };
  last += 1;
  const id = last;
  const answer = await new Promise<ThirdPartyResponse>((resolve) => {
    waiting.set(id, resolve);
    send({ kind: 'fetch', id, request: requested });
  });
  if (answer.kind === 'unreachable') throw new TypeError('fetch failed');
  const response = new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': answer.contentType },
  });
  // DIDKit reads the response's address, which a response made by hand does not have.
  return Object.defineProperty(response, 'url', { value: request.url });
};

/** verifier-core gives one entry for each check, and none if the proof fails. */
async function loadDcc() {
  const url = new URL('@digitalcredentials/verifier-core/dist/index.js', MODULES);
  const { verifyCredential } = await import(url.href);
  return async (credential: object): Promise<Judgment> => {
    const result = await verifyCredential({
      credential: structuredClone(credential),
      knownDIDRegistries: [],
    });
    const checks = (result.log ?? []).filter(({ id }: { id: string }) => id !== 'registered_issuer');
    const faults = [
      ...(result.errors ?? []).map(
        ({ name, message }: { name: string; message: unknown }) => `${name}: ${message}`,
      ),
      ...checks
        .filter(({ valid }: { valid?: boolean }) => valid !== true)
        .map(
          ({ id, error }: { id: string; error?: { message: string } }) =>
            `${id}: ${error?.message ?? 'not valid'}`,
        ),
    ];
    const hasSignature = checks.some(({ id }: { id: string }) => id === 'valid_signature');
    const schema =
      result.additionalInformation?.flatMap(({ results }: { results: unknown }) => results) ?? [];
    return { verified: hasSignature && faults.length === 0, faults, details: { checks, schema } };
  };
}

/** DIDKit gives errors, warnings and the names of the checks it made. It has its own built-in contexts. */
async function loadDidkit() {
  const folder = new URL('@learncard/didkit-plugin/dist/', MODULES);
  const didkit = await import(new URL('didkit_wasm.js', folder).href);
  didkit.initSync({ module: readFileSync(new URL('didkit_wasm_bg.wasm', folder)) });
  return async (credential: object): Promise<Judgment> => {
    // If it must check a status, it calls a credential without one invalid.
    const checks = 'credentialStatus' in credential ? ['proof', 'credentialStatus'] : ['proof'];
    const options = JSON.stringify({ checks });
    try {
      const result = JSON.parse(await didkit.verifyCredential(JSON.stringify(credential), options, '{}'));
      const verified = result.errors.length === 0 && result.checks.includes('proof');
      return { verified, faults: result.errors, details: result };
    } catch (error) {
      return { verified: false, faults: [String(error)], details: {} };
    }
  };
}

// Both write many messages that are not part of a judgment.
for (const method of ['log', 'warn', 'error']) Reflect.set(console, method, () => undefined);

const loaded = process.argv[2] === 'dcc' ? loadDcc() : loadDidkit();

process.on('message', async (message: ToChild) => {
  if (message.kind === 'fetched') {
    waiting.get(message.id)?.(message.response);
    waiting.delete(message.id);
    return;
  }
  const verify = await loaded;
  send({ kind: 'judged', id: message.id, judgment: await verify(message.document) });
});
