import type { Allowance } from '../../application/concurrency/query-budget.ts';
import { remindPrincipals } from '../../application/confirmations/request-from-principals.ts';
import { measureWhenOld } from '../../application/coverage/measure-schools.ts';
import { composeLetter } from '../../application/mail/compose.ts';
import { composeConfirmation } from '../../application/mail/compose-confirmation.ts';
import { layOutMail } from '../../application/mail/lay-out.ts';
import { doEachItem } from '../../application/maintenance/one-by-one.ts';
import type { Store } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, type SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { openImportedContests } from '../contests/actions.ts';
import type { Campaign, CampaignRequestCounts, CampaignTarget } from './feature.ts';

export interface OpenCampaign {
  readonly name: string;
  readonly schoolYear: SchoolYear;
  readonly closesOn: LocalDate;
  readonly actor: PersonId;
}

/** Opens a campaign, for which a job then asks the principals. Sent again by the same author, it gives the
 *  campaign that stands. Returns `name-taken` where another campaign has the name, because lists show campaigns
 *  by name. */
const openCampaign =
  ({ store, clock, ids }: Ports) =>
  ({ actor, ...asked }: OpenCampaign): Promise<Campaign | 'name-taken'> =>
    retryOnConflict(async () => {
      const named = await store.readCampaignNamed(asked.name);
      if (named) return isSame(named, { actor, ...asked }) ? named : 'name-taken';
      const at = clock.now();
      // These ids grow with time, so campaigns can be listed by id with the newest first.
      const campaign: Campaign = { ...asked, id: ids.awardId(), openedAt: at, openedBy: actor };
      await store.commit([
        { kind: 'campaign-opened', campaign },
        audit('campaign-opened', { at, actor, subject: campaign.id }),
      ]);
      return campaign;
    });

function isSame(campaign: Campaign, { actor, name, schoolYear, closesOn }: OpenCampaign): boolean {
  return (
    campaign.closedAt === undefined &&
    campaign.openedBy === actor &&
    campaign.name === name &&
    campaign.schoolYear === schoolYear &&
    campaign.closesOn === closesOn
  );
}

export interface CloseCampaign {
  readonly id: string;
  /** True to take back the unanswered requests as well. */
  readonly cancelled: boolean;
  readonly actor: PersonId;
}

/** Closes a campaign now, or cancels it. When it is cancelled, its unanswered requests are taken back: no
 *  reminders follow, and a later campaign may ask again. Answers are kept. Throws `not-found`, and
 *  `settled-meanwhile` where that is done already. */
const closeCampaign =
  ({ store, clock }: Ports) =>
  ({ id, cancelled, actor }: CloseCampaign): Promise<void> =>
    retryOnConflict(async () => {
      const campaign = await store.readCampaign(id);
      if (!campaign) throw new DomainError('not-found');
      if (cancelled ? campaign.cancelled : campaign.closedAt) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      const action = cancelled ? 'campaign-cancelled' : 'campaign-closed';
      await store.commit([
        { kind: 'campaign-closed', id, at, cancelled },
        audit(action, { at, actor, subject: id }),
      ]);
    });

export interface PreviewQuery {
  readonly schoolYear: SchoolYear;
  /** As the campaign will be opened. */
  readonly campaign?: Pick<Campaign, 'name' | 'closesOn'> | undefined;
  readonly text?: string;
  readonly withoutHead?: boolean;
  readonly after?: Uai;
  readonly limit: number;
}

/** The effects of a campaign: the numbers of schools and engagements, and one of its mails. */
export interface CampaignPreview {
  readonly counts: CampaignRequestCounts;
  readonly schools: readonly CampaignTarget[];
  /** Absent if no mail would be sent. */
  readonly example?: { readonly uai: Uai; readonly subject: string; readonly text: string };
}

/** Reads the requests that a campaign of the school year would send now. Nothing is written or sent. */
const previewCampaign =
  (ports: Ports) =>
  async ({ schoolYear, campaign, ...search }: PreviewQuery): Promise<CampaignPreview> => {
    const { store, clock, scope } = ports;
    const waiting = { scope, from: firstDayOf(schoolYear), to: lastDayOf(schoolYear) };
    const openOn = localDateInParis(clock.now());
    const [counts, schools, [first]] = await Promise.all([
      store.countAskedSchools({ ...waiting, openOn }),
      store.readAskedSchools({ ...waiting, ...search, openOn }),
      store.readAskedSchools({ ...waiting, openOn, isMailed: true, limit: 1 }),
    ]);
    const example = first && (await composeExample(ports, first, { ...waiting, campaign }));
    return { counts, schools, ...(example && { example }) };
  };

/** The mail to a principal of that school, in the wording it would have now. */
async function composeExample(
  ports: Ports,
  { uai }: CampaignTarget,
  { campaign, ...waiting }: Parameters<Store['readWaitingSegments']>[1] & Pick<PreviewQuery, 'campaign'>,
): Promise<CampaignPreview['example']> {
  const { store } = ports;
  const engagements = await store.readWaitingSegments([uai], waiting);
  const [head] = await store.readHeadsOf(uai);
  const [person] = head ? await store.readPeople([head]) : [];
  if (!person) return undefined;
  const kind = 'confirmation-request' as const;
  const references = engagements.map(({ reference }) => reference);
  const about = { kind: 'confirmation', isReminder: false, uai: undefined, references } as const;
  const said = await composeConfirmation(ports, person, { ...about, campaign });
  const content = said && composeLetter(ports, person, [{ mail: { kind }, said }]);
  return content && { uai, subject: content.subject, text: layOutMail(content).text };
}

/** The timer's work on coverage, campaigns and contests. It is done before the jobs. */
export const campaignMaintenance = (ports: Ports) => {
  const [measure, remind] = [measureWhenOld(ports), remindPrincipals(ports)];
  const openContests = openImportedContests(ports);
  return async (allowance: Allowance): Promise<void> => {
    await doEachItem(ports.log, 'campaigns', [
      { id: 'measure', action: measure },
      { id: 'contests', action: () => openContests(allowance) },
      { id: 'reminders', action: () => remind(allowance) },
    ]);
  };
};

export const campaignServices = useCases({ openCampaign, closeCampaign, previewCampaign });
