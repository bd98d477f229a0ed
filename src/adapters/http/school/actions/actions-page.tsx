import { CardTable } from '../../shell/card-table.tsx';
import { DateField, Refusal, SelectField, TextField } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import { ProcedureLink } from './procedure-link.tsx';
import type { ProcedureView } from './procedure-view.ts';

/** An authorisation in words, and the key to change it. */
export interface LocalActionView {
  readonly mission: string;
  readonly label: string;
  readonly localAuthority: string;
  readonly from: string;
  readonly period: string;
  readonly convention?: string;
  readonly sheet?: ProcedureView;
}

interface ActionsProps {
  readonly school: SchoolPlace;
  /** Whether the viewer may attach procedure sheets. */
  readonly mayEquip: boolean;
  readonly actions: readonly LocalActionView[];
  readonly missions: readonly { readonly value: string; readonly label: string }[];
  readonly form: FormState;
  /** The stored authorisation that the form changes. */
  readonly edited?: LocalActionView;
  /** The authorisation that conflicts with the sent one. */
  readonly clash?: LocalActionView;
}

/** `/school/{uai}/actions`: the local authority's authorisations. */
export function ActionsPage(props: ActionsProps) {
  const { school, actions } = props;
  const { actions: t, procedures: words } = useFrame().t.school;
  return (
    <SchoolShell
      school={school}
      page="actions"
      title={t.title}
      description={t.lede}
      besides={props.mayEquip ? words.mayAttach : undefined}
    >
      <p class="lede">{t.lede}</p>
      <h2>{t.list}</h2>
      {actions.length === 0 ? <p>{school.mayKeep ? t.none : t.noneToRead}</p> : <List {...props} />}
      {school.mayKeep && <ActionForm {...props} />}
    </SchoolShell>
  );
}

function List({ school, actions, mayEquip }: ActionsProps) {
  const { actions: t, procedures } = useFrame().t.school;
  const base = `/school/${school.uai}/actions`;
  return (
    <CardTable
      rows={actions}
      columns={[
        { heading: t.mission, cell: (action) => action.label, names: true },
        { heading: t.localAuthority, cell: (action) => action.localAuthority },
        { heading: t.period, cell: (action) => action.period },
        { heading: t.convention, cell: (action) => action.convention ?? t.noConvention },
        {
          heading: procedures.heading,
          cell: (action) => <Procedure school={school} action={action} mayEquip={mayEquip} />,
        },
        school.mayKeep && {
          heading: t.act,
          cell: (action) => (
            <div class="actions">
              <a href={editHref(school, action)} aria-label={t.editOf(action.label)}>
                {t.edit}
              </a>
              <ActButton
                action={`${base}/remove`}
                hidden={{ mission: action.mission, localAuthority: action.localAuthority, from: action.from }}
                class="link"
                label={t.removeOf(action.label)}
              >
                {t.remove}
              </ActButton>
            </div>
          ),
        },
      ]}
    />
  );
}

function editHref({ uai }: SchoolPlace, { mission, localAuthority, from }: LocalActionView): string {
  return `/school/${uai}/actions?${new URLSearchParams({ mission, localAuthority, from })}#change`;
}

/** Hidden fields that name the authorisation to change. */
function Original({ edited }: Pick<ActionsProps, 'edited'>) {
  if (!edited) return null;
  return (
    <>
      <input type="hidden" name="originalMission" value={edited.mission} />
      <input type="hidden" name="originalAuthority" value={edited.localAuthority} />
      <input type="hidden" name="originalFrom" value={edited.from} />
    </>
  );
}

/** The procedure sheet of an action, with a link to attach, replace or remove it. */
function Procedure({
  school,
  action,
  mayEquip,
}: Pick<ActionsProps, 'school' | 'mayEquip'> & { action: LocalActionView }) {
  const t = useFrame().t.school.procedures;
  const { mission, localAuthority, from, label, sheet } = action;
  const href = `/school/${school.uai}/actions/procedure?${new URLSearchParams({ mission, localAuthority, from })}`;
  return (
    <div class="actions">
      {sheet && <ProcedureLink sheet={sheet} mission={label} />}
      {!sheet && !mayEquip && t.none}
      {mayEquip && (
        <a href={href} aria-label={sheet ? t.replaceOf(label) : t.attachOf(label)}>
          {sheet ? t.replace : t.attach}
        </a>
      )}
    </div>
  );
}

function ActionForm({ school, missions, form, edited, clash }: ActionsProps) {
  const frame = useFrame();
  const t = frame.t.school.actions;
  const base = `/school/${school.uai}/actions`;
  const labels = {
    mission: t.form.mission,
    localAuthority: t.form.localAuthority,
    from: t.form.from,
    to: t.form.to,
    convention: t.form.convention,
  };
  return (
    <section id="change">
      <h2>{edited ? t.changeOf(edited.label) : t.add}</h2>
      <Refusal form={form}>
        {clash && (
          <p>
            <a href={editHref(school, clash)}>{t.editClash(clash.label, clash.period)}</a>
            {clash.convention && ` (${clash.convention})`}
          </p>
        )}
      </Refusal>
      <Form action={base} form={form} labels={labels}>
        {edited && <Original edited={edited} />}
        <SelectField name="mission" label={labels.mission} choices={missions} />
        <TextField
          name="localAuthority"
          label={labels.localAuthority}
          help={t.form.localAuthorityHelp}
          maxlength={200}
        />
        <div class="field-row">
          <DateField name="from" label={labels.from} />
          <DateField name="to" label={labels.to} help={t.form.toHelp} optional />
        </div>
        <TextField
          name="convention"
          label={labels.convention}
          help={t.form.conventionHelp}
          maxlength={200}
          optional
        />
        <div class="actions">
          <button type="submit">{edited ? t.saveChange : t.saveNew}</button>
          {edited && <a href={base}>{frame.t.forms.cancel}</a>}
        </div>
      </Form>
    </section>
  );
}
