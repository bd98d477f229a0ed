import { z } from 'zod';
import { readSchoolsOf } from '../../../../application/people/schools.ts';
import { duplicateAwards } from '../../../../domain/award/duplicates.ts';
import { parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { Person } from '../../../../domain/records.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import type { FormState } from '../../forms/context.ts';
import { FilterForm, Form, Submit } from '../../forms/elements.tsx';
import { ErrorSummary, TextField } from '../../forms/inputs.tsx';
import { optionalText, requiredText } from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { badgeName, readNames } from '../decisions/proposal-rows.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { personPath } from './find-person.ts';

/** The most records offered to choose from. */
const FOUND = 20;

/** `/dane/people/{id}/merge`: merges two records of one person. The other one is found, both are compared side
 *  by side, then the merge is confirmed. */
export const mergePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/people/:id/merge', 'keep-register', renderMerge)
    .form('/dane/people/:id/merge', 'keep-register', {
      page: renderMerge,
      schema: z.object({ other: requiredText(), confirm: optionalText() }),
      act: async ({ services, param, me }, { other, confirm }) => {
        if (confirm === undefined) return { faults: { confirm: 'not-ticked' } };
        const into = parsePersonId(param('id'));
        if (other === into) return { faults: { q: 'same-person' } };
        await services.mergePeople({ from: parsePersonId(other), into, actor: me });
        await services.emptyOutbox('re-sign-credential');
        return undefined;
      },
      done: 'people-merged',
      back: personPath,
      refusals: { 'unknown-person': { q: 'unknown-person' } },
    });

async function renderMerge(request: PageRequest) {
  const { c, deps, store, sent } = request;
  const id = request.param('id');
  const other = otherOf(request);
  const people = await store.readPeople(personIdsAmong([id, other ?? '']));
  const stays = people.find((one) => one.id === id);
  if (!stays) return answerMissing(c, deps, 'people');
  const goes = people.find((one) => one.id === other && one.id !== id);
  const wrong: FormState['faults'] | undefined =
    other === undefined || goes ? undefined : { q: other === id ? 'same-person' : 'unknown-person' };
  const values = { ...sent?.values, q: [request.query('q')?.trim() ?? ''] };
  const form = { values, faults: wrong ?? request.form.faults };
  const t = request.t.dane.people.merge;
  const page = (
    <DaneLayout section="people" title={t.title(fullName(stays))}>
      <p class="lede">{t.lede}</p>
      <ErrorSummary form={form} labels={{ confirm: t.confirmTitle, q: t.search }} />
      {await (goes ? renderConfirm(request, { stays, goes, form }) : renderSearch(request, form))}
    </DaneLayout>
  );
  return wrong && !sent ? request.answer(page, { status: 400 }) : page;
}

/** The other record, once it is chosen. Both records stay side by side if only the box is missing, or if the form
 *  is given back after a sign-in. In all other cases the second record is searched again. */
function otherOf({ sent, query }: PageRequest): string | undefined {
  if (!sent) return query('with');
  const isChosen = sent.status === 200 || sent.faults['confirm'] === 'not-ticked';
  return isChosen ? sent.values['other']?.[0] : undefined;
}

async function renderSearch(request: PageRequest, form: FormState) {
  const t = request.t.dane.people.merge;
  const path = `${personPath(request)}/merge`;
  const text = form.values['q']?.[0];
  const found = text ? await request.store.searchPeople({ text, limit: FOUND + 1 }) : undefined;
  const others = found?.filter(({ id }) => id !== request.param('id')).slice(0, FOUND);
  const schoolOf = await readSchoolsOf(request.store, others ?? []);
  return (
    <>
      <FilterForm action={path} form={form} labels={{ q: t.search }}>
        <TextField name="q" type="search" />
        <Submit>{request.t.forms.search}</Submit>
      </FilterForm>
      {others?.length === 0 && <p class="notice">{t.none}</p>}
      {others && others.length > 0 && (
        <ul class="links">
          {others.map((one) => (
            <li>
              <a href={`${path}?${new URLSearchParams({ with: one.id })}`}>
                {t.compare(fullName(one), [schoolOf(one), one.emails[0]].filter(Boolean).join(', '))}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Merge {
  readonly stays: Person;
  readonly goes: Person;
  readonly form: FormState;
}

async function renderConfirm(request: PageRequest, { stays, goes, form }: Merge) {
  const t = request.t.dane.people.merge;
  const path = `${personPath(request)}/merge`;
  return (
    <>
      {await renderSideBySide(request, [stays, goes])}
      <p>{t.current(stays.emails[0] ?? '—')}</p>
      {(await readTwins(request, [stays, goes])).map(({ badge, days }) => (
        <p class="notice">{t.twins(badge, [...new Set(days)])}</p>
      ))}
      <Form action={path} form={form} hidden={{ other: goes.id }}>
        <Checkbox name="confirm" label={t.confirm} />
        <div class="actions">
          <Submit>{t.button}</Submit>
          <a href={path}>{t.other}</a>
        </div>
      </Form>
    </>
  );
}

/** Badges that both people hold, with the days on which they were granted: both stay valid. */
async function readTwins({ store, ports, t, wording: { locale } }: PageRequest, people: readonly Person[]) {
  const awards = await store.readAwardsOf(people.map(({ id }) => ({ kind: 'person', personId: id })));
  return duplicateAwards(awards, ports.clock.now()).flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const badge = badgeName(ports.catalogue, { ...first.award, locale });
    return [{ badge, days: same.map(({ award }) => t.day(award.grantedAt)) }];
  });
}

/** The facts that distinguish two records. */
async function renderSideBySide(request: PageRequest, [stays, goes]: readonly [Person, Person]) {
  const { name, profile, merge: t, person: texts } = request.t.dane.people;
  const { addresses, heads, engagements, trainings, reviews, contributions, badges } = texts;
  const terms = [name, addresses, profile, heads, engagements, trainings, reviews, contributions, badges];
  const here = await readGlance(request, stays);
  const there = await readGlance(request, goes);
  return (
    <CardTable
      rows={terms.map((term, at) => ({ term, here: here[at], there: there[at] }))}
      columns={[
        { heading: t.what, cell: ({ term }) => term, names: true },
        { heading: t.stays, cell: (line) => line.here },
        { heading: t.goes, cell: (line) => line.there },
      ]}
    />
  );
}

/** The value of each line of the comparison. */
async function readGlance(request: PageRequest, person: Person): Promise<readonly string[]> {
  const { store, ports, wording } = request;
  const { id, emails, profiles, headOf } = person;
  const { profiles: texts } = request.t.dane.people;
  const [[record], awards] = await Promise.all([
    store.readPersonRecords([id]),
    store.readAwardsOf([{ kind: 'person', personId: id }]),
  ]);
  const { engagements = [], attended = [], reviews = [], contributions = [] } = record ?? {};
  const uais = [...new Set(engagements.map(({ uai }) => uai))];
  const { schoolOf } = await readNames(store, [], headOf ? [...uais, headOf] : uais);
  const { locale } = wording;
  const badges = awards.map(({ award }) => badgeName(ports.catalogue, { ...award, locale }));
  return [
    fullName(person),
    emails.join(', '),
    profiles.map((held) => texts[held]).join(', '),
    schoolOf(headOf) ?? '—',
    [engagements.length, ...uais.map(schoolOf)].join(' · '),
    String(attended.length),
    String(reviews.length),
    String(contributions.length),
    badges.join(', ') || '—',
  ];
}
