import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { DomainError } from '../../../../domain/errors.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { PROFILES } from '../../../../domain/records.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import {
  choiceOf,
  choicesOf,
  optionalText,
  optionalUai,
  parseForm,
  requiredEmail,
  requiredText,
} from '../../form.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../page-answer.tsx';
import { EMPTY_FORM, type FormState } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import { workspaceFrame } from '../../workspace-frame.ts';
import { lenientUai } from '../lenient-uai.ts';
import { daneHeadshipRoutes } from './headship-routes.tsx';
import { PeoplePage } from './people-pages.tsx';
import { ChangePersonPage, DoubtsPage, ErasePage, MergePage } from './person-form-pages.tsx';
import { PersonPage } from './person-page.tsx';
import { readPersonView } from './person-view.ts';

const PAGE_SIZE = 50;
/** Between a name and an id in the address of the next page. */
const SEPARATOR = '~';

const changeForm = z.object({
  givenName: requiredText(100),
  familyName: requiredText(100),
  email: requiredEmail,
  profiles: choicesOf(PROFILES),
  headOf: optionalUai,
});
const doubtForm = z.object({ id: requiredText(), act: choiceOf(['link', 'dismiss']), email: optionalText() });
const mergeForm = z.object({ email: requiredEmail, confirm: choiceOf(['yes']) });
const ERASURE = { Page: ErasePage, path: 'erasure' };
const MERGE = { Page: MergePage, path: 'merge' };
const eraseForm = z.object({ confirm: requiredText(40) });

/** `/dane/people`: the register of people. */
export function peopleRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const local = (c: Context<AppEnv>, href: string) =>
    c.redirect(inLanguage({ locale: c.var.locale }, href), 303);
  const idOf = (c: Context<AppEnv>) => c.req.param('id') as PersonId;
  return new Hono<AppEnv>()
    .route('/', daneHeadshipRoutes(deps))
    .get('/dane/people', ...reads, (c) => answerPeople(c, deps))
    .get('/dane/people/doubts', ...keeps, (c) => answerDoubts(c, deps))
    .post('/dane/people/doubts', ...keeps, async (c) => {
      const form = await parseForm(c, doubtForm);
      if (!form.ok) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      const { id, act, email } = form.value;
      const [person] =
        act === 'link' ? await ports.store.readPeopleByEmail([(email ?? '').toLowerCase()]) : [];
      if (act === 'link' && !person) throw new DomainError('unknown-person', { email: email ?? '' });
      const actor = c.var.signedIn.actor.personId;
      await services.settleDoubt({ id, actor, ...(person && { personId: person.id }) });
      return local(c, '/dane/people/doubts?done=doubt-settled');
    })
    .get('/dane/people/:id', ...reads, async (c) => {
      const view = await readPersonView(deps, idOf(c), c.var.locale);
      return view
        ? answerPage(c, <PersonPage frame={workspaceFrame(c, deps, 'dane')} view={view} />)
        : answerError(c, deps, { kind: 'not-found', status: 404 });
    })
    .get('/dane/people/:id/change', ...keeps, (c) => answerChange(c, deps))
    .post('/dane/people/:id/change', ...keeps, async (c) => {
      const form = await parseForm(c, changeForm);
      if (!form.ok) return answerChange(c, deps, form);
      await services.changePerson({ ...form.value, id: idOf(c), actor: c.var.signedIn.actor.personId });
      await services.emptyOutbox('resign-credential');
      return local(c, `/dane/people/${idOf(c)}?done=person-changed`);
    })
    .get('/dane/people/:id/merge', ...keeps, (c) => answerForm(c, deps, MERGE))
    .post('/dane/people/:id/merge', ...keeps, async (c) => {
      const form = await parseForm(c, mergeForm);
      if (!form.ok) return answerForm(c, deps, { ...MERGE, refused: form });
      const [other] = await ports.store.readPeopleByEmail([form.value.email]);
      if (!other) {
        const refused = { ...form, faults: { email: 'unknown-person' as const } };
        return answerForm(c, deps, { ...MERGE, refused });
      }
      await services.mergePeople({ from: other.id, into: idOf(c), actor: c.var.signedIn.actor.personId });
      await services.emptyOutbox('resign-credential');
      return local(c, `/dane/people/${idOf(c)}?done=people-merged`);
    })
    .get('/dane/people/:id/erasure', ...keeps, (c) => answerForm(c, deps, ERASURE))
    .post('/dane/people/:id/erasure', ...keeps, async (c) => {
      const form = await parseForm(c, eraseForm);
      const { word } = workspaceFrame(c, deps).t.dane.people.erase;
      if (!form.ok) return answerForm(c, deps, { ...ERASURE, refused: form });
      if (form.value.confirm !== word) {
        const refused = { ...form, faults: { confirm: 'invalid-choice' as const } };
        return answerForm(c, deps, { ...ERASURE, refused });
      }
      await services.erasePerson({ id: idOf(c), actor: c.var.signedIn.actor.personId });
      return local(c, '/dane/people?done=person-erased');
    });
}

