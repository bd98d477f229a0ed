import { z } from 'zod';
import { SafeLink } from '../../adapters/http/components/details.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { schoolAsText } from '../../adapters/http/engagements/descriptions.ts';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Rejection, SelectField, TextField } from '../../adapters/http/forms/inputs.tsx';
import { requiredText, requiredUai } from '../../adapters/http/forms/schema.ts';
import { formOver } from '../../adapters/http/forms/submission.ts';
import { UnsavedTexts } from '../../adapters/http/forms/unsaved-input.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { DomainError } from '../../domain/errors.ts';
import type { School } from '../../domain/records.ts';
import {
  CLASS_PROJECT_LENGTHS,
  type ClassParticipation,
  type ClassProject,
  isJoinable,
  MOST_CLASSES,
} from './feature.ts';

const PATH = '/my/class-projects';

/** `/my/class-projects`: the DANE's projects, and classes entered for them. */
export const myClassProjectPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(PATH, 'keep-own-record', renderProjects)
    .page(`${PATH}/:id`, 'keep-own-record', renderEntering)
    .form(`${PATH}/:id`, 'keep-own-record', {
      page: renderEntering,
      schema: z.object({
        uai: requiredUai,
        classes: requiredText(CLASS_PROJECT_LENGTHS.classes),
        count: requiredText(2)
          .refine((text) => /^\d+$/.test(text), { message: 'invalid-number' })
          .transform(Number)
          .refine((count) => count >= 1 && count <= MOST_CLASSES, { message: 'out-of-range' }),
      }),
      act: async ({ services, actor, param, me }, stated) => {
        const own = await services.readOwnSchools(actor);
        if (!own.some(({ uai }) => uai === stated.uai)) return { faults: { uai: 'invalid-choice' } };
        await services.enterClasses({ projectId: param('id'), personId: me, ...stated });
        return undefined;
      },
      done: 'classes-entered',
      back: PATH,
      refusals: { 'project-closed': 409 },
    })
    .form(`${PATH}/:id/withdrawal`, 'keep-own-record', {
      page: renderProjects,
      schema: z.object({ uai: requiredUai }),
      act: ({ services, param, me }, { uai }) =>
        services.withdrawClasses({ projectId: param('id'), personId: me, uai }),
      done: 'classes-withdrawn',
      back: PATH,
    });

/** The projects of the DANE, and the classes that the person entered. */
async function renderProjects({ store, me, today, t: texts }: PageRequest) {
  const t = texts.classProjects;
  const [projects, own] = await Promise.all([store.readClassProjects(), store.readParticipationsOf(me)]);
  const uais = [...new Set(own.map(({ uai }) => uai))];
  const schools = uais.length > 0 ? await store.readSchoolsByUai(uais) : [];
  const enteredIn = ({ id }: ClassProject) => own.filter(({ projectId }) => projectId === id);
  const open = projects.filter((one) => isJoinable(one, today));
  const over = projects.filter((one) => !isJoinable(one, today) && enteredIn(one).length > 0);
  return (
    <MyLayout page="classProjects" title={t.title} lede={t.lede}>
      <h2>{t.open}</h2>
      {open.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {open.map((one) => (
        <Project project={one} entered={enteredIn(one)} schools={schools} isOpen />
      ))}
      {over.length > 0 && <h2>{t.over}</h2>}
      {over.map((one) => (
        <Project project={one} entered={enteredIn(one)} schools={schools} />
      ))}
    </MyLayout>
  );
}

function Project({
  project: { id, title, url, audience, joinsUntil },
  entered,
  schools,
  isOpen = false,
}: {
  project: ClassProject;
  /** The classes that the person entered. */
  entered: readonly ClassParticipation[];
  schools: readonly School[];
  isOpen?: boolean;
}) {
  const { day, classProjects: t } = usePageContext().t;
  const schoolOf = ({ uai }: ClassParticipation) => {
    const school = schools.find((one) => one.uai === uai);
    return school ? schoolAsText(school) : uai;
  };
  const contribution = new URLSearchParams({ kind: 'project', title, ...(url && { url }) });
  return (
    <section class="sheet">
      <h3>{title}</h3>
      <p>{t.audience(audience)}</p>
      <p>
        {isOpen ? t.until(day(joinsUntil)) : t.closed}{' '}
        <SafeLink href={url}>{url ? t.moreOf(title) : ''}</SafeLink>
      </p>
      {entered.map((one) => (
        <>
          <p>
            <strong>{t.entered(one.classes, one.count, schoolOf(one))}</strong>
          </p>
          {isOpen && (
            <ActionButton
              action={`${PATH}/${id}/withdrawal`}
              hidden={{ uai: one.uai }}
              class="link"
              label={t.withdrawOf(title)}
            >
              {t.withdraw}
            </ActionButton>
          )}
        </>
      ))}
      <p class="actions">
        {isOpen && (
          <a class="button-secondary" href={`${PATH}/${id}`} aria-label={t.enterOf(title)}>
            {t.enter}
          </a>
        )}
        {entered.length > 0 && (
          <a href={`/my/contributions/new?${contribution}`} aria-label={t.contributeOf(title)}>
            {t.contribute}
          </a>
        )}
      </p>
    </section>
  );
}

/** Enters classes for the project. */
async function renderEntering({ store, services, actor, param, me, today, sent, t: texts }: PageRequest) {
  const { form: t, ...said } = texts.classProjects;
  const [project, own, schools] = await Promise.all([
    store.readClassProject(param('id')),
    store.readParticipationsOf(me),
    services.readOwnSchools(actor),
  ]);
  if (!project) throw new DomainError('not-found');
  const before = own.find(({ projectId }) => projectId === project.id);
  const values = before && { uai: [before.uai], classes: [before.classes], count: [String(before.count)] };
  const form = formOver(values ?? {}, sent);
  const isOpen = isJoinable(project, today);
  return (
    <MyLayout page="classProjects" title={project.title}>
      <p class="lede">{said.audience(project.audience)}</p>
      <Rejection form={form} />
      <p>{isOpen ? said.until(texts.day(project.joinsUntil)) : said.closed}</p>
      {schools.length === 0 && <p class="notice">{t.noSchool}</p>}
      {!isOpen && <UnsavedTexts form={form} labels={{ classes: t.classes }} />}
      {isOpen && schools.length > 0 && (
        <Form action={`${PATH}/${project.id}`} form={form} labels={t}>
          <SelectField
            name="uai"
            choices={schools.map((one) => ({ value: one.uai, label: schoolAsText(one) }))}
          />
          <TextField name="classes" maxlength={CLASS_PROJECT_LENGTHS.classes} />
          <TextField name="count" maxlength={2} />
          <Submit cancel={PATH}>{t.send}</Submit>
        </Form>
      )}
    </MyLayout>
  );
}
