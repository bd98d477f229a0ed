import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { MissionCode, MissionFramework } from '../../../../domain/engagement/mission.ts';
import {
  type MissionSharing,
  SHARING_KINDS,
  SHARING_LENGTH,
  sharingOf,
} from '../../../../domain/engagement/mission-sharing.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { missionWords, nameOf, organisationWords, periodWords } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay } from '../../middleware/signed-in.ts';
import {
  type FieldFault,
  type FormValues,
  optionalChoiceOf,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards, wordingOf } from '../school-context.ts';
import { SharingPage } from './mission-sharing-page.tsx';

/** The kind `mission` means that the mission is not shared out. */
const choices = ['mission', ...SHARING_KINDS] as const;
const part = z.object({ kind: optionalChoiceOf(choices), words: optionalText(SHARING_LENGTH) });

/** `/school/{uai}/engagements/{reference}/sharing`: the ways in which the missions of a segment are shared
 *  out. These routes stand before the changes of a segment, whose address has the kind of change in the same
 *  place. */
export function sharingRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [
    ...schoolGuards(deps, 'keep-establishment'),
    requireMay(deps, 'confirm-engagement', async (c) => {
      const [found] = await ports.store.readEngagements([c.req.param('reference') ?? '']);
      if (found?.uai !== requiredUaiOf(c)) return undefined;
      return { kind: 'engagement', personId: found.personId, uai: found.uai };
    }),
  ] as const;
  return new Hono<AppEnv>()
    .get('/school/:uai/engagements/:reference/sharing', ...guards, (c) => show(c, deps))
    .post(
      '/school/:uai/engagements/:reference/sharing',
      ...guards,
      takeForm<readonly MissionSharing[]>(deps, {
        schema: async (c) => readSharing(await readForm(c), ports.catalogue.framework),
        show: (c, sent) => show(c, deps, sent),
        act: async (c, sharing) => {
          const [uai, reference] = [requiredUaiOf(c), c.req.param('reference') ?? ''];
          const by = c.var.signedIn.actor.personId;
          const personId = await services.saySharing({ uai, reference, sharing, by });
          return afterDoing('sharing-saved', `/school/${uai}/people/${personId}`);
        },
      }),
    );
}

/** Reads two fields for each mission; a kind needs its words, and words need their kind. */
function readSharing(
  values: FormValues,
  { missions }: MissionFramework,
): ParsedForm<readonly MissionSharing[]> {
  const faults: Record<string, FieldFault> = {};
  const sharing = [...missions.keys()].flatMap((mission): readonly MissionSharing[] => {
    const fields = { kind: values[`kind-${mission}`] ?? [], words: values[`words-${mission}`] ?? [] };
    const read = parseValues(fields, part);
    if (!read.ok) {
      for (const [field, fault] of Object.entries(read.faults)) faults[`${field}-${mission}`] = fault;
      return [];
    }
    const { kind = 'mission', words } = read.value;
    if (kind === 'mission' && words !== undefined) faults[`kind-${mission}`] = 'nothing-chosen';
    if (kind === 'mission') return [];
    if (words === undefined) faults[`words-${mission}`] = 'required';
    return [{ mission, kind, words: words ?? '' }];
  });
  if (Object.keys(faults).length > 0) return { ok: false, faults, values };
  return { ok: true, value: sharing, values };
}

async function show(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const [school, wording] = [await deps.services.readSchool(requiredUaiOf(c)), wordingOf(c, deps)];
  const engagement = school.engagements.find((one) => one.reference === c.req.param('reference'));
  const person = school.people.find(({ id }) => id === engagement?.personId);
  if (!engagement || !person) throw new DomainError('not-found');
  const page = (
    <SharingPage
      school={placeOf(c, school)}
      view={{
        reference: engagement.reference,
        personId: person.id,
        name: nameOf(person),
        period: periodWords(engagement.period, wording),
        missions: engagement.missions.map((code: MissionCode) => ({
          code,
          label: missionWords(code, wording),
          organisation: organisationWords(code, wording),
        })),
      }}
      form={formOver(toValues(engagement), sent)}
    />
  );
  return answerPage(c, workspaceFrame(c, deps, 'school'), page, sent?.status);
}

function toValues(engagement: Engagement): FormValues {
  return Object.fromEntries(
    sharingOf(engagement).flatMap(({ mission, kind, words }) => [
      [`kind-${mission}`, [kind]],
      [`words-${mission}`, [words]],
    ]),
  );
}
