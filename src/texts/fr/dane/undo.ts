import type { ImportedKind, PreservedReason } from '../../../domain/upload/import-log.ts';

export const undoTexts = {
  title: 'Un import passé',
  open: 'Voir ou annuler',
  openOf: (file: string) => `Voir ou annuler l’import de ${file}`,
  openUndone: 'Annulé : voir',
  undoneOf: (file: string) => `Annulé : voir l’import de ${file}`,
  fromReport: 'Une erreur ? Un import s’annule depuis la liste des derniers imports.',
  toPast: 'Voir les derniers imports',
  made: (who: string, when: string) => `Fait par ${who} le ${when}.`,
  days: (days: number) => `Un import s’annule pendant ${days} jours, tant que rien ne repose sur lui.`,
  gone: 'Cet import ne s’annule plus. Son délai est passé, ou il n’a rien changé.',
  check: 'Voir ce qui serait annulé',
  checkText:
    'Cela ne change rien. Vous verrez d’abord, fiche par fiche, ce qui serait annulé et ce qui ne peut plus l’être.',
  checkAgain: 'Regarder de nouveau',
  underway: (done: number, total: number) => `En cours : ${done} sur ${total}.`,
  mayLeave: 'Vous pouvez quitter cette page : le travail continue.',
  plan: 'Ce qui sera annulé',
  planNone: 'Rien ne peut être annulé : tout ce que cet import a écrit sert déjà, ou a été retiré.',
  kept: 'Ce qui reste',
  keptText: (many: number, isUndone: boolean) =>
    many === 1
      ? `Une fiche ${isUndone ? 'n’a pas été annulée' : 'ne peut pas être annulée'} et reste telle qu’elle est.`
      : `${many} fiches ${isUndone ? 'n’ont pas été annulées' : 'ne peuvent pas être annulées'} et restent telles qu’elles sont.`,
  keptMore: (many: number) => (many === 1 ? 'Et une autre.' : `Et ${many} autres.`),
  stop: 'Arrêter l’annulation',
  stopped:
    'L’annulation a été arrêtée. Ce qui est annulé le reste ; regardez de nouveau pour annuler le reste.',
  confirm: 'Annuler cet import',
  confirmRest: 'Annuler le reste',
  confirmKept: 'Annuler ce qui restait',
  checkKept: 'Regarder ce qui restait',
  checkKeptText:
    'Si plus rien ne repose sur ce qui est resté (un badge révoqué, une décision reprise), vous pouvez l’annuler aussi.',
  confirmText:
    'Ce que l’import a créé est retiré, ce qu’il a changé reprend ses valeurs d’avant. Les critères sont ensuite évalués de nouveau.',
  nothing: 'Ne rien annuler',
  undone: (who: string, when: string) => `Annulé par ${who} le ${when}.`,
  undoneTitle: 'Ce qui a été annulé',
  kind: 'Fiches',
  removed: 'Retirées',
  restored: 'Valeurs d’avant rétablies',
  stays: 'Restent',
  record: 'Fiche',
  nature: 'Nature',
  whose: 'De qui',
  why: 'Pourquoi',
  kinds: {
    establishment: 'Établissements',
    person: 'Personnes',
    event: 'Événements',
    authorisation: 'Autorisations',
    engagement: 'Engagements',
    attendance: 'Présences',
    review: 'Points d’étape',
    contribution: 'Contributions',
  } satisfies Record<ImportedKind, string>,
  because: {
    'changed-since': (many) =>
      `${many === 1 ? 'Une fiche a été modifiée' : `${many} fiches ont été modifiées`} depuis, par un autre import ou à l’écran.`,
    decided: (many) => `Une décision a été prise depuis sur ${many === 1 ? 'une fiche' : `${many} fiches`}.`,
    award: (many) => `Un badge attribué depuis compte ${many === 1 ? 'une fiche' : `${many} fiches`}.`,
    paper: (many) => `Un document établi depuis cite ${many === 1 ? 'une fiche' : `${many} fiches`}.`,
    'signed-in': (many) =>
      many === 1 ? 'Une personne s’est connectée.' : `${many} personnes se sont connectées.`,
    'in-use': (many) =>
      `D’autres fiches, qui restent, se rapportent à ${many === 1 ? 'une fiche' : `${many} fiches`}.`,
  } satisfies Record<PreservedReason, (many: number) => string>,
  reasons: {
    'changed-since': 'Modifiée depuis, par un autre import ou à l’écran.',
    decided: 'Une décision a été prise depuis dans le service.',
    award: 'Un badge attribué depuis la compte.',
    paper: 'Un document établi depuis la cite.',
    'signed-in': 'La personne s’est connectée.',
    'in-use': 'D’autres fiches, qui restent, s’y rapportent.',
  } satisfies Record<PreservedReason, string>,
};