async function answerPeople(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const { q = '', uai = '', profile = '', after = '' } = c.req.query();
  const [familyName = '', id = ''] = after.split(SEPARATOR);
  const [found, doubts] = await Promise.all([
    store.searchPeople({
      limit: PAGE_SIZE + 1,
      ...(q.trim() && { text: q.trim() }),
      ...(uai.trim() && { uai: lenientUai(uai) }),
      ...(PROFILES.some((one) => one === profile) && { profile: profile as (typeof PROFILES)[number] }),
      ...(id && { after: { familyName, id: id as PersonId } }),
    }),
    store.countSignInDoubts(),
  ]);
  const people = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? people.at(-1) : undefined;
  const next = last && { q, uai, profile, after: `${last.familyName}${SEPARATOR}${last.id}` };
  const view = {
    people: people.map((one) => ({
      id: one.id,
      name: `${one.familyName} ${one.givenName}`,
      email: one.emails[0] ?? '',
      profiles: one.profiles,
    })),
    form: { values: { q: [q], uai: [uai], profile: [profile] }, faults: {} },
    doubts,
    ...(next && { nextHref: inLanguage(frame, `/dane/people?${new URLSearchParams(next)}`) }),
  };
  return answerPage(c, <PeoplePage frame={frame} view={view} />);
}

async function answerDoubts(c: Context<AppEnv>, deps: AppDeps) {
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const found = await deps.ports.store.readSignInDoubts({ limit: PAGE_SIZE + 1, ...(after && { after }) });
  const doubts = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? doubts.at(-1)?.id : undefined;
  const view = {
    doubts,
    ...(last && {
      nextHref: inLanguage(frame, `/dane/people/doubts?${new URLSearchParams({ after: last })}`),
    }),
  };
  return answerPage(c, <DoubtsPage frame={frame} view={view} />);
}

async function answerChange(c: Context<AppEnv>, deps: AppDeps, refused?: FormState) {
  const id = c.req.param('id') as PersonId;
  const [person] = await deps.ports.store.readPeople([id]);
  if (!person) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const values = {
    givenName: [person.givenName],
    familyName: [person.familyName],
    email: person.emails.slice(0, 1),
    profiles: person.profiles,
    headOf: person.headOf ? [person.headOf] : [],
  };
  const view = {
    name: `${person.givenName} ${person.familyName}`,
    action: `/dane/people/${id}/change`,
    form: refused ?? { values, faults: {} },
  };
  const page = <ChangePersonPage frame={workspaceFrame(c, deps, 'dane')} view={view} />;
  return answerPage(c, page, refused ? 400 : 200);
}

type FormPage = typeof ErasePage;

/** A form about one person, on a page of its own. */
async function answerForm(
  c: Context<AppEnv>,
  deps: AppDeps,
  { Page, path, refused }: { Page: FormPage; path: string; refused?: FormState },
) {
  const id = c.req.param('id') as PersonId;
  const [person] = await deps.ports.store.readPeople([id]);
  if (!person) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const view = {
    name: `${person.givenName} ${person.familyName}`,
    action: `/dane/people/${id}/${path}`,
    form: refused ?? EMPTY_FORM,
  };
  return answerPage(c, <Page frame={workspaceFrame(c, deps, 'dane')} view={view} />, refused ? 400 : 200);
}
