import { keyOfForm } from '../../application/idempotency-key.ts';
import { prepareJob } from '../../application/jobs/begin.ts';
import { counted, type TakeStep } from '../../application/jobs/step.ts';
import { composeLetter } from '../../application/mail/compose.ts';
import { layOutMail } from '../../application/mail/lay-out.ts';
import { queueMail } from '../../application/mail/queue.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { JobCommand } from '../../domain/job/types.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { firstDayOf, schoolYearOf } from '../../domain/time/school-year.ts';
import { searchToday } from '../directory/actions.ts';
import type { DirectoryFilter } from '../directory/feature.ts';
import {
  MOST_MESSAGES_A_DAY,
  type NetworkMessage,
  type RecipientCounts,
  type RecipientState,
} from './feature.ts';
import { describeMessage } from './mails.ts';

/** Number of people whom one step of a message reaches. */
const STEP_SIZE = 100;

interface Written {
  readonly title: string;
  readonly body: string;
  readonly filter: DirectoryFilter;
}

/** A message before it leaves: the people whom it would reach, the mail, and how many may still leave today. */
export interface MessagePreview {
  readonly counts: RecipientCounts;
  readonly subject: string;
  readonly text: string;
}

/** Reads what sending the message would do now. Nothing is written or sent. */
const previewMessage =
  (ports: Ports) =>
  async ({ filter, ...words }: Written): Promise<MessagePreview> => {
    const content = composeLetter(ports, undefined, [
      { mail: { kind: 'message' }, said: describeMessage(ports, words) },
    ]);
    const counts = await countMessage(ports)(filter);
    return { counts, subject: content.subject, text: layOutMail(content).text };
  };

/** The people of the filter today: whom a message would reach, and who is left out and why. */
const countMessage = (ports: Ports) => (filter: DirectoryFilter) => {
  const search = searchToday(ports, filter);
  return ports.store.countMessageRecipients(search, firstDayOf(schoolYearOf(search.on)));
};

/** How many messages may still be written today. */
const countMessagesLeft =
  ({ store, clock }: Ports) =>
  async (): Promise<number> => {
    const turns = await store.readMessageTurns(localDateInParis(clock.now()));
    return Math.max(0, MOST_MESSAGES_A_DAY - turns.length);
  };

interface WriteMessage extends Written {
  readonly actor: PersonId;
  readonly once?: string | undefined;
}

/** Records a message and begins the job that sends it, in one commit. The same form sent again gives the same
 *  message. Throws `mail-not-possible` where the service sends no mail, `too-many-messages` where the day has its
 *  messages, and `nobody-to-write-to`. */
const writeMessage =
  (ports: Ports) =>
  ({ actor, once, filter, title, body }: WriteMessage): Promise<string> =>
    retryOnConflict(async () => {
      const { store, clock, ids, mailer } = ports;
      if (!mailer) throw new DomainError('mail-not-possible');
      const said = [title, body, JSON.stringify(filter)];
      const id = (await keyOfForm({ by: actor, once, said })) ?? ids.credentialId();
      if (await store.readMessage(id)) return id;
      const at = clock.now();
      const on = localDateInParis(at);
      const turns = await store.readMessageTurns(on);
      const turn = freeTurn(turns);
      if (turn === undefined) throw new DomainError('too-many-messages', { most: MOST_MESSAGES_A_DAY });
      const people = await store.countDirectory({ ...filter, on });
      if (people === 0) throw new DomainError('nobody-to-write-to');
      const written = { writtenOn: on, turn, writtenAt: at, writtenBy: actor, people };
      const message: NetworkMessage = { id, title, body, filter, ...written };
      const command = { kind: 'send-message', messageId: id } as const;
      const job = await prepareJob(ports, { command, madeBy: actor, waitSeconds: 0, total: people });
      await store.commit([
        { kind: 'message-written', message },
        audit('message-written', { at, actor, subject: id, details: { people } }),
        ...job.changes,
      ]);
      return id;
    });

