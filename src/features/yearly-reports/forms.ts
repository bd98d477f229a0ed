import { z } from 'zod';
import { type FormValues, optionalText, parseValues, requiredUai } from '../../adapters/http/forms/schema.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import type { Catalogue } from '../../application/ports.ts';
import type { OwnRecord } from '../../application/self-service/read-own-record.ts';
import type { FamilyCode, MissionFramework } from '../../domain/engagement/mission.ts';
import type { Question, Questionnaire } from '../../domain/review/questionnaire.ts';
import { schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { typographic } from '../../texts/grammar.ts';
import { questionText } from './components.tsx';
import type { ReportAnswer, YearlyReport } from './feature.ts';
import { type FactOfYear, factsOfFamily } from './feature-write.ts';

/** The most characters of one answer. */
export const ANSWER_LENGTH = 4000;

/** One field of the form: a question, or one family of it. */
interface ReportField {
  readonly name: string;
  readonly question: Question;
  readonly family?: FamilyCode;
  readonly label: string;
  readonly help: string | undefined;
}

/** The fields of the form, in the order of the questions. Only the first family of a question has its hint. */
export function fieldsOf(
  { questions }: Questionnaire,
  textContext: Pick<TextContext, 'framework' | 'locale'>,
): readonly ReportField[] {
  return placesOf(questions, textContext.framework).map(({ name, question, family }, index, all) => {
    const isFirst = all[index - 1]?.question !== question;
    const help = isFirst ? question.help?.[textContext.locale] : undefined;
    return {
      ...{ name, question, ...(family && { family }) },
      label: questionText({ asked: question.label, ...(family && { family }) }, textContext),
      help: help && typographic(help),
    };
  });
}

interface Place {
  readonly name: string;
  readonly question: Question;
  readonly family?: FamilyCode;
}

function placesOf(
  questions: readonly Question[],
  { families }: Pick<MissionFramework, 'families'>,
): readonly Place[] {
  return questions.flatMap((question): readonly Place[] =>
    question.kind === 'families'
      ? families.map(({ code }) => ({ name: fieldName(question.code, code), question, family: code }))
      : [{ name: fieldName(question.code), question }],
  );
}

const fieldName = (question: string, family?: FamilyCode) =>
  `q-${family ? `${question}-${family}` : question}`;

/** Reads the form: one text for each field of the office's questions. */
export function parseAnswers(
  values: FormValues,
  { questionnaire, framework }: Pick<Catalogue, 'questionnaire' | 'framework'>,
) {
  const places = placesOf(questionnaire.questions, framework);
  const shape = Object.fromEntries(places.map(({ name }) => [name, optionalText(ANSWER_LENGTH)]));
  const [head, texts] = [parseValues(values, reportHead), parseValues(values, z.object(shape))];
  if (!head.ok) return head;
  if (!texts.ok) return texts;
  const answers = places.flatMap(({ name, question, family }): readonly ReportAnswer[] => {
    const text = texts.value[name];
    if (!text) return [];
    const { code, label: asked, kind } = question;
    return [
      {
        ...{ question: code, asked, text },
        ...(family && { family }),
        ...(kind === 'trainings' && { wishes: true as const }),
      },
    ];
  });
  const { uai, act, seen } = head.value;
  return { ...head, value: { uai, seen, handsIn: act === 'hand-in', answers } };
}

const reportHead = z.object({
  uai: requiredUai,
  act: optionalText(20),
  seen: optionalText(20),
});

/** The values of the form for a report as it was written. */
export function valuesOf({ answers }: YearlyReport): FormValues {
  return Object.fromEntries(
    answers.map(({ question, family, text }) => [fieldName(question, family), [text]]),
  );
}

/** The first values of the form: the facts of the year, one a line, in the text of their family. */
export function firstValues(
  { wording, t, today }: Pick<PageRequest, 'wording' | 't' | 'today'>,
  { own, uai, fields }: { own: OwnRecord; uai: Uai; fields: readonly ReportField[] },
): FormValues {
  const year = schoolYearOf(today);
  const { framework } = wording;
  return Object.fromEntries(
    fields.flatMap(({ name, question, family }) => {
      if (family === undefined) return [];
      const facts = factsOfFamily(own.record, { family, question, framework, uai, year });
      return [[name, [facts.map((fact) => `– ${factAsText(fact, { ...wording, t })}`).join('\n')]]];
    }),
  );
}

function factAsText(fact: FactOfYear, { t, framework, locale }: TextContext): string {
  const words = t.yearlyReports.mine.facts;
  switch (fact.kind) {
    case 'mission':
      return words.mission(typographic(framework.missions.get(fact.mission)?.label[locale] ?? fact.mission));
    case 'training':
      return words.training(fact.title ?? '', t.day(fact.on));
    default: {
      const kind = t.records.contributions[fact.kind].one;
      return words.contribution(kind.charAt(0).toUpperCase() + kind.slice(1), fact.title, t.day(fact.on));
    }
  }
}
