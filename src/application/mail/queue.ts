import type { Award, Recipient } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import { type MailToWrite, messageIdOf } from '../../domain/mail/types.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

/** The instant of the commit, and the public origin. */
export interface QueueMailContext {
  readonly at: Instant;
  readonly origin: string;
}

/** The changes by which a use case adds a mail to its commit: the mail, and its task in the outbox. Without a
 *  mailer, use cases add no mail. The whole commit is refused where the recipient was erased. */
export function queueMail(mail: MailToWrite, { at, origin }: QueueMailContext): readonly Change[] {
  return [
    { kind: 'mail-added', mail, messageId: messageIdOf(mail.id, origin), at },
    { kind: 'outbox-added', id: mail.id, task: { kind: 'send-mail', mailId: mail.id }, at },
  ];
}

/** The changes that add a mail to a commit; none if the service sends no mail. */
export function mailAbout(
  { ids, origin, mailer }: Ports,
  mail: Omit<MailToWrite, 'id'> & { readonly at: Instant },
): readonly Change[] {
  if (!mailer) return [];
  const { at, ...what } = mail;
  return queueMail({ ...what, id: ids.uuid() }, { at, origin });
}

/** A badge that was just issued or corrected. The first subject is the credential. */
export interface AwardNotice {
  readonly award: Award;
  readonly subjectIds: readonly [CredentialId, ...string[]];
}

/** The mails about a badge that was just issued or corrected, to its holder or to the principals of the
 *  school. There is none for a recipient without an address. The first subject is the credential. */
export function queueAwardMail(
  ports: Ports,
  award: Award,
  subjectIds: AwardNotice['subjectIds'],
): Promise<readonly Change[]> {
  return queueAwardMails(ports, [{ award, subjectIds }]);
}

/** The mails about many badges. Their addressees are read together. Without a mail server they get no task in
 *  production: they leave once there is one (`unsent.ts`). */
export async function queueAwardMails(
  { store, clock, ids, origin, mailer, writesUnsentMail }: Ports,
  notices: readonly AwardNotice[],
): Promise<readonly Change[]> {
  if (!mailer && !writesUnsentMail) return [];
  const addresseesOf = await readAddressees(
    store,
    notices.map(({ award }) => award.recipient),
  );
  const changes = notices
    .flatMap(({ award, subjectIds }) =>
      addresseesOf(award.recipient).flatMap((personId) =>
        queueMail({ id: ids.uuid(), kind: 'award', personId, subjectIds }, { at: clock.now(), origin }),
      ),
    )
    .filter(({ kind }) => mailer || kind === 'mail-added');
  // The store writes consecutive changes of one kind together.
  return Object.values(Object.groupBy(changes, ({ kind }) => kind)).flat();
}

/** The people to write to about badges of these recipients: those with an address. */
export async function readAddressees(
  store: Store,
  recipients: readonly Recipient[],
): Promise<(recipient: Recipient) => readonly PersonId[]> {
  const headsOf = await readHeads(store, recipients);
  const addresseesOf = (recipient: Recipient) =>
    recipient.kind === 'person' ? [recipient.personId] : (headsOf.get(recipient.uai) ?? []);
  const people = await store.readPeople([...new Set(recipients.flatMap(addresseesOf))]);
  const reached = new Set(people.filter(({ emails }) => emails.length > 0).map(({ id }) => id));
  return (recipient) => addresseesOf(recipient).filter((id) => reached.has(id));
}

/** The principals of the schools among the recipients, by id. */
async function readHeads(
  store: Store,
  recipients: readonly Recipient[],
): Promise<ReadonlyMap<Uai, readonly PersonId[]>> {
  const uais = new Set(recipients.flatMap((one) => (one.kind === 'establishment' ? [one.uai] : [])));
  if (uais.size === 0) return new Map();
  const headships = await store.readHeadships([...uais]);
  return new Map(
    [...uais].map((uai) => {
      const heads = headships.filter((one) => one.uai === uai).map(({ personId }) => personId);
      return [uai, [...new Set(heads)].sort()];
    }),
  );
}
