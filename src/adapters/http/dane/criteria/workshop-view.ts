import type { Catalogue } from '../../../../application/ports.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { type CriteriaFigure, figuresOf } from '../../../../domain/criteria/criteria-figures.ts';
import { boundsOf } from '../../../../domain/criteria/figure-bounds.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import type { FormState } from '../../shell/use-form.ts';
import { ruleWords } from '../../shell/words.ts';
import type { FigureView, WorkshopView } from './workshop-page.tsx';

interface Context {
  readonly catalogue: Catalogue;
  readonly frame: PageFrame;
}

/** Every figure of the newest version: first those of all badges, then badge by badge. */
export function workshopView(
  newest: Criteria,
  { form, ...context }: Context & { readonly form: FormState },
): WorkshopView {
  const labelOf = figureLabels(newest, context);
  // A figure with only one allowed value would be a field without a choice.
  const figures = figuresOf(newest)
    .map((figure) => ({ ...figure, bounds: boundsOf(figure) }))
    .filter(({ bounds }) => bounds.min < bounds.max);
  const view = (one: (typeof figures)[number]): FigureView => ({
    name: one.pointer,
    label: labelOf(one),
    value: one.value,
    bounds: one.bounds,
  });
  const sent = Object.entries(form.values).flatMap(([pointer, [text]]): [string, string][] =>
    text === undefined ? [] : [[pointer, text]],
  );
  return {
    version: newest.version,
    groups: [
      {
        title: context.frame.t.dane.criteria.common,
        figures: figures.filter(({ of }) => of.kind === 'threshold').map(view),
      },
      ...newest.achievements.map(({ code, name }) => ({
        title: name[context.frame.locale],
        figures: figures.filter(({ of }) => of.kind !== 'threshold' && of.achievement === code).map(view),
      })),
    ].filter((group) => group.figures.length > 0),
    form,
    changed: changedFigures(newest, Object.fromEntries(sent), context),
  };
}

/** The figures that differ from a version: the badge, the meaning of the figure, the old and the new
 *  value. */
export function changedFigures(
  criteria: Criteria,
  sent: Readonly<Record<string, string | number>>,
  context: Context,
): readonly string[] {
  const t = context.frame.t.dane.criteria;
  const labelOf = figureLabels(criteria, context);
  return figuresOf(criteria).flatMap((figure) => {
    const to = sent[figure.pointer];
    if (to === undefined || String(to) === String(figure.value)) return [];
    const { of } = figure;
    const badge =
      of.kind === 'threshold'
        ? undefined
        : criteria.achievements.find(({ code }) => code === of.achievement)?.name[context.frame.locale];
    return [t.change(labelOf(figure), { badge, from: String(figure.value), to: String(to) })];
  });
}

function figureLabels(criteria: Criteria, { catalogue, frame }: Context) {
  const t = frame.t.dane.criteria;
  const { requirement, requirementWithin } = ruleWords(catalogue, criteria, frame.locale);
  const figures = figuresOf(criteria);
  const isAlone = (figure: CriteriaFigure) =>
    figure.of.kind === 'rule' &&
    figures.filter(({ of }) => figure.of.kind === 'rule' && of.kind === 'rule' && of.rule === figure.of.rule)
      .length === 1;
  return (figure: CriteriaFigure): string => {
    const { of } = figure;
    switch (of.kind) {
      case 'threshold':
        return t.thresholds[of.name];
      case 'validity':
        return t.validity;
      case 'rule': {
        const words = of.within ? requirementWithin(of.rule, of.within) : requirement(of.rule);
        // The words of a rule with one figure already name that figure.
        return isAlone(figure) ? words : t.figure(words, t.parts[of.part]);
      }
    }
  };
}
