import { fullName } from '../../../../domain/person/name.ts';
import type { AppDeps } from '../../env.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import type { FormState } from '../../forms/context.ts';
import { Form } from '../../forms/elements.tsx';
import { findSchool, readLookupInput, refuseNamed, schoolValue } from '../../forms/name-lookup.ts';
import { ticked } from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { PersonFields, personForm } from './edit-person.tsx';

const NEW = '/dane/people/new';
/** The most people of the same name that the page shows. */
const MOST = 5;

/** The address of the form, with the school whose principal is to be added. */
export const newHeadPath = (uai: string) => `${NEW}?${new URLSearchParams({ headOf: uai })}`;

/** `/dane/people/new`: adds one person. Where someone has the same name, the agent says that it is another one. */
export const addPersonPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(NEW, 'keep-register', renderNew)
    .form(NEW, 'keep-register', {
      page: renderNew,
      schema: personForm.extend({ another: ticked }),
      act: async (request, { headOf: _, another, ...said }, values) => {
        const { store, services, me } = request;
        const { key: headOf, ...named } = await findSchool(store, readLookupInput(values, 'headOf'));
        if (named.fault) return refuseNamed('headOf', named);
        const name = fullName(said);
        const same = another ? [] : await store.searchPeople({ text: name, limit: 1 });
        const [owner] = await store.readPeopleByEmail([said.email]);
        if (same.length > 0 && !owner) return { faults: { another: 'not-ticked' } };
        const id = await services.addPerson({ ...said, headOf, actor: me });
        return `/dane/people/${id}`;
      },
      done: 'person-added',
      refusals: {
        'address-taken': { email: 'taken' },
        'unknown-establishment': { headOf: 'unknown-establishment' },
        'establishment-closed': 409,
      },
    });

/** A principal where the address names a school, otherwise a referent. */
async function prefilledValues({ store, query }: PageRequest): Promise<FormState['values']> {
  const { key } = await findSchool(store, { text: query('headOf') ?? '', choice: undefined });
  if (!key) return { profiles: ['rupn'] };
  return { profiles: ['principal'], headOf: await schoolValue(store, key) };
}

async function renderNew(request: PageRequest) {
  const t = request.t.dane.people.add;
  const form: FormState = request.sent ?? { values: await prefilledValues(request), faults: {} };
  const asksAnother = form.faults['another'] !== undefined || form.values['another']?.[0] === 'yes';
  const name = ['givenName', 'familyName'].map((one) => form.values[one]?.[0] ?? '').join(' ');
  const same = asksAnother ? await request.store.searchPeople({ text: name, limit: MOST }) : [];
  return (
    <DaneLayout section="people" title={t.title}>
      <Form
        action={NEW}
        form={form}
        labels={{ ...request.t.dane.people.change.fields, another: t.another }}
        submit={request.t.forms.save}
        cancel="/dane/people"
        aside={<p>{t.lede}</p>}
      >
        <PersonFields isOwn={false} />
        {asksAnother && (
          <>
            <p class="notice">{t.same}</p>
            <ul>
              {same.map((one) => (
                <li>
                  <a href={`/dane/people/${one.id}`}>{fullName(one)}</a>, {one.emails[0] ?? ''}
                </li>
              ))}
            </ul>
            <Checkbox name="another" />
          </>
        )}
      </Form>
    </DaneLayout>
  );
}
