import type { StoredAuditEntry } from '../../../../domain/audit/entry.ts';
import { personIdsAmong } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Details } from '../../components/details.tsx';
import { ChangeHistory } from '../../engagements/change-history.tsx';
import { changeRow, readNamesOf } from '../../engagements/change-view.ts';
import type { AppDeps } from '../../env.ts';
import { OwnTimeline } from '../../my/engagements/timeline-chart.tsx';
import { timelineView } from '../../my/engagements/timeline-view.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { badgeName } from '../decisions/proposal-rows.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { ShownFields } from './edit-person.tsx';
import { renderBadges } from './person-badges.tsx';
import { renderFacts } from './person-facts.tsx';
import { type PersonRead, readPerson } from './read-person.ts';

/** `/dane/people/{id}`: everything recorded about one person. */
export const personPages = (deps: AppDeps) =>
  definePages(deps, 'dane').page('/dane/people/:id', 'read-register', renderPerson);

async function renderPerson(request: PageRequest) {
  const { c, deps, store, wording } = request;
  const [id] = personIdsAmong([request.param('id')]);
  const read = id && (await readPerson(request, id));
  if (!read) return answerMissing(c, deps, 'people');
  const t = request.t.dane.people.person;
  const { decide, dane } = request.t.changes;
  const { person, schoolOf } = read;
  const mayKeep = request.may('keep-record', { kind: 'person', personId: id });
  const acts = [
    ['change', t.change],
    ['merge', t.merge],
    ['erasure', t.erase],
  ] as const;
  const proposals = await store.readEngagementProposalsOf(id);
  const name = await readNamesOf(store, proposals, wording);
  const changes = proposals.map((one) => changeRow(one, name, wording));
  return (
    <DaneLayout section="people" title={fullName(person)}>
      <ShownFields person={person} heads={person.headOf && schoolOf(person.headOf)} />
      <p class="actions">
        {acts.map(([path, label]) => (
          <a class="button-secondary" href={`/dane/people/${id}/${path}`}>
            {label}
          </a>
        ))}
      </p>
      {await renderSummary(request, read)}
      {!mayKeep && <p class="notice">{dane.own}</p>}
      {changes
        .filter(({ waiting }) => waiting)
        .map((line) => (
          <p class="notice">
            {line.what} {line.story[0]} {mayKeep && <a href={`/dane/proposals/${line.id}`}>{decide.open}</a>}
          </p>
        ))}
      {renderFacts(request, read)}
      <ChangeHistory lines={changes.filter(({ waiting }) => !waiting)} />
      {renderBadges(request, read)}
      {renderHistory(request, read)}
    </DaneLayout>
  );
}

/** The whole record in a line and as a drawing; nothing for a person without any engagement. */
async function renderSummary({ services, t }: PageRequest, { person }: PersonRead) {
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

/** The history of a person's record, the latest first, with names instead of ids. */
function renderHistory(request: PageRequest, read: PersonRead) {
  const t = request.t.dane.people.person;
  const { audit, nameOfActor } = read;
  return (
    <Details title={t.history} note={String(audit.length)}>
      {audit.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <CardTable
          rows={audit}
          columns={[
            { heading: t.at, cell: ({ at }) => request.t.moment(at) },
            { heading: t.who, cell: ({ actor }) => nameOfActor(actor) },
            { heading: t.what, cell: (entry) => auditEntryAsText(entry, request, read) },
            { heading: t.why, cell: (entry) => reasonOf(entry, read) ?? '—' },
          ]}
        />
      )}
    </Details>
  );
}

/** The act, its badge and the changed fields; the code of the act where it has no words. */
function auditEntryAsText(
  entry: StoredAuditEntry,
  { t: all, ports, wording: { locale } }: PageRequest,
  read: PersonRead,
) {
  const { action, details } = entry;
  const { person: t, change } = all.dane.people;
  const actions: Readonly<Record<string, string>> = t.actions;
  const fields: Readonly<Record<string, string>> = change.fields;
  const award = awardOf(entry, read);
  const achievement = award?.achievement ?? textOf(details?.['achievement']);
  const badge =
    achievement &&
    badgeName(ports.catalogue, { achievement, ...(award && { version: award.version }), locale });
  const changed = textOf(details?.['changed'])?.split(' ') ?? [];
  const texts = [actions[action] ?? action, badge, changed.map((field) => fields[field] ?? field).join(', ')];
  return texts.filter(Boolean).join(t.colon);
}

/** The reason of an act. One that is stored elsewhere in the register is read from there. */
function reasonOf(entry: StoredAuditEntry, read: PersonRead): string | undefined {
  const { at, action, details } = entry;
  const stated = textOf(details?.['reason']);
  if (stated) return stated;
  if (action === 'award-granted') return awardOf(entry, read)?.overrideReason;
  if (action !== 'award-refused') return undefined;
  const rejection = read.refusals.find(
    (one) => one.at === at && one.achievement === details?.['achievement'],
  );
  return rejection?.reason;
}

function awardOf({ subject }: StoredAuditEntry, { awards }: PersonRead) {
  return awards.find(({ award, credential }) => award.id === subject || credential?.id === subject)?.award;
}

function textOf(detail: string | number | boolean | undefined): string | undefined {
  return typeof detail === 'string' && detail !== '' ? detail : undefined;
}
