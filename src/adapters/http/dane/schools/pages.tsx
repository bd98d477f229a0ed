import { z } from 'zod';
import { seenSchool } from '../../../../application/schools/services.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { School } from '../../../../domain/records.ts';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FactsList } from '../../components/summary-list.tsx';
import type { AppDeps } from '../../env.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import { FilterForm, Form, Submit } from '../../forms/elements.tsx';
import { SelectField, TextField } from '../../forms/inputs.tsx';
import { findSchools } from '../../forms/name-lookup.ts';
import { choiceOf, optionalText, requiredText, requiredUai, ticked } from '../../forms/schema.ts';
import { formOver } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { agentOf } from '../people/find-person.ts';
import { newHeadPath } from '../people/new-person.tsx';
import { closurePages } from './closure.tsx';
import { schoolOf, schoolPath, uaiIn } from './path.ts';

const PATH = '/dane/schools';
/** The most schools that a search shows. */
const MOST = 50;
const SECTORS = ['public', 'private'] as const;

const text = (maximum: number) => optionalText(maximum).transform((stated = '') => stated);

const content = {
  type: text(60),
  name: requiredText(120),
  postalCode: text(10),
  commune: text(80),
  sector: choiceOf(SECTORS),
  agricultural: ticked,
};

/** `/dane/schools`: the register of schools; a school is added, corrected, closed. */
export const schoolPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderSchools)
    .page(`${PATH}/new`, 'keep-register', renderNew)
    .form(`${PATH}/new`, 'keep-register', {
      page: renderNew,
      schema: z.object({ uai: requiredUai, ...content }),
      act: async (request, said) => {
        await request.services.addSchool({ said, by: agentOf(request) });
        return `${PATH}/${said.uai}`;
      },
      done: 'school-added',
      refusals: { 'establishment-exists': { uai: 'taken' } },
    })
    .page(`${PATH}/:uai`, 'read-register', renderSchool)
    .page(`${PATH}/:uai/change`, 'keep-register', renderChange)
    .form(`${PATH}/:uai/change`, 'keep-register', {
      page: renderChange,
      schema: z.object(content),
      act: async (request, stated) => {
        const { services, param, seen } = request;
        await services.changeSchool({
          said: { uai: uaiIn(param('uai')), ...stated },
          by: agentOf(request),
          seen,
        });
        await services.emptyOutbox('re-sign-credential');
      },
      done: 'school-changed',
      back: schoolPath,
    })
    .with(closurePages(deps).routes);

