import { ROLES, SINGLE_ROLES } from '../../../../domain/engagement/mission.ts';
import { ChoiceGroup, DateField, FaultSummary } from '../../shell/fields.tsx';
import { MissionFamilies } from '../../shell/mission-families.tsx';
import { FormContext, type FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { DeclarationView } from './declaration-view.ts';
import type { proposedView } from './engagement-view.ts';
import { SchoolField } from './school-field.tsx';

interface DeclarationProps {
  readonly view: DeclarationView;
}

interface WholeProps extends DeclarationProps {
  readonly form: FormState;
  readonly action: { readonly href: string; readonly kind: 'new' | 'edit' };
  /** The segment that the form repeats. */
  readonly proposed?: NonNullable<ReturnType<typeof proposedView>>;
}

/** `/my/engagements/new` and `…/edit`: school, days and missions on one screen. The search of a school is a
 *  button of the same form, so that the typed values stay. A script shows matching schools during typing. */
export function DeclarationPage({ form, view, action, proposed }: WholeProps) {
  const frame = useFrame();
  const t = frame.t.my.engagements.form;
  const title = action.kind === 'new' ? t.newTitle : t.editTitle;
  const { uai, from, to, missions, roles } = t;
  return (
    <MyLayout page="engagements" title={title} lede={t.lede}>
      <FaultSummary form={form} labels={{ uai, from, to, missions, roles }} />
      {proposed && <Proposed proposed={proposed} />}
      <FormContext.Provider value={form}>
        <form class="form declaration" method="post" action={action.href} data-declaration>
          <SchoolField view={view} />
          <div class="field-row">
            <DateField name="from" label={t.from} help={t.fromHelp} />
            <DateField name="to" label={t.to} help={t.toHelp} optional />
          </div>
          <Missions view={view} />
          <Roles />
          <Asked />
          <div class="form-bar">
            <button type="submit" name="step" value="declare">
              {action.kind === 'new' ? t.submit : t.save}
            </button>
          </div>
        </form>
      </FormContext.Provider>
    </MyLayout>
  );
}

/** Names the repeated segment. Where it is still running, explains that no other one is needed. */
function Proposed({ proposed: { school, period, href, running } }: Required<Pick<WholeProps, 'proposed'>>) {
  const t = useFrame().t.my.engagements.form;
  return (
    <div class="notice">
      <p>
        {t.proposed} <a href={href}>{t.proposedOne(school, period)}</a>.{' '}
        {running ? t.running : t.proposedText}
      </p>
      <p>
        <a href="/my/engagements/new?blank=yes">{t.blank}</a>
      </p>
    </div>
  );
}

function Roles() {
  const frame = useFrame();
  const t = frame.t.my.engagements.form;
  return (
    <ChoiceGroup
      name="roles"
      label={t.roles}
      help={t.rolesHelp}
      kind="checkbox"
      choices={ROLES.map((role) => ({
        value: role,
        label: frame.t.records.roles[role],
        text: [t.roleTexts[role], ...(SINGLE_ROLES.includes(role) ? [t.singleRole] : [])].join(' '),
      }))}
    />
  );
}

/** The questions to the principal, and the possible outcomes. A script fills in the present choices. */
function Asked() {
  const t = useFrame().t.my.engagements.form;
  const { uai, from, to, missions, roles } = t;
  const facts = Object.entries({ school: uai, from, to, missions, roles });
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

function Missions({ view }: DeclarationProps) {
  const t = useFrame().t.my.engagements.form;
  return (
    <MissionFamilies
      legend={t.missions}
      help={t.missionsHelp}
      families={view.families.map(({ code, label, conditional, missions }) => ({
        legend: t.family(code, label),
        note: conditional.length > 0 ? t.conditional(conditional) : undefined,
        missions,
      }))}
    />
  );
}
