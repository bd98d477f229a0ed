import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { SignInDoubt } from '../../../../domain/access/account.ts';
import type { AppDeps } from '../../env.ts';
import { FaultSummary } from '../../shell/fields.tsx';
import { findPerson, refuseNamed, typedIn } from '../../shell/find-named.ts';
import { choiceOf, type ParsedForm, parseValues, readForm, requiredText } from '../../shell/form.ts';
import { Form, Submit } from '../../shell/form-parts.tsx';
import { PersonField } from '../../shell/named-field.tsx';
import { pagesOf } from '../../shell/pages-of.tsx';
import { Paging, pageOf, sliceOf } from '../../shell/paging.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import type { Visit } from '../../shell/visit.ts';
import { DaneLayout } from '../dane-layout.tsx';

const PATH = '/dane/people/doubts';
const doubtForm = z.object({ id: requiredText(), act: choiceOf(['link', 'dismiss']) });
const linkForm = z.object({ email: requiredText(254) });

/** `/dane/people/doubts`: people who signed in and do not match one record with certainty. */
export const doubtPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'keep-register', drawDoubts)
    .form(PATH, 'keep-register', {
      page: drawDoubts,
      schema: readSettling,
      act: async ({ store, services, me }, { id, isLinked }, values) => {
        const typed = typedIn(values, doubtField(id));
        const { key: person, ...named } = isLinked ? await findPerson(store, typed) : {};
        if (isLinked && !person) return refuseNamed(doubtField(id), named);
        await services.settleDoubt({ id, actor: me, ...(person && { personId: person.id }) });
        return undefined;
      },
      done: 'doubt-settled',
    });

/** Name of a doubt's address field: the page has one for each doubt. */
const doubtField = (id: string) => `email-${id}`;

interface Settling {
  readonly id: string;
  /** Whether the sign-in belongs to a person of the register. */
  readonly isLinked: boolean;
}

async function readSettling({ c }: Visit): Promise<ParsedForm<Settling>> {
  const values = await readForm(c);
  const form = parseValues(values, doubtForm);
  if (!form.ok) throw new HTTPException(400, { message: 'no doubt is named' });
  const { id, act } = form.value;
  if (act === 'dismiss') return { ok: true, values, value: { id, isLinked: false } };
  const field = doubtField(id);
  const sent = parseValues({ email: values[field] ?? [] }, linkForm);
  return sent.ok
    ? { ok: true, values, value: { id, isLinked: true } }
    : { ok: false, values, faults: { [field]: sent.faults['email'] ?? 'required' } };
}

async function drawDoubts(visit: Visit) {
  const t = visit.t.dane.people.doubtsPage;
  const { rows, last } = pageOf(await visit.store.readSignInDoubts(sliceOf(visit)));
  const labels = Object.fromEntries(rows.map(({ id }) => [doubtField(id), t.email]));
  return (
    <DaneLayout section="doubts" title={t.title}>
      <p class="lede">{rows.length > 0 ? t.lede : t.none}</p>
      <FaultSummary form={visit.form} labels={labels} />
      {rows.map((doubt) => (
        <Doubt {...doubt} form={visit.form} />
      ))}
      <Paging next={last && `${PATH}?${new URLSearchParams({ after: last.id })}`} />
    </DaneLayout>
  );
}

function Doubt({ id, identity, reason, lastAt, form }: SignInDoubt & { form: FormState }) {
  const frame = useFrame();
  const t = frame.t.dane.people.doubtsPage;
  const { givenName, familyName, email = '—', provider } = identity;
  const name = [givenName, familyName].filter(Boolean).join(' ') || email;
  return (
    <section class="sheet">
      <h2>{name}</h2>
      <dl class="facts-list">
        <dt>{t.provider}</dt>
        <dd>{frame.t.account.signIn.providers[provider].name}</dd>
        <dt>{frame.t.dane.people.email}</dt>
        <dd>{email}</dd>
        <dt>{t.reason}</dt>
        <dd>{t.reasons[reason]}</dd>
        <dt>{t.last}</dt>
        <dd>{frame.t.moment(lastAt)}</dd>
      </dl>
      <Form action={PATH} form={form} hidden={{ id }}>
        <PersonField name={doubtField(id)} label={t.email} optional />
        <div class="actions">
          <Submit name="act" value="link">
            {t.link} <span class="visually-hidden">{name}</span>
          </Submit>
          <Submit name="act" value="dismiss" class="secondary">
            {t.dismiss} <span class="visually-hidden">{name}</span>
          </Submit>
        </div>
      </Form>
    </section>
  );
}
