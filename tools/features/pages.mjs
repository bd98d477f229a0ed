// The pages of a new feature.

export const schoolFile = ({ name, one, many, single, Many, One, table }) => `
import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { DateField, SelectField, TextField } from '../../adapters/http/forms/inputs.tsx';
import { idempotencyKeyField, idempotencyKeyOf } from '../../adapters/http/forms/read-fields.ts';
import { requiredDate, requiredText } from '../../adapters/http/forms/schema.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import { parsePersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Person } from '../../domain/records.ts';
import { ${table.toUpperCase()}_LENGTH, type ${One} } from './feature.ts';

const PATH = '/school/:uai/${name}';

/** \`/school/{uai}/${name}\`: the list of a school, for its principal. */
export const school${One}Pages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'read-establishment', render${Many})
    .form(PATH, 'keep-establishment', {
      page: render${Many},
      schema: z.object({
        personId: requiredText().transform(parsePersonId),
        description: requiredText(${table.toUpperCase()}_LENGTH),
        since: requiredDate,
        once: idempotencyKeyField,
      }),
      act: ({ services, uai, me }, { once, ...stated }) =>
        services.add${One}({ ${single}: { uai, ...stated }, once, by: me }),
      done: '${one}-added',
    })
    .form(\`\${PATH}/remove\`, 'keep-establishment', {
      page: render${Many},
      schema: z.object({ id: requiredText(100) }),
      act: ({ services, uai, me }, { id }) => services.remove${One}({ uai, id, by: me }),
      done: '${one}-removed',
      back: ({ uai }) => \`/school/\${uai}/${name}\`,
    });

async function render${Many}(request: PageRequest) {
  const { uai, services, store } = request;
  const t = request.t.${many};
  const [school, rows] = await Promise.all([services.readSchool(uai), store.read${Many}At(uai)]);
  const place = placeOf(request.c, school);
  const people = await store.readPeople([...new Set(rows.map(({ personId }) => personId))]);
  const engaged = school.people.filter(({ id }) => school.split.people.includes(id));
  return (
    <SchoolLayout school={place} page="${many}" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      {rows.length === 0 ? (
        <EmptyState>{engaged.length > 0 ? t.none : t.noPeople}</EmptyState>
      ) : (
        renderList(request, { rows, people, mayChange: place.mayKeep })
      )}
      {place.mayKeep && engaged.length > 0 && renderForm(request, engaged)}
    </SchoolLayout>
  );
}

interface Listed {
  readonly rows: readonly ${One}[];
  readonly people: readonly Person[];
  readonly mayChange: boolean;
}

function renderList({ uai, t: texts }: PageRequest, { rows, people, mayChange }: Listed) {
  const t = texts.${many};
  const names = new Map(people.map((person) => [person.id, fullName(person)]));
  const nameIn = ({ personId }: ${One}) => names.get(personId) ?? '';
  return (
    <CardTable
      rows={rows}
      columns={[
        { heading: t.person, cell: nameIn, names: true },
        { heading: t.form.description, cell: ({ description }) => description },
        { heading: t.form.since, cell: ({ since }) => texts.day(since) },
        mayChange && {
          heading: t.remove,
          cell: (one) => (
            <ActionButton
              action={\`/school/\${uai}/${name}/remove\`}
              hidden={{ id: one.id }}
              class="link"
              label={t.removeOf(one.description, nameIn(one))}
            >
              {t.remove}
            </ActionButton>
          ),
          label: false,
        },
      ]}
    />
  );
}

function renderForm({ deps, uai, form, sent, t: texts }: PageRequest, engaged: readonly Person[]) {
  const t = texts.${many};
  return (
    <>
      <h2>{t.add}</h2>
      <Form
        action={\`/school/\${uai}/${name}\`}
        form={form}
        labels={t.form}
        hidden={{ once: idempotencyKeyOf(deps, sent) }}
        submit={texts.forms.save}
      >
        <SelectField
          name="personId"
          choices={engaged.map((person) => ({ value: person.id, label: fullName(person) }))}
        />
        <TextField name="description" maxlength={${table.toUpperCase()}_LENGTH} />
        <DateField name="since" />
      </Form>
    </>
  );
}
`;

export const daneFile = ({ name, many, Many, One }) => `
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../../adapters/http/components/pagination.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { fullName } from '../../domain/person/name.ts';
import type { ${One} } from './feature.ts';

const PATH = '/dane/${name}';

/** \`/dane/${name}\`: the lists of all schools, page by page. */
export const dane${One}Pages = (deps: AppDeps) =>
  definePages(deps, 'dane').page(PATH, 'keep-register', render${Many});

async function render${Many}(request: PageRequest) {
  const { store, t: texts } = request;
  const t = texts.${many};
  const { rows, last } = pageOf(await store.read${Many}(sliceOf(request)));
  const { personOf, schoolOf } = await readNames(request, rows);
  return (
    <DaneLayout section="${many}" title={t.title}>
      <p class="lede">{t.ofAllSchools}</p>
      {rows.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <CardTable
          rows={rows}
          columns={[
            {
              heading: t.person,
              cell: (one) => <a href={\`/dane/people/\${one.personId}\`}>{personOf(one)}</a>,
              names: true,
            },
            { heading: t.school, cell: schoolOf },
            { heading: t.form.description, cell: ({ description }) => description },
            { heading: t.form.since, cell: ({ since }) => texts.day(since) },
          ]}
        />
      )}
      <Paging next={last && \`\${PATH}?\${new URLSearchParams({ after: last.id })}\`} />
    </DaneLayout>
  );
}

/** The names of the people and schools in the rows of a page. */
async function readNames({ store }: PageRequest, rows: readonly ${One}[]) {
  const uais = [...new Set(rows.map(({ uai }) => uai))];
  const [schools, people] = await Promise.all([
    uais.length > 0 ? store.readSchoolsByUai(uais) : [],
    store.readPeople([...new Set(rows.map(({ personId }) => personId))]),
  ]);
  const schoolNames = new Map(schools.map(({ uai, name }) => [uai, name]));
  const names = new Map(people.map((person) => [person.id, fullName(person)]));
  return {
    schoolOf: ({ uai }: ${One}) => schoolNames.get(uai) ?? uai,
    personOf: ({ personId }: ${One}) => names.get(personId) ?? '',
  };
}
`;
