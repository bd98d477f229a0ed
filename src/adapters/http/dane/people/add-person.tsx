import { fullName } from '../../../../domain/person/name.ts';
import type { AppDeps } from '../../env.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import type { FormState } from '../../forms/context.ts';
import { Form } from '../../forms/elements.tsx';
import { findSchool, refuseNamed, schoolValue, typedIn } from '../../forms/name-lookup.ts';
import { ticked } from '../../forms/schema.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { PersonFields, personForm } from './edit-person.tsx';

const NEW = '/dane/people/new';
/** The most people of the same name that the page shows. */
const MOST = 5;

/** The address of the form, with the school whose principal is to be added. */
export const newHeadPath = (uai: string) => `${NEW}?${new URLSearchParams({ headOf: uai })}`;

/** `/dane/people/new`: adds one person. Where somebody has the same name, the agent says that it is another one. */
export const addPersonPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(NEW, 'keep-register', drawNew)
    .form(NEW, 'keep-register', {
      page: drawNew,
      schema: personForm.extend({ another: ticked }),
      act: async (visit, { headOf: _, another, ...said }, values) => {
        const { store, services, me } = visit;
        const { key: headOf, ...named } = await findSchool(store, typedIn(values, 'headOf'));
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
async function askedValues({ store, query }: Visit): Promise<FormState['values']> {
  const { key } = await findSchool(store, { text: query('headOf') ?? '', choice: undefined });
  if (!key) return { profiles: ['rupn'] };
  return { profiles: ['principal'], headOf: await schoolValue(store, key) };
}

async function drawNew(visit: Visit) {
  const t = visit.t.dane.people.add;
  const form: FormState = visit.sent ?? { values: await askedValues(visit), faults: {} };
  const asksAnother = form.faults['another'] !== undefined || form.values['another']?.[0] === 'yes';
  const name = ['givenName', 'familyName'].map((one) => form.values[one]?.[0] ?? '').join(' ');
  const same = asksAnother ? await visit.store.searchPeople({ text: name, limit: MOST }) : [];
  return (
    <DaneLayout section="people" title={t.title}>
      <Form
        action={NEW}
        form={form}
        labels={{ ...visit.t.dane.people.change.fields, another: t.another }}
        submit={visit.t.forms.save}
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
