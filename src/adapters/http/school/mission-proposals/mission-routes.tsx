import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { ROLES } from '../../../../domain/engagement/mission.ts';
import { periodFaults } from '../../../../domain/engagement/said-dates.ts';
import { type PersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { isLocalDate, localDateInParis } from '../../../../domain/time/time.ts';
import { missionFields } from '../../engagements/change-form.ts';
import { missionChoices } from '../../engagements/change-view.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { type FormValues, optionalText, requiredDate } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type Refused, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { deciderOf, placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { MissionsPage } from './missions-page.tsx';
import { missionProposalLine } from './missions-view.ts';
import { ProposePage, WORDS_LENGTH } from './propose-page.tsx';

/** `/school/{uai}/mission-proposals`: missions that the principal proposes to people. */
export function missionRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const keeps = schoolGuards(deps, 'keep-establishment');
  const base = (c: Context<AppEnv>) => `/school/${requiredUaiOf(c)}/mission-proposals`;
  const form = z.object({
    person: optionalText(60),
    known: optionalText(254),
    from: requiredDate,
    ...missionFields(ports.catalogue.framework),
    words: optionalText(WORDS_LENGTH),
  });
  return new Hono<AppEnv>()
    .get('/school/:uai/mission-proposals', ...schoolGuards(deps, 'read-establishment'), (c) =>
      showAll(c, deps),
    )
    .get('/school/:uai/mission-proposals/new', ...keeps, (c) => showForm(c, deps))
    .post(
      '/school/:uai/mission-proposals/new',
      ...keeps,
      takeForm(deps, {
        schema: form,
        show: (c, sent) => showForm(c, deps, sent),
        act: async (c, { person, known, from, missions, roles, words }) => {
          const fault = periodFaults({ from }, localDateInParis(ports.clock.now())).from;
          if (fault) return { faults: { from: `${fault.kind}:${fault.limit}` } };
          const found = await findPerson(c, deps, { person, known });
          if (typeof found !== 'string') return found;
          const by = deciderOf(c);
          const content = { missions, roles, from, words };
          await services.proposeMissions({ uai: requiredUaiOf(c), personId: found, ...content, by });
          return afterDoing('missions-proposed', base(c));
        },
        refusals: {
          'own-engagement': 409,
          'unknown-person': 400,
          'change-unchanged': 400,
          'role-held': 409,
          'missions-proposed': 409,
        },
      }),
    )
    .post(
      '/school/:uai/mission-proposals/:id/withdrawal',
      ...keeps,
      takeForm(deps, {
        schema: z.object({}),
        show: (c) => showAll(c, deps),
        act: async (c) => {
          const by = c.var.signedIn.actor.personId;
          await services.withdrawMissions({ id: c.req.param('id') ?? '', uai: requiredUaiOf(c), by });
          return afterDoing('missions-withdrawn', base(c));
        },
        refusals: { 'mission-proposal-settled': 200, 'store-conflict': 200 },
      }),
    );
}

/** The person chosen in the list, or the one whom the text names. */
async function findPerson(
  c: Context<AppEnv>,
  deps: AppDeps,
  { person, known }: { readonly person?: string | undefined; readonly known?: string | undefined },
): Promise<PersonId | Refused> {
  const texts = wordingOf(c, deps).t.missionsProposed.form;
  const refused = (refusal: string): Refused => ({ refusal, status: 400 });
  if (person && known) return refused(texts.both);
  if (known) {
    const found = await deps.services.findAddressee(known);
    return found.kind === 'found' ? found.personId : refused(texts[found.kind]);
  }
  const [id] = personIdsAmong([person ?? '']);
  const school = await deps.services.readSchool(requiredUaiOf(c));
  return school.people.find((one) => one.id === id)?.id ?? refused(texts.nobody);
}

async function showAll(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const uai = requiredUaiOf(c);
  const [[establishment], proposals] = await Promise.all([
    store.readEstablishments([uai]),
    store.readMissionProposalsAt(uai),
  ]);
  if (!establishment) return c.notFound();
  const people = await store.readPeople([...new Set(proposals.flatMap((one) => [one.personId, one.by]))]);
  const names = new Map(people.map((one) => [one.id, nameOf(one)]));
  const wording = wordingOf(c, deps);
  const lines = proposals.map((one) => missionProposalLine(one, (id) => names.get(id), wording));
  const page = <MissionsPage school={placeOf(c, { establishment })} lines={lines} />;
  return answerPage(c, workspaceFrame(c, deps, 'school'), page);
}

async function showForm(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const school = await deps.services.readSchool(requiredUaiOf(c));
  const viewer = c.var.signedIn.actor.personId;
  const page = (
    <ProposePage
      school={placeOf(c, school)}
      people={school.people
        .filter(({ id }) => id !== viewer)
        .map((one) => ({ value: one.id, label: nameOf(one) }))}
      missions={missionChoices(wordingOf(c, deps))}
      form={sent ?? { values: valuesAsked(c, deps), faults: {} }}
    />
  );
  return answerPage(c, workspaceFrame(c, deps, 'school'), page, sent?.status);
}

/** The missions and roles, and the day, that the address proposes. */
function valuesAsked(c: Context<AppEnv>, { ports }: AppDeps): FormValues {
  const { from = '' } = c.req.query();
  const asked = c.req.queries();
  const codes: readonly string[] = [...ports.catalogue.framework.missions.keys()];
  const roles: readonly string[] = ROLES;
  return {
    missions: codes.filter((one) => asked['mission']?.includes(one)),
    roles: roles.filter((one) => asked['role']?.includes(one)),
    from: [isLocalDate(from) ? from : localDateInParis(ports.clock.now())],
  };
}
