import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { seenPerson } from '../../../../domain/person-fields.ts';
import { PROFILES } from '../../../../domain/records.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { findSchool, refuseNamed, typedIn } from '../../shell/find-named.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { wordsOf } from '../../shell/words.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { answerMissing } from '../missing-page.tsx';
import { readSchoolFilter } from '../uai-filter.ts';
import { ChangePersonPage } from './change-person-page.tsx';
import { ErasePage } from './erase-page.tsx';
import { daneHeadshipRoutes } from './headship-routes.tsx';
import { PeoplePage } from './people-page.tsx';
import { changeForm, recordedValues } from './person-fields.tsx';
import { PersonPage } from './person-page.tsx';
import { readPersonView } from './person-view.ts';

const PAGE_SIZE = 50;
/** Separates a name and an id in the address of the next page. */
const SEPARATOR = '~';

const eraseForm = z.object({ confirm: requiredText(40) });

/** `/dane/people`: the register of people. */
export function peopleRoutes(deps: AppDeps) {
  const { services } = deps;
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const idOf = (c: Context<AppEnv>) => parsePersonId(c.req.param('id') ?? '');
  return new Hono<AppEnv>()
    .route('/', daneHeadshipRoutes(deps))
    .get('/dane/people', ...reads, (c) => answerPeople(c, deps))
    .get('/dane/people/:id', ...reads, async (c) => {
      const [id] = personIdsAmong([c.req.param('id')]);
      const view = id && (await readPersonView(c, deps, id));
      return view
        ? answerPage(c, workspaceFrame(c, deps, 'dane'), <PersonPage view={view} />)
        : answerMissing(c, deps, 'people');
    })
    .get('/dane/people/:id/change', ...keeps, (c) => answerChange(c, deps))
    .post(
      '/dane/people/:id/change',
      ...keeps,
      takeForm(deps, {
        schema: changeForm,
        show: (c, sent) => answerChange(c, deps, sent),
        act: async (c, { headOf: _, ...change }, values) => {
          const id = idOf(c);
          const { key: headOf, ...named } = await findSchool(deps.ports.store, typedIn(values, 'headOf'));
          if (named.fault) return refuseNamed('headOf', named);
          await services.changePerson({ ...change, headOf, id, actor: c.var.signedIn.actor.personId });
          await services.emptyOutbox('re-sign-credential');
          return afterDoing('person-changed', `/dane/people/${id}`);
        },
        refusals: {
          'address-taken': { email: 'taken' },
          'unknown-establishment': { headOf: 'unknown-establishment' },
          'own-profiles': { profiles: 'own-profiles' },
          'last-dane-agent': { profiles: 'last-dane-agent' },
        },
      }),
    )
    .get('/dane/people/:id/erasure', ...keeps, (c) => answerErase(c, deps))
    .post(
      '/dane/people/:id/erasure',
      ...keeps,
      takeForm(deps, {
        schema: eraseForm,
        show: (c, sent) => answerErase(c, deps, sent),
        act: async (c, { confirm }) => {
          const { word } = wordsOf(deps.ports, c.var.locale).pages.dane.people.erase;
          if (confirm !== word) return { faults: { confirm: 'wrong-word' } };
          await services.erasePerson({ id: idOf(c), actor: c.var.signedIn.actor.personId });
          return afterDoing('person-erased', '/dane/people');
        },
        refusals: { 'last-dane-agent': { confirm: 'last-dane-agent' } },
      }),
    );
}

async function answerPeople(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const { q = '', uai = '', profile = '', after = '' } = c.req.query();
  const choice = c.req.query('uai-choice') ?? '';
  const asked = await readSchoolFilter(store, uai, choice);
  const isProfile = profile === '' || PROFILES.some((one) => one === profile);
  const faults = { ...asked.faults, ...(!isProfile && { profile: 'invalid-choice' as const }) };
  const [familyName = '', place = ''] = after.split(SEPARATOR);
  const [id] = personIdsAmong([place]);
  const [found, doubts] = await Promise.all([
    Object.keys(faults).length > 0
      ? []
      : store.searchPeople({
          limit: PAGE_SIZE + 1,
          ...(q.trim() && { text: q.trim() }),
          ...(asked.uai && { uai: asked.uai }),
          ...(profile && { profile: profile as (typeof PROFILES)[number] }),
          ...(id && { after: { familyName, id } }),
        }),
    store.countSignInDoubts(),
  ]);
  const people = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? people.at(-1) : undefined;
  const next = last && {
    q,
    uai,
    'uai-choice': choice,
    profile,
    after: `${last.familyName}${SEPARATOR}${last.id}`,
  };
  const view = {
    people: people.map((one) => ({
      id: one.id,
      name: `${one.familyName} ${one.givenName}`,
      email: one.emails[0] ?? '',
      profiles: one.profiles,
    })),
    form: {
      values: { q: [q], uai: [uai], 'uai-choice': [choice], profile: [profile] },
      faults,
      choices: asked.choices,
    },
    doubts,
    ...(next && { nextHref: `/dane/people?${new URLSearchParams(next)}` }),
  };
  return answerPage(c, frame, <PeoplePage view={view} />);
}

async function answerChange(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const [person] = await deps.ports.store.readPeople(personIdsAmong([c.req.param('id') ?? '']));
  if (!person) return answerMissing(c, deps, 'people');
  const { id } = person;
  const values = await recordedValues(deps.ports.store, person);
  const isOwn = id === c.var.signedIn.actor.personId;
  const form = formOver(values, sent);
  const view = {
    name: `${person.givenName} ${person.familyName}`,
    action: `/dane/people/${id}/change`,
    seen: seenPerson(person),
    form: isOwn ? { ...form, values: { ...form.values, profiles: person.profiles } } : form,
    isOwn,
  };
  const page = <ChangePersonPage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}

async function answerErase(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const [person] = await deps.ports.store.readPeople(personIdsAmong([c.req.param('id') ?? '']));
  if (!person) return answerMissing(c, deps, 'people');
  const { id } = person;
  const view = {
    name: `${person.givenName} ${person.familyName}`,
    action: `/dane/people/${id}/erasure`,
    form: sent ?? EMPTY_FORM,
  };
  const page = <ErasePage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}
