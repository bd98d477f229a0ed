import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import type { FormState, SentForm } from '../../adapters/http/forms/context.ts';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { DateField, TextField } from '../../adapters/http/forms/inputs.tsx';
import { idempotencyKeyField, idempotencyKeyOf } from '../../adapters/http/forms/read-fields.ts';
import { choiceOf, optionalUrl, requiredDate, requiredText } from '../../adapters/http/forms/schema.ts';
import { formOver } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import { typographic } from '../../texts/grammar.ts';
import { CLASS_PROJECT_LENGTHS, type ClassParticipation, type ClassProject, isJoinable } from './feature.ts';

const PATH = '/dane/class-projects';
const fields = {
  title: requiredText(CLASS_PROJECT_LENGTHS.title),
  url: optionalUrl,
  audience: requiredText(CLASS_PROJECT_LENGTHS.audience),
  joinsUntil: requiredDate,
};

/** `/dane/class-projects`: the projects that the DANE runs for classes. */
export const daneClassProjectPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderProjects)
    .form(PATH, 'keep-register', {
      page: renderProjects,
      schema: z.object({ ...fields, once: idempotencyKeyField }),
      act: async ({ services, me }, stated) => {
        const { id } = await services.saveClassProject({ ...stated, by: me });
        return `${PATH}/${id}`;
      },
      done: 'class-project-saved',
    })
    .page(`${PATH}/:id`, 'keep-register', renderProject)
    .form(`${PATH}/:id`, 'keep-register', {
      page: (request) => renderProject(request, request.sent),
      schema: z.object(fields),
      act: async ({ services, param, me }, stated) => {
        await services.saveClassProject({ ...stated, id: param('id'), by: me });
      },
      done: 'class-project-saved',
    })
    .form(`${PATH}/:id/end`, 'keep-register', {
      page: renderProject,
      schema: z.object({ ended: choiceOf(['yes', 'no']) }),
      act: ({ services, param, me }, { ended }) =>
        services.endClassProject({ id: param('id'), ended: ended === 'yes', by: me }),
      done: 'class-project-saved',
      back: ({ param }) => `${PATH}/${param('id')}`,
    });

/** The projects for classes, and the form of a new one. */
async function renderProjects({ deps, store, today, form, sent, t: texts }: PageRequest) {
  const { title, dane: t } = texts.classProjects;
  const projects = await store.readClassProjects();
  return (
    <DaneLayout section="classProjects" title={title}>
      <p class="lede">{t.lede}</p>
      {projects.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <CardTable
          compact
          rows={projects}
          caption={title}
          columns={[
            {
              heading: t.title,
              cell: (one) => <a href={`${PATH}/${one.id}`}>{one.title}</a>,
              names: true,
            },
            { heading: t.audience, cell: ({ audience }) => audience },
            { heading: t.joinsUntil, cell: ({ joinsUntil }) => texts.day(joinsUntil) },
            { heading: t.state, cell: (one) => t.states[stateOf(one, today)] },
          ]}
        />
      )}
      <h2>{t.add}</h2>
      <ProjectForm action={PATH} form={form} once={idempotencyKeyOf(deps, sent)} />
    </DaneLayout>
  );
}

function stateOf(project: ClassProject, today: PageRequest['today']) {
  if (project.endedAt) return 'ended';
  return isJoinable(project, today) ? 'open' : 'closed';
}

function ProjectForm({ action, form, once }: { action: string; form: FormState; once?: string }) {
  const { classProjects, forms } = usePageContext().t;
  return (
    <Form action={action} form={form} labels={classProjects.dane} hidden={{ once }} submit={forms.save}>
      <TextField name="title" maxlength={CLASS_PROJECT_LENGTHS.title} />
      <TextField name="url" type="url" optional />
      <TextField name="audience" maxlength={CLASS_PROJECT_LENGTHS.audience} />
      <DateField name="joinsUntil" />
    </Form>
  );
}

/** The classes that take part, and the form of the project: `sent` where it was refused. */
async function renderProject({ store, param, today, t: texts }: PageRequest, sent?: SentForm) {
  const t = texts.classProjects.dane;
  const project = await store.readClassProject(param('id'));
  if (!project) throw new DomainError('not-found');
  const { id, title, url, audience, joinsUntil } = project;
  const participations = await store.readParticipationsIn(id);
  const names = await readNames(store, participations);
  const state = stateOf(project, today);
  const values = { title: [title], url: [url ?? ''], audience: [audience], joinsUntil: [joinsUntil] };
  const form = formOver(values, sent);
  return (
    <DaneLayout section="classProjects" title={title}>
      <p class="lede">
        {t.states[state]} · {audience}
      </p>
      <h2>{t.who}</h2>
      {participations.length === 0 ? (
        <EmptyState>{t.nobody}</EmptyState>
      ) : (
        <Participations participations={participations} {...names} />
      )}
      <p>
        {t.eventText}{' '}
        <a href={`/dane/events/new?${new URLSearchParams({ kind: 'EV-PROJ', title })}`}>{t.event}</a>
      </p>
      <h2>{t.change}</h2>
      <ProjectForm action={`${PATH}/${id}`} form={form} />
      <ActionButton
        action={`${PATH}/${id}/end`}
        hidden={{ ended: state === 'ended' ? 'no' : 'yes' }}
        class="secondary"
      >
        {state === 'ended' ? t.again : t.end}
      </ActionButton>
      <p>
        <a href={PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The names of the schools that take part, and of the people who entered them. */
async function readNames(store: PageRequest['store'], participations: readonly ClassParticipation[]) {
  const uais = [...new Set(participations.map(({ uai }) => uai))];
  const [schools, people] = await Promise.all([
    uais.length > 0 ? store.readSchoolsByUai(uais) : [],
    store.readPeople([...new Set(participations.map(({ personId }) => personId))]),
  ]);
  return {
    schools: new Map(
      schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
    ),
    people: new Map(people.map((one) => [one.id, fullName(one)])),
  };
}

function Participations({
  participations,
  schools,
  people,
}: { participations: readonly ClassParticipation[] } & Awaited<ReturnType<typeof readNames>>) {
  const { dane: t } = usePageContext().t.classProjects;
  const classes = participations.reduce((sum, { count }) => sum + count, 0);
  const uais = new Set(participations.map(({ uai }) => uai));
  return (
    <>
      <p>{t.sum(classes, uais.size)}</p>
      <CardTable
        compact
        rows={participations}
        caption={t.who}
        columns={[
          { heading: t.school, cell: ({ uai }) => schools.get(uai) ?? uai, names: true },
          { heading: t.classes, cell: (one) => one.classes },
          { heading: t.count, cell: ({ count }) => String(count) },
          { heading: t.by, cell: ({ personId }) => people.get(personId) ?? '—' },
        ]}
      />
    </>
  );
}
