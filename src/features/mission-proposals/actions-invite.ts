import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { MOST_NEWCOMERS_OF_SCHOOL } from '../../domain/access/newcomer.ts';
import type { SignedInIdentity } from '../../domain/access/signed-in-identity.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { changesOfProposal, decideAcceptance } from './actions.ts';
import { isProposalOpen, type MissionInvitation, type MissionProposal } from './feature.ts';

interface InviteToMissions extends Omit<MissionInvitation, 'id' | 'by' | 'at' | 'words'> {
  readonly words?: string | undefined;
  readonly by: Decider;
}

/** Proposes missions to an address of which the service knows no one. No one is recorded and no mail is sent
 *  until its person signs in. Throws `address-taken` where someone has the address in the meantime,
 *  `missions-proposed` where another invitation of the school waits for it, `too-many-newcomers`, `role-held`. */
const inviteToMissions =
  (ports: Ports) =>
  ({ by, words, ...content }: InviteToMissions): Promise<MissionInvitation> =>
    retryOnConflict(async () => {
      const { store, clock, ids } = ports;
      const { uai, email, missions, from } = content;
      const [[known], here] = await Promise.all([
        store.readPeopleByEmail([email]),
        store.readMissionInvitationsAt(uai),
      ]);
      if (known) throw new DomainError('address-taken', { email });
      if (here.some((one) => one.email === email)) throw new DomainError('missions-proposed');
      if (here.length >= MOST_NEWCOMERS_OF_SCHOOL)
        throw new DomainError('too-many-newcomers', { most: MOST_NEWCOMERS_OF_SCHOOL });
      const at = clock.now();
      const stated = { ...content, by: by.personId, at, ...(words && { words }) };
      const invitation: MissionInvitation = { id: ids.uuid(), ...stated };
      const proposal = toProposal(invitation, ids.personId());
      const { keptOpen } = await decideAcceptance(ports, { proposal, by, on: localDateInParis(at) });
      const details = { invitation: invitation.id, missions: missions.join(', '), from };
      await store.commit([
        ...keptOpen,
        { kind: 'mission-invitation-sent', invitation },
        audit('mission-invitation-sent', { at, actor: by.personId, subject: uai, details }),
      ]);
      return invitation;
    });

/** Withdraws an invitation of the school. Throws `not-found` for another school's, or where its person has
 *  come. */
const withdrawInvitation =
  ({ store, clock }: Ports) =>
  async ({ id, uai, by }: { readonly id: string; readonly uai: Uai; readonly by: PersonId }) => {
    const invitation = await store.readMissionInvitation(id);
    if (invitation?.uai !== uai) throw new DomainError('not-found');
    await store.commit([
      { kind: 'mission-invitation-settled', id },
      audit('mission-invitation-withdrawn', {
        ...{ at: clock.now(), actor: by, subject: uai, details: { invitation: id } },
      }),
    ]);
  };

/** Turns the invitations to a verified address into proposals to the person who has signed in. One that meets
 *  a proposal of its school that waits already stays until that one is answered. */
export async function takeInvitations(
  ports: Ports,
  { email, emailVerified }: SignedInIdentity,
  personId: PersonId,
): Promise<void> {
  if (!email || !emailVerified) return;
  const { store } = ports;
  await retryOnConflict(async () => {
    const invitations = await store.readMissionInvitationsTo([email]);
    if (invitations.length === 0) return;
    const waiting = (await store.readMissionProposalsOf(personId)).filter(isProposalOpen);
    const taken = invitations.filter(({ uai }) => !waiting.some((one) => one.uai === uai));
    await store.commit(
      taken.flatMap((one) => [
        { kind: 'mission-invitation-settled' as const, id: one.id },
        ...changesOfProposal(ports, toProposal(one, personId)),
      ]),
    );
  });
}

/** The proposal that an invitation becomes, under its own id and day. */
export function toProposal(
  { email: _, ...invitation }: MissionInvitation,
  personId: PersonId,
): MissionProposal {
  return { ...invitation, personId };
}

export const invitationToMissionServices = useCases({ inviteToMissions, withdrawInvitation });
