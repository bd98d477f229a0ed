import { achievementOf } from '../../catalogue/versions.ts';
import { OUTDATED_SUBJECTS } from '../../domain/award/credential-change.ts';
import { silentFrom } from '../../domain/confirmation/request.ts';
import { isWaiting } from '../../domain/engagement/proposal.ts';
import { isToRenew } from '../../domain/engagement/renewal.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import { byName, fullName } from '../../domain/person/name.ts';
import type { Engagement, Person } from '../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { type Campaign, isOpen } from '../../features/campaigns/feature.ts';
import { servedTitle } from '../../issuing/badge-title.ts';
import type { Store } from '../ports.ts';
import { confirmationsUrl, ownBadgeUrl } from './addresses.ts';
import { languageOf, type MailMessage, type MailPorts, mailTextsOf, placeName } from './content.ts';

/** The campaign that will have asked; read from the requests where it is not given. */
type Asking = AboutOf<'confirmation'> & {
  readonly campaign?: Pick<Campaign, 'name' | 'closesOn'> | undefined;
};

/** A mail to a principal: whose engagements wait in one school, until when, and a link to them. */
export async function composeConfirmation(
  ports: MailPorts,
  person: Person,
  about: Asking,
): Promise<MailMessage | undefined> {
  const { store, origin } = ports;
  const requested = await readRequestedEngagements(store, about);
  const others = requested.filter((one) => one.confirmation === 'requested' && one.personId !== person.id);
  const year = schoolYearOf(localDateInParis(ports.clock.now()));
  const again = requested.filter((one) => isToRenew(one, year) && one.personId !== person.id);
  const uai = about.uai ?? others[0]?.uai ?? again[0]?.uai;
  const proposals = uai ? await countProposals(store, uai, person) : 0;
  if (!uai || others.length + again.length + proposals === 0) return undefined;
  if (!(await store.readHeadsOf(uai)).includes(person.id)) return undefined;
  const ofSchool = others.filter((one) => one.uai === uai);
  const many = ofSchool.length;
  const toRenew = again.filter((one) => one.uai === uai).length;
  const [[school], people, { campaign, silentFrom }] = await Promise.all([
    store.readSchoolsByUai([uai]),
    store.readPeople([...new Set(ofSchool.map(({ personId }) => personId))]),
    readTerms(ports, ofSchool, about),
  ]);
  const { confirmation: texts, subjects } = mailTextsOf(ports);
  const place = placeName(school, uai);
  const isFirst = !about.isReminder;
  return {
    subject:
      many === 0
        ? texts[toRenew > 0 ? 'renewalSubject' : 'proposalSubject']
        : subjects[isFirst ? 'confirmation-request' : 'confirmation-reminder'],
    by: campaign?.closesOn,
    blocks: [
      ...(many > 0
        ? [
            isFirst ? texts.waiting(many, place) : texts.stillWaiting(many, place),
            { list: namesOf(people, texts.others) },
            texts.choices,
            ...(campaign ? [texts.closes(campaign.name, campaign.closesOn)] : []),
            texts.withoutAnswer(silentFrom),
          ]
        : []),
      ...(toRenew > 0 ? [texts.toRenew(toRenew, place), texts.renewalChoices] : []),
      ...(proposals > 0 ? [texts.proposals(proposals, place)] : []),
    ],
    act: { label: texts.open, url: confirmationsUrl(origin, uai) },
  };
}

/** A mail names at most this many people. */
const MOST_NAMED = 20;

function namesOf(people: readonly Person[], others: (many: number) => string): readonly string[] {
  const names = people.toSorted(byName).map(fullName);
  return names.length <= MOST_NAMED
    ? names
    : [...names.slice(0, MOST_NAMED), others(names.length - MOST_NAMED)];
}

/** The campaign that asks for these engagements, the one that closes first, and the day from which the DANE may
 *  answer in the place of the principal. */
async function readTerms(
  { store, clock }: MailPorts,
  engagements: readonly Engagement[],
  { campaign: given }: Pick<Asking, 'campaign'>,
): Promise<{ readonly campaign: Asking['campaign']; readonly silentFrom: LocalDate }> {
  const requests = given ? [] : await store.readConfirmationRequests(engagements.map((one) => one.reference));
  const ids = new Set(requests.flatMap(({ campaignId }) => campaignId ?? []));
  const campaigns = (await Promise.all([...ids].map(store.readCampaign))).flatMap((one) => one ?? []);
  const today = localDateInParis(clock.now());
  const [first] = campaigns
    .filter((one) => isOpen(one, today))
    .toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1));
  const [requested = clock.now()] = requests.map(({ requestedAt }) => requestedAt).toSorted();
  return { campaign: given ?? first, silentFrom: localDateInParis(silentFrom(requested)) };
}

/** Number of the changes that teachers of the school propose, without the principal's own. */
async function countProposals(store: Store, uai: Uai, { id }: Person): Promise<number> {
  const proposals = await store.readEngagementProposalsAt(uai);
  return proposals.filter((one) => isWaiting(one) && one.personId !== id).length;
}

const EVER = { scope: 'all', from: '0000-01-01' as LocalDate, to: '9999-12-31' as LocalDate } as const;

/** The engagements that the mail names, or all engagements that wait at the school that it names. */
async function readRequestedEngagements(
  store: Store,
  { uai, references }: AboutOf<'confirmation'>,
): Promise<readonly Engagement[]> {
  return uai ? store.readWaitingSegments([uai], EVER) : store.readEngagements(references);
}

/** A mail to the holder of a badge that was signed again: the parts that were wrong, and the consequences for
 *  the holder. */
export async function composeCorrection(
  ports: MailPorts,
  { credentialId: id, parts: wrong }: AboutOf<'badge-correction'>,
): Promise<MailMessage | undefined> {
  const found = id && (await ports.store.readCredential(id));
  if (!id || !found?.credential || found.credential.erasedAt || found.credential.revocation) return undefined;
  if (found.credential.choice.acceptance === 'declined') return undefined;
  const { award } = found;
  const criteria = ports.catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const issued = { award, credential: found.credential };
  const name = servedTitle(achievementOf(criteria, award.achievement), issued, languageOf(ports));
  const { correction: texts } = mailTextsOf(ports);
  return {
    subject: texts.subject,
    blocks: [
      texts.signedAgain(name, ports.issuer.name),
      texts.why,
      { list: OUTDATED_SUBJECTS.filter((part) => wrong.includes(part)).map((part) => texts.reasons[part]) },
      texts.unchanged,
      texts.copies,
    ],
    act: { label: texts.open, url: ownBadgeUrl(ports.origin, id) },
  };
}
