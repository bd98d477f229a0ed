import { ChangeHistory } from '../../engagements/change-history.tsx';
import { OwnTimeline } from '../../my/engagements/own-timeline.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { PersonBadges } from './person-badges.tsx';
import { PersonFacts } from './person-facts.tsx';
import { ShownFields } from './person-fields.tsx';
import { PersonHistory } from './person-history.tsx';
import type { PersonView } from './person-view.ts';

/** `/dane/people/{id}`: everything recorded about one person. */
export function PersonPage({ view }: { view: PersonView }) {
  const frame = useFrame();
  const t = frame.t.dane.people;
  const { person } = view;
  const href = `/dane/people/${person.id}`;
  const acts = [
    ['change', t.person.change],
    ['merge', t.person.merge],
    ['erasure', t.person.erase],
  ] as const;
  return (
    <DaneLayout section="people" title={`${person.givenName} ${person.familyName}`}>
      <ShownFields shown={view} />
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
