import { audit } from '../../domain/audit/entry.ts';
import type { Award } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { type RecipientLabel, readLabels } from '../awards/recipient.ts';
import { mapConcurrent } from '../concurrency/async.ts';
import { type Recipients, readRecipients, SIGNED_AT_ONCE } from '../credentials/sign.ts';
import { type AwardNotice, queueAwardMails } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import { reissue, reissueCredential, type SignedBefore } from './sign.ts';

/** Number of badges signed and committed together. */
const CHUNK_SIZE = 50;

export interface ReissueOutcome {
  readonly kind: 'reissued';
  readonly id: CredentialId;
  readonly award: Award;
  readonly label: RecipientLabel;
}

export interface ReissueCompromised {
  readonly actor: string;
  /** The most outcomes; by default there is no limit. */
  readonly limit?: number;
  /** Ends the run after the chunk that is being signed. */
  readonly stop?: AbortSignal | undefined;
}

/** Signs again, with the present keys, every credential signed with a compromised key: same id, status index,
 *  subject and choice, a later `validFrom`. Holders who accepted theirs are written to in the same commit, because
 *  the copies that they gave out verify no more. After an interruption, a new run continues with the rest. */
export const reissueCompromised = (ports: Ports) =>
  async function* ({ actor, limit, stop }: ReissueCompromised): AsyncGenerator<ReissueOutcome> {
    let left = limit ?? Number.POSITIVE_INFINITY;
    for (const { kid, state } of ports.keys.list()) {
      if (state !== 'compromised' || left <= 0 || stop?.aborted) continue;
      for await (const found of signedWith(ports, kid)) {
        const chunk = found.slice(0, left);
        left -= chunk.length;
        const recipients = await readRecipients(
          ports.store,
          chunk.map(({ award }) => award),
        );
        await reissueChunk(ports, { chunk, actor, recipients });
        const labelOf = await readLabels(
          ports.store,
          chunk.map(({ award }) => award.recipient),
        );
        for (const { award, credential } of chunk) {
          yield { kind: 'reissued', id: credential.id, award, label: labelOf(award.recipient) };
        }
        if (left <= 0 || stop?.aborted) return;
      }
    }
  };

/** The badges whose present signature is of this key, erased ones left out. */
export async function* signedWith(
  { store }: Pick<Ports, 'store'>,
  kid: string,
): AsyncGenerator<readonly SignedBefore[]> {
  let after: CredentialId | undefined;
  for (;;) {
    const found = await store.readCredentials({
      signedWith: kid,
      limit: CHUNK_SIZE,
      ...(after && { after }),
    });
    // An erased credential has no body.
    yield found.flatMap(({ award, credential }) =>
      credential && !credential.erasedAt ? [{ award, credential }] : [],
    );
    if (found.length < CHUNK_SIZE) return;
    after = found.at(-1)?.credential?.id;
  }
}

interface ReissuedChunk {
  readonly chunk: readonly SignedBefore[];
  readonly actor: string;
  readonly recipients: Recipients;
}

/** Signs a chunk in one commit. Where the commit meets a conflict, because a holder changes a choice or a
 *  person is erased at the same moment, the badges are read and signed one by one. */
async function reissueChunk(ports: Ports, { chunk, actor, recipients }: ReissuedChunk): Promise<void> {
  const { store, clock } = ports;
  const toAudit = (subject: CredentialId) =>
    audit('credential-reissued', { at: clock.now(), actor, subject });
  try {
    const reissued = await mapConcurrent(chunk, SIGNED_AT_ONCE, (one) => reissue(ports, one, recipients));
    const mails = await mailsAbout(ports, chunk);
    await store.commit([...reissued, ...mails, ...chunk.map(({ credential }) => toAudit(credential.id))]);
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    for (const one of chunk) {
      const { id } = one.credential;
      const signed = await reissueCredential(ports, id, 'worthless-signature');
      const mails = signed.length > 0 ? await mailsAbout(ports, [one]) : [];
      await store.commit([...signed, ...mails, toAudit(id)]);
    }
  }
}

function mailsAbout(ports: Ports, chunk: readonly SignedBefore[]): Promise<readonly Change[]> {
  const notices = chunk.filter(isNotifiedOfReissue).map(({ award, credential }) => ({
    award,
    subjectIds: aboutNewSignature(credential.id),
  }));
  return queueAwardMails(ports, notices);
}

/** Whether its holder is written to: a badge that was not accepted has no copies, and one that is set aside is no
 *  use to its holder. */
export function isNotifiedOfReissue({
  credential: { choice, revocation, suspension },
}: SignedBefore): boolean {
  return choice.acceptance === 'accepted' && !revocation && !suspension;
}

/** The subjects of a mail about a badge that was signed again because its key is compromised. */
export function aboutNewSignature(id: CredentialId): AwardNotice['subjectIds'] {
  return [id, formatSubject({ kind: 'event', id: 'signed-anew' })];
}

function isOvertaken(error: unknown): boolean {
  return error instanceof DomainError && (error.code === 'store-conflict' || error.code === 'unknown-person');
}
