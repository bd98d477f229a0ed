import type { Catalogue } from '../../../../application/ports.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { type CriteriaFigure, figuresOf } from '../../../../domain/criteria/criteria-figures.ts';
import type { FormState } from '../../pages/fields.tsx';
import type { PageFrame } from '../../pages/page-frame.ts';
import { ruleWords } from '../../present/words.ts';
import type { FigureView, WorkshopView } from './criteria-pages.tsx';

interface Context {
  readonly catalogue: Catalogue;
  readonly frame: PageFrame;
  readonly form: FormState;
}

/** Every figure of the newest version, those of all badges first, then badge by badge. */
export function workshopView(newest: Criteria, { catalogue, frame, form }: Context): WorkshopView {
  const t = frame.t.dane.criteria;
  const { requirement } = ruleWords(catalogue, newest, frame.locale);
  const labelOf = ({ of }: CriteriaFigure): string => {
    switch (of.kind) {
      case 'threshold':
        return t.thresholds[of.name];
      case 'validity':
        return t.validity;
      case 'rule':
        return t.figure(requirement(of.rule), t.part(of.part));
    }
  };
  const figures = figuresOf(newest).map((figure) => ({ ...figure, label: labelOf(figure) }));
  const view = (one: (typeof figures)[number]): FigureView => ({
    name: one.pointer,
    label: one.label,
    value: one.value,
  });
  const changed = figures.flatMap(({ pointer, value, label }) => {
    const sent = form.values[pointer]?.[0];
    return sent === undefined || sent === String(value) ? [] : [`${label} : ${value} → ${sent}`];
  });
  return {
    version: newest.version,
    groups: [
      { title: t.common, figures: figures.filter(({ of }) => of.kind === 'threshold').map(view) },
      ...newest.achievements.map(({ code, name }) => ({
        title: name[frame.locale],
        figures: figures.filter(({ of }) => of.kind !== 'threshold' && of.achievement === code).map(view),
      })),
    ].filter((group) => group.figures.length > 0),
    form,
    changed,
  };
}
