import type { Confirmation } from '../../../domain/records.ts';
import { typographic } from '../../typographic.ts';
import { confirmationLabels } from '../criteria-labels.ts';
import { of, ofSchool } from '../elision.ts';
import { count, figure, plural } from '../page-words.ts';
import { paperNames } from '../paper-names.ts';
import { trainingHours } from '../training-hours.ts';
import { paperTexts } from './words.ts';

const VALUES = new Map([
  [1, 'année entière'],
  [0.5, 'demi-année'],
]);

const uncapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const years = (value: number) => count(value, 'année scolaire', 'années scolaires');

/** Words of the engagement statement. */
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
    missions: 'Missions exercées, par famille',
    trainings: 'Formations suivies',
    events: (office: string) => `Rencontres et classes virtuelles de la ${office}`,
    reviews: 'Points d’étape et bilans',
    contributions: 'Contributions',
    projects: 'Projets numériques de l’établissement',
    signature: 'Signature et vérification',
  },
  columns: {
    period: 'Période',
    roles: 'Rôles',
    confirmation: 'Confirmation',
    year: 'Année scolaire',
    days: 'Jours d’engagement',
    length: 'Durée reconnue',
    families: 'Familles exercées',
    mission: 'Mission',
    split: (year: string) => `Répartition en ${year}`,
    training: 'Formation',
    date: 'Date',
    hours: 'Heures',
    proof: 'Preuve',
    event: 'Rencontre',
    kind: 'Nature',
    state: 'État',
    project: 'Projet',
  },
  confirmation: (
    state: Confirmation,
    { by, on, office }: { by: string | undefined; on: string | undefined; office: string },
  ) => {
    const who = by === undefined ? '' : ` (${by})`;
    const when = on === undefined ? '' : `, le ${paperTexts.day(on)}`;
    return paperTexts.capitalised(`${confirmationLabels(office)[state]}${who}${when}`);
  },
  reservationOn: (period: string) => `Sur la période ${period} :`,
  /** `isUnderway`: the school year has not ended. */
  length: (value: number, isUnderway: boolean) =>
    VALUES.get(value) ?? (isUnderway ? 'engagement en cours' : 'trop courte pour compter'),
  recognised: (here: number, inAll: number) =>
    `Durée reconnue : ${years(here)} dans cet établissement, ${years(inAll)} en tout.`,
  family: (code: string, label: string) => `Famille ${code} : ${typographic(label)}`,
  mission: (code: string, label: string) => `${code} : ${typographic(label)}`,
  /** What is the same for every mission of the table below. */
  forAll: (facts: readonly { readonly label: string; readonly value: string }[]) =>
    `Pour toutes ces missions, ${facts
      .map(({ label, value }) => `${uncapitalised(label)} : ${uncapitalised(value)}`)
      .join(' ; ')}.`,
  /** A school year alone: its days, its value, its families. */
  year: (year: string, days: string, [length = '', families = '']: readonly string[]) =>
    `${year} : ${count(Number(days), 'jour', 'jours')} d’engagement, ${uncapitalised(length)}, familles ${families}`,
  review: (kind: string, day: string) => `${kind}, le ${day}`,
  alone: 'une seule personne',
  shared: (others: number) => `partagée avec ${count(others, 'autre', 'autres')}`,
  hours: (hours: number) => `${figure(hours)} h`,
  trainingsTotal: (attested: number) =>
    `Heures attestées, encore prises en compte à cette date : ${figure(attested)} h.`,
  /** « Heures attestées en 2026-2027 : 6 h ; 12 h encore prises en compte. » */
  trainingHours: (year: string, hours: Parameters<typeof trainingHours>[1]) =>
    `Heures attestées ${trainingHours(year, hours)}.`,
  validated: (office: string) => `validée par la ${office}`,
  declared: 'déclarée',
};
