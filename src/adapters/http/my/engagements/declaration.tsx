import type { OwnRecord } from '../../../../application/self-service/read-own-record.ts';
import type { Declaration } from '../../../../domain/engagement/declaration.ts';
import { DUTY_FIELDS } from '../../../../domain/engagement/fields.ts';
import { type Role, SINGLE_ROLES } from '../../../../domain/engagement/mission.ts';
import { detailLabels } from '../../../../texts/engagement-details.ts';
import { TwoColumns } from '../../components/two-columns.tsx';
import { DutyInputs } from '../../engagements/duty-fields.tsx';
import { FormContext } from '../../forms/context.ts';
import { Submit } from '../../forms/elements.tsx';
import { DateField, ErrorSummary } from '../../forms/inputs.tsx';
import { type FormValues, type ParsedForm, readForm } from '../../forms/schema.ts';
import { formOver, type ShownForm } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageForm } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { parseDeclaration } from './declaration-form.ts';
import { type DeclarationView, readDeclarationView } from './declaration-view.ts';
import { type ProposedDeclaration, proposeDeclaration, usualStart } from './proposed-declaration.ts';
import { SchoolField } from './school-field.tsx';
import { engagementPath, ownPeriodAsText, schoolName } from './view.ts';

const FIELDS = ['q', 'uai', 'from', 'to', ...DUTY_FIELDS, 'step'];

const readOwn = ({ services, me }: PageRequest) => services.readOwnRecord(me);

/** Opens the form of a declaration. An empty one repeats the latest engagement. Values in the address replace
 *  this proposal, and with `blank` there is none. */
export async function openDeclaration(request: PageRequest, before?: FormValues) {
  const own = await readOwn(request);
  const requested = readAddress(request);
  if (requested?.['step']?.[0] === 'search') return searchSchool(request, requested);
  const proposal = proposeDeclaration(own);
  const blank = requested !== undefined || before !== undefined || request.c.req.query('blank') !== undefined;
  const values = requested ?? before ?? (blank ? { from: [usualStart(own.on)] } : proposal.values);
  const view = await readDeclarationView(request, { own, values });
  const form = { values, faults: {} };
  return renderDeclaration(request, {
    form,
    view,
    proposed: !blank && renderProposed(request, own, proposal),
  });
}

/** Takes the form, or searches a school in it. It is one screen: the search is a button of the form. A script
 *  fetches the same page by its address, and updates only the changed parts. */
export const takeDeclaration = (
  keep: (request: PageRequest, declaration: Declaration) => Promise<string>,
  recorded?: (request: PageRequest) => Promise<FormValues>,
): PageForm<Declaration | undefined> => ({
  page: async (request) =>
    showDeclaration(request, recorded ? formOver(await recorded(request), request.sent) : request.form),
  schema: readDeclaration,
  act: async (request, declaration, values) => {
    if (!declaration) return request.answer(await searchSchool(request, values));
    const [school] = await request.store.readSchoolsByUai([declaration.uai]);
    return school ? keep(request, declaration) : { faults: { uai: 'unknown-establishment' } };
  },
});

/** Undefined after the button of the search: a school is then searched. */
async function readDeclaration({
  c,
  wording: { framework },
  today,
}: PageRequest): Promise<ParsedForm<Declaration | undefined>> {
  const values = await readForm(c);
  if (values['step']?.[0] === 'search') return { ok: true, value: undefined, values };
  return parseDeclaration(values, { framework, on: today });
}

async function showDeclaration(request: PageRequest, form: ShownForm) {
  const view = await readDeclarationView(request, { own: await readOwn(request), values: form.values });
  const only = form.values['uai']?.[0] ? undefined : view.only;
  const values = only ? { ...form.values, uai: [only.uai] } : form.values;
  return renderDeclaration(request, { form: { ...form, values }, view });
}

/** All typed values stay, except the chosen school. A single school found is chosen. */
async function searchSchool(request: PageRequest, { uai, ...values }: FormValues) {
  const own = await readOwn(request);
  const earlier = uai?.[0];
  const saved = values['q']?.[0]?.trim() ? {} : { uai: uai ?? [] };
  const searched = { ...values, ...saved };
  const { only } = await readDeclarationView(request, { own, values: searched, earlier });
  const chosen = only ? { ...searched, uai: [only.uai] } : searched;
  const view = await readDeclarationView(request, { own, values: chosen, earlier });
  return renderDeclaration(request, { form: { values: chosen, faults: {} }, view });
}

