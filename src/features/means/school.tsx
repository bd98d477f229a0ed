import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { DateField, SelectField, TextField } from '../../adapters/http/forms/inputs.tsx';
import { choiceOf, optionalText, requiredDate, requiredText } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout, type SchoolPlace } from '../../adapters/http/school/layout.tsx';
import type { SchoolInYear } from '../../application/school/read-year.ts';
import { parsePersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { MEANS_KINDS, type Means } from './feature.ts';

/** Stands in place of a person for everybody whose engagement is in force. */
const TEAM = 'team';

const key = {
  personId: requiredText().transform(parsePersonId),
  kind: choiceOf(MEANS_KINDS),
  since: requiredDate,
};
const meansForm = z
  .object({
    ...key,
    personId: requiredText().transform((text) => (text === TEAM ? TEAM : parsePersonId(text))),
    description: optionalText().transform((text) => text ?? ''),
  })
  .refine(({ kind, description }) => kind === 'telephone' || description !== '', {
    path: ['description'],
    message: 'required',
  });

const PATH = '/school/:uai/means';

/** `/school/{uai}/means`: a telephone, equipment, an office. */
export const schoolMeansPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderMeans)
    .form(PATH, 'keep-establishment', {
      page: renderMeans,
      schema: meansForm,
      act: async ({ services, uai, me }, { personId, ...means }) => {
        const personIds =
          personId === TEAM ? engagedIn(await services.readSchool(uai)).map(({ id }) => id) : [personId];
        await services.saveMeans({ means: { uai, ...means }, personIds, by: me });
      },
      done: 'means-added',
    })
    .form(`${PATH}/remove`, 'keep-establishment', {
      page: renderMeans,
      schema: z.object(key),
      act: ({ services, uai, me }, value) =>
        services.removeMeans({ means: { uai, description: '', ...value }, by: me }),
      done: 'means-removed',
      back: ({ uai }) => `/school/${uai}/means`,
    });

/** The people whose engagement at the school is in force. */
function engagedIn({ people, split }: SchoolInYear) {
  return people.filter(({ id }) => split.people.includes(id));
}

async function renderMeans(request: PageRequest) {
  const school = await request.services.readSchool(request.uai);
  const place = placeOf(request.c, school);
  const t = request.t.means;
  const engaged = engagedIn(school);
  const team = engaged.length > 1 ? [{ value: TEAM, label: t.team(engaged.length) }] : [];
  return (
    <SchoolLayout school={place} page="means" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.list}</h2>
      {school.means.length > 0 && <MeansTable place={place} {...school} />}
      {school.means.length === 0 && engaged.length > 0 && <p>{t.none}</p>}
      {engaged.length === 0 && <EmptyState>{t.noPeople}</EmptyState>}
      {place.mayKeep && engaged.length > 0 && (
        <>
          <h2>{t.add}</h2>
          <Form
            action={`/school/${request.uai}/means`}
            form={request.form}
            labels={t.form}
            submit={request.t.forms.save}
          >
            <SelectField
              name="personId"
              choices={[...team, ...engaged.map((person) => ({ value: person.id, label: fullName(person) }))]}
            />
            <SelectField
              name="kind"
              choices={MEANS_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
            />
            <TextField name="description" maxlength={200} optional={t.form.descriptionFree} />
            <DateField name="since" />
          </Form>
        </>
      )}
    </SchoolLayout>
  );
}

function MeansTable({
  place,
  means,
  people,
}: Pick<SchoolInYear, 'means' | 'people'> & { place: SchoolPlace }) {
  const pageContext = usePageContext();
  const t = pageContext.t.means;
  const names = new Map(people.map((person) => [person.id, fullName(person)]));
  const nameIn = ({ personId }: Means) => names.get(personId) ?? '';
  return (
    <CardTable
      rows={means}
      columns={[
        { heading: t.person, cell: nameIn, names: true },
        {
          heading: t.kind,
          cell: ({ kind, description }) => (
            <>
              {t.kinds[kind]} {description && <span class="note">{description}</span>}
            </>
          ),
        },
        { heading: t.since, cell: ({ since }) => pageContext.t.day(since) },
        place.mayKeep && {
          heading: t.act,
          cell: (one) => (
            <ActionButton
              action={`/school/${place.uai}/means/remove`}
              hidden={{ personId: one.personId, kind: one.kind, since: one.since }}
              class="link"
              label={t.removeOf(t.kinds[one.kind], nameIn(one))}
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
