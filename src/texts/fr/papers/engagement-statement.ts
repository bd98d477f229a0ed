import type { Confirmation } from '../../../domain/records.ts';
import { typographic } from '../../grammar.ts';
import { confirmationLabels } from '../criteria/labels.ts';
import { trainingHours } from '../criteria/training-hours.ts';
import { of, ofSchool } from '../grammar/elision.ts';
import { and, count, figure, plural, yearsAsText } from '../grammar/page-phrases.ts';
import { paperNames } from './names.ts';
import { paperTexts } from './phrases.ts';

const VALUES = new Map([
  [1, 'année entière'],
  [0.5, 'demi-année'],
]);

export const statementTexts = {
  name: paperNames.statement,
  title: (name: string) => `${paperNames.statement} ${of(name)}`,
  /** `isCurrent`: a confirmed period contains the day of the facts. */
  lead: (name: string, school: string, { period, isCurrent }: { period: string; isCurrent: boolean }) =>
    `${name} ${isCurrent ? 'exerce' : 'a exercé'} des missions de référent pour les ressources et usages pédagogiques numériques (RUPN) au titre ${ofSchool(school)}, ${period}.`,
  noEngagement: (name: string, school: string) =>
    `Aucun engagement confirmé ${of(name)} n’est enregistré au titre ${ofSchool(school)}.`,
  onlyConfirmed: 'Seules les périodes confirmées figurent dans ce document.',
  awaiting: (periods: number) =>
    `${count(periods, 'période attend', 'périodes attendent')} une confirmation : ${plural(periods, 'elle n’est pas reprise', 'elles ne sont pas reprises')} ici.`,
  factsOnly: 'Ce document ne compare pas les personnes et ne propose ni taux ni montant.',
  headings: {
    segments: 'Périodes et confirmations',
    reservations: 'Réserve du chef d’établissement',
    years: 'Années scolaires',
    missions: 'Missions exercées',
    record: 'Engagement et parcours',
    trainings: 'Formations suivies',
    events: (office: string) => `Rencontres et classes virtuelles de la ${office}`,
    reviews: 'Points d’étape et bilans',
    contributions: 'Contributions',
    projects: 'Projets numériques de l’établissement',
    signature: 'Signature et vérification',
  },
  columns: {
    period: 'Période',
    training: 'Formation',
    date: 'Date',
    hours: 'Heures',
    proof: 'Preuve',
    project: 'Projet',
  },
  confirmation: (
    state: Confirmation,
    { by, on, office }: { by: string | undefined; on: string | undefined; office: string },
  ) => {
    const who = by === undefined ? '' : ` (${by})`;
    const when = on === undefined ? '' : `, le ${paperTexts.day(on)}`;
    return `${confirmationLabels(office)[state]}${who}${when}`;
  },
  /** An engagement: its period, its roles and its confirmation. */
  segment: (period: string, reported: readonly string[]) =>
    `${paperTexts.capitalised(period)} : ${reported.filter(Boolean).join(' ; ')}.`,
  reservationOn: (period: string) => `Sur la période ${period} :`,
  /** `isUnderway`: the school year has not ended. */
  length: (value: number, isUnderway: boolean) =>
    VALUES.get(value) ?? (isUnderway ? 'engagement en cours' : 'trop courte pour compter'),
  /** Nothing is said before the first half year. */
  recognised: (here: number, inAll: number) => {
    if (inAll === 0) return undefined;
    if (here === inAll) return `Durée reconnue : ${yearsAsText(here)}.`;
    return here === 0
      ? `Durée reconnue : ${yearsAsText(inAll)}, dans d’autres établissements.`
      : `Durée reconnue : ${yearsAsText(here)} dans cet établissement, ${yearsAsText(inAll)} en tout.`;
  },
  family: (code: string, label: string) => `Famille ${code} : ${typographic(label)}`,
  mission: (code: string, label: string) => `${code} : ${typographic(label)}`,
  /** The period of every mission below. */
  allHeld: (period: string) => `Toutes sont exercées ${period}.`,
  aloneUnlessSaid: (year: string) =>
    `En ${year}, celles dont le partage n’est pas indiqué sont tenues par une seule personne.`,
  noneShared: (year: string, missions: number) =>
    `En ${year}, ${plural(missions, 'elle n’est pas partagée', 'elles ne sont pas partagées')}.`,
  /** « Rencontre annuelle : 19 novembre 2025 et 18 novembre 2026 (attestation) ». */
  onDays: (what: string, days: readonly string[], how: string) => `${what} : ${and(days)} (${how})`,
  /** A mission, and what is told about it alone. */
  detailed: (mission: string, details: readonly string[]) =>
    details.length === 0 ? mission : `${mission} (${details.join(' ; ')})`,
  groups: (groups: readonly string[]) => groups.join(' ; '),
  /** A school year: its days, its value, its families. */
  year: (
    year: string,
    days: number,
    { length, families }: { length: string; families: readonly string[] },
  ) => {
    const reported =
      families.length === 0 ? [] : [`${plural(families.length, 'famille', 'familles')} ${and(families)}`];
    return `${year} : ${[`${count(days, 'jour', 'jours')} d’engagement`, length, ...reported].join(', ')}.`;
  },
  review: (kind: string, day: string) => `${kind}, le ${day}`,
  shared: (others: number) => `partagée avec ${count(others, 'autre', 'autres')}`,
  hours: (hours: number) => `${figure(hours)} h`,
  trainingsTotal: (attested: number) =>
    attested === 0
      ? undefined
      : `Heures attestées, encore prises en compte à cette date : ${figure(attested)} h.`,
  /** « Heures attestées en 2026-2027 : 6 h ; 12 h encore prises en compte. » */
  trainingHours: (year: string, hours: Parameters<typeof trainingHours>[2]) =>
    trainingHours('Heures attestées', year, hours),
  validated: (office: string) => `validée par la ${office}`,
  declared: 'déclarée',
};
