import { z } from 'zod';
import { parsePersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { AppDeps } from '../../env.ts';
import { Form } from '../../forms/elements.tsx';
import { TextField } from '../../forms/inputs.tsx';
import { requiredText } from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';
import { findPersonOf, personPath } from './find-person.ts';
import { MentionList, mentionsQuery, readLeftMentions } from './left-mentions.tsx';

/** `/dane/people/{id}/erasure` */
export const erasurePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/people/:id/erasure', 'keep-register', renderErasure)
    .form('/dane/people/:id/erasure', 'keep-register', {
      page: renderErasure,
      schema: z.object({ confirm: requiredText(40) }),
      act: async ({ services, store, param, me, t }, { confirm }) => {
        if (confirm !== t.dane.people.erase.word) return { faults: { confirm: 'wrong-word' } };
        const id = parsePersonId(param('id'));
        const [person] = await store.readPeople([id]);
        const { left } = person ? await services.previewErasure(person) : { left: [] };
        await services.erasePerson({ id, actor: me });
        return ['/dane/people', ...(left.length > 0 ? [mentionsQuery(left)] : [])].join('?');
      },
      done: 'person-erased',
      refusals: { 'last-dane-agent': { confirm: 'last-dane-agent' } },
    });

async function renderErasure(request: PageRequest) {
  const person = await findPersonOf(request);
  if (!person) return answerMissing(request.c, request.deps, 'people');
  const t = request.t.dane.people.erase;
  const { facts, badges, left } = await request.services.previewErasure(person);
  const mentions = await readLeftMentions(request, left);
  return (
    <DaneLayout section="people" title={t.title(fullName(person))}>
      <p class="lede">{t.lede}</p>
      <p class="notice">{t.goes(facts, badges)}</p>
      {mentions.length === 0 && <p>{t.left.none}</p>}
      {mentions.length > 0 && (
        <section class="notice">
          <p>{t.left.before(mentions.length)}</p>
          <MentionList mentions={mentions} />
          <p>{t.left.namesake}</p>
        </section>
      )}
      <Form action={`${personPath(request)}/erasure`} form={request.form} labels={t} submit={t.button}>
        <TextField name="confirm" />
      </Form>
    </DaneLayout>
  );
}
