import { seenContribution } from '../../../../domain/award/counted-records.ts';
import type { Contribution, Engagement, PersonRecord } from '../../../../domain/records.ts';
import { ConfirmationTag } from '../../components/confirmation-tag.tsx';
import { eventHref } from '../../components/event-summary.ts';
import { engagementTexts } from '../../engagements/descriptions.ts';
import { missionCodes } from '../../engagements/facts.tsx';
import { type MemberEngagement, MemberEngagements } from '../../engagements/member.tsx';
import { ActionButton } from '../../forms/elements.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { validationHref } from '../contributions.tsx';
import { CollapsibleTable } from './collapsible-table.tsx';
import type { PersonRead } from './read-person.ts';
import { type RemovalKey, removalHref } from './removal.tsx';

/** Whose facts they are. */
interface FactsContext {
  /** Address of the person's page; the forms are under it. */
  readonly href: string;
  /** Whether the viewer may enter and correct facts; no one may do so in their own record. */
  readonly mayKeep: boolean;
}

/** The facts recorded about a person, the latest first: engagements, events attended, reviews,
 *  contributions. */
export function renderFacts(request: PageRequest, { person, record, schoolOf }: PersonRead) {
  const { engagements = [], attended = [], reviews = [], contributions = [] } = record ?? {};
  const mayKeep = request.may('keep-record', { kind: 'person', personId: person.id });
  const saved = { href: `/dane/people/${person.id}`, mayKeep };
  return (
    <>
      <Engagements
        {...saved}
        segments={latest(engagements, ({ period }) => period.from).map((one) => ({
          ...toEngagementView(one, request, saved),
          school: schoolOf(one.uai),
        }))}
      />
      <Attended {...saved} attended={latest(attended, ({ event }) => event.startsOn)} />
      <Reviews {...saved} reviews={latest(reviews, ({ on }) => on)} schoolOf={schoolOf} />
      <Contributions {...saved} contributions={latest(contributions, ({ on }) => on)} />
    </>
  );
}

function latest<Of>(all: readonly Of[], dayOf: (one: Of) => string): readonly Of[] {
  return all.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
}

function toEngagementView(
  engagement: Engagement,
  { wording, today }: PageRequest,
  { href, mayKeep }: FactsContext,
): MemberEngagement {
  const { t } = wording;
  const { reference, period, confirmation, reservation } = engagement;
  const shown = engagementTexts(engagement, wording);
  const isContested = confirmation === 'contested';
  return {
    ...shown,
    missions: missionCodes(shown),
    over: period.to !== undefined && period.to < today,
    note: reservation && t.dane.people.person.because(reservation),
    fixed: isContested ? t.changes.person.contested : undefined,
    ...(mayKeep &&
      !isContested && {
        changeHref: `${href}/engagements/${encodeURIComponent(reference)}`,
        removalHref: removalHref(href, { kind: 'engagement', reference }),
      }),
  };
}

/** Links to the forms that add to a list, by their path; none if the viewer may not add. */
function Add({ href, mayKeep, links }: FactsContext & { links: Readonly<Record<string, string>> }) {
  if (!mayKeep) return null;
  return (
    <p class="actions">
      {Object.entries(links).map(([path, label]) => (
        <a class="button-secondary" href={`${href}/${path}`}>
          {label}
        </a>
      ))}
    </p>
  );
}

function Remove({ href, of, label }: { href: string; of: RemovalKey; label: string }) {
  return (
    <a href={removalHref(href, of)} aria-label={label}>
      {usePageContext().t.changes.dane.remove}
    </a>
  );
}

function Engagements({ segments, ...kept }: FactsContext & { segments: readonly MemberEngagement[] }) {
  const { dane, changes } = usePageContext().t;
  const t = dane.people.person;
  return (
    <section>
      <h2>{t.engagements}</h2>
      <Add {...kept} links={{ 'engagements/new': changes.dane.enter, departure: changes.dane.departure }} />
      {segments.length === 0 ? <p>{t.noEngagement}</p> : <MemberEngagements segments={segments} />}
    </section>
  );
}

