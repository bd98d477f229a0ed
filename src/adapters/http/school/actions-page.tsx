import { DateField, FaultSummary, type FormState, SelectField, TextField } from '../pages/fields.tsx';
import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import { type SchoolPlace, SchoolShell } from './school-shell.tsx';

/** An authorisation in words, and the key by which it is changed. */
export interface LocalActionView {
  readonly mission: string;
  readonly label: string;
  readonly localAuthority: string;
  readonly from: string;
  readonly period: string;
  readonly convention?: string;
}

interface ActionsProps {
  readonly frame: PageFrame;
  readonly school: SchoolPlace;
  readonly actions: readonly LocalActionView[];
  readonly missions: readonly { readonly value: string; readonly label: string }[];
  readonly form: FormState;
  /** The form holds an authorisation on record. */
  readonly editing: boolean;
}

/** `/school/{uai}/actions`: what the local authority allows. */
export function ActionsPage(props: ActionsProps) {
  const { frame, school, actions } = props;
  const t = frame.t.school.actions;
  return (
    <SchoolShell frame={frame} school={school} page="actions" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.list}</h2>
      {actions.length === 0 ? <p>{t.none}</p> : <List {...props} />}
      {school.mayKeep && <ActionForm {...props} />}
    </SchoolShell>
  );
}

function List({ frame, school, actions }: ActionsProps) {
  const t = frame.t.school.actions;
  const base = `/school/${school.uai}/actions`;
  return (
    <table class="table-cards">
      <thead>
        <tr>
          <th scope="col">{t.mission}</th>
          <th scope="col">{t.localAuthority}</th>
          <th scope="col">{t.period}</th>
          <th scope="col">{t.convention}</th>
          {school.mayKeep && <th scope="col">{t.act}</th>}
        </tr>
      </thead>
      <tbody>
        {actions.map(({ mission, label, localAuthority, from, period, convention }) => (
          <tr>
            <th scope="row">{label}</th>
            <td data-label={t.localAuthority}>{localAuthority}</td>
            <td data-label={t.period}>{period}</td>
            <td data-label={t.convention}>{convention ?? t.noConvention}</td>
            {school.mayKeep && (
              <td data-label={t.act}>
                <div class="actions">
                  <a
                    href={inLanguage(
                      frame,
                      `${base}?${new URLSearchParams({ mission, localAuthority, from })}#change`,
                    )}
                    aria-label={t.editOf(label)}
                  >
                    {t.edit}
                  </a>
                  <form method="post" action={inLanguage(frame, `${base}/remove`)}>
                    <input type="hidden" name="mission" value={mission} />
                    <input type="hidden" name="localAuthority" value={localAuthority} />
                    <input type="hidden" name="from" value={from} />
                    <button type="submit" class="link" aria-label={t.removeOf(label)}>
                      {t.remove}
                    </button>
                  </form>
                </div>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ActionForm({ frame, school, missions, form, editing }: ActionsProps) {
  const t = frame.t.school.actions;
  const labels = {
    mission: t.form.mission,
    localAuthority: t.form.localAuthority,
    from: t.form.from,
    to: t.form.to,
    convention: t.form.convention,
  };
  return (
    <section id="change">
      <h2>{editing ? t.change : t.add}</h2>
      <FaultSummary frame={frame} form={form} labels={labels} />
      <form method="post" class="form" action={inLanguage(frame, `/school/${school.uai}/actions`)}>
        <SelectField frame={frame} form={form} name="mission" label={labels.mission} choices={missions} />
        <TextField
          frame={frame}
          form={form}
          name="localAuthority"
          label={labels.localAuthority}
          help={t.form.localAuthorityHelp}
          maxlength={200}
        />
        <div class="field-row">
          <DateField frame={frame} form={form} name="from" label={labels.from} />
          <DateField frame={frame} form={form} name="to" label={labels.to} help={t.form.toHelp} optional />
        </div>
        <TextField
          frame={frame}
          form={form}
          name="convention"
          label={labels.convention}
          help={t.form.conventionHelp}
          maxlength={200}
          optional
        />
        <button type="submit">{frame.t.forms.save}</button>
      </form>
    </section>
  );
}
