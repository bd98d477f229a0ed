import { type AuditAction, audit } from '../../domain/audit.ts';
import type { HolderChoice } from '../../domain/award/award-types.ts';
import type { Change } from '../../domain/change/change.ts';
import { type Endorsement, parseComment } from '../../domain/endorsement/endorsement.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { isCountable } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import { type SigningNeeds, signCredential } from '../credentials/sign-credential.ts';
import type { Clock, Ids, WaitUntilAfter } from '../ports.ts';
import { readSchool } from '../school/read-school.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { onceMore } from '../store/once-more.ts';
import { findTold } from './find-told.ts';

type Needs = SigningNeeds & {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly waitUntilAfter: WaitUntilAfter;
};

interface OfSchool {
  readonly personId: PersonId;
  readonly uai: Uai;
  /** The principal. */
  readonly by: PersonId;
}

interface OfHolder {
  readonly id: string;
  readonly personId: PersonId;
}

/** Offers a principal's comment to a person with a confirmed engagement at the school. It replaces an earlier
 *  offer that is in no badge. Throws `unknown-person`, `endorsement-in-badge`, and the errors of
 *  `parseComment`. */
export const offerEndorsement =
  (needs: Needs) =>
  async ({ personId, uai, by, comment }: OfSchool & { readonly comment: string }): Promise<void> => {
    const { store, clock, ids } = needs;
    const { people, engagements } = await readSchool(needs)(uai);
    const own = engagements.filter((one) => one.personId === personId);
    if (by === personId || !own.some(({ confirmation }) => isCountable(confirmation))) {
      throw new DomainError('unknown-person');
    }
    const before = await findOfSchool(needs, { personId, uai });
    if (before?.credentialId) throw new DomainError('endorsement-in-badge');
    const self = people.find(({ id }) => id === personId);
    const colleagues = people.filter(({ familyName }) => familyName !== self?.familyName);
    const endorsement = {
      id: ids.uuid(),
      personId,
      uai,
      comment: parseComment(comment, colleagues),
      offeredAt: clock.now(),
      declined: false,
    };
    await store.commit([
      { kind: 'endorsement-offered', endorsement },
      audited(needs, 'endorsement-offered', { actor: by, subject: personId, uai }),
    ]);
  };

/** Takes a principal's comment back, also from the badge that contains it. Throws `unknown-endorsement` where
 *  there is none. */
export const removeEndorsement =
  (needs: Needs) =>
  ({ personId, uai, by }: OfSchool): Promise<void> =>
    onceMore(async () => {
      const said = await findOfSchool(needs, { personId, uai });
      if (!said) throw new DomainError('unknown-endorsement');
      await needs.store.commit([
        ...(said.credentialId ? await without(needs, said.credentialId, said.id) : []),
        { kind: 'endorsement-removed', asRead: said },
        audited(needs, 'endorsement-removed', { actor: by, subject: personId, uai }),
      ]);
    });

interface AddEndorsement extends OfHolder {
  readonly credentialId: CredentialId;
  /** True for words that the badge shall show although they tell more than the holder chose to show. */
  readonly anyway?: boolean;
}

/** Adds the comment to an accepted badge of the person whom it is about. The badge is signed again under its
 *  id. Throws `unknown-endorsement`, `unknown-credential`, `credential-not-accepted`, `already-revoked`,
 *  `endorsement-in-badge`, and `words-tell-more` where the words tell more than the holder's choice. */
export const addEndorsement =
  (needs: Needs) =>
  ({ id, personId, credentialId, anyway = false }: AddEndorsement): Promise<void> =>
    onceMore(async () => {
      const said = await findOfHolder(needs, { id, personId });
      if (said.credentialId) throw new DomainError('endorsement-in-badge');
      const standing = await needs.store.readEndorsementsIn(credentialId);
      const issued = await readAnswerable(needs, { credentialId, personId });
      const [found] = await findTold(needs, issued, [said]);
      if (found && found.beyond.length > 0 && !anyway) {
        throw new DomainError('words-tell-more', { told: found.beyond.join(' ') });
      }
      const words = anyway ? ('all' as const) : wordsWithOneMore(issued.credential.choice);
      await needs.store.commit([
        ...(await signedWith(needs, { ...issued, words }, [...standing, said])),
        { kind: 'endorsement-answered', asRead: said, declined: false, credentialId },
        audited(needs, 'endorsement-added', { actor: personId, subject: personId, uai: said.uai }),
      ]);
    });