function Attended({ attended, ...kept }: FactsContext & Pick<PersonRecord, 'attended'>) {
  const { day, records, changes, dane } = usePageContext().t;
  const t = dane.people.person;
  return (
    <>
      <CollapsibleTable
        title={t.trainings}
        none={t.noTraining}
        rows={attended}
        columns={[
          {
            heading: t.event,
            cell: ({ event }) => <a href={eventHref(event.code)}>{event.title}</a>,
            names: true,
          },
          { heading: t.on, cell: ({ event }) => day(event.startsOn) },
          { heading: t.nature, cell: ({ event }) => records.eventKinds[event.kind] },
          { heading: t.hours, cell: ({ hours }) => (hours > 0 ? t.hoursOf(hours) : '—') },
          { heading: t.proof, cell: ({ proof }) => records.proofs[proof] },
          kept.mayKeep && {
            heading: changes.dane.change,
            cell: ({ event: { code, title } }) => (
              <Remove
                href={kept.href}
                of={{ kind: 'attendance', event: code }}
                label={changes.dane.removeAttendanceOf(title)}
              />
            ),
          },
        ]}
      />
      <Add {...kept} links={{ 'attendances/new': changes.dane.attendance }} />
    </>
  );
}

function Reviews(props: FactsContext & Pick<PersonRecord, 'reviews'> & Pick<PersonRead, 'schoolOf'>) {
  const { reviews, schoolOf, ...kept } = props;
  const { day, records, changes, dane } = usePageContext().t;
  const t = dane.people.person;
  return (
    <>
      <CollapsibleTable
        title={t.reviews}
        none={t.noReview}
        rows={reviews}
        columns={[
          { heading: t.on, cell: ({ on }) => day(on), names: true },
          { heading: t.nature, cell: ({ kind }) => records.reviewKinds[kind] },
          { heading: t.school, cell: ({ uai }) => schoolOf(uai) },
          kept.mayKeep && {
            heading: changes.dane.change,
            cell: ({ kind, uai, on }) => (
              <Remove
                href={kept.href}
                of={{ kind, uai, on }}
                label={changes.dane.removeOf(`${records.reviewKinds[kind]}, ${day(on)}`)}
              />
            ),
          },
        ]}
      />
      <Add {...kept} links={{ 'reviews/new': changes.dane.review }} />
    </>
  );
}

function Contributions({ contributions, ...kept }: FactsContext & Pick<PersonRecord, 'contributions'>) {
  const { day, records, changes, dane } = usePageContext().t;
  const t = dane.people.person;
  const kindOf = ({ kind }: Contribution) => records.contributions[kind].one;
  return (
    <>
      <CollapsibleTable
        title={t.contributions}
        none={t.noContribution}
        rows={contributions}
        columns={[
          {
            heading: t.nature,
            cell: (one) => (
              <>
                {one.title && `${one.title} : `}
                {kindOf(one)}
                {one.description && <span class="note block">{one.description}</span>}
              </>
            ),
            names: true,
          },
          { heading: t.on, cell: ({ on }) => day(on) },
          {
            heading: t.link,
            cell: ({ url }) => (url && /^https?:\/\//.test(url) ? <a href={url}>{url}</a> : '—'),
          },
          {
            heading: t.state,
            cell: ({ validated }) => (
              <ConfirmationTag state={validated ? 'confirmed' : 'requested'}>
                {validated ? t.validated : t.notValidated}
              </ConfirmationTag>
            ),
          },
          kept.mayKeep && {
            heading: changes.dane.change,
            cell: (one) => (
              <Judge contribution={one} what={`${kindOf(one)}, ${day(one.on)}`} href={kept.href} />
            ),
          },
        ]}
      />
      <Add {...kept} links={{ 'contributions/new': changes.dane.contribution }} />
    </>
  );
}

/** Validates it, or leads to taking the validation back; and removes it. */
function Judge(props: { contribution: Contribution; what: string; href: string }) {
  const { contribution, what, href } = props;
  const { actOf, queue, dane } = usePageContext().t.changes;
  const { reference, validated } = contribution;
  return (
    <>
      {validated ? (
        <a href={validationHref(contribution)} aria-label={actOf(queue.takeBack, what)}>
          {queue.takeBack}
        </a>
      ) : (
        <ActionButton
          action="/dane/contributions"
          hidden={{ reference, seen: seenContribution(contribution), back: href }}
          class="link"
          label={actOf(queue.validateOne, what)}
        >
          {queue.validateOne}
        </ActionButton>
      )}{' '}
      <Remove href={href} of={{ kind: 'contribution', reference }} label={dane.removeOf(what)} />
    </>
  );
}
