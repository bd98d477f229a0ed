import { ChangeHistory } from '../../changes/change-history.tsx';
import { OwnTimeline } from '../../my/engagements/own-timeline.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { PersonBadges } from './person-badges.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonHistory } from './person-history.tsx';
import type { PersonView } from './person-view.ts';

/** `/dane/people/{id}`: everything recorded about one person. */
export function PersonPage({ view }: { view: PersonView }) {
  const frame = useFrame();
  const t = frame.t.dane.people;
  const { person } = view;
  const [current, ...earlier] = person.emails;
  const href = `/dane/people/${person.id}`;
  const acts = [
    ['change', t.person.change],
    ['merge', t.person.merge],
    ['erasure', t.person.erase],
  ] as const;
  return (
    <DaneLayout section="people" title={`${person.givenName} ${person.familyName}`}>
      <dl class="facts-list">
        <dt>{t.profile}</dt>
        <dd>{person.profiles.map((one) => t.profiles[one]).join(', ') || '—'}</dd>
        <dt>{t.person.currentAddress}</dt>
        <dd>{current ?? '—'}</dd>
        {earlier.length > 0 && (
          <>
            <dt>{t.person.earlierAddresses}</dt>
            <dd>{earlier.join(', ')}</dd>
          </>
        )}
        {view.heads && (
          <>
            <dt>{t.person.heads}</dt>
            <dd>{view.heads}</dd>
          </>
        )}
      </dl>
      <p class="actions">
        {acts.map(([path, label]) => (
          <a class="button-secondary" href={`${href}/${path}`}>
            {label}
          </a>
        ))}
      </p>
      {view.summary && (
        <p class="lede">
          <strong>{view.summary}</strong>
        </p>
      )}
      {view.timeline && <OwnTimeline view={view.timeline} title={frame.t.changes.dane.timeline} />}
      {!view.facts.mayKeep && <p class="notice">{frame.t.changes.dane.own}</p>}
      {view.waiting.map((line) => (
        <p class="notice">
          {line.what} {line.story[0]}{' '}
          {view.facts.mayKeep && <a href={`/dane/proposals/${line.id}`}>{frame.t.changes.decide.open}</a>}
        </p>
      ))}
      <PersonFacts facts={view.facts} />
      <ChangeHistory lines={view.changes} />
      <PersonBadges badges={view.badges} />
      <PersonHistory history={view.history} />
    </DaneLayout>
  );
}
