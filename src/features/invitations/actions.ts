import { mailAbout } from '../../application/mail/queue.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { Event } from '../../domain/records.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import { instantInParis } from '../../domain/time/paris-clock.ts';
import { INVITING_KINDS, type Invitation, type InvitationAnswer, isToCome } from './feature.ts';

/** The most people of one commit, so that it stays small on every engine. */
const MOST_AT_ONCE = 200;
/** The most people who are invited or reminded by one act. The page shows how many remain. */
export const MOST_INVITED = 2000;

interface OfEvent {
  readonly eventCode: string;
  readonly by: PersonId;
}

/** Invites the people who have an engagement on this day and no invitation, each by a mail. Returns
 *  their number. Throws `unknown-event`, `invitation-over` where the event is past or of a kind without
 *  invitations, and `store-conflict` where someone else invited some of them in the meantime. */
const invitePeople =
  (ports: Ports) =>
  async ({
    eventCode,
    departmentCode,
    by,
  }: OfEvent & { readonly departmentCode?: string | undefined }): Promise<number> => {
    const { store, clock } = ports;
    const at = clock.now();
    await requireToCome(ports, eventCode, at);
    const search = { eventCode, departmentCode, on: localDateInParis(at), limit: MOST_AT_ONCE };
    const subjectIds = [formatSubject({ kind: 'invited', id: eventCode })];
    return inPieces(async () => {
      const people = await store.readInvitable(search);
      if (people.length === 0) return 0;
      await store.commit([
        ...people.map((personId): Change => {
          const invitation = { eventCode, personId, invitedAt: at, invitedBy: by };
          return { kind: 'person-invited', invitation };
        }),
        ...mailsTo(ports, people, { subjectIds, at }),
        audit('people-invited', { at, actor: by, subject: eventCode, details: { count: people.length } }),
      ]);
      return people.length;
    });
  };

/** Reminds the people who have not answered and were sent nothing today. Returns their number. Throws
 *  the errors of `invitePeople`. */
const remindInvited =
  (ports: Ports) =>
  async ({ eventCode, by }: OfEvent): Promise<number> => {
    const { store, clock } = ports;
    const at = clock.now();
    await requireToCome(ports, eventCode, at);
    const silentSince = beginOfDay(at);
    return inPieces(async () => {
      const people = await store.readSilentInvited(eventCode, silentSince, MOST_AT_ONCE);
      if (people.length === 0) return 0;
      const details = { count: people.length };
      await store.commit([
        ...people.map(
          (personId): Change => ({ kind: 'invitation-reminded', eventCode, personId, at, silentSince }),
        ),
        ...mailsTo(ports, people, { subjectIds: [formatSubject({ kind: 'invited', id: eventCode })], at }),
        audit('invitations-reminded', { at, actor: by, subject: eventCode, details }),
      ]);
      return people.length;
    });
  };

/** Commits piece after piece, each read again, until no one is left or the most are reached. Where a piece is refused
 *  because someone else acted, the earlier ones stand. Returns the number of people. */
async function inPieces(commitPiece: () => Promise<number>): Promise<number> {
  for (let done = 0; ; ) {
    const piece = await commitPiece();
    done += piece;
    if (piece < MOST_AT_ONCE || done >= MOST_INVITED) return done;
  }
}

/** Takes back all invitations to the event, and tells the people, except those who declined. Throws
 *  `unknown-event`. */
const cancelInvitations =
  (ports: Ports) =>
  ({ eventCode, by }: OfEvent): Promise<void> =>
    retryOnConflict(async () => {
      const { store, clock } = ports;
      const at = clock.now();
      const [event] = await store.readEvents([eventCode]);
      if (!event) throw new DomainError('unknown-event', { code: eventCode });
      const invited = await readAllInvited(ports, eventCode);
      if (invited.length === 0) throw new DomainError('settled-meanwhile');
      const reported = invited
        .filter((one) => one.answer?.kind !== 'not-coming')
        .map(({ personId }) => personId);
      const mails = isToCome(event, at) ? reported : [];
      await store.commit([
        { kind: 'invitations-cancelled', eventCode, at },
        ...mailsTo(ports, mails, { subjectIds: [formatSubject({ kind: 'uninvited', id: eventCode })], at }),
        audit('invitations-cancelled', {
          at,
          actor: by,
          subject: eventCode,
          details: { count: reported.length },
        }),
      ]);
    });

async function readAllInvited({ store }: Ports, eventCode: string): Promise<readonly Invitation[]> {
  const all: Invitation[] = [];
  for (let after: PersonId | undefined; ; ) {
    const slice = { limit: MOST_AT_ONCE, ...(after && { after }) };
    const some = await store.readEventInvitations(eventCode, slice);
    all.push(...some);
    after = some.length === MOST_AT_ONCE ? some.at(-1)?.personId : undefined;
    if (after === undefined) return all;
  }
}

/** The first instant of the day in Paris. People to whom a mail was sent since then get no further mail that
 *  day. */
export function beginOfDay(at: Instant): Instant {
  return instantInParis(localDateInParis(at), '00:00');
}

async function requireToCome({ store }: Ports, code: string, at: Instant): Promise<Event> {
  const [event] = await store.readEvents([code]);
  if (!event) throw new DomainError('unknown-event', { code });
  if (!INVITING_KINDS.includes(event.kind) || !isToCome(event, at)) throw new DomainError('invitation-over');
  return event;
}

/** One mail for each person. Changes of one kind are put together, because the store writes them together. */
function mailsTo(
  ports: Ports,
  people: readonly PersonId[],
  stated: { readonly subjectIds: readonly string[]; readonly at: Instant },
): readonly Change[] {
  const changes = people.flatMap((personId) => mailAbout(ports, { kind: 'invitation', personId, ...stated }));
  return Object.values(Object.groupBy(changes, ({ kind }) => kind)).flat();
}

interface AnswerInvitation {
  readonly eventCode: string;
  readonly personId: PersonId;
  readonly answer: InvitationAnswer;
}

/** Records a person's answer to an invitation. It may be changed until the event is over. Throws `not-found`
 *  where they are not invited, `invitation-over`. */
const answerInvitation =
  ({ store, clock }: Ports) =>
  ({ eventCode, personId, answer }: AnswerInvitation): Promise<void> =>
    retryOnConflict(async () => {
      const at = clock.now();
      const [[event], invitation] = await Promise.all([
        store.readEvents([eventCode]),
        store.readInvitation(eventCode, personId),
      ]);
      if (!event || !invitation) throw new DomainError('not-found');
      if (invitation.cancelledAt || !isToCome(event, at)) throw new DomainError('invitation-over');
      const details = { event: eventCode, answer };
      await store.commit([
        { kind: 'invitation-answered', eventCode, personId, answer, at },
        audit('invitation-answered', { at, actor: personId, subject: personId, details }),
      ]);
    });

export const invitationServices = useCases({
  invitePeople,
  remindInvited,
  cancelInvitations,
  answerInvitation,
});
