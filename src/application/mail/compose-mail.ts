import { achievementOf } from '../../catalogue/catalogue.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import type { Mail } from '../../domain/mail.ts';
import { type Engagement, isCountable, type Person } from '../../domain/records.ts';
import { credentialTexts } from '../../texts/fr/credential.ts';
import { mailTexts } from '../../texts/fr/mail.ts';
import { criteriaWords } from '../criteria-met.ts';
import type { Catalogue, IssuerConfig, Store } from '../ports.ts';
import { danePageUrl, mailChoicesUrl, principalPageUrl, rupnPageUrl } from './addresses.ts';
import type { MailBlock, MailContent } from './mail-content.ts';

export interface ComposeNeeds {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly issuer: IssuerConfig;
  readonly origin: string;
}

/** A mail and who gets it. */
export interface MailFor {
  readonly mail: Mail;
  readonly person: Person;
}

/** What a mail says at this moment, in French; undefined where what it was about has gone or is settled. */
export async function composeMail(needs: ComposeNeeds, it: MailFor): Promise<MailContent | undefined> {
  const blocks = await composeBlocks(needs, it);
  if (!blocks) return undefined;
  const { kind } = it.mail;
  const { footer, subjects } = mailTexts;
  return {
    subject: subjects[kind],
    blocks: [mailTexts.greeting, ...blocks],
    footer: [
      footer.reason(kind, needs.issuer.name),
      { label: footer.choose, url: mailChoicesUrl(needs.origin) },
      footer.question(needs.issuer.email),
    ],
  };
}

function composeBlocks(needs: ComposeNeeds, it: MailFor): Promise<readonly MailBlock[] | undefined> {
  switch (it.mail.kind) {
    case 'confirmation-request':
    case 'confirmation-reminder':
      return composeConfirmation(needs, it);
    case 'award':
      return composeAward(needs, it);
    case 'decision':
      return composeDecision(needs, it);
    case 'contest':
      return composeContest(needs, it);
  }
}

async function composeConfirmation({ store, origin }: ComposeNeeds, { mail, person }: MailFor) {
  const segments = await store.readEngagements(mail.subjectIds);
  const waiting: Engagement[] = [];
  for (const segment of segments) {
    if (segment.confirmation === 'requested' && (await isHead(store, segment, person))) waiting.push(segment);
  }
  if (waiting.length === 0) return undefined;
  const texts = mailTexts.confirmation;
  return [
    mail.kind === 'confirmation-request' ? texts.waiting(waiting.length) : texts.stillWaiting(waiting.length),
    texts.choices,
    ...(mail.kind === 'confirmation-reminder' ? [texts.withoutAnswer] : []),
    { label: texts.open, url: principalPageUrl(origin) },
  ];
}

async function composeAward(needs: ComposeNeeds, { mail }: MailFor) {
  const { store, catalogue, issuer, origin } = needs;
  const id = parseCredentialId(mail.subjectIds[0] ?? '');
  const found = id && (await store.readCredential(id));
  if (!found?.credential || found.credential.erasedAt || found.credential.revocation) return undefined;
  if (found.credential.choice.acceptance !== 'private') return undefined;
  const { award } = found;
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const met = criteriaWords(catalogue, { award, criteria }, 'fr').flatMap((said) =>
    said.met === undefined ? [] : [credentialTexts.criterionMet(said.requirement, said.met)],
  );
  const texts = mailTexts.award;
  const name = achievementOf(criteria, award.achievement).name.fr;
  const ofSchool = award.recipient.kind === 'establishment';
  return [
    ofSchool ? texts.ofSchool(name, issuer.name) : texts.ofPerson(name, issuer.name),
    ...(met.length > 0 ? [texts.criteria, { list: met }] : [texts.byDecision]),
    ofSchool ? texts.voluntaryForSchool : texts.voluntary,
    ofSchool ? texts.shownOfSchool : texts.shown,
    texts.download,
    { label: texts.open, url: ofSchool ? principalPageUrl(origin) : rupnPageUrl(origin) },
  ];
}

async function composeDecision({ store, issuer, origin }: ComposeNeeds, { mail, person }: MailFor) {
  const [segment] = await store.readEngagements(mail.subjectIds);
  if (segment?.personId !== person.id || segment.confirmation === 'requested') return undefined;
  const [school] = await store.readEstablishments([segment.uai]);
  const texts = mailTexts.decision;
  return [
    texts.decided(school?.name ?? segment.uai, segment.period.from),
    texts.states[segment.confirmation](issuer.name),
    isCountable(segment.confirmation) ? texts.counts : texts.contestable,
    { label: texts.open, url: rupnPageUrl(origin) },
  ];
}

async function composeContest({ store, origin }: ComposeNeeds, { mail, person }: MailFor) {
  const [segment] = await store.readEngagements(mail.subjectIds);
  if (segment?.confirmation !== 'contested') return undefined;
  const texts = mailTexts.contest;
  const heads = await isHead(store, segment, person);
  return [
    texts.waits,
    texts.where,
    { label: texts.open, url: partyPageUrl(origin, { segment, person, heads }) },
  ];
}

interface Party {
  readonly segment: Engagement;
  readonly person: Person;
  readonly heads: boolean;
}

/** A contest has three parties: the RUPN it is about, the principal of the school, the DANE. */
function partyPageUrl(origin: string, { segment, person, heads }: Party): string {
  if (segment.personId === person.id) return rupnPageUrl(origin);
  return heads ? principalPageUrl(origin) : danePageUrl(origin);
}

/** By the DANE's data, or by their own declaration. */
async function isHead(store: Store, { uai }: Engagement, { id }: Person): Promise<boolean> {
  return (await store.readHeadsOf(uai)).includes(id);
}
