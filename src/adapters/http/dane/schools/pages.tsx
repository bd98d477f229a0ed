import { z } from 'zod';
import { seenSchool } from '../../../../application/schools/services.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { Establishment } from '../../../../domain/records.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Empty } from '../../components/empty-state.tsx';
import { FactsList } from '../../components/summary-list.tsx';
import type { AppDeps } from '../../env.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import { FilterForm, Form, Submit } from '../../forms/elements.tsx';
import { SelectField, TextField } from '../../forms/inputs.tsx';
import { findSchools } from '../../forms/name-lookup.ts';
import { choiceOf, optionalText, requiredText, requiredUai, ticked } from '../../forms/schema.ts';
import { formOver } from '../../forms/submission.ts';
import { useFrame } from '../../layout/page-context.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { newHeadPath } from '../people/add-person.tsx';
import { agentOf } from '../people/find-person.ts';
import { closurePages } from './closure.tsx';
import { schoolOf, schoolPath, uaiIn } from './path.ts';

const PATH = '/dane/schools';
/** The most schools that a search shows. */
const MOST = 50;
const SECTORS = ['public', 'private'] as const;

const text = (maximum: number) => optionalText(maximum).transform((said = '') => said);

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
  pagesOf(deps, 'dane')
    .page(PATH, 'read-register', drawSchools)
    .page(`${PATH}/new`, 'keep-register', drawNew)
    .form(`${PATH}/new`, 'keep-register', {
      page: drawNew,
      schema: z.object({ uai: requiredUai, ...content }),
      act: async (visit, said) => {
        await visit.services.addSchool({ said, by: agentOf(visit) });
        return `${PATH}/${said.uai}`;
      },
      done: 'school-added',
      refusals: { 'establishment-exists': { uai: 'taken' } },
    })
    .page(`${PATH}/:uai`, 'read-register', drawSchool)
    .page(`${PATH}/:uai/change`, 'keep-register', drawChange)
    .form(`${PATH}/:uai/change`, 'keep-register', {
      page: drawChange,
      schema: z.object(content),
      act: async (visit, said) => {
        const { services, param, seen } = visit;
        await services.changeSchool({
          said: { uai: uaiIn(param('uai')), ...said },
          by: agentOf(visit),
          seen,
        });
        await services.emptyOutbox('re-sign-credential');
      },
      done: 'school-changed',
      back: schoolPath,
    })
    .with(closurePages(deps).routes);

async function drawSchools(visit: Visit) {
  const t = visit.t.dane.schools;
  const q = visit.query('q')?.trim().slice(0, 200) ?? '';
  const { schools } = q ? await findSchools(visit.store, q) : { schools: [] };
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
        <Submit>{visit.t.forms.search}</Submit>
      </FilterForm>
      {q !== '' && schools.length === 0 && <Empty>{t.none}</Empty>}
      {schools.length > MOST && <p>{t.shown(MOST)}</p>}
      {schools.length > 0 && <Schools schools={schools.slice(0, MOST)} />}
    </DaneLayout>
  );
}

function Schools({ schools }: { schools: readonly Establishment[] }) {
  const frame = useFrame();
  const t = frame.t.dane.schools;
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
          cell: ({ closedOn }) => (closedOn ? t.closed(frame.t.day(closedOn)) : t.open),
        },
      ]}
    />
  );
}

function drawNew(visit: Visit) {
  const t = visit.t.dane.schools;
  const form = visit.sent ?? { values: { sector: ['public'] }, faults: {} };
  return (
    <DaneLayout section="schools" title={t.add}>
      <Form
        action={`${PATH}/new`}
        form={form}
        labels={t.fields}
        submit={visit.t.forms.save}
        cancel={PATH}
        aside={<p>{t.addLede}</p>}
      >
        <TextField name="uai" help={t.fields.uaiHelp} maxlength={20} />
        <Content />
      </Form>
    </DaneLayout>
  );
}

async function drawChange(visit: Visit) {
  const school = await schoolOf(visit);
  const t = visit.t.dane.schools;
  const { type, name, postalCode, commune, sector, agricultural } = school;
  const recorded = {
    ...{ type: [type], name: [name], postalCode: [postalCode], commune: [commune], sector: [sector] },
    agricultural: agricultural ? ['yes'] : [],
  };
  const path = schoolPath(visit);
  return (
    <DaneLayout section="schools" title={t.changeTitle(name)}>
      <Form
        action={`${path}/change`}
        form={formOver(recorded, visit.sent)}
        labels={t.fields}
        seen={seenSchool(school)}
        submit={visit.t.forms.save}
        cancel={path}
        aside={<p>{t.changeLede}</p>}
      >
        <Content />
      </Form>
    </DaneLayout>
  );
}

function Content() {
  const t = useFrame().t.dane.schools;
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

async function drawSchool(visit: Visit) {
  const school = await schoolOf(visit);
  const { store, may } = visit;
  const mayKeep = may('keep-register', { kind: 'service' });
  const t = visit.t.dane.schools;
  const path = schoolPath(visit);
  const heads = await store.readPeople(await store.readHeadsOf(school.uai));
  const [successor] = school.successor ? await store.readEstablishments([school.successor]) : [];
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
          {t.closedOn(visit.t.day(school.closedOn))}{' '}
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

function NoHead({ school: { uai, closedOn }, mayAdd }: { school: Establishment; mayAdd: boolean }) {
  const t = useFrame().t.dane.schools;
  return (
    <>
      {t.noHead} {mayAdd && !closedOn && <a href={newHeadPath(uai)}>{t.addHead}</a>}
    </>
  );
}
