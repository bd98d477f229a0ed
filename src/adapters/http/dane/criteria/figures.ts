import { adoptionDays } from '../../../../domain/criteria/adoption.ts';
import type { Criteria } from '../../../../domain/criteria/definition.ts';
import { boundsOf, isWithinBounds } from '../../../../domain/criteria/figure-bounds.ts';
import { type CriteriaFigure, figuresOf } from '../../../../domain/criteria/figures.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type LocalDate, parseLocalDate } from '../../../../domain/time/calendar.ts';
import type { FieldError, FormValues, ParsedForm } from '../../forms/schema.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { ruleTexts } from '../../view-models/public-texts.ts';

/** Figures of the criteria by their JSON Pointer. */
export type Figures = Readonly<Record<string, number>>;

/** The input of the workshop: the figures that differ from the newest version, and a day. */
export interface FiguresInput {
  readonly figures: Figures;
  readonly day: LocalDate;
}

interface FiguresContext {
  readonly newest: Criteria;
  /** The field of the day: the day of a comparison (`on`), or the first day of an adoption (`from`). */
  readonly dayField: 'on' | 'from';
  readonly today: LocalDate;
  /** The first day that is allowed. */
  readonly firstDay: LocalDate;
}

/** Reads the figures and the day; a figure that is not sent keeps its value. */
export function readFigures(values: FormValues, requested: FiguresContext): ParsedForm<FiguresInput> {
  const { newest, dayField } = requested;
  const faults: Record<string, FieldError> = {};
  const figures: Record<string, number> = {};
  for (const figure of figuresOf(newest)) {
    const { pointer, value } = figure;
    const text = values[pointer]?.[0]?.replace(',', '.');
    const sent = text === undefined ? value : Number(text);
    if (text === '' || !Number.isFinite(sent)) faults[pointer] = 'invalid-number';
    else if (sent !== value && !isWithinBounds(sent, boundsOf(figure))) faults[pointer] = 'out-of-range';
    else if (sent !== value) figures[pointer] = sent;
  }
  const year = (name: 'fullYearDays' | 'halfYearDays') =>
    figures[`/thresholds/${name}`] ?? newest.thresholds[name];
  if (year('halfYearDays') > year('fullYearDays')) faults['/thresholds/halfYearDays'] ??= 'above-full-year';
  const day = readDay(values[dayField]?.[0], requested);
  if (typeof day !== 'string') faults[dayField] = day.fault;
  if (Object.keys(faults).length > 0 || typeof day !== 'string') return { ok: false, values, faults };
  return { ok: true, value: { figures, day }, values };
}

type DayRead = LocalDate | { readonly fault: FieldError };

function readDay(text: string | undefined, { dayField, today, firstDay, newest }: FiguresContext): DayRead {
  if (!text) return { fault: 'required' };
  const day = parseDay(text);
  if (typeof day !== 'string') return day;
  if (dayField === 'on') return day > today ? { fault: `after:${today}` } : dayJudged(day, firstDay);
  const { first, last } = adoptionDays(today);
  if (day > last) return { fault: 'too-late' };
  return day < first || day <= newest.inForceFrom ? { fault: 'too-early' } : day;
}

function dayJudged(day: LocalDate, firstDay: LocalDate): DayRead {
  return day < firstDay ? { fault: 'before-criteria' } : day;
}

function parseDay(text: string): DayRead {
  try {
    return parseLocalDate(text);
  } catch (error) {
    if (error instanceof DomainError) return { fault: 'invalid-date' };
    throw error;
  }
}

/** The figures that differ from a version: the badge, the meaning of the figure, the old and the new
 *  value. */
export function changedFigures(
  request: PageRequest,
  criteria: Criteria,
  sent: Readonly<Record<string, string | number>>,
): readonly string[] {
  const t = request.t.dane.criteria;
  const labelOf = figureLabels(request, criteria);
  return figuresOf(criteria).flatMap((figure) => {
    const to = sent[figure.pointer];
    if (to === undefined || String(to) === String(figure.value)) return [];
    const { of } = figure;
    const badge =
      of.kind === 'threshold'
        ? undefined
        : inLanguage(
            criteria.achievements.find(({ code }) => code === of.achievement)?.name,
            request.wording.locale,
          );
    return [t.change(labelOf(figure), { badge, from: String(figure.value), to: String(to) })];
  });
}

/** The meaning of each figure of a version, in words. */
export function figureLabels({ ports, t: texts, wording }: PageRequest, criteria: Criteria) {
  const t = texts.dane.criteria;
  const { requirement, requirementWithin } = ruleTexts(ports.catalogue, criteria, wording.locale);
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
