import { MEDIA_TYPES } from '#open-badges/credential';
import { commitIfPresent } from '../../application/concurrency/named-record.ts';
import { sha256Of } from '../../application/digest.ts';
import type { Ports } from '../../application/service-ports.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { isShown } from './actions-held-badges.ts';
import {
  answeredObject,
  RETURN_PATH,
  type SealedSending,
  statusOfAnswer,
  unseal,
} from './actions-send-badge.ts';

export interface FinishSending {
  readonly personId: PersonId;
  readonly state: string;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
}

/** The result of sending a badge. `over`: no sending of this person waits for this answer. */
export type FinishedSending =
  | { readonly kind: 'over' }
  | {
      readonly kind:
        | 'created'
        | 'replaced'
        | 'unchanged'
        | 'declined'
        | 'no-token'
        | 'refused'
        | 'unreachable';
      readonly host: string;
      readonly credentialId: CredentialId;
    };

/** Receives a person who comes back from another host: exchanges the code, and sends the badge with its
 *  signed bytes. The sending ends here, whatever its result. */
export const finishSending =
  (ports: Ports) =>
  async ({ personId, state, code, error }: FinishSending): Promise<FinishedSending> => {
    const stateHash = await sha256Of(state);
    const sending = await ports.store.readBadgeSending(stateHash);
    if (!sending || sending.personId !== personId || sending.expiresAt <= ports.clock.now()) {
      return { kind: 'over' };
    }
    const ended = await commitIfPresent(ports.store, [{ kind: 'badge-sending-ended', stateHash }]);
    if (!ended) return { kind: 'over' };
    const saved = JSON.parse(await unseal(sending.sealed, state)) as SealedSending;
    const end = (kind: Exclude<FinishedSending['kind'], 'over'>): FinishedSending => ({
      kind,
      host: saved.host,
      credentialId: saved.credentialId,
    });
    if (error !== undefined || !code) return end(error === 'access_denied' ? 'declined' : 'refused');
    const token = await exchange(ports, saved, code);
    if (!token) return end('no-token');
    const found = await ports.store.readCredential(saved.credentialId);
    // The holder may have hidden the badge in the meantime.
    if (!found?.credential || !isShown(found.credential)) return { kind: 'over' };
    const answer = await ports.sender.send({
      method: 'POST',
      url: `${saved.apiUrl}/credentials`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': MEDIA_TYPES.vcLdJson,
        accept: `${MEDIA_TYPES.vcLdJson}, ${MEDIA_TYPES.json}`,
      },
      body: found.credential.document,
    });
    const kind = outcomeOf(statusOfAnswer(answer));
    if (kind === 'created' || kind === 'replaced') await note(ports, personId, saved);
    return end(kind);
  };

function outcomeOf(
  status: number | undefined,
): 'created' | 'replaced' | 'unchanged' | 'refused' | 'unreachable' {
  switch (status) {
    case 201:
      return 'created';
    case 200:
      return 'replaced';
    case 304:
      return 'unchanged';
    case undefined:
      return 'unreachable';
    default:
      return 'refused';
  }
}

async function exchange(
  { sender, origin }: Ports,
  { clientId, clientSecret, verifier, tokenUrl }: SealedSending,
  code: string,
): Promise<string | undefined> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${origin}${RETURN_PATH}`,
    code_verifier: verifier,
  });
  const credentials = [clientId, clientSecret].map(toForm).join(':');
  const answer = await sender.send({
    method: 'POST',
    url: tokenUrl,
    headers: {
      authorization: `Basic ${btoa(credentials)}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: form.toString(),
  });
  const { access_token: token, token_type: type } = answeredObject(answer, [200]) ?? {};
  return typeof token === 'string' && /^bearer$/i.test(String(type)) ? token : undefined;
}

/** Encodes an id or a secret for the header: RFC 6749 §2.3.1 asks for form encoding. */
function toForm(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

function note(
  { store, clock }: Ports,
  personId: PersonId,
  { host, credentialId }: SealedSending,
): Promise<void> {
  const stated = { at: clock.now(), actor: personId, subject: personId };
  return store.commit([audit('badge-sent', { ...stated, details: { host, badge: credentialId } })]);
}