/** The first turn of a day that no message has. */
function freeTurn(turns: readonly number[]): number | undefined {
  const all = Array.from({ length: MOST_MESSAGES_A_DAY }, (_, index) => index + 1);
  return all.find((turn) => !turns.includes(turn));
}

/** Reaches the next people of a message: each gets a mail, or is noted as left out. Whom it has reached it never
 *  reaches again, also where people are merged or the step is taken again. */
export const sendMessageStep =
  (ports: Ports): TakeStep =>
  async ({ command, progress }) => {
    const { store, clock, ids, origin } = ports;
    const { messageId } = command as Extract<JobCommand, { kind: 'send-message' }>;
    const message = await store.readMessage(messageId);
    if (!message || message.cancelledAt || message.title === '') {
      return { progress, advanced: 0, finished: true, changes: [] };
    }
    const search = { ...message.filter, on: message.writtenOn, messageId, limit: STEP_SIZE };
    const people = await store.readUnreached(search);
    const context = { at: clock.now(), origin };
    const subjectIds = [formatSubject({ kind: 'message', id: messageId })];
    const sent = people.map(({ personId, leftOut }) => {
      if (leftOut) return { mails: [], recipient: { messageId, personId, leftOut } };
      const mailId = ids.uuid();
      const mails = queueMail({ id: mailId, kind: 'message', personId, subjectIds }, context);
      return { mails, recipient: { messageId, personId, mailId } };
    });
    const mails = Object.groupBy(
      sent.flatMap((one) => one.mails),
      ({ kind }) => kind,
    );
    const outcomes = people.map(({ leftOut }) => leftOut ?? 'mail-queued');
    return {
      progress: { phase: 0, counts: counted(progress.counts, outcomes) },
      advanced: people.length,
      finished: people.length < STEP_SIZE,
      changes: [
        // A recipient refers to the mail.
        ...Object.values(mails).flat(),
        ...sent.map(({ recipient }): Change => ({ kind: 'message-sent', recipient })),
      ],
    };
  };

/** How far a message is. */
export interface MessageState {
  readonly message: NetworkMessage;
  readonly counts: Readonly<Partial<Record<RecipientState, number>>>;
  /** People whom it has not reached, and will reach unless it is cancelled. */
  readonly left: number;
  /** The job that still sends it. */
  readonly jobId?: string;
}

/** A message with what came back. Throws `not-found`. */
const readMessageState =
  ({ store }: Ports) =>
  async (id: string): Promise<MessageState> => {
    const message = await store.readMessage(id);
    if (!message) throw new DomainError('not-found');
    const [counts, jobs] = await Promise.all([
      store.countOutcomes(id),
      store.readUnfinishedJobs('send-message'),
    ]);
    const job = jobs.find(({ command }) => command.kind === 'send-message' && command.messageId === id);
    const reached = Object.values(counts).reduce((sum, many) => sum + many, 0);
    const left = job || message.cancelledAt ? Math.max(0, message.people - reached) : 0;
    return { message, counts, left, ...(job && { jobId: job.id }) };
  };

/** Stops a message: the mails that have not left do not leave. Throws `not-found`, and `settled-meanwhile` where it
 *  was cancelled before or all of it has left. */
const cancelMessage =
  (ports: Ports) =>
  ({ id, actor }: { readonly id: string; readonly actor: PersonId }): Promise<void> =>
    retryOnConflict(async () => {
      const { message, counts, left } = await readMessageState(ports)(id);
      if (message.cancelledAt || !(left || counts.waiting)) throw new DomainError('settled-meanwhile');
      const at = ports.clock.now();
      await ports.store.commit([
        { kind: 'message-cancelled', id, by: actor, at },
        audit('message-cancelled', { at, actor, subject: id }),
      ]);
    });

export const messageServices = useCases({
  previewMessage,
  countMessage,
  countMessagesLeft,
  writeMessage,
  readMessageState,
  cancelMessage,
});
