import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import { aboutOf } from '../../domain/mail/about.ts';
import { cannotWait, letterKey, nextMorning } from '../../domain/mail/digest.ts';
import { mailTiming } from '../../domain/mail/timing.ts';
import { isOptional, type Mail, type MailClosing, type MailLanguage } from '../../domain/mail/types.ts';
import type { Person } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Ports } from '../service-ports.ts';
import { composeLetter, describeMail } from './compose.ts';
import type { MailMessage } from './content.ts';
import { layOutMail } from './lay-out.ts';
import type { MailDelivery, Mailer } from './mailer.ts';

/** What the task of a mail comes to: the changes to commit with its end, or the instant until which it waits. */
export type Sending = { readonly changes: readonly Change[] } | { readonly until: Instant };

/** Writes a mail with today's facts, and sends it to the person's present address, as far as it is wanted. Mails of
 *  the same timing that wait for the person leave with it. A daily mail waits if the person has had the letter of the
 *  day. Nothing is left to do if the mail has its final state, or leaves with another one. Throws `unreachable` if no
 *  mail can be sent now, and `unexpected` if this one cannot be sent. The errors name no person. */
export async function sendMail(
  ports: Ports,
  mailer: Pick<Mailer, 'send'>,
  command: SendMail,
): Promise<Sending> {
  const letter = await openLetter(ports, command);
  if ('until' in letter) return letter;
  const { to, person, parts } = letter;
  const reported = parts.flatMap((part) => ('said' in part ? [part] : []));
  const [first] = reported;
  if (!to || !person || !first)
    return { changes: parts.map((part) => close(ports, part, { state: 'sent' })) };
  const content = composeLetter({ ...ports, language: letter.language }, person, reported);
  const end = toEnd(
    await mailer.send({
      to,
      subject: content.subject,
      messageId: letter.messageId,
      ...layOutMail(content),
    }),
  );
  if (end.state === 'refused')
    ports.log.error('mail-refused', { id: command.mailId, kind: first.mail.kind, code: end.reason });
  return { changes: parts.map((part) => close(ports, part, end)) };
}

/** The end of a mail: that of its letter where it was told. */
function close({ clock }: Ports, part: LetterMail, end: End): Change {
  const own = 'skip' in part ? ({ state: 'skipped', reason: part.skip } as const) : end;
  return { kind: 'mail-closed', closing: { id: part.mail.id, at: clock.now(), ...own } };
}

type End =
  | { readonly state: 'sent' }
  | { readonly state: 'refused'; readonly reason: NonNullable<MailClosing['reason']> };

function toEnd(delivery: MailDelivery): End {
  switch (delivery.kind) {
    case 'accepted':
      return { state: 'sent' };
    case 'refused':
      return { state: 'refused', reason: delivery.code };
    case 'postponed':
      throw new DomainError('unexpected', { reason: delivery.code });
    case 'unreachable':
      throw new DomainError('unreachable', {
        ...(delivery.server && { url: delivery.server }),
        reason: delivery.code,
      });
  }
}

interface SendMail {
  readonly mailId: string;
  /** The most mails that leave together. */
  readonly most: number;
}

/** A mail of a letter, with what it says now, or the reason why it says nothing. */
type LetterMail =
  | { readonly mail: Mail; readonly said: MailMessage }
  | { readonly mail: Mail; readonly skip: 'not-wanted' | 'no-address' | 'nothing-to-say' };

interface Letter {
  readonly to: string | undefined;
  readonly person: Person | undefined;
  readonly language: MailLanguage;
  /** The same at every attempt, because the first mail of the letter is. */
  readonly messageId: string;
  /** Empty if nothing is left to do. */
  readonly parts: readonly LetterMail[];
}

/** Another process may take the same mails, or the same day, once for each of its tasks. */
const MOST_TRIES = 3;

/** The letter that this mail leads. It is committed before it is sent, so that no other process sends one of its
 *  mails, and whoever takes the task over after a kill sends the same mails under the same Message-ID. */
async function openLetter(ports: Ports, command: SendMail): Promise<Letter | { readonly until: Instant }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryToOpen(ports, command);
    } catch (error) {
      if (!isOvertaken(error) || tries === MOST_TRIES) throw error;
    }
  }
}

function isOvertaken(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'store-conflict';
}

const NOTHING_LEFT: Letter = {
  to: undefined,
  person: undefined,
  language: 'fr',
  messageId: '',
  parts: [],
};

/** Whether the mail is still to be sent, and not with another one. */
function leaves(mail: Mail | undefined, id: string): mail is Mail {
  return mail?.state === 'waiting' && (mail.letterId ?? id) === id;
}

async function tryToOpen(
  ports: Ports,
  { mailId, most }: SendMail,
): Promise<Letter | { readonly until: Instant }> {
  const { store, clock } = ports;
  const mail = await store.readMail(mailId);
  if (!leaves(mail, mailId)) return NOTHING_LEFT;
  const read = await makeLetterMailReader(ports, mail);
  const letterOf = (parts: readonly LetterMail[]): Letter => ({
    ...read.reader,
    messageId: mail.messageId,
    parts,
  });
  if (mail.letterId !== undefined)
    return letterOf(await readAll(await store.readMailsOfLetter(mailId), read.part));
  const first = await read.part(mail);
  if ('skip' in first) return letterOf([first]);
  const now = clock.now();
  const ofDay = letterKey(mail.personId, now);
  const timing = mailTiming(aboutOf(mail));
  const isOwn = timing === 'at-once' || (await store.isLetterOpen(ofDay));
  if (timing === 'daily' && isOwn && !cannotWait(first.said.by, now)) {
    // The letter of the day may have taken this mail along since it was read.
    return leaves(await store.readMail(mailId), mailId) ? { until: nextMorning(now) } : NOTHING_LEFT;
  }
  const others = (await store.readMailsToGather(mail.personId, most)).filter(
    (other) => other.id !== mailId && mailTiming(aboutOf(other)) === timing,
  );
  const gathered = (await readAll(others, read.part)).filter((part) => 'said' in part);
  await store.commit([
    {
      kind: 'letter-opened',
      id: mailId,
      letterKey: isOwn ? `${ofDay} ${mailId}` : ofDay,
      gathered: gathered.map((part) => part.mail.id),
    },
  ]);
  return letterOf([first, ...gathered]);
}

async function readAll(
  mails: readonly Mail[],
  read: (mail: Mail) => Promise<LetterMail>,
): Promise<readonly LetterMail[]> {
  const parts: LetterMail[] = [];
  for (const mail of mails) parts.push(await read(mail));
  return parts;
}

async function makeLetterMailReader(ports: Ports, { personId }: Mail) {
  const [unwanted, language = 'fr', [person]] = await Promise.all([
    ports.store.readUnwantedMail(personId),
    ports.store.readMailLanguage(personId),
    ports.store.readPeople([personId]),
  ]);
  const to = person?.emails[0];
  const part = async (mail: Mail): Promise<LetterMail> => {
    if (isOptional(mail.kind) && unwanted.includes(mail.kind)) return { mail, skip: 'not-wanted' };
    if (!person || !to) return { mail, skip: 'no-address' };
    const said = await describeMail({ ...ports, language }, { mail, person });
    return said ? { mail, said } : { mail, skip: 'nothing-to-say' };
  };
  return { reader: { to, person, language }, part };
}
