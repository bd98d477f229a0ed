import type { FigureBounds } from '../../../../domain/criteria/leaf-traits.ts';
import { faultSentence } from '../../shell/fault-sentence.ts';
import { DateField, FaultSummary } from '../../shell/fields.tsx';
import { FormContext, type FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** One figure of the copy; `name` is its JSON Pointer. */
export interface FigureView {
  readonly name: string;
  readonly label: string;
  /** Its value in the newest version. */
  readonly value: number;
  readonly bounds: FigureBounds;
}

export interface WorkshopView {
  readonly version: number;
  readonly groups: readonly { readonly title: string; readonly figures: readonly FigureView[] }[];
  readonly form: FormState;
  /** Figures that differ from the newest version, in words. */
  readonly changed: readonly string[];
}

/** `/dane/criteria/workshop`: a copy of the newest version, to try and to adopt. */
export function WorkshopPage({ view }: { view: WorkshopView }) {
  const t = useFrame().t.dane.criteria;
  const labels = Object.fromEntries([
    ...view.groups.flatMap(({ figures }) => figures.map(({ name, label }) => [name, label])),
    ['from', t.adoptFrom],
    ['on', t.day],
    ['figures', t.changed],
  ]);
  return (
    <DaneLayout section="criteria" title={t.workshopTitle}>
      <p class="lede">{t.workshopLede}</p>
      <FaultSummary form={view.form} labels={labels} />
      <FormContext.Provider value={view.form}>
        <form method="post" action="/dane/criteria/trials" id="figures">
          {view.groups.map(({ title, figures }, index) => (
            <details class="fold" open={index === 0 || figures.some((figure) => isOpen(view, figure))}>
              <summary>
                <h2>{title}</h2>
              </summary>
              <div class="fold-body field-row">
                {figures.map((figure) => (
                  <Figure view={view} figure={figure} />
                ))}
              </div>
            </details>
          ))}
          <DateField name="on" label={t.day} />
          <button type="submit">{t.tryIt}</button>
          {view.changed.length > 0 && <Adopt view={view} />}
        </form>
      </FormContext.Provider>
    </DaneLayout>
  );
}

function Adopt({ view }: { view: WorkshopView }) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  const fault = view.form.faults['from'];
  return (
    <section>
      <h2>{t.adopt}</h2>
      <ul>
        {view.changed.map((change) => (
          <li>{change}</li>
        ))}
      </ul>
      <div class="field">
        <label for="from">{t.adoptFrom}</label>
        <small id="from-help">{t.adoptHelp}</small>
        <input
          id="from"
          name="from"
          type="date"
          value={view.form.values['from']?.[0] ?? ''}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? 'from-help from-fault' : 'from-help'}
        />
        {fault && (
          <p class="fault" id="from-fault">
            {faultSentence(frame.t, fault)}
          </p>
        )}
      </div>
      <button type="submit" class="secondary" formaction="/dane/criteria/adoption">
        {t.adoptButton}
      </button>
    </section>
  );
}

/** Whether the fold is open: the reader must see a changed or refused figure at once. */
function isOpen({ form }: WorkshopView, { name, value }: FigureView): boolean {
  const sent = form.values[name]?.[0];
  return form.faults[name] !== undefined || (sent !== undefined && sent !== String(value));
}

function Figure({ view, figure }: { view: WorkshopView; figure: FigureView }) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  const { name, label, value, bounds } = figure;
  const fault = view.form.faults[name];
  const described = [`${name}-help`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <small id={`${name}-help`}>{t.bounds(bounds.min, bounds.max)}</small>
      <input
        id={name}
        name={name}
        type="number"
        min={bounds.min}
        max={bounds.max}
        step={bounds.step}
        required
        value={view.form.values[name]?.[0] ?? String(value)}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={described}
      />
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {faultSentence(frame.t, fault)}
        </p>
      )}
    </div>
  );
}
