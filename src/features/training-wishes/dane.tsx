import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { eventHref } from '../../adapters/http/components/event-summary.ts';
import { PAGE_SIZE } from '../../adapters/http/components/pagination.tsx';
import { answerCsv, answerWorkbook } from '../../adapters/http/dane/exports/file-response.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Filter, yearField } from '../../adapters/http/forms/filter.tsx';
import { TextField } from '../../adapters/http/forms/inputs.tsx';
import { requiredText } from '../../adapters/http/forms/schema.ts';
import { afterDoing, formOver } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import { schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import { readWishers } from './actions.ts';
import { renderTrainingsToCome } from './dane-to-come.tsx';
import { type WishedGroup, wishKey } from './feature.ts';

/** School years to choose from: the texts of reviews are kept for three years. */
const YEARS = 4;
const STATES = ['all', 'waiting', 'planned'] as const;
const FILE = 'formations-souhaitees';

const key = {
  year: requiredText(4)
    .refine((text) => /^20\d\d$/.test(text), { message: 'invalid-choice' })
    .transform(Number),
  wish: requiredText(2000),
};

/** `/dane/wishes`: the trainings wished in progress reviews, for the plan of trainings. */
export const daneWishPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/wishes', 'keep-register', renderWishes)
    .page('/dane/wishes.csv', 'keep-register', (request) =>
      answerCsv(request.c, deps, { name: FILE, tables: tablesOf(request) }),
    )
    .page('/dane/wishes.xlsx', 'keep-register', (request) =>
      answerWorkbook(request.c, deps, { name: FILE, tables: tablesOf(request) }),
    )
    .page('/dane/wishes/plan', 'keep-register', renderWish)
    .form('/dane/wishes/plan', 'keep-register', {
      page: renderWish,
      schema: z.object({ ...key, event: requiredText(100) }),
      act: async ({ services, me }, { event, ...wish }) => {
        await services.planWish({ ...wish, eventCode: event, actor: me });
        return afterDoing('wish-planned', `/dane/wishes?year=${wish.year}`);
      },
      refusals: { 'unknown-event': { event: 'unknown-event' } },
    })
    .form('/dane/wishes/plan/removal', 'keep-register', {
      schema: z.object(key),
      act: async ({ services, me }, wish) => {
        await services.takeBackWish({ ...wish, actor: me });
        return afterDoing('wish-taken-back', `/dane/wishes?year=${wish.year}`);
      },
    });

async function* tablesOf(request: PageRequest) {
  yield await request.services.exportWishes({ year: yearOf(request), actor: request.me });
}

function yearsOf({ today }: PageRequest): readonly number[] {
  const current = schoolYearOf(today);
  return Array.from({ length: YEARS }, (_, before) => current - before);
}

function yearOf(request: PageRequest, requested = request.query('year')): number {
  const years = yearsOf(request);
  return years.find((year) => String(year) === requested) ?? years[0] ?? 0;
}

async function renderWishes(request: PageRequest) {
  const t = request.t.trainingWishes;
  const q = request.query('q') ?? '';
  const state = STATES.find((one) => one === request.query('state')) ?? 'all';
  const year = yearOf(request);
  const groups = await request.services.readWishes(year);
  const isOfState = ({ planned }: WishedGroup) => state === 'all' || (state === 'planned') === !!planned;
  const text = wishKey(q);
  const found = groups.filter((one) => isOfState(one) && one.wish.includes(text));
  const shown = found.slice(0, PAGE_SIZE);
  const left = found.length - shown.length;
  const wished = found.reduce((sum, { wishes }) => sum + wishes.length, 0);
  const isFiltered = q.trim() !== '' || state !== 'all';
  return (
    <DaneLayout section="wishes" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Filter
        action="/dane/wishes"
        form={{ values: { q: [q], state: [state], year: [String(year)] }, faults: {} }}
        labels={{ year: request.t.school.schoolYear, q: t.search, state: t.state }}
        fields={[
          yearField(yearsOf(request)),
          { kind: 'text', name: 'q' },
          {
            kind: 'choice',
            name: 'state',
            choices: STATES.map((value) => ({ value, label: t.states[value] })),
            rest: 'all',
          },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState>{isFiltered ? t.noneFound : t.none(schoolYearLabel(year))}</EmptyState>
      ) : (
        <>
          <p>{t.count(wished, found.length)}</p>
          <Trainings year={year} groups={shown} wishers={await readWishers(request.store, shown)} />
          {left > 0 && <p class="note">{t.left(left)}</p>}
          <div class="actions">
            <a class="button-secondary" href={`/dane/wishes.csv?year=${year}`} download>
              {t.csv}
            </a>
            <a
              class="button-secondary"
              href={`/dane/wishes.xlsx?year=${year}&lang=${request.wording.locale}`}
              download
            >
              {t.xlsx}
            </a>
          </div>
        </>
      )}
      {await renderTrainingsToCome(request)}
    </DaneLayout>
  );
}

/** The people and schools of some wishes. */
type Known = Awaited<ReturnType<typeof readWishers>>;

function Trainings(props: { year: number; groups: readonly WishedGroup[]; wishers: Known }) {
  const { year, groups, wishers } = props;
  const t = usePageContext().t.trainingWishes;
  const planHref = (wish: string) => `/dane/wishes/plan?${new URLSearchParams({ year: String(year), wish })}`;
  return (
    <CardTable
      rows={groups}
      columns={[
        { heading: t.training, cell: ({ text }) => text, names: true },
        { heading: t.asked, cell: ({ wishes }) => String(wishes.length) },
        { heading: t.who, cell: ({ wishes }) => <Wishers wishes={wishes} {...wishers} /> },
        {
          heading: t.plan,
          cell: ({ wish, text, planned }) => (
            <>
              {planned && <a href={eventHref(planned.eventCode)}>{planned.eventCode}</a>}{' '}
              <a href={planHref(wish)} aria-label={planned ? t.changeOf(text) : t.takeUpOf(text)}>
                {planned ? t.change : t.takeUp}
              </a>
            </>
          ),
        },
      ]}
    />
  );
}

function Wishers({ wishes, people, schools }: Pick<WishedGroup, 'wishes'> & Known) {
  const { day } = usePageContext().t;
  return (
    <ul class="links">
      {wishes.map(({ personId, uai, on }) => {
        const person = people.get(personId);
        const school = schools.get(uai);
        return (
          <li>
            <a href={`/dane/people/${personId}`}>{person && fullName(person)}</a>{' '}
            <span class="note block">
              {school ? [school.name, school.commune].filter(Boolean).join(', ') : uai}, {day(on)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** `/dane/wishes/plan`: chooses the event of the plan for a wish. */
async function renderWish(request: PageRequest) {
  const t = request.t.trainingWishes;
  const draft = (name: string) => request.form.values[name]?.[0] ?? request.query(name);
  const year = yearOf(request, draft('year'));
  const wish = wishKey(draft('wish') ?? '');
  const group = (await request.services.readWishes(year)).find((one) => one.wish === wish);
  if (!group) throw new DomainError('not-found');
  const { text, wishes, planned } = group;
  const wishers = await readWishers(request.store, [group]);
  const hidden = { year: String(year), wish };
  return (
    <DaneLayout section="wishes" title={t.planTitle}>
      <p class="lede">{text}</p>
      <p>{t.count(wishes.length, 1)}</p>
      <Wishers wishes={wishes} {...wishers} />
      <Form
        action="/dane/wishes/plan"
        form={formOver({ event: [planned?.eventCode ?? ''] }, request.sent)}
        labels={t}
        hidden={hidden}
      >
        <TextField name="event" maxlength={100} />
        <div class="actions">
          <Submit>{t.save}</Submit>
          <a href={`/dane/wishes?year=${year}`}>{t.back}</a>
        </div>
      </Form>
      <p>
        <a href="/dane/events/new">{t.newEvent}</a>
      </p>
      {planned && (
        <ActionButton action="/dane/wishes/plan/removal" hidden={hidden} class="secondary">
          {t.takeBack}
        </ActionButton>
      )}
    </DaneLayout>
  );
}
