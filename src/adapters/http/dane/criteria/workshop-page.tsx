import type { Criteria } from '../../../../domain/criteria/definition.ts';
import { boundsOf } from '../../../../domain/criteria/figure-bounds.ts';
import { figuresOf } from '../../../../domain/criteria/figures.ts';
import type { FigureBounds } from '../../../../domain/criteria/leaf-traits.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { AppDeps } from '../../env.ts';
import { type FormState, useForm } from '../../forms/context.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { Field } from '../../forms/field.tsx';
import { DateField } from '../../forms/inputs.tsx';
import { type FormValues, readForm } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { changedFigures, type FiguresInput, figureLabels, readFigures } from './figures.ts';
import { readLastTrial, WhatChanges } from './trial.tsx';

/** `/dane/criteria/workshop`: other figures, their trial on everyone, their adoption as the next version. */
export const workshopPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/criteria/workshop', 'adopt-criteria', renderWorkshop)
    .form('/dane/criteria/trials', 'adopt-criteria', {
      page: renderWorkshop,
      schema: (request) => readWorkshop(request, 'on'),
      act: async (request, { figures, day: on }) => {
        const command = {
          kind: 'try-criteria' as const,
          figures,
          on,
          version: request.ports.catalogue.newest().version,
        };
        const job = await request.services.beginJob(command, request.me);
        return `/dane/jobs/${job.id}`;
      },
    })
    .form('/dane/criteria/adoption', 'adopt-criteria', {
      page: renderWorkshop,
      schema: (request) => readWorkshop(request, 'from'),
      act: adopt,
      refusals: {
        'criteria-unchanged': { figures: 'unchanged' },
        'criteria-too-early': { from: 'too-early' },
        'criteria-too-late': { from: 'too-late' },
      },
    });

async function readWorkshop(request: PageRequest, dayField: 'on' | 'from') {
  const firstDay = (request.ports.catalogue.versions()[0] as Criteria).inForceFrom;
  const { today } = request;
  return readFigures(await readForm(request.c), {
    newest: request.ports.catalogue.newest(),
    dayField,
    today,
    firstDay,
  });
}

/** Shows the summary first. What it confirms is adopted, or waits for a second person. */
async function adopt(request: PageRequest, stated: FiguresInput, { confirm }: FormValues) {
  const { services, ports, me } = request;
  const command = { figures: stated.figures, from: stated.day, actor: me };
  if (confirm?.[0] !== 'yes') {
    await services.previewCriteria(command);
    return request.answer(await renderRecap(request, stated));
  }
  if (ports.settings.approvals().criteria) {
    const { id } = await services.draftCriteria(command);
    return afterDoing('criteria-drafted', `/dane/criteria/drafts/${id}`);
  }
  await services.adoptCriteria(command);
  return afterDoing('criteria-adopted', '/dane/criteria');
}

/** A copy of the newest version, to try and to adopt. */
function renderWorkshop(request: PageRequest) {
  const form = request.sent ?? givenForm(request);
  const t = request.t.dane.criteria;
  const newest = request.ports.catalogue.newest();
  const groups = figureGroups(request, newest);
  const sent = Object.entries(form.values).flatMap(([name, [text]]): [string, string][] =>
    text === undefined ? [] : [[name, text]],
  );
  const labels = Object.fromEntries([
    ...groups.flatMap(({ figures }) => figures.map(({ name, label }) => [name, label])),
    ['from', t.adoptFrom],
    ['on', t.day],
    ['figures', t.changed],
  ]);
  return (
    <DaneLayout section="criteria" title={t.workshopTitle}>
      <p class="lede">{t.workshopLede}</p>
      <Form action="/dane/criteria/trials" id="figures" class="" form={form} labels={labels}>
        {groups.map(({ title, figures }, index) => (
          <details class="fold" open={index === 0 || figures.some((figure) => isOpen(form, figure))}>
            <summary>
              <h2>{title}</h2>
            </summary>
            <div class="fold-body field-row">
              {figures.map((figure) => (
                <FigureField {...figure} />
              ))}
            </div>
          </details>
        ))}
        <DateField name="on" />
        <Submit>{t.tryIt}</Submit>
        <Adopt changed={changedFigures(request, newest, Object.fromEntries(sent))} />
      </Form>
    </DaneLayout>
  );
}

