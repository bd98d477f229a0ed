import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { ChoiceGroup, DateField, TextArea, TextField } from '../../adapters/http/forms/inputs.tsx';
import { idempotencyKeyField, idempotencyKeyOf } from '../../adapters/http/forms/read-fields.ts';
import {
  type FormValues,
  manyOf,
  optionalDate,
  optionalText,
  optionalUrl,
  requiredDate,
  requiredText,
} from '../../adapters/http/forms/schema.ts';
import { formOver } from '../../adapters/http/forms/submission.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import type { SchoolInYear } from '../../application/school/read-year.ts';
import { parsePersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { isCountable } from '../../domain/records.ts';
import { projectColumns } from './components.tsx';
import type { SchoolProject } from './feature.ts';

/** The most characters of a project's description. */
const DESCRIPTION_LENGTH = 600;
/** No school has as many RUPN. */
const MOST_MEMBERS = 100;

const projectForm = z
  .object({
    id: optionalText(100),
    once: idempotencyKeyField,
    title: requiredText(120),
    description: requiredText(DESCRIPTION_LENGTH),
    url: optionalUrl,
    from: requiredDate,
    to: optionalDate,
    members: manyOf(MOST_MEMBERS).transform((ids) => ids.map(parsePersonId)),
  })
  .refine(({ from, to }) => !to || to >= from, { path: ['to'], message: 'end-before-start' });
const removedForm = z.object({ id: requiredText(100) });

const PATH = '/school/:uai/projects';

/** `/school/{uai}/projects`: the school's digital-education projects, with the RUPN associated to them. */
export const schoolProjectPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderProjects)
    .form(PATH, 'equip-establishment', {
      page: renderProjects,
      schema: projectForm,
      act: async ({ services, uai, me }, { id, once, url, from, to, ...told }) => {
        const period = { from, ...(to && { to }) };
        const project = { uai, ...told, period, ...(url && { url }) };
        await services.saveProject({ project, once, by: me, ...(id && { id }) });
      },
      done: 'project-saved',
      refusals: { 'not-engaged-then': { members: 'not-engaged-then' } },
    })
    .form(`${PATH}/remove`, 'equip-establishment', {
      page: renderProjects,
      schema: removedForm,
      act: async ({ services, uai, me }, { id }) => {
        await services.removeProject({ uai, id, by: me });
      },
      done: 'project-removed',
      back: ({ uai }) => `/school/${uai}/projects`,
    });

async function renderProjects(request: PageRequest) {
  const { uai, services, store, sent } = request;
  const [school, projects] = await Promise.all([services.readSchool(uai), store.readSchoolProjects(uai)]);
  const id = sent ? sent.values['id']?.[0] : request.query('project');
  const edited = projects.find((one) => one.id === id);
  const mayEquip = request.may('equip-establishment', { kind: 'establishment', uai });
  const t = request.t.schoolProjects;
  return (
    <SchoolLayout
      school={placeOf(request.c, school)}
      page="projects"
      title={t.title}
      description={t.lede}
      mayWrite={mayEquip}
    >
      <p class="lede">{t.lede}</p>
      <h2>{t.list}</h2>
      {projects.length === 0 ? (
        <EmptyState>{mayEquip ? t.none : t.noneToRead}</EmptyState>
      ) : (
        renderList(request, { ...school, projects, mayEquip })
      )}
      {mayEquip && renderForm(request, school, edited)}
    </SchoolLayout>
  );
}

function renderList(
  { wording, t: words }: PageRequest,
  {
    establishment,
    people,
    projects,
    mayEquip,
  }: SchoolInYear & { readonly projects: readonly SchoolProject[]; readonly mayEquip: boolean },
) {
  const t = words.schoolProjects;
  const base = `/school/${establishment.uai}/projects`;
  const names = new Map(people.map((person) => [person.id, fullName(person)]));
  return (
    <CardTable
      rows={projects}
      columns={[
        ...projectColumns(t, wording),
        {
          heading: t.members,
          cell: ({ members }) => members.map((id) => names.get(id) ?? '').join(', ') || t.nobody,
        },
        mayEquip && {
          heading: t.act,
          cell: ({ id, title }) => (
            <div class="actions">
              <a href={`${base}?project=${encodeURIComponent(id)}#change`} aria-label={t.editOf(title)}>
                {t.edit}
              </a>
              <ActionButton action={`${base}/remove`} hidden={{ id }} class="link" label={t.removeOf(title)}>
                {t.remove}
              </ActionButton>
            </div>
          ),
        },
      ]}
    />
  );
}

function renderForm(request: PageRequest, school: SchoolInYear, edited: SchoolProject | undefined) {
  const { deps, sent } = request;
  const t = request.t.schoolProjects;
  const base = `/school/${request.uai}/projects`;
  const people = peopleOf(school);
  return (
    <section id="change">
      <h2>{edited ? t.changeOf(edited.title) : t.add}</h2>
      <Form
        action={base}
        form={formOver(edited ? toValues(edited) : {}, sent)}
        labels={t.form}
        hidden={edited ? { id: edited.id } : { once: idempotencyKeyOf(deps, sent) }}
      >
        <TextField name="title" maxlength={120} />
        <TextArea name="description" rows={3} maxlength={DESCRIPTION_LENGTH} />
        <TextField name="url" type="url" optional />
        <div class="field-row">
          <DateField name="from" />
          <DateField name="to" optional />
        </div>
        {people.length === 0 ? (
          <p class="note">{t.noPeople}</p>
        ) : (
          <ChoiceGroup name="members" choices={people} kind="checkbox" />
        )}
        <div class="actions">
          <Submit>{edited ? t.saveChange : t.saveNew}</Submit>
          {edited && <a href={base}>{request.t.forms.cancel}</a>}
        </div>
      </Form>
    </section>
  );
}

/** Everyone with a confirmed engagement at the school, whatever its days. */
function peopleOf({ people, engagements }: SchoolInYear) {
  const confirmed = new Set(
    engagements.filter(({ confirmation }) => isCountable(confirmation)).map(({ personId }) => personId),
  );
  return people
    .filter(({ id }) => confirmed.has(id))
    .map((person) => ({ value: person.id, label: fullName(person) }));
}

function toValues({ id, title, description, url, period, members }: SchoolProject): FormValues {
  const { from, to = '' } = period;
  const values = { id, title, description, url: url ?? '', from, to };
  const texts = Object.entries(values).map(([name, value]) => [name, [value]]);
  return { ...Object.fromEntries(texts), members };
}
