import { type ChildProcess, fork } from 'node:child_process';
import { createPublicKey, verify as nodeVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../../src/domain/time/calendar.ts';

/** Verifiers of other projects, each in a separate process, with a network that the caller answers. */
export interface ThirdPartyRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}
export type ThirdPartyResponse =
  | { readonly kind: 'answer'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'unreachable' };
/** Answers a request of the verifier; `undefined` means that the host does not exist. */
export type FetchLike = (request: ThirdPartyRequest) => Promise<Response | undefined> | Response | undefined;

export interface Judgment {
  readonly verified: boolean;
  /** The faults that it found, in its own words. */
  readonly faults: readonly string[];
  /** Its whole answer. */
  readonly details: unknown;
}

export type ToChild =
  | { readonly kind: 'verify'; readonly id: number; readonly document: object }
  | { readonly kind: 'fetched'; readonly id: number; readonly response: ThirdPartyResponse };
export type ToParent =
  | { readonly kind: 'fetch'; readonly id: number; readonly request: ThirdPartyRequest }
  | { readonly kind: 'judged'; readonly id: number; readonly judgment: Judgment };

export interface ThirdPartyVerifier {
  verify(document: object): Promise<Judgment>;
  close(): void;
}

const MOVED_CLOCK = new URL('../../../tools/moved-clock.mjs', import.meta.url).href;
const CHILD = fileURLToPath(new URL('verifier-child.ts', import.meta.url));
const SCHEMAS: Readonly<Record<string, string>> = {
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json':
    'achievementcredential.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json':
    'endorsementcredential.json',
};

/** Starts a verifier and keeps it running. DCC's verifier-core caches DID documents, so changed keys need a
 *  new one. Its clock stands at `at`, like that of the test's own signer and verifier; without `at` it
 *  follows the machine's. */
export function openThirdPartyVerifier(
  name: 'dcc' | 'didkit',
  fetchLike: FetchLike,
  at?: Instant,
): ThirdPartyVerifier {
  const child = fork(CHILD, [name], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...(at && { execArgv: ['--import', MOVED_CLOCK], env: { ...process.env, JALON_CLOCK: at } }),
  });
  const waiting = new Map<number, PromiseWithResolvers<Judgment>>();
  let last = 0;
  let stated = '';
  let ended: Error | undefined;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stated += text;
  });
  child.on('message', async (message: ToParent) => {
    if (message.kind === 'fetch') {
      const response = await answer(message.request, fetchLike);
      sendToChild(child, { kind: 'fetched', id: message.id, response });
    } else {
      waiting.get(message.id)?.resolve(message.judgment);
      waiting.delete(message.id);
    }
  });
  // A dead verifier judges nothing, and no one waits for it. `close` comes after the last of what it said.
  child.on('close', (code, signal) => {
    ended = new Error(`The verifier “${name}” ended with ${code ?? signal}.\n${stated.trim()}`);
    for (const { reject } of waiting.values()) reject(ended);
  });
  return {
    verify: (document) => {
      if (ended) return Promise.reject(ended);
      last += 1;
      const judged = Promise.withResolvers<Judgment>();
      waiting.set(last, judged);
      sendToChild(child, { kind: 'verify', id: last, document });
      return judged.promise;
    },
    close: () => void child.kill(),
  };
}

function sendToChild(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message);
}

/** Answers the two schemas that verifier-core requests from our copies. DIDKit requests did:web over plain
 *  http. */
async function answer(request: ThirdPartyRequest, fetchLike: FetchLike): Promise<ThirdPartyResponse> {
  const schema = SCHEMAS[request.url];
  if (schema !== undefined) {
    const body = readFileSync(
      fileURLToPath(new URL(`../../../schemas/open-badges-3.0/${schema}`, import.meta.url)),
      'utf8',
    );
    return { kind: 'answer', status: 200, contentType: 'application/json', body };
  }
  const response = await fetchLike({ ...request, url: request.url.replace(/^http:/, 'https:') });
  if (response === undefined) return { kind: 'unreachable' };
  const contentType = response.headers.get('content-type') ?? '';
  return { kind: 'answer', status: response.status, contentType, body: await response.text() };
}

/** Verifies a VC-JWT with node:crypto and the JWK at its `kid`, because neither foreign verifier reads
 *  one. */
export async function verifyJwsWithNode(jws: string, fetchLike: FetchLike): Promise<Judgment> {
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const { alg, kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
  const response = await fetchLike({
    url: kid,
    headers: { accept: 'application/jwk+json, application/json' },
  });
  if (alg !== 'RS256' || !response?.ok)
    return { verified: false, faults: [`alg ${alg}, key ${response?.status}`], details: {} };
  const key = createPublicKey({ key: await response.json(), format: 'jwk' });
  const verified = nodeVerify(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  const details = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { verified, faults: verified ? [] : ['signature'], details };
}
