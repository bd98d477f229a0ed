import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { MEANS_KINDS } from '../../../../domain/engagement/means.ts';
import { parsePersonId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { choiceOf, optionalText, requiredDate, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards } from '../school-context.ts';
import { nameOf } from '../segment-view.ts';
import { MeansPage } from './means-page.tsx';

const key = {
  personId: requiredText().transform(parsePersonId),
  kind: choiceOf(MEANS_KINDS),
  since: requiredDate,
};
const keyForm = z.object(key);
const meansForm = z
  .object({ ...key, description: optionalText().transform((text) => text ?? '') })
  .refine(({ kind, description }) => kind === 'telephone' || description !== '', {
    path: ['description'],
    message: 'required',
  });

/** `/school/{uai}/means`: a telephone, equipment, an office. */
export function meansRoutes(deps: AppDeps) {
  const { services } = deps;
  const keep = schoolGuards(deps, 'keep-establishment');
  const show = async (c: Context<AppEnv>, sent?: SentForm) => {
    const school = await services.readSchool(requiredUaiOf(c));
    const frame = workspaceFrame(c, deps, 'school');
    const names = new Map(school.people.map((person) => [person.id, nameOf(person)]));
    const engaged = school.people.filter(({ id }) => school.split.people.includes(id));
    const props = {
      school: placeOf(c, school),
      means: school.means.map((one) => ({
        ...one,
        name: names.get(one.personId) ?? '',
        sinceWords: frame.t.day(one.since),
      })),
      people: engaged.map((person) => ({ value: person.id, label: nameOf(person) })),
      form: sent ?? EMPTY_FORM,
    };
    return answerPage(c, frame, <MeansPage {...props} />, sent?.status);
  };
  return new Hono<AppEnv>()
    .get('/school/:uai/means', ...schoolGuards(deps, 'read-establishment'), (c) => show(c))
    .post(
      '/school/:uai/means',
      ...keep,
      takeForm(deps, {
        schema: meansForm,
        show,
        act: async (c, value) => {
          const uai = requiredUaiOf(c);
          await services.saveMeans({ means: { uai, ...value }, by: c.var.signedIn.actor.personId });
          return afterDoing('means-added', `/school/${uai}/means`);
        },
      }),
    )
    .post(
      '/school/:uai/means/remove',
      ...keep,
      takeForm(deps, {
        schema: keyForm,
        show,
        act: async (c, key) => {
          const uai = requiredUaiOf(c);
          const means = { uai, description: '', ...key };
          await services.removeMeans({ means, by: c.var.signedIn.actor.personId });
          return afterDoing('means-removed', `/school/${uai}/means`);
        },
      }),
    );
}
