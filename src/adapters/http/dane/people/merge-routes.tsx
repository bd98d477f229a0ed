import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { standingTwins } from '../../../../domain/award/standing-twins.ts';
import { compact } from '../../../../domain/compact.ts';
import { parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import type { Person } from '../../../../domain/records.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { optionalText, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM, type FormState } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { badgeName, readNames } from '../decisions/decision-views.ts';
import { answerMissing } from '../missing-page.tsx';
import { MergePage, type MergeView, type RecordGlance } from './merge-page.tsx';

/** The most records offered to choose from. */
const FOUND = 20;

const mergeForm = z.object({ other: requiredText(), confirm: optionalText() });

/** `/dane/people/{id}/merge`: merges two records of one person. */
export function mergeRoutes(deps: AppDeps) {
  const { services } = deps;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/people/:id/merge', ...keeps, (c) => answerMerge(c, deps, { other: c.req.query('with') }))
    .post(
      '/dane/people/:id/merge',
      ...keeps,
      takeForm(deps, {
        schema: mergeForm,
        // Where only the box is missing, both records stay side by side; in all other cases the second record
        // is searched again.
        show: (c, form) =>
          answerMerge(c, deps, {
            form,
            ...(form.faults['confirm'] === 'not-ticked' && { other: form.values['other']?.[0] }),
          }),
        act: async (c, { other, confirm }) => {
          if (confirm === undefined) return { faults: { confirm: 'not-ticked' } };
          const into = parsePersonId(c.req.param('id') ?? '');
          if (other === into) return { faults: { q: 'same-person' } };
          const { personId: actor } = c.var.signedIn.actor;
          await services.mergePeople({ from: parsePersonId(other), into, actor });
          await services.emptyOutbox('re-sign-credential');
          return afterDoing('people-merged', `/dane/people/${into}`);
        },
        refusals: { 'unknown-person': { q: 'unknown-person' } },
      }),
    );
}

interface Asked {
  readonly other?: string | undefined;
  readonly form?: FormState;
}

async function answerMerge(c: Context<AppEnv>, deps: AppDeps, { other, form = EMPTY_FORM }: Asked) {
  const { store } = deps.ports;
  const id = c.req.param('id');
  const people = await store.readPeople(personIdsAmong([id ?? '', other ?? '']));
  const stays = people.find((one) => one.id === id);
  if (!stays) return answerMissing(c, deps, 'people');
  const goes = people.find((one) => one.id === other && one.id !== id);
  const isSame = other !== undefined && !goes;
  const text = c.req.query('q')?.trim() ?? '';
  const found = text === '' ? undefined : await store.searchPeople({ text, limit: FOUND + 1 });
  const faults: FormState['faults'] = isSame
    ? { q: other === id ? 'same-person' : 'unknown-person' }
    : form.faults;
  const view = compact({
    stays: await glanceOf(deps, stays, c.var.locale),
    twins: goes ? await twinsOf(deps, [stays, goes], c.var.locale) : [],
    goes: goes && (await glanceOf(deps, goes, c.var.locale)),
    found: found
      ?.filter((one) => one.id !== id)
      .slice(0, FOUND)
      .map((one) => ({
        id: one.id,
        name: `${one.givenName} ${one.familyName}`,
        email: one.emails[0] ?? '',
      })),
    form: { values: { q: [text] }, faults },
  });
  const isRefused = Object.keys(faults).length > 0;
  const page = <MergePage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, isRefused ? 400 : 200);
}

async function twinsOf(
  { ports: { store, catalogue, clock } }: AppDeps,
  people: readonly Person[],
  locale: 'fr' | 'en',
): Promise<MergeView['twins']> {
  const awards = await store.readAwardsOf(people.map(({ id }) => ({ kind: 'person', personId: id })));
  return standingTwins(awards, clock.now()).flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const badge = badgeName(catalogue, { ...first.award, locale });
    return [{ badge, grantedAt: same.map(({ award }) => award.grantedAt) }];
  });
}

async function glanceOf(
  { ports: { store, catalogue } }: AppDeps,
  person: Person,
  locale: 'fr' | 'en',
): Promise<RecordGlance> {
  const [[record], awards] = await Promise.all([
    store.readPersonRecords([person.id]),
    store.readAwardsOf([{ kind: 'person', personId: person.id }]),
  ]);
  const uais = [...new Set(record?.engagements.map(({ uai }) => uai))];
  const { schoolOf } = await readNames(store, [], [...uais, ...(person.headOf ? [person.headOf] : [])]);
  const heads = schoolOf(person.headOf);
  return compact({
    id: person.id,
    name: `${person.givenName} ${person.familyName}`,
    addresses: person.emails,
    profiles: person.profiles,
    heads,
    schools: uais.map((uai) => schoolOf(uai) ?? uai),
    engagements: record?.engagements.length ?? 0,
    trainings: record?.attended.length ?? 0,
    reviews: record?.reviews.length ?? 0,
    contributions: record?.contributions.length ?? 0,
    badges: awards.map(({ award }) => badgeName(catalogue, { ...award, locale })),
  });
}
