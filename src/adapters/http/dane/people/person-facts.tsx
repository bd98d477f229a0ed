import type { Engagement, PersonRecord } from '../../../../domain/records.ts';
import { StandingWord } from '../../shell/standing.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { FoldedTable } from './folded-table.tsx';

export interface PersonFactsView {
  readonly engagements: readonly (Engagement & { readonly school: string })[];
  /** The latest first, like the other lists. */
  readonly attended: PersonRecord['attended'];
  readonly reviews: readonly (PersonRecord['reviews'][number] & { readonly school: string })[];
  readonly contributions: PersonRecord['contributions'];
}

/** The facts recorded about a person: engagements, events attended, reviews, contributions. */
export function PersonFacts({ facts }: { facts: PersonFactsView }) {
  return (
    <>
      <Engagements engagements={facts.engagements} />
      <Attended attended={facts.attended} />
      <Reviews reviews={facts.reviews} />
      <Contributions contributions={facts.contributions} />
    </>
  );
}

function Engagements({ engagements }: {} & Pick<PersonFactsView, 'engagements'>) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  const { day, records } = frame.t;
  return (
    <FoldedTable
      title={t.engagements}
      none={t.noEngagement}
      columns={[t.period, t.school, t.missions, t.roles, t.confirmation]}
      rows={engagements.map(({ period, school, missions, roles, confirmation, reservation }) => [
        t.fromTo(day(period.from), period.to && day(period.to)),
        school,
        missions.join(', '),
        roles.map((role) => records.roles[role]).join(', '),
        <>
          {records.confirmations[confirmation]}
          {reservation && <span class="note block"> {t.because(reservation)}</span>}
        </>,
      ])}
    />
  );
}

function Attended({ attended }: {} & Pick<PersonFactsView, 'attended'>) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  const { day, records } = frame.t;
  return (
    <FoldedTable
      title={t.trainings}
      none={t.noTraining}
      columns={[t.event, t.on, t.nature, t.hours, t.proof]}
      rows={attended.map(({ event, hours, proof }) => [
        <a href={`/dane/events/${encodeURIComponent(event.code)}`}>{event.title}</a>,
        day(event.startsOn),
        records.eventKinds[event.kind],
        t.hoursOf(hours),
        records.proofs[proof],
      ])}
    />
  );
}

function Reviews({ reviews }: {} & Pick<PersonFactsView, 'reviews'>) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  return (
    <FoldedTable
      title={t.reviews}
      none={t.noReview}
      columns={[t.on, t.nature, t.school]}
      rows={reviews.map(({ on, kind, school }) => [
        frame.t.day(on),
        frame.t.records.reviewKinds[kind],
        school,
      ])}
    />
  );
}

function Contributions({ contributions }: {} & Pick<PersonFactsView, 'contributions'>) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  return (
    <FoldedTable
      title={t.contributions}
      none={t.noContribution}
      columns={[t.nature, t.on, t.link, t.state]}
      rows={contributions.map(({ kind, title, description, on, url, validated }) => [
        <>
          {title && `${title} : `}
          {frame.t.records.contributions[kind].one}
          {description && <span class="note block">{description}</span>}
        </>,
        frame.t.day(on),
        url && /^https?:\/\//.test(url) ? <a href={url}>{url}</a> : '—',
        <StandingWord state={validated ? 'confirmed' : 'requested'}>
          {validated ? t.validated : t.notValidated}
        </StandingWord>,
      ])}
    />
  );
}
