import type { SignInDoubt } from '../../domain/access/account.ts';
import { isAsInvited, MOST_NEWCOMERS_OF_SCHOOL, type NewcomerRequest } from '../../domain/access/newcomer.ts';
import { recordingToConfirm } from '../../domain/access/newcomer-name.ts';
import { provedNameOf } from '../../domain/access/signed-in-identity.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import type { Decider } from '../../domain/confirmation/confirm.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/records.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import {
  changesOfAcceptance,
  decideAcceptance,
  notifyAuthor,
} from '../../features/mission-proposals/actions.ts';
import { toProposal } from '../../features/mission-proposals/actions-invite.ts';
import type { MissionInvitation } from '../../features/mission-proposals/feature.ts';
import { requireSchoolOpen } from '../engagements/open-school.ts';
import type { Store } from '../ports.ts';
import { changesOfDeclaration } from '../self-service/declare-engagement.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { makePerson, requireConfirmed, toEngagementView } from './newcomer-person.ts';
import { readTicket } from './newcomer-ticket.ts';
import { settleDoubt } from './sign-in-doubt.ts';

/** The doubt of a newcomer's browser, with the invitations to their address; undefined if the ticket has
 *  ended, or the doubt was settled in the meantime. */
const readNewcomer = (ports: Ports) => async (secret: string | undefined) => {
  const doubt = await readTicket(ports, secret);
  if (doubt?.reason !== 'unknown-address') return undefined;
  const { email } = doubt.identity;
  return { doubt, invitations: await ports.store.readMissionInvitationsTo(email ? [email] : []) };
};

interface DeclareNewcomer {
  readonly secret: string | undefined;
  readonly said: Omit<NewcomerRequest, 'at'>;
}

/** Takes what a newcomer says of themselves. If a head of that school invited their address, and the provider
 *  stated their name, they become a person at once under that name, with the missions as they were proposed, or
 *  else as a declaration that waits for the principal. Otherwise the request waits for the principal and the
 *  DANE. Throws `not-found` if the ticket has ended, `unknown-establishment`, `too-many-newcomers`. */
const declareNewcomer =
  (ports: Ports) =>
  ({ secret, said }: DeclareNewcomer): Promise<'waits' | 'welcomed'> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const found = await readNewcomer(ports)(secret);
      if (!found) throw new DomainError('not-found');
      const { doubt, invitations } = found;
      const openPrecondition = await requireSchoolOpen(store, { uai: said.uai, until: said.to });
      const heads = await store.readHeadsOf(said.uai);
      const request = { ...said, at: clock.now() };
      const invitation = invitations.find(({ uai, by }) => uai === said.uai && heads.includes(by));
      if (invitation && provedNameOf(doubt.identity)) {
        await store.commit(await changesOfInvited(ports, { doubt, request, invitation }));
        return 'welcomed';
      }
      await checkRoom(store, doubt.id, said.uai);
      await store.commit([...openPrecondition, { kind: 'newcomer-said', id: doubt.id, request }]);
      return 'waits';
    });

async function checkRoom(store: Store, id: string, uai: Uai): Promise<void> {
  const others = (await store.readNewcomersAt(uai)).filter((one) => one.id !== id);
  if (others.length >= MOST_NEWCOMERS_OF_SCHOOL)
    throw new DomainError('too-many-newcomers', { most: MOST_NEWCOMERS_OF_SCHOOL });
}

interface Invited {
  readonly doubt: SignInDoubt;
  readonly request: NewcomerRequest;
  readonly invitation: MissionInvitation;
}

async function changesOfInvited(ports: Ports, { doubt, request, invitation }: Invited) {
  const { at } = request;
  const { id, by } = invitation;
  const { person, changes } = await makePerson(ports, { doubt, request, at, by: 'sign-in' });
  const proposal = toProposal(invitation, person.id);
  const accepted = isAsInvited(request, invitation)
    ? await changesOfAcceptance(ports, proposal, at).catch(toRoleHeld)
    : undefined;
  const answer = { actor: person.id, subject: person.id, details: { uai: proposal.uai } };
  return [
    ...changes,
    { kind: 'mission-invitation-settled', id } as const,
    ...(accepted === undefined
      ? await changesOfDeclaration(ports, toEngagementView(ports, request, person.id), at)
      : [
          { kind: 'missions-proposed', proposal } as const,
          { kind: 'mission-proposal-settled', id, settlement: { outcome: 'accepted', at } } as const,
          ...accepted,
          audit('mission-proposal-accepted', { at, ...answer }),
          ...(await notifyAuthor(ports, { id, by, at })),
        ]),
  ];
}

/** A role that someone else holds by now is for the principal to settle, as in any declaration. */
function toRoleHeld(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'role-held') return undefined;
  throw error;
}

interface WelcomeNewcomer {
  readonly id: string;
  /** When the request that was shown was made; absent if the person has said nothing. */
  readonly askedAt: string | undefined;
  readonly by: Decider;
  /** The school that the principal heads; absent for the DANE. */
  readonly uai?: Uai;
  /** What the decider confirmed of the name (`recordingToConfirm`). */
  readonly confirmed?: string | undefined;
}

/** Makes a person of a newcomer, bound to their sign-in, with the engagement that they asked for: confirmed if the
 *  principal of the school does so, else waiting for the principal. Throws `settled-meanwhile` if the doubt is gone
 *  or says something else than what was shown, `not-found` for one that is not of the school,
 *  `identity-unconfirmed` if the provider stated no name and the typed one was not confirmed, `address-taken`,
 *  `role-held`, `invalid-request` if no name is known. */
const welcomeNewcomer =
  (ports: Ports) =>
  ({ id, askedAt, by, uai, confirmed }: WelcomeNewcomer): Promise<PersonId> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const doubt = await store.readSignInDoubt(id);
      const request = doubt?.request;
      if (uai !== undefined && request?.uai !== uai) throw new DomainError('not-found');
      if (!doubt || request?.at !== askedAt) throw new DomainError('settled-meanwhile');
      requireConfirmed(recordingToConfirm(doubt), confirmed);
      const at = clock.now();
      const { person, changes } = await makePerson(ports, { doubt, request, at, by: by.personId });
      await store.commit([
        ...changes,
        ...(request ? await changesOfRequest(ports, { request, person, at, ...(uai && { by }) }) : []),
      ]);
      return person.id;
    });

interface AcceptedRequest {
  readonly request: NewcomerRequest;
  readonly person: Pick<Person, 'id'>;
  readonly at: Instant;
  /** The principal who confirms it. */
  readonly by?: Decider;
}

async function changesOfRequest(
  ports: Ports,
  { request, person, at, by }: AcceptedRequest,
): Promise<readonly Change[]> {
  if (!by) return changesOfDeclaration(ports, toEngagementView(ports, request, person.id), at);
  const { givenName: _given, familyName: _family, ...content } = request;
  const proposal = { ...content, id: ports.ids.uuid(), personId: person.id, by: by.personId };
  const { accepted, keptOpen } = await decideAcceptance(ports, { proposal, by, on: localDateInParis(at) });
  const { engagement } = accepted;
  const { reference, uai } = engagement;
  return [
    ...keptOpen,
    { kind: 'engagement-entered', engagement },
    audit('engagement-entered', { at, actor: by.personId, subject: person.id, details: { reference, uai } }),
  ];
}

export const newcomerServices = useCases({
  readNewcomer,
  saySelf: declareNewcomer,
  welcomeNewcomer,
  settleDoubt,
});