async function renderSchools(request: PageRequest) {
  const t = request.t.dane.schools;
  const q = request.query('q')?.trim().slice(0, 200) ?? '';
  const { schools } = q ? await findSchools(request.store, q) : { schools: [] };
  return (
    <DaneLayout section="schools" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p class="actions">
        <a class="button-secondary" href={`${PATH}/new`}>
          {t.add}
        </a>
      </p>
      <FilterForm action={PATH} form={{ values: { q: [q] }, faults: {} }} labels={{ q: t.search }}>
        <TextField name="q" type="search" optional />
        <Submit>{request.t.forms.search}</Submit>
      </FilterForm>
      {q !== '' && schools.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {schools.length > MOST && <p>{t.shown(MOST)}</p>}
      {schools.length > 0 && <Schools schools={schools.slice(0, MOST)} />}
    </DaneLayout>
  );
}

function Schools({ schools }: { schools: readonly School[] }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.schools;
  return (
    <CardTable
      rows={schools}
      columns={[
        {
          heading: t.columns.name,
          cell: ({ uai, name }) => <a href={`${PATH}/${uai}`}>{name}</a>,
          names: true,
        },
        { heading: t.fields.uai, cell: ({ uai }) => uai },
        { heading: t.columns.commune, cell: ({ commune }) => commune },
        { heading: t.columns.department, cell: ({ department }) => department },
        {
          heading: t.columns.state,
          cell: ({ closedOn }) => (closedOn ? t.closed(pageContext.t.day(closedOn)) : t.open),
        },
      ]}
    />
  );
}

function renderNew(request: PageRequest) {
  const t = request.t.dane.schools;
  const form = request.sent ?? { values: { sector: ['public'] }, faults: {} };
  return (
    <DaneLayout section="schools" title={t.add}>
      <Form
        action={`${PATH}/new`}
        form={form}
        labels={t.fields}
        submit={request.t.forms.save}
        cancel={PATH}
        aside={<p>{t.addLede}</p>}
      >
        <TextField name="uai" help={t.fields.uaiHelp} maxlength={20} />
        <Content />
      </Form>
    </DaneLayout>
  );
}

async function renderChange(request: PageRequest) {
  const school = await schoolOf(request);
  const t = request.t.dane.schools;
  const { type, name, postalCode, commune, sector, agricultural } = school;
  const recorded = {
    ...{ type: [type], name: [name], postalCode: [postalCode], commune: [commune], sector: [sector] },
    agricultural: agricultural ? ['yes'] : [],
  };
  const path = schoolPath(request);
  return (
    <DaneLayout section="schools" title={t.changeTitle(name)}>
      <Form
        action={`${path}/change`}
        form={formOver(recorded, request.sent)}
        labels={t.fields}
        seen={seenSchool(school)}
        submit={request.t.forms.save}
        cancel={path}
        aside={<p>{t.changeLede}</p>}
      >
        <Content />
      </Form>
    </DaneLayout>
  );
}

function Content() {
  const t = usePageContext().t.dane.schools;
  return (
    <>
      <TextField name="name" maxlength={120} />
      <TextField name="type" help={t.fields.typeHelp} maxlength={60} optional />
      <div class="field-row">
        <TextField name="postalCode" maxlength={10} optional />
        <TextField name="commune" maxlength={80} optional />
      </div>
      <SelectField name="sector" choices={SECTORS.map((value) => ({ value, label: t.sectors[value] }))} />
      <Checkbox name="agricultural" />
    </>
  );
}

async function renderSchool(request: PageRequest) {
  const school = await schoolOf(request);
  const { store, may } = request;
  const mayKeep = may('keep-register', { kind: 'service' });
  const t = request.t.dane.schools;
  const path = schoolPath(request);
  const heads = await store.readPeople(await store.readHeadsOf(school.uai));
  const [successor] = school.successor ? await store.readSchoolsByUai([school.successor]) : [];
  const lines = [
    [t.fields.uai, school.uai],
    [t.fields.type, school.type],
    [t.fields.commune, [school.postalCode, school.commune].filter(Boolean).join(' ')],
    [t.department, school.department],
    [t.fields.sector, t.sectors[school.sector]],
    [t.heads, heads.map(fullName).join(', ') || <NoHead school={school} mayAdd={mayKeep} />],
  ] as const;
  return (
    <DaneLayout section="schools" title={school.name}>
      {school.closedOn && (
        <p class="notice">
          {t.closedOn(request.t.day(school.closedOn))}{' '}
          {successor && (
            <>
              {t.takenOver} <a href={`${PATH}/${successor.uai}`}>{successor.name}</a>.
            </>
          )}
        </p>
      )}
      <FactsList facts={lines} />
      <p class="actions">
        <a class="button-secondary" href={`/school/${school.uai}`}>
          {t.toPages}
        </a>
        {mayKeep && (
          <>
            <a class="button-secondary" href={`${path}/change`}>
              {t.change}
            </a>
            <a class="button-secondary" href={`${path}/closure`}>
              {school.closedOn ? t.reopen : t.closure}
            </a>
          </>
        )}
      </p>
      <p>
        <a href={PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function NoHead({ school: { uai, closedOn }, mayAdd }: { school: School; mayAdd: boolean }) {
  const t = usePageContext().t.dane.schools;
  return (
    <>
      {t.noHead} {mayAdd && !closedOn && <a href={newHeadPath(uai)}>{t.addHead}</a>}
    </>
  );
}
