import { PROCEDURE_LIMIT_BYTES } from '../../../../domain/engagement/procedure-sheet.ts';
import { FaultSummary, FileField, TextField } from '../../shell/fields.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { FormContext, type FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import { ProcedureLink } from './procedure-link.tsx';
import type { ProcedureView } from './procedure-view.ts';

interface ProcedureProps {
  readonly school: SchoolPlace;
  readonly action: { readonly label: string; readonly localAuthority: string; readonly period: string };
  /** The key of the action. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly form: FormState;
  /** The sheet on record. */
  readonly sheet?: ProcedureView;
}

/** `/school/{uai}/actions/procedure`: the procedure sheet of one authorised action. */
export function ProcedurePage({ school, action, hidden, form, sheet }: ProcedureProps) {
  const t = useFrame().t.school.procedures;
  const base = `/school/${school.uai}/actions`;
  return (
    <SchoolShell school={school} page="actions" title={t.title} description={t.lede} mayWrite>
      <p class="lede">
        {action.label} ({action.localAuthority}, {action.period})
      </p>
      <p>{t.lede}</p>
      {sheet && (
        <section>
          <h2>{t.present}</h2>
          <div class="actions">
            <ProcedureLink sheet={sheet} mission={action.label} />
            <ActButton action={`${base}/procedure/remove`} hidden={hidden} class="secondary">
              {t.remove}
            </ActButton>
          </div>
        </section>
      )}
      {sheet && <h2>{t.replaceBy}</h2>}
      <FormContext.Provider value={form}>
        <FaultSummary form={form} labels={t.form} />
        <form method="post" action={`${base}/procedure`} enctype="multipart/form-data" class="form">
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <TextField name="url" label={t.form.url} help={t.urlHelp} type="url" maxlength={2000} optional />
          <FileField
            name="file"
            label={t.form.file}
            help={t.fileHelp(PROCEDURE_LIMIT_BYTES / 1_048_576)}
            accept=".pdf,application/pdf"
          />
          <div class="actions">
            <button type="submit">{t.save}</button>
            <a href={base}>{t.back}</a>
          </div>
        </form>
      </FormContext.Provider>
    </SchoolShell>
  );
}
