import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readWishers } from '../../../../application/records/wished-trainings.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type WishedGroup, wishKey } from '../../../../domain/review/wished-training.ts';
import { schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { answerCsv, answerWorkbook } from '../exports/export-answer.ts';
import { WISH_STATES, WishesPage, WishPage, type WishState } from './wishes-page.tsx';

/** Trainings on one page; the files hold all of them. */
const PAGE_SIZE = 50;
/** School years to choose from: the texts of reviews are kept for three years. */
const YEARS = 4;

const key = {
  year: requiredText(4)
    .refine((text) => /^20\d\d$/.test(text), { message: 'invalid-choice' })
    .transform(Number),
  wish: requiredText(2000),
};
const keyForm = z.object(key);
const planForm = z.object({ ...key, event: requiredText(100) });

/** `/dane/wishes`: the trainings wished in progress reviews, for the plan of trainings. */
export function wishRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const who = (c: Context<AppEnv>) => ({ actor: c.var.signedIn.actor.personId });
  const tables = async function* (c: Context<AppEnv>) {
    yield await services.exportWishes({ year: yearOf(c, deps), ...who(c) });
  };
  const done = (year: number) => `/dane/wishes?year=${year}`;
  return new Hono<AppEnv>()
    .get('/dane/wishes', ...guards, (c) => showAll(c, deps))
    .get('/dane/wishes.csv', ...guards, (c) =>
      answerCsv(c, deps, { name: 'formations-souhaitees', tables: tables(c) }),
    )
    .get('/dane/wishes.xlsx', ...guards, (c) =>
      answerWorkbook(c, deps, { name: 'formations-souhaitees', tables: tables(c) }),
    )
    .get('/dane/wishes/plan', ...guards, (c) => showOne(c, deps))
    .post(
      '/dane/wishes/plan',
      ...guards,
      takeForm(deps, {
        schema: planForm,
        show: (c, sent) => showOne(c, deps, sent),
        act: async (c, { event, ...wish }) => {
          await services.planWish({ ...wish, eventCode: event, ...who(c) });
          return afterDoing('wish-planned', done(wish.year));
        },
        refusals: { 'unknown-event': { event: 'unknown-event' } },
      }),
    )
    .post(
      '/dane/wishes/plan/removal',
      ...guards,
      takeForm(deps, {
        schema: keyForm,
        act: async (c, wish) => {
          await services.takeBackWish({ ...wish, ...who(c) });
          return afterDoing('wish-taken-back', done(wish.year));
        },
      }),
    );
}

function yearsOf({ ports }: AppDeps): readonly number[] {
  const current = schoolYearOf(localDateInParis(ports.clock.now()));
  return Array.from({ length: YEARS }, (_, before) => current - before);
}

function yearOf(c: Context<AppEnv>, deps: AppDeps, asked = c.req.query('year')): number {
  const years = yearsOf(deps);
  return years.find((year) => String(year) === asked) ?? years[0] ?? 0;
}

async function showAll(c: Context<AppEnv>, deps: AppDeps) {
  const { q = '', state = 'all' } = c.req.query();
  const year = yearOf(c, deps);
  const chosen = WISH_STATES.find((one) => one === state) ?? 'all';
  const groups = await deps.services.readWishes(year);
  const found = groups.filter((group) => isAsked(group, { text: wishKey(q), state: chosen }));
  const shown = found.slice(0, PAGE_SIZE);
  const view = {
    year,
    trainings: await toViews(deps, shown),
    wished: found.reduce((sum, { wishes }) => sum + wishes.length, 0),
    left: found.length - shown.length,
    isFiltered: q.trim() !== '' || chosen !== 'all',
    years: yearsOf(deps).map((one) => ({ value: String(one), label: schoolYearLabel(one) })),
    filter: { values: { q: [q], state: [chosen], year: [String(year)] }, faults: {} },
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <WishesPage view={view} />);
}

function isAsked(
  { wish, planned }: WishedGroup,
  { text, state }: { readonly text: string; readonly state: WishState },
): boolean {
  const isOfState = state === 'all' || (state === 'planned') === (planned !== undefined);
  return isOfState && wish.includes(text);
}

async function showOne(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { values } = sent ?? EMPTY_FORM;
  const year = yearOf(c, deps, values['year']?.[0] ?? c.req.query('year'));
  const wish = wishKey(values['wish']?.[0] ?? c.req.query('wish') ?? '');
  const group = (await deps.services.readWishes(year)).find((one) => one.wish === wish);
  if (!group) throw new DomainError('not-found');
  const [training] = await toViews(deps, [group]);
  if (!training) throw new DomainError('not-found');
  const form = formOver({ event: [group.planned?.eventCode ?? ''] }, sent);
  const page = <WishPage view={{ year, training }} form={form} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}

async function toViews({ ports: { store } }: AppDeps, groups: readonly WishedGroup[]) {
  const { people, schools } = await readWishers(store, groups);
  return groups.map(({ wish, text, wishes, planned }) => ({
    wish,
    text,
    wishers: wishes.map(({ personId, uai, on }) => {
      const person = people.get(personId);
      const school = schools.get(uai);
      return {
        href: `/dane/people/${personId}`,
        name: person ? nameOf(person) : '',
        school: school ? [school.name, school.commune].filter(Boolean).join(', ') : uai,
        on,
      };
    }),
    ...(planned && { eventCode: planned.eventCode }),
  }));
}