/** The fields in the address of the page; undefined if it holds none. */
function readAddress({ c }: PageRequest): FormValues | undefined {
  const sent = c.req.queries();
  const held = FIELDS.filter((field) => sent[field] !== undefined);
  if (held.length === 0) return undefined;
  return Object.fromEntries(held.map((field) => [field, sent[field] ?? []]));
}

/** Names the repeated engagement. Where it is still running, explains that no other one is needed. */
function renderProposed(
  { t: { my }, wording }: PageRequest,
  own: OwnRecord,
  { repeats, running }: ProposedDeclaration,
) {
  if (!repeats) return null;
  const t = my.engagements.form;
  const texts = t.proposedOne(schoolName(repeats.uai, own), ownPeriodAsText(repeats.period, wording.t));
  return (
    <div class="notice">
      <p>
        {t.proposed} <a href={engagementPath(repeats.reference)}>{texts}</a>.{' '}
        {running ? t.running : t.proposedText}
      </p>
      <p>
        <a href="/my/engagements/new?blank=yes">{t.blank}</a>
      </p>
    </div>
  );
}

interface Shown {
  readonly form: ShownForm;
  readonly view: DeclarationView;
  /** The notice about the repeated engagement. */
  readonly proposed?: ReturnType<typeof renderProposed> | false;
}

/** `/my/engagements/new` and `…/edit`: school, days and missions on one screen. The search of a school is a
 *  button of the same form, so that the typed values stay. A script shows matching schools during typing. */
function renderDeclaration({ c, t: { my }, wording }: PageRequest, { form, view, proposed }: Shown) {
  const t = my.engagements.form;
  const isNew = c.req.path.endsWith('/new');
  const { uai, from, to, missions } = t;
  const labels = { uai, from, to, missions, ...detailLabels(wording.locale) };
  return (
    <MyLayout page="engagements" title={isNew ? t.newTitle : t.editTitle} lede={t.lede}>
      <ErrorSummary form={form} labels={labels} />
      {proposed}
      <FormContext.Provider value={form}>
        <form class="form declaration" method="post" action={c.req.path} data-declaration>
          <TwoColumns margin={<PrincipalQuestions />}>
            <SchoolField view={view} />
            <div class="field-row">
              <DateField name="from" label={t.from} help={t.fromHelp} />
              <DateField name="to" label={t.to} help={t.toHelp} optional />
            </div>
            <Missions view={view} />
          </TwoColumns>
          <div class="form-bar">
            <Submit name="step" value="declare">
              {isNew ? t.submit : t.save}
            </Submit>
          </div>
        </form>
      </FormContext.Provider>
    </MyLayout>
  );
}

/** The questions to the principal, and the possible outcomes. A script fills in the present choices. */
function PrincipalQuestions() {
  const pageContext = usePageContext();
  const t = pageContext.t.my.engagements.form;
  const { uai, from, to, missions } = t;
  const facts = Object.entries({ school: uai, from, to, missions, ...detailLabels(pageContext.locale) });
  return (
    <section class="asked" aria-labelledby="asked-title">
      <h2 id="asked-title">{t.askedTitle}</h2>
      <p>{t.asked}</p>
      <dl class="facts-list" id="asked" hidden>
        {facts.map(([name, label]) => (
          <>
            <dt>{label}</dt>
            <dd data-sum={name}>—</dd>
          </>
        ))}
      </dl>
      <p>{t.after}</p>
    </section>
  );
}

function Missions({ view }: { view: DeclarationView }) {
  const t = usePageContext().t.my.engagements.form;
  const roleText = (role: Role) =>
    [t.roleTexts[role], ...(SINGLE_ROLES.includes(role) ? [t.singleRole] : [])].join(' ');
  return (
    <DutyInputs
      missions={view.families.map(({ code, label, conditional, missions }) => ({
        label: t.family(code, label),
        note: conditional.length > 0 ? t.conditional(conditional) : undefined,
        missions,
      }))}
      help={t.missionsHelp}
      likely={view.likely}
      rolesHelp={t.rolesHelp}
      roleText={roleText}
    />
  );
}