/** The figures that the address gives, with today as the day of the comparison. */
function givenForm({ c, today }: PageRequest): FormState {
  const known = ([name]: [string, string]) => name.startsWith('/') || name === 'from';
  const given = Object.entries(c.req.query()).filter(known);
  const values = Object.fromEntries(given.map(([name, value]) => [name, [value]]));
  return { values: { on: [today], ...values }, faults: {} };
}

/** One figure of the copy; `name` is its JSON Pointer. */
interface Figure {
  readonly name: string;
  readonly label: string;
  /** Its value in the newest version. */
  readonly value: number;
  readonly bounds: FigureBounds;
}

/** Every figure of the newest version: first those of all badges, then badge by badge. */
function figureGroups(request: PageRequest, newest: Criteria) {
  const labelOf = figureLabels(request, newest);
  // A figure with only one allowed value would be a field without a choice.
  const figures = figuresOf(newest)
    .map((figure) => ({ ...figure, bounds: boundsOf(figure) }))
    .filter(({ bounds }) => bounds.min < bounds.max);
  const shown = (ones: typeof figures) =>
    ones.map(
      (one): Figure => ({
        ...{ name: one.pointer, label: labelOf(one), value: one.value, bounds: one.bounds },
      }),
    );
  return [
    {
      title: request.t.dane.criteria.common,
      figures: shown(figures.filter(({ of }) => of.kind === 'threshold')),
    },
    ...newest.achievements.map(({ code, name }) => ({
      title: inLanguage(name, request.wording.locale),
      figures: shown(figures.filter(({ of }) => of.kind !== 'threshold' && of.achievement === code)),
    })),
  ].filter((group) => group.figures.length > 0);
}

/** Whether the fold is open: the reader must see a changed or refused figure at once. */
function isOpen({ values, faults }: FormState, { name, value }: Figure): boolean {
  const sent = values[name]?.[0];
  return faults[name] !== undefined || (sent !== undefined && sent !== String(value));
}

function FigureField({ name, value, bounds: { min, max, step } }: Figure) {
  const t = usePageContext().t.dane.criteria;
  const { values } = useForm();
  return (
    <Field
      name={name}
      help={t.bounds(min, max)}
      input={(ties) => (
        <input
          id={name}
          type="number"
          {...{ name, min, max, step }}
          required
          value={values[name]?.[0] ?? String(value)}
          {...ties}
        />
      )}
    />
  );
}

/** The changed figures, and the day from which they would apply; a comparison needs no such day. */
function Adopt({ changed }: { changed: readonly string[] }) {
  const t = usePageContext().t.dane.criteria;
  const { values } = useForm();
  if (changed.length === 0) return null;
  return (
    <section>
      <h2>{t.adopt}</h2>
      <ul>
        {changed.map((change) => (
          <li>{change}</li>
        ))}
      </ul>
      <Field
        name="from"
        help={t.adoptHelp}
        input={(ties) => (
          <input id="from" name="from" type="date" value={values['from']?.[0] ?? ''} {...ties} />
        )}
      />
      <button type="submit" class="secondary" formaction="/dane/criteria/adoption">
        {t.adoptButton}
      </button>
    </section>
  );
}

/** The page before a version is adopted: the changed figures, the first day, and the people who gain or lose
 *  a badge according to the last comparison of exactly these figures. */
async function renderRecap(request: PageRequest, { figures, day }: FiguresInput) {
  const { catalogue, settings } = request.ports;
  const t = request.t.dane.criteria;
  const newest = request.ports.catalogue.newest();
  const version = catalogue.lastNumber() + 1;
  const stated = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)]));
  const sent = { ...stated, from: day };
  const needsApproval = settings.approvals().criteria;
  return (
    <DaneLayout section="criteria" title={t.recapTitle(version)}>
      <p class="lede">{t.recapLede(request.t.day(day))}</p>
      <WhatChanges
        changed={changedFigures(request, newest, figures)}
        compared={await readLastTrial(request, { figures }, newest.version)}
        notCompared={t.notCompared}
      />
      <p class="note">{t.keptAwards}</p>
      {needsApproval && <p class="notice">{t.drafts.proposeNote}</p>}
      <Form action="/dane/criteria/adoption" class="actions" hidden={{ ...sent, confirm: 'yes' }}>
        <Submit>{needsApproval ? t.drafts.propose(version) : t.confirmAdoption(version)}</Submit>
        <a href={`/dane/criteria/workshop?${new URLSearchParams(sent)}`}>{t.backToWorkshop}</a>
      </Form>
    </DaneLayout>
  );
}
