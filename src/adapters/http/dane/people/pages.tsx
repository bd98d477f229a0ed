import { readSchoolsOf } from '../../../../application/people/schools.ts';
import { listedName } from '../../../../domain/person/name.ts';
import { PROFILES } from '../../../../domain/records.ts';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Paging, pageOf, peopleSliceOf } from '../../components/pagination.tsx';
import type { AppDeps } from '../../env.ts';
import type { FormState } from '../../forms/context.ts';
import { Filter } from '../../forms/filter.tsx';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { readSchoolFilter } from '../school-filter.ts';
import { awardPages } from './award.tsx';
import { changePersonPages } from './edit-person.tsx';
import { engagementPages } from './engagements.tsx';
import { erasurePages } from './erasure.tsx';
import { headshipPages } from './headships.tsx';
import { renderLeftNote } from './left-mentions.tsx';
import { mergePages } from './merge-page.tsx';
import { addPersonPages } from './new-person.tsx';
import { personPages } from './person-page.tsx';
import { recordPages } from './records.tsx';
import { removalPages } from './removal.tsx';
import { doubtPages } from './sign-in-doubts.tsx';

/** `/dane/people`: the register of people, with a search and pages, and each person's record. */
export const peoplePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .with(doubtPages(deps).routes)
    .with(mergePages(deps).routes)
    .with(headshipPages(deps).routes)
    .page('/dane/people', 'read-register', renderPeople)
    .with(addPersonPages(deps).routes)
    .with(personPages(deps).routes)
    .with(changePersonPages(deps).routes)
    .with(erasurePages(deps).routes)
    .with(awardPages(deps).routes)
    .with(engagementPages(deps).routes)
    .with(recordPages(deps).routes)
    .with(removalPages(deps).routes);

async function renderPeople(request: PageRequest) {
  const { store, query } = request;
  const t = request.t.dane.people;
  const [q = '', uai = '', choice = '', profile = ''] = ['q', 'uai', 'uai-choice', 'profile'].map(query);
  const school = await readSchoolFilter(store, uai, choice);
  const held = PROFILES.find((one) => one === profile);
  const faults: FormState['faults'] = {
    ...school.faults,
    ...(profile && !held && { profile: 'invalid-choice' }),
  };
  const found =
    Object.keys(faults).length > 0
      ? []
      : await store.searchPeople({
          ...peopleSliceOf(request),
          ...(q.trim() && { text: q.trim() }),
          ...(school.uai && { uai: school.uai }),
          ...(held && { profile: held }),
        });
  const doubts = await store.countSignInDoubts();
  const { rows, last } = pageOf(found);
  const requested = { q, uai, 'uai-choice': choice, profile };
  const after = last?.id;
  const schoolOf = await readSchoolsOf(store, rows);
  const values = { q: [q], uai: [uai], 'uai-choice': [choice], profile: [profile] };
  return (
    <DaneLayout section="people" title={t.title}>
      {await renderLeftNote(request)}
      <p class="lede">{t.lede}</p>
      <p class="actions">
        <a class="button-secondary" href="/dane/people/new">
          {t.add.title}
        </a>
      </p>
      {doubts > 0 && (
        <p class="notice">
          <a href="/dane/people/doubts">{t.doubts(doubts)}</a>
        </p>
      )}
      <Filter
        action="/dane/people"
        form={{ values, faults, choices: school.choices }}
        labels={{ ...t, q: t.text }}
        fields={[
          { kind: 'text', name: 'q' },
          { kind: 'school', name: 'uai' },
          {
            kind: 'choice',
            name: 'profile',
            choices: PROFILES.map((value) => ({ value, label: t.profiles[value] })),
          },
        ]}
      />
      {rows.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {rows.length > 0 && (
        <CardTable
          rows={rows}
          columns={[
            {
              heading: t.name,
              cell: (one) => <a href={`/dane/people/${one.id}`}>{listedName(one)}</a>,
              names: true,
            },
            { heading: t.uai, cell: (one) => schoolOf(one) ?? '' },
            { heading: t.email, cell: ({ emails }) => emails[0] ?? '' },
            { heading: t.profile, cell: ({ profiles }) => profiles.map((one) => t.profiles[one]).join(', ') },
          ]}
        />
      )}
      <Paging next={after && `/dane/people?${new URLSearchParams({ ...requested, after })}`} />
    </DaneLayout>
  );
}
