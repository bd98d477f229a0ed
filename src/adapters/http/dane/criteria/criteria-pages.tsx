import { DateField, FaultSummary, type FormState } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { faultSentence } from '../../present/fault-sentence.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface CriteriaView {
  readonly versions: readonly {
    readonly version: number;
    readonly inForceFrom: string;
    readonly badges: readonly { readonly code: string; readonly name: string }[];
  }[];
}

/** `/dane/criteria`: every version, and the way to the workshop. */
export function CriteriaPage({ frame, view }: { frame: PageFrame; view: CriteriaView }) {
  const t = frame.t.dane.criteria;
  return (
    <DaneLayout frame={frame} section="criteria" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href={inLanguage(frame, '/dane/criteria/workshop')}>
          {t.workshop}
        </a>
      </p>
      {view.versions.map(({ version, inForceFrom, badges }) => (
        <section>
          <h2>
            {t.version(version)} <span class="note">{t.from(frame.t.day(inForceFrom))}</span>
          </h2>
          <ul class="links">
            {badges.map(({ code, name }) => (
              <li>
                <a href={inLanguage(frame, `/badges/${code}/v${version}`)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DaneLayout>
  );
}

/** One figure of the copy; `name` is its JSON Pointer. */
export interface FigureView {
  readonly name: string;
  readonly label: string;
  /** As it stands in the newest version. */
  readonly value: number;
}

export interface WorkshopView {
  readonly version: number;
  readonly groups: readonly { readonly title: string; readonly figures: readonly FigureView[] }[];
  readonly form: FormState;
  /** Figures that differ from the newest version, in words. */
  readonly changed: readonly string[];
}

/** `/dane/criteria/workshop`: a copy of the newest version, to try, and to adopt. */
export function WorkshopPage({ frame, view }: { frame: PageFrame; view: WorkshopView }) {
  const t = frame.t.dane.criteria;
  const labels = Object.fromEntries([
    ...view.groups.flatMap(({ figures }) => figures.map(({ name, label }) => [name, label])),
    ['from', t.adoptFrom],
    ['on', t.day],
  ]);
  return (
    <DaneLayout frame={frame} section="criteria" title={t.workshopTitle}>
      <p class="lede">{t.workshopLede}</p>
      <FaultSummary frame={frame} form={view.form} labels={labels} />
      <form method="post" action={inLanguage(frame, '/dane/criteria/trials')}>
        {view.groups.map(({ title, figures }, index) => (
          <details class="fold" open={index === 0 || figures.some(({ name }) => isChanged(view, name))}>
            <summary>
              <h2>{title}</h2>
            </summary>
            <div class="fold-body field-row">
              {figures.map((figure) => (
                <Figure frame={frame} view={view} figure={figure} />
              ))}
            </div>
          </details>
        ))}
        <DateField frame={frame} form={view.form} name="on" label={t.day} />
        <button type="submit">{t.tryIt}</button>
        {view.changed.length > 0 && (
          <section>
            <h2>{t.adopt}</h2>
            <ul>
              {view.changed.map((change) => (
                <li>{change}</li>
              ))}
            </ul>
            <DateField
              frame={frame}
              form={view.form}
              name="from"
              label={t.adoptFrom}
              help={t.adoptHelp}
              optional
            />
            <button type="submit" class="secondary" formaction={inLanguage(frame, '/dane/criteria/adoption')}>
              {t.adoptButton}
            </button>
          </section>
        )}
      </form>
    </DaneLayout>
  );
}

function isChanged({ form, groups }: WorkshopView, name: string): boolean {
  const figure = groups.flatMap(({ figures }) => figures).find((one) => one.name === name);
  const value = form.values[name]?.[0];
  return value !== undefined && value !== String(figure?.value);
}

function Figure({ frame, view, figure }: { frame: PageFrame; view: WorkshopView; figure: FigureView }) {
  const { name, label, value } = figure;
  const fault = view.form.faults[name];
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="number"
        min="0"
        step="any"
        required
        value={view.form.values[name]?.[0] ?? String(value)}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${name}-fault` : undefined}
      />
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {faultSentence(frame.t, fault)}
        </p>
      )}
    </div>
  );
}
