import type { FormChoice } from '../../../domain/award/types.ts';
import type { MeansKind } from '../../../features/means/feature.ts';
import { typographic } from '../../grammar.ts';
import { of, ofSchool } from '../grammar/elision.ts';
import { count } from '../grammar/page-phrases.ts';
import { referent } from '../public/labels.ts';
import { paperNames } from './names.ts';
import { paperTexts } from './phrases.ts';

const MEANS: Readonly<Record<MeansKind, string>> = {
  telephone: 'Téléphone',
  equipment: 'Matériel',
  office: 'Bureau',
};

/** Whether an engagement is over, in force or to come. */
export type Tense = 'past' | 'present' | 'future';

const TRAINING =
  'Se former fait partie de la mission. Les formations du plan académique, les formations d’initiative locale et les rencontres proposées par l’académie sont ouvertes aux RUPN.';

const EXERCISES: Readonly<Record<Tense, string>> = {
  past: 'a exercé',
  present: 'exerce',
  future: 'exercera',
};

export const letterTexts = {
  name: paperNames['mission-letter'],
  title: (name: string) => `${paperNames['mission-letter']} ${of(name)}`,
  subject: (form: FormChoice | undefined) =>
    `${referent(form)} pour les ressources et usages pédagogiques numériques (RUPN)`,
  period: 'Période',
  lead: (name: string, school: string, { period, tense }: { period: string; tense: Tense }) =>
    `${name} ${EXERCISES[tense]} des missions de référent pour les ressources et usages pédagogiques numériques au titre ${ofSchool(school)}, ${period}. L’engagement ${tense === 'past' ? 'était' : 'est'} volontaire.`,
  headings: {
    missions: 'Missions',
    main: 'Missions principales',
    shared: 'Missions partagées',
    authorised: 'Actions autorisées par la collectivité',
    means: 'Moyens mis à disposition',
    training: 'Formation',
    review: 'Point d’étape',
    recognition: 'Reconnaissance de la mission',
    signatures: 'Signatures',
  },
  noMain: 'Aucune mission n’est tenue par cette seule personne.',
  noShared: 'Aucune mission partagée.',
  mission: (code: string, label: string) => `${code} : ${typographic(label)}`,
  shared: (code: string, label: string, others: number) =>
    `${code} : ${typographic(label)}, avec ${count(others, 'autre personne', 'autres personnes')}`,
  noAuthorised: 'Aucune à ce jour.',
  authorised: (
    code: string,
    label: string,
    { details, sheet }: { details: string; sheet: string | undefined },
  ) =>
    `${code} : ${typographic(label)} (${details})${sheet === undefined ? '' : ` ; fiche de procédure : ${sheet}`}`,
  othersAuthorised: 'Autorisées aussi dans l’établissement, hors des missions de cette lettre :',
  authorisation: (authority: string, period: string, convention: string | undefined) =>
    convention === undefined
      ? `${authority}, ${period}`
      : `${authority}, ${period}, convention ${convention}`,
  procedures:
    'Les actions sur le matériel ou le réseau s’exercent sous la responsabilité de la collectivité, selon les procédures qu’elle a validées.',
  noMeans: 'Aucun à ce jour.',
  means: (kind: MeansKind, description: string, since: string) =>
    description === '' || description.toLowerCase().startsWith(MEANS[kind].toLowerCase())
      ? `${paperTexts.capitalised(description || MEANS[kind])} (depuis le ${paperTexts.day(since)})`
      : `${MEANS[kind]} : ${description} (depuis le ${paperTexts.day(since)})`,
  training: {
    past: 'Se former faisait partie de la mission. Les formations du plan académique, les formations d’initiative locale et les rencontres proposées par l’académie étaient ouvertes aux RUPN.',
    present: TRAINING,
    future: TRAINING,
  } satisfies Readonly<Record<Tense, string>>,
  review: (on: string) => `Le prochain point d’étape est prévu le ${paperTexts.day(on)}.`,
  reviewPlanned: (on: string) => `Le point d’étape était prévu le ${paperTexts.day(on)}.`,
  reviewUnplanned: 'Un point d’étape se tient au moins une fois par an. Aucune date n’était fixée.',
  reviewToPlan:
    'Un point d’étape se tient au moins une fois par an. Sa date reste à fixer : ____________________',
  recognition:
    'La reconnaissance de la mission, par une indemnité pour mission particulière (IMP) ou par un allègement de service, relève de la décision du recteur, sur proposition du chef d’établissement, après avis du conseil pédagogique et du conseil d’administration. Cette lettre n’en préjuge pas.',
};
