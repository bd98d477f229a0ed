import { readRecipients, signCredential } from '../../application/credentials/sign.ts';
import { readSchool } from '../../application/school/read-year.ts';
import type { Ports } from '../../application/service-ports.ts';
import type { AwardWithCredential } from '../../application/store/badge-readers.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { HolderChoice } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { isCountable } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import { type Endorsement, parseComment } from './feature.ts';
import { type DisclosedBeyond, disclosedBeyond, shownComments } from './feature-words-shown.ts';

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
const offerEndorsement =
  (ports: Ports) =>
  async ({ personId, uai, by, comment }: OfSchool & { readonly comment: string }): Promise<void> => {
    const { store, clock, ids } = ports;
    const { people, engagements } = await readSchool(ports)(uai);
    const own = engagements.filter((one) => one.personId === personId);
    if (by === personId || !own.some(({ confirmation }) => isCountable(confirmation))) {
      throw new DomainError('unknown-person');
    }
    const before = await findOfSchool(ports, { personId, uai });
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
      audited(ports, 'endorsement-offered', { actor: by, subject: personId, uai }),
    ]);
  };

/** Takes a principal's comment back, also from the badge that contains it. Throws `unknown-endorsement` where
 *  there is none. */
const removeEndorsement =
  (ports: Ports) =>
  ({ personId, uai, by }: OfSchool): Promise<void> =>
    retryOnConflict(async () => {
      const stated = await findOfSchool(ports, { personId, uai });
      if (!stated) throw new DomainError('unknown-endorsement');
      await ports.store.commit([
        ...(stated.credentialId ? await without(ports, stated.credentialId, stated.id) : []),
        { kind: 'endorsement-removed', asRead: stated },
        audited(ports, 'endorsement-removed', { actor: by, subject: personId, uai }),
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
const addEndorsement =
  (ports: Ports) =>
  ({ id, personId, credentialId, anyway = false }: AddEndorsement): Promise<void> =>
    retryOnConflict(async () => {
      const stated = await findOfHolder(ports, { id, personId });
      if (stated.credentialId) throw new DomainError('endorsement-in-badge');
      const standing = await ports.store.readEndorsementsIn(credentialId);
      const issued = await readAnswerable(ports, { credentialId, personId });
      const [found] = await findDisclosures(ports, issued, [stated]);
      if (found && found.beyond.length > 0 && !anyway) {
        throw new DomainError('words-tell-more', { told: found.beyond.join(' ') });
      }
      const words = anyway ? ('all' as const) : commentsChoiceWithOneMore(issued.credential.choice);
      await ports.store.commit([
        ...(await signedWith(ports, { ...issued, words }, [...standing, stated])),
        { kind: 'endorsement-answered', asRead: stated, declined: false, credentialId },
        audited(ports, 'endorsement-added', { actor: personId, subject: personId, uai: stated.uai }),
      ]);
    });

/** Records that the person does not add the comment. They may still add it later. Throws
 *  `unknown-endorsement`. */
const declineEndorsement =
  (ports: Ports) =>
  (command: OfHolder): Promise<void> =>
    retryOnConflict(async () => {
      const stated = await findOfHolder(ports, command);
      if (stated.credentialId) throw new DomainError('endorsement-in-badge');
      const { personId } = command;
      await ports.store.commit([
        { kind: 'endorsement-answered', asRead: stated, declined: true },
        audited(ports, 'endorsement-declined', { actor: personId, subject: personId, uai: stated.uai }),
      ]);
    });

/** Takes the comment out of the badge, which is signed again under its id. Throws `unknown-endorsement`. */
const takeBackEndorsement =
  (ports: Ports) =>
  (command: OfHolder): Promise<void> =>
    retryOnConflict(async () => {
      const stated = await findOfHolder(ports, command);
      if (!stated.credentialId) return;
      const { personId } = command;
      await ports.store.commit([
        ...(await without(ports, stated.credentialId, stated.id)),
        { kind: 'endorsement-answered', asRead: stated, declined: true },
        audited(ports, 'endorsement-taken-back', { actor: personId, subject: personId, uai: stated.uai }),
      ]);
    });

async function without(ports: Ports, credentialId: CredentialId, id: string): Promise<readonly Change[]> {
  const standing = await ports.store.readEndorsementsIn(credentialId);
  return signedWith(
    ports,
    await readBadge(ports, credentialId),
    standing.filter((one) => one.id !== id),
  );
}

/** A choice to show no words ends when its holder adds some. */
function commentsChoiceWithOneMore({ words }: HolderChoice): HolderChoice['words'] {
  return words === 'none' ? 'fitting' : words;
}

async function readBadge({ store }: Ports, id: CredentialId): Promise<Required<AwardWithCredential>> {
  const { award, credential } = (await store.readCredential(id)) ?? {};
  if (!award || !credential) throw new DomainError('unknown-credential');
  return { award, credential };
}

/** A badge of this holder, which must be accepted and not revoked. */
async function readAnswerable(
  ports: Ports,
  { credentialId, personId }: Pick<AddEndorsement, 'credentialId' | 'personId'>,
): Promise<Required<AwardWithCredential>> {
  const { award, credential } = await readBadge(ports, credentialId);
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
  ports: Ports,
  { award, credential, words = credential.choice.words }: ToSign,
  endorsements: readonly Endorsement[],
): Promise<readonly Change[]> {
  if (credential.erasedAt) return [];
  const validFrom = await ports.waitUntilAfter(credential.validFrom);
  const { credential: signed, digests } = await signCredential(ports, {
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
  { store }: Ports,
  { personId, uai }: Pick<OfSchool, 'personId' | 'uai'>,
): Promise<Endorsement | undefined> {
  return (await store.readEndorsementsOf(personId)).find((one) => one.uai === uai);
}

async function findOfHolder({ store }: Ports, { id, personId }: OfHolder): Promise<Endorsement> {
  const found = (await store.readEndorsementsOf(personId)).find((one) => one.id === id);
  if (!found) throw new DomainError('unknown-endorsement');
  return found;
}

interface Act {
  readonly actor: PersonId;
  readonly subject: PersonId;
  readonly uai: Uai;
}

function audited({ clock }: Ports, action: AuditAction, { actor, subject, uai }: Act): Change {
  return audit(action, { at: clock.now(), actor, subject, details: { uai } });
}

/** Words of a principal, with what they would tell beyond the choice about a badge, and whether the badge with this
 *  choice shows them. */
export interface CommentDisclosure {
  readonly said: Endorsement;
  readonly beyond: readonly DisclosedBeyond[];
  readonly isShown: boolean;
}

/** What some words would tell beyond the choice about this badge. A school's badge has none. */
export async function findDisclosures(
  { store }: Ports,
  { award, credential: { choice } }: Required<AwardWithCredential>,
  texts: readonly Endorsement[],
): Promise<readonly CommentDisclosure[]> {
  if (texts.length === 0) return [];
  const [recipients, schools] = await Promise.all([
    readRecipients(store, [award]),
    store.readSchoolsByUai(texts.map(({ uai }) => uai)),
  ]);
  const own = recipients.aboutOf(award);
  if (!own) return [];
  const about = { ...own, schools: [...own.schools, ...schools] };
  const shown = new Set(shownComments(choice, texts, about));
  return texts.map((said) => ({
    said,
    beyond: disclosedBeyond(choice, said, about),
    isShown: shown.has(said),
  }));
}

/** The number of words that were added to a badge and that its choice leaves out. */
const countCommentsLeftOut =
  (ports: Ports) =>
  async (id: Endorsement['credentialId'] & string): Promise<number> => {
    const { award, credential } = (await ports.store.readCredential(id)) ?? {};
    if (!award || !credential) return 0;
    const reported = await findDisclosures(
      ports,
      { award, credential },
      await ports.store.readEndorsementsIn(id),
    );
    return reported.filter(({ isShown }) => !isShown).length;
  };

export const endorsementServices = useCases({
  offerEndorsement,
  removeEndorsement,
  addEndorsement,
  declineEndorsement,
  takeBackEndorsement,
  countWordsLeftOut: countCommentsLeftOut,
});
