import type { Confirmation } from '../../domain/records.ts';
import { confirmationLabels } from './criteria-labels.ts';
import { documentTexts } from './documents.ts';
import { count, figure } from './page-words.ts';

const VALUES = new Map([
  [1, 'année entière'],
  [0.5, 'demi-année'],
]);

/** Words of the engagement statement. */
export const statementTexts = {
  runningHead: 'État de l’engagement',
  title: (name: string) => `État de l’engagement numérique de ${name}`,
  lead: (name: string, school: string, period: string) =>
    `${name} exerce ou a exercé des missions de référent pour les ressources et usages pédagogiques numériques (RUPN) au titre de l’établissement ${school}, ${period}.`,
  noEngagement: (name: string, school: string) =>
    `Aucun engagement confirmé de ${name} n’est enregistré au titre de l’établissement ${school}.`,
  onlyConfirmed: 'Seules les périodes confirmées figurent dans ce document.',
  awaiting: (periods: number) =>
    `${count(periods, 'période attend', 'périodes attendent')} une confirmation : ${periods < 2 ? 'elle n’est pas reprise' : 'elles ne sont pas reprises'} ici.`,
  factsOnly: 'Ce document rassemble des faits. Il ne compare pas les personnes et ne propose rien.',
  headings: {
    segments: 'Périodes et confirmations',
    years: 'Années scolaires',
    missions: 'Missions exercées, par famille',
    trainings: 'Formations suivies',
    events: 'Rencontres et classes virtuelles de la DANE',
    reviews: 'Points d’étape et bilans',
    contributions: 'Contributions',
    decision: 'Ce que ce document ne dit pas',
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
    split: 'Répartition',
    training: 'Formation',
    date: 'Date',
    hours: 'Heures',
    proof: 'Preuve',
    event: 'Rencontre',
    kind: 'Nature',
    state: 'État',
  },
  confirmation: (state: Confirmation, by: string | undefined, on: string | undefined) => {
    const who = by === undefined ? '' : ` (${by})`;
    const when = on === undefined ? '' : `, le ${documentTexts.day(on)}`;
    return documentTexts.capitalised(`${confirmationLabels[state]}${who}${when}`);
  },
  reservation: (text: string) => `Réserve : ${text}`,
  length: (value: number) => VALUES.get(value) ?? 'trop courte pour compter',
  yearsTotal: (value: number) =>
    `Durée reconnue dans l’établissement : ${count(value, 'année scolaire', 'années scolaires')}.`,
  family: (code: string, label: string) => `Famille ${code} : ${label}`,
  mission: (code: string, label: string) => `${code} : ${label}`,
  alone: 'une seule personne',
  shared: (others: number) => `partagée avec ${count(others, 'autre', 'autres')}`,
  hours: (hours: number) => `${figure(hours)} h`,
  trainingsTotal: (attested: number) =>
    `Heures attestées, encore prises en compte à cette date : ${figure(attested)} h.`,
  validated: 'validée par la DANE',
  declared: 'déclarée',
};
