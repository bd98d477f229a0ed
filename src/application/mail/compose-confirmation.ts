import { isWaiting } from '../../domain/engagement/engagement-proposal.ts';
import { schoolOfSubjects } from '../../domain/mail/mail-subject.ts';
import type { Engagement } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { confirmationsUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';
import { placeName } from './place-name.ts';

/** A mail to a principal: the number of engagements that wait in one school, and a link to them. */
export async function composeConfirmation(
  ports: Ports,
  { mail, person }: MailFor,
): Promise<SaidMail | undefined> {
  const { store, origin } = ports;
  const asked = await readAsked(store, mail.subjectIds);
  const others = asked.filter((one) => one.confirmation === 'requested' && one.personId !== person.id);
  const uai = schoolOfSubjects(mail.subjectIds) ?? others[0]?.uai;
  const proposals = uai ? await countProposals(store, uai, person) : 0;
  if (!uai || others.length + proposals === 0) return undefined;
  if (!(await store.readHeadsOf(uai)).includes(person.id)) return undefined;
  const many = others.filter((one) => one.uai === uai).length;
  const [school] = await store.readEstablishments([uai]);
  const { confirmation: texts, subjects } = mailWords(ports);
  const place = placeName(school, uai);
  const isFirst = mail.kind === 'confirmation-request';
  return {
    subject:
      many === 0
        ? texts.proposalSubject
        : subjects[isFirst ? 'confirmation-request' : 'confirmation-reminder'],
    blocks: [
      ...(many > 0
        ? [isFirst ? texts.waiting(many, place) : texts.stillWaiting(many, place), texts.choices]
        : []),
      ...(proposals > 0 ? [texts.proposals(proposals, place)] : []),
      ...(isFirst ? [] : [texts.withoutAnswer]),
      { label: texts.open, url: confirmationsUrl(origin, uai) },
    ],
  };
}

/** Number of the changes that teachers of the school propose, without the principal's own. */
async function countProposals(store: Store, uai: Uai, { id }: MailFor['person']): Promise<number> {
  const proposals = await store.readEngagementProposalsAt(uai);
  return proposals.filter((one) => isWaiting(one) && one.personId !== id).length;
}

const EVER = { scope: 'all', from: '0000-01-01' as LocalDate, to: '9999-12-31' as LocalDate } as const;

/** The segments that the mail names, or all segments that wait at the school that it names. */
async function readAsked(store: Store, subjectIds: readonly string[]): Promise<readonly Engagement[]> {
  const uai = schoolOfSubjects(subjectIds);
  return uai ? store.readWaitingSegments([uai], EVER) : store.readEngagements(subjectIds);
}
