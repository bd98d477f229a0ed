import { personIdsAmong } from '../../../../domain/ids.ts';
import { ChangeHistory } from '../../engagements/change-history.tsx';
import { changeLine, readNamesOf } from '../../engagements/change-view.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps } from '../../env.ts';
import { OwnTimeline } from '../../my/engagements/own-timeline.tsx';
import { timelineView } from '../../my/engagements/timeline-view.ts';
import { pagesOf } from '../../shell/pages-of.tsx';
import type { Visit } from '../../shell/visit.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { drawBadges } from './person-badges.tsx';
import { drawFacts } from './person-facts.tsx';
import { ShownFields } from './person-fields.tsx';
import { drawHistory } from './person-history.tsx';
import { type PersonRead, readPerson } from './person-read.ts';

/** `/dane/people/{id}`: everything recorded about one person. */
export const personPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane').page('/dane/people/:id', 'read-register', drawPerson);

async function drawPerson(visit: Visit) {
  const { c, deps, store, wording } = visit;
  const [id] = personIdsAmong([visit.param('id')]);
  const read = id && (await readPerson(visit, id));
  if (!read) return answerMissing(c, deps, 'people');
  const t = visit.t.dane.people.person;
  const { decide, dane } = visit.t.changes;
  const { person, schoolOf } = read;
  const mayKeep = visit.may('keep-record', { kind: 'person', personId: id });
  const acts = [
    ['change', t.change],
    ['merge', t.merge],
    ['erasure', t.erase],
  ] as const;
  const proposals = await store.readEngagementProposalsOf(id);
  const name = await readNamesOf(store, proposals, wording);
  const changes = proposals.map((one) => changeLine(one, name, wording));
  return (
    <DaneLayout section="people" title={nameOf(person)}>
      <ShownFields person={person} heads={person.headOf && schoolOf(person.headOf)} />
      <p class="actions">
        {acts.map(([path, label]) => (
          <a class="button-secondary" href={`/dane/people/${id}/${path}`}>
            {label}
          </a>
        ))}
      </p>
      {await drawSummary(visit, read)}
      {!mayKeep && <p class="notice">{dane.own}</p>}
      {changes
        .filter(({ waiting }) => waiting)
        .map((line) => (
          <p class="notice">
            {line.what} {line.story[0]} {mayKeep && <a href={`/dane/proposals/${line.id}`}>{decide.open}</a>}
          </p>
        ))}
      {drawFacts(visit, read)}
      <ChangeHistory lines={changes.filter(({ waiting }) => !waiting)} />
      {drawBadges(visit, read)}
      {drawHistory(visit, read)}
    </DaneLayout>
  );
}

/** The whole record in a line and as a drawing; nothing for a person without any engagement. */
async function drawSummary({ services, t }: Visit, { person }: PersonRead) {
  const own = await services.readOwnRecord(person.id);
  if (own.record.engagements.length === 0) return null;
  const { duration, families, trainings } = own.facts;
  const counted = trainings.filter(({ expired }) => !expired);
  const trainingHours = counted.reduce((sum, { hours }) => sum + hours, 0);
  const figures = { duration, families: families.length, trainingHours, cautions: [] };
  return (
    <>
      <p class="lede">
        <strong>{t.dane.decisions.summary(figures)}</strong>
      </p>
      <OwnTimeline view={timelineView(own, t)} title={t.changes.dane.timeline} />
    </>
  );
}
