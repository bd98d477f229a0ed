import { z } from 'zod';
import { parsePersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { TextField } from '../../forms/inputs.tsx';
import { requiredText } from '../../forms/schema.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { findPersonOf, personPath } from './find-person.ts';

/** `/dane/people/{id}/erasure` */
export const erasurePages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page('/dane/people/:id/erasure', 'keep-register', drawErasure)
    .form('/dane/people/:id/erasure', 'keep-register', {
      page: drawErasure,
      schema: z.object({ confirm: requiredText(40) }),
      act: async ({ services, param, me, t }, { confirm }) => {
        if (confirm !== t.dane.people.erase.word) return { faults: { confirm: 'wrong-word' } };
        await services.erasePerson({ id: parsePersonId(param('id')), actor: me });
        return undefined;
      },
      done: 'person-erased',
      back: '/dane/people',
      refusals: { 'last-dane-agent': { confirm: 'last-dane-agent' } },
    });

async function drawErasure(visit: Visit) {
  const person = await findPersonOf(visit);
  if (!person) return answerMissing(visit.c, visit.deps, 'people');
  const t = visit.t.dane.people.erase;
  const { facts, badges } = await visit.services.countErasure(person.id);
  return (
    <DaneLayout section="people" title={t.title(fullName(person))}>
      <p class="lede">{t.lede}</p>
      <p class="notice">{t.goes(facts, badges)}</p>
      <Form action={`${personPath(visit)}/erasure`} form={visit.form} labels={t} submit={t.button}>
        <TextField name="confirm" />
      </Form>
    </DaneLayout>
  );
}
