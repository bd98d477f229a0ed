import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Fetched } from '#open-badges/fetching';
import { webSha256 } from '#open-badges/keys';
import { fetchedObject, type JsonObject } from '#open-badges/parsing';
import { trimEndSigns } from '#open-badges/values';
import { makeSecret } from '../../application/accounts/newcomer-ticket.ts';
import { sha256Of } from '../../application/digest.ts';
import type { IssuerConfig } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { secondsAfter } from '../../domain/time/calendar.ts';
import {
  API_PATH,
  readServiceDescription,
  type ServiceDescription,
} from '../../issuing/read-service-description.ts';
import { isShown } from './actions-held-badges.ts';
import { challengeOf } from './actions-oauth.ts';
import { SCOPES } from './feature-scopes.ts';

export interface BeginSending {
  readonly personId: PersonId;
  readonly credentialId: CredentialId;
  /** The address of the other host, as typed. */
  readonly address: string;
}

/** The address where the person continues, or the reason why the other host cannot be used. */
export type BegunSending =
  | { readonly kind: 'begun'; readonly url: string; readonly host: string }
  | { readonly kind: 'failed'; readonly reason: SendingError };

export type SendingError = 'bad-address' | 'own-service' | 'no-host' | 'not-registered';

/** The data that are encrypted until the person comes back. */
export interface SealedSending {
  readonly credentialId: CredentialId;
  readonly host: string;
  readonly apiUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly verifier: string;
}

/** The page of this service to which the other host sends the person back. */
export const RETURN_PATH = '/my/badges/sent';
/** Seconds that the person may spend at the other host. */
const SENDING_SECONDS = 20 * 60;

/** Begins to send a badge to another host (Open Badges 3.0): reads its description, registers this service
 *  there, and sends the person to its consent page. Secrets of the other host are stored only encrypted, and
 *  only for this sending. Throws `not-found` for a badge that is not shown. */
export const beginSending =
  (ports: Ports) =>
  async ({ personId, credentialId, address }: BeginSending): Promise<BegunSending> => {
    const found = await ports.store.readCredential(credentialId);
    const isOwn = found?.award.recipient.kind === 'person' && found.award.recipient.personId === personId;
    if (!isOwn || !found.credential || !isShown(found.credential)) throw new DomainError('not-found');
    const baseUrl = toBaseUrl(address);
    if (!baseUrl) return { kind: 'failed', reason: 'bad-address' };
    if (new URL(baseUrl).origin === ports.origin) return { kind: 'failed', reason: 'own-service' };
    const description = await readDescription(ports, baseUrl);
    if (!description) return { kind: 'failed', reason: 'no-host' };
    const client = await register(ports, description);
    if (!client) return { kind: 'failed', reason: 'not-registered' };
    const { host } = new URL(baseUrl);
    const { apiUrl, tokenUrl, authorizationUrl } = description;
    const [state, verifier] = [makeSecret(ports.ids), makeSecret(ports.ids)];
    const saved: SealedSending = { credentialId, host, apiUrl, tokenUrl, ...client, verifier };
    await ports.store.commit([
      {
        kind: 'badge-sending-begun',
        sending: {
          stateHash: await sha256Of(state),
          personId,
          sealed: await seal(JSON.stringify(saved), state),
          expiresAt: secondsAfter(ports.clock.now(), SENDING_SECONDS),
        },
      },
    ]);
    const url = new URL(authorizationUrl);
    const requested = {
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: `${ports.origin}${RETURN_PATH}`,
      scope: SCOPES['credential.upsert'],
      state,
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(requested)) url.searchParams.set(name, value);
    return { kind: 'begun', url: url.href, host };
  };

/** The base address that was meant: with https if no scheme was typed, and without the path of the API. */
function toBaseUrl(address: string): string | undefined {
  const trimmed = address.trim();
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, username, hostname } = new URL(text);
  if (protocol !== 'https:' || username !== '' || !hostname.includes('.')) return undefined;
  return `${origin}${trimEndSigns(pathname.split(API_PATH)[0] ?? '', /\//)}`;
}

async function readDescription({ fetcher }: Ports, baseUrl: string): Promise<ServiceDescription | undefined> {
  const fetched = await fetcher.fetch(`${baseUrl}${API_PATH}/discovery`, 'application/json');
  return fetched.kind === 'ok' ? readServiceDescription(fetchedObject(fetched), baseUrl) : undefined;
}

async function register({ sender, issuer, origin }: Ports, { registrationUrl }: ServiceDescription) {
  const answer = await sender.send({
    method: 'POST',
    url: registrationUrl,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(ownClientMetadata(issuer, `${origin}${RETURN_PATH}`)),
  });
  const { client_id: clientId, client_secret: clientSecret } = answeredObject(answer, [200, 201]) ?? {};
  if (typeof clientId !== 'string' || typeof clientSecret !== 'string') return undefined;
  return { clientId, clientSecret };
}

/** The metadata with which this service registers at another host. All addresses are below its own origin. */
function ownClientMetadata(issuer: Pick<IssuerConfig, 'name'>, redirectUri: string) {
  const { origin } = new URL(redirectUri);
  return {
    client_name: issuer.name,
    client_uri: `${origin}/`,
    logo_uri: `${origin}/icon-512.png`,
    tos_uri: `${origin}/legal`,
    policy_uri: `${origin}/privacy`,
    software_id: 'jalon',
    software_version: '1',
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: SCOPES['credential.upsert'],
  };
}

/** The status of an answer; undefined if no answer came. */
export function statusOfAnswer(fetched: Fetched): number | undefined {
  if (fetched.kind === 'unreachable') return undefined;
  return fetched.kind === 'ok' ? 200 : fetched.status;
}

/** The JSON object in an answer that has one of these statuses. */
export function answeredObject(fetched: Fetched, statuses: readonly number[]): JsonObject | undefined {
  const status = statusOfAnswer(fetched);
  return status !== undefined && statuses.includes(status) ? fetchedObject(fetched) : undefined;
}

/** Encrypts a text with a secret that is stored nowhere. Only who has the secret can decrypt it (JWE, `dir`
 *  with A256GCM). */
async function seal(text: string, secret: string): Promise<string> {
  const plain = new TextEncoder().encode(text);
  return new CompactEncrypt(plain)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await keyOf(secret));
}

/** Decrypts a text. Throws where the secret is not the one it was encrypted with. */
export async function unseal(sealed: string, secret: string): Promise<string> {
  const { plaintext } = await compactDecrypt(sealed, await keyOf(secret));
  return new TextDecoder().decode(plaintext);
}

/** The key of a secret. The secret has 256 random bits, so one digest is enough. It differs from the digest
 *  that is stored. */
function keyOf(secret: string): Promise<Uint8Array> {
  return webSha256(`seal ${secret}`);
}