/** Records that the person does not add the comment. They may still add it later. Throws
 *  `unknown-endorsement`. */
export const declineEndorsement =
  (needs: Needs) =>
  (command: OfHolder): Promise<void> =>
    onceMore(async () => {
      const said = await findOfHolder(needs, command);
      if (said.credentialId) throw new DomainError('endorsement-in-badge');
      const { personId } = command;
      await needs.store.commit([
        { kind: 'endorsement-answered', asRead: said, declined: true },
        audited(needs, 'endorsement-declined', { actor: personId, subject: personId, uai: said.uai }),
      ]);
    });

/** Takes the comment out of the badge, which is signed again under its id. Throws `unknown-endorsement`. */
export const takeBackEndorsement =
  (needs: Needs) =>
  (command: OfHolder): Promise<void> =>
    onceMore(async () => {
      const said = await findOfHolder(needs, command);
      if (!said.credentialId) return;
      const { personId } = command;
      await needs.store.commit([
        ...(await without(needs, said.credentialId, said.id)),
        { kind: 'endorsement-answered', asRead: said, declined: true },
        audited(needs, 'endorsement-taken-back', { actor: personId, subject: personId, uai: said.uai }),
      ]);
    });

async function without(needs: Needs, credentialId: CredentialId, id: string): Promise<readonly Change[]> {
  const standing = await needs.store.readEndorsementsIn(credentialId);
  return signedWith(
    needs,
    await readBadge(needs, credentialId),
    standing.filter((one) => one.id !== id),
  );
}

/** A choice to show no words ends when its holder adds some. */
function wordsWithOneMore({ words }: HolderChoice): HolderChoice['words'] {
  return words === 'none' ? 'fitting' : words;
}

async function readBadge({ store }: Needs, id: CredentialId): Promise<Required<AwardWithCredential>> {
  const { award, credential } = (await store.readCredential(id)) ?? {};
  if (!award || !credential) throw new DomainError('unknown-credential');
  return { award, credential };
}

/** A badge of this holder, which must be accepted and not revoked. */
async function readAnswerable(
  needs: Needs,
  { credentialId, personId }: Pick<AddEndorsement, 'credentialId' | 'personId'>,
): Promise<Required<AwardWithCredential>> {
  const { award, credential } = await readBadge(needs, credentialId);
  const { recipient } = award;
  const isOwn = recipient.kind === 'person' && recipient.personId === personId;
  if (!isOwn) throw new DomainError('unknown-credential');
  if (credential.choice.acceptance !== 'accepted') throw new DomainError('credential-not-accepted');
  if (credential.revocation) throw new DomainError('already-revoked', { at: credential.revocation.at });
  return { award, credential };
}

interface ToSign extends Required<AwardWithCredential> {
  readonly words?: HolderChoice['words'];
}

/** The badge signed again with these endorsements. An erased badge is not signed. */
async function signedWith(
  needs: Needs,
  { award, credential, words = credential.choice.words }: ToSign,
  endorsements: readonly Endorsement[],
): Promise<readonly Change[]> {
  if (credential.erasedAt) return [];
  const validFrom = await needs.waitUntilAfter(credential.validFrom);
  const { credential: signed, digests } = await signCredential(needs, {
    ...credential,
    award,
    choice: { ...credential.choice, words },
    endorsements,
    revision: credential.revision + 1,
    validFrom,
  });
  return [{ kind: 'credential-reissued', credential: signed, digests, asRead: credential }];
}

async function findOfSchool(
  { store }: Needs,
  { personId, uai }: Pick<OfSchool, 'personId' | 'uai'>,
): Promise<Endorsement | undefined> {
  return (await store.readEndorsementsOf(personId)).find((one) => one.uai === uai);
}

async function findOfHolder({ store }: Needs, { id, personId }: OfHolder): Promise<Endorsement> {
  const found = (await store.readEndorsementsOf(personId)).find((one) => one.id === id);
  if (!found) throw new DomainError('unknown-endorsement');
  return found;
}

interface Act {
  readonly actor: PersonId;
  readonly subject: PersonId;
  readonly uai: Uai;
}

function audited({ clock }: Needs, action: AuditAction, { actor, subject, uai }: Act): Change {
  return audit(action, { at: clock.now(), actor, subject, details: { uai } });
}
