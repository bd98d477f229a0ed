import type { PersonRecord } from '../../../../domain/records.ts';
import { type MemberSegment, MemberSegments } from '../../engagements/member-segments.tsx';
import { StandingWord } from '../../shell/standing.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { FoldedTable } from './folded-table.tsx';
import { JudgeContribution } from './judge-contribution.tsx';
import { removalHref } from './removal-href.ts';

export interface PersonFactsView {
  /** Address of the person's page; the forms are under it. */
  readonly href: string;
  /** Whether the viewer may enter and correct facts; nobody may do so in their own record. */
  readonly mayKeep: boolean;
  readonly engagements: readonly MemberSegment[];
  /** The latest first, like the other lists. */
  readonly attended: PersonRecord['attended'];
  readonly reviews: readonly (PersonRecord['reviews'][number] & { readonly school: string })[];
  readonly contributions: PersonRecord['contributions'];
}

/** The facts recorded about a person: engagements, events attended, reviews, contributions. */
export function PersonFacts({ facts }: { facts: PersonFactsView }) {
  return (
    <>
      <Engagements facts={facts} />
      <Attended facts={facts} />
      <Reviews facts={facts} />
      <Contributions facts={facts} />
    </>
  );
}

interface FactsProps {
  readonly facts: PersonFactsView;
}

/** Links to the forms that add to a list; none where the viewer may not add. */
function Add({ facts, links }: FactsProps & { links: readonly (readonly [path: string, label: string])[] }) {
  if (!facts.mayKeep) return null;
  return (
    <p class="actions">
      {links.map(([path, label]) => (
        <a class="button-secondary" href={`${facts.href}/${path}`}>
          {label}
        </a>
      ))}
    </p>
  );
}

function Engagements({ facts }: FactsProps) {
  const { dane, changes } = useFrame().t;
  const t = dane.people.person;
  return (
    <section>
      <h2>{t.engagements}</h2>
      <Add
        facts={facts}
        links={[
          ['engagements/new', changes.dane.enter],
          ['departure', changes.dane.departure],
        ]}
      />
      {facts.engagements.length === 0 ? (
        <p>{t.noEngagement}</p>
      ) : (
        <MemberSegments segments={facts.engagements} />
      )}
    </section>
  );
}

function Attended({ facts }: FactsProps) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  const { day, records, changes } = frame.t;
  return (
    <>
      <FoldedTable
        title={t.trainings}
        none={t.noTraining}
        columns={[t.event, t.on, t.nature, t.hours, t.proof, ...(facts.mayKeep ? [changes.dane.change] : [])]}
        rows={facts.attended.map(({ event, hours, proof }) => {
          const href = `/dane/events/${encodeURIComponent(event.code)}`;
          return [
            <a href={href}>{event.title}</a>,
            day(event.startsOn),
            records.eventKinds[event.kind],
            hours > 0 ? t.hoursOf(hours) : '—',
            records.proofs[proof],
            ...(facts.mayKeep
              ? [
                  <a
                    href={removalHref(facts.href, { kind: 'attendance', event: event.code })}
                    aria-label={changes.dane.removeAttendanceOf(event.title)}
                  >
                    {changes.dane.removeReview}
                  </a>,
                ]
              : []),
          ];
        })}
      />
      <Add facts={facts} links={[['attendances/new', changes.dane.attendance]]} />
    </>
  );
}

function Reviews({ facts }: FactsProps) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  const { dane } = frame.t.changes;
  return (
    <>
      <FoldedTable
        title={t.reviews}
        none={t.noReview}
        columns={[t.on, t.nature, t.school, ...(facts.mayKeep ? [dane.change] : [])]}
        rows={facts.reviews.map(({ on, kind, uai, school }) => {
          const what = frame.t.records.reviewKinds[kind];
          return [
            frame.t.day(on),
            what,
            school,
            ...(facts.mayKeep
              ? [
                  <a
                    href={removalHref(facts.href, { kind, uai, on })}
                    aria-label={dane.removeReviewOf(`${what}, ${frame.t.day(on)}`)}
                  >
                    {dane.removeReview}
                  </a>,
                ]
              : []),
          ];
        })}
      />
      <Add facts={facts} links={[['reviews/new', dane.review]]} />
    </>
  );
}

function Contributions({ facts }: FactsProps) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  const { dane } = frame.t.changes;
  return (
    <>
      <FoldedTable
        title={t.contributions}
        none={t.noContribution}
        columns={[t.nature, t.on, t.link, t.state, ...(facts.mayKeep ? [dane.change] : [])]}
        rows={facts.contributions.map((one) => {
          const kind = frame.t.records.contributions[one.kind].one;
          const what = `${kind}, ${frame.t.day(one.on)}`;
          return [
            <>
              {one.title && `${one.title} : `}
              {kind}
              {one.description && <span class="note block">{one.description}</span>}
            </>,
            frame.t.day(one.on),
            one.url && /^https?:\/\//.test(one.url) ? <a href={one.url}>{one.url}</a> : '—',
            <StandingWord state={one.validated ? 'confirmed' : 'requested'}>
              {one.validated ? t.validated : t.notValidated}
            </StandingWord>,
            ...(facts.mayKeep
              ? [
                  <>
                    <JudgeContribution contribution={one} what={what} href={facts.href} />{' '}
                    <a
                      href={removalHref(facts.href, { kind: 'contribution', reference: one.reference })}
                      aria-label={dane.removeReviewOf(what)}
                    >
                      {dane.removeReview}
                    </a>
                  </>,
                ]
              : []),
          ];
        })}
      />
      <Add facts={facts} links={[['contributions/new', dane.contribution]]} />
    </>
  );
}
