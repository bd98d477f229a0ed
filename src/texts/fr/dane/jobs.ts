import { count, plural } from '../grammar/page-phrases.ts';

/** What a decision on many badges came to. */
export interface DecisionResult {
  readonly decision: 'grant' | 'refuse';
  /** Number of badges that the decision granted or refused. */
  readonly decided: number;
  /** What others decided on its badges before it reached them; `by` is a name. */
  readonly meanwhile: readonly { readonly by: string; readonly granted: number; readonly refused: number }[];
}

/** « 0 badge attribué, 15 refusés entre-temps par Paul Martin. » */
export function decisionResult({ decision, decided, meanwhile }: DecisionResult): string {
  const done =
    decision === 'grant'
      ? count(decided, 'badge attribué', 'badges attribués')
      : count(decided, 'badge refusé', 'badges refusés');
  const others = meanwhile.flatMap(({ by, granted, refused }) => [
    ...(granted > 0 ? [`${granted} ${plural(granted, 'attribué', 'attribués')} entre-temps par ${by}`] : []),
    ...(refused > 0 ? [`${refused} ${plural(refused, 'refusé', 'refusés')} entre-temps par ${by}`] : []),
  ]);
  return `${[done, ...others].join(', ')}.`;
}

/** Long work: its page, and what it came to. */
export const daneJobTexts = {
  titles: {
    'propose-awards': 'Examen de tous les dossiers',
    'decide-proposals': 'Décision sur des badges',
    'grant-due': 'Décision datée',
    'try-criteria': 'Essai d’autres critères',
    'measure-coverage': 'Relevé de la couverture',
    'measure-coverage-day': 'Relevé de la couverture d’un jour',
    'ask-confirmations': 'Envoi des demandes de confirmation',
    'send-message': 'Envoi d’un message au réseau',
    'check-import': 'Examen d’un import avant annulation',
    'undo-import': 'Annulation d’un import',
    'ask-invariants': 'Vérification de nuit',
    're-sign': 'Nouvelle signature des badges à corriger',
    'revoke-many': 'Révocation de plusieurs badges',
  },
  work: {
    title: 'Vos travaux',
    line: (title: string, stated: string) => `${title} : ${stated}`,
    goesOn: (done: number, total: number) => `${done} sur ${total}.`,
    waits: (moment: string) => `commence le ${moment}.`,
    over: 'terminé.',
    stopped: 'arrêté.',
    see: 'Voir',
    again: 'Relire l’avancement',
    none: 'Aucun travail n’est en cours.',
    back: 'Revenir à ce qui vous attend',
  },
  failing: {
    title: 'Travaux en échec',
    heads: { work: 'Travail', attempts: 'Essais', error: 'Dernière erreur', next: 'Prochain essai' },
    setAside: 'aucun : mis de côté',
    stoppedAt: (done: number, total: number) => `Arrêté par une erreur : ${done} sur ${total}.`,
    /** A code of an error, or the sentence for one that no code foresees. */
    error: (code: string) => (code === 'unexpected' ? 'erreur imprévue, voir le journal du service' : code),
    failed: (attempts: number, at: string, error: string) =>
      `${count(attempts, 'essai', 'essais')} en échec, le dernier le ${at} (${error}).`,
    retriedOn: (at: string) => `Prochain essai le ${at}.`,
    isSetAside: 'Ce travail est mis de côté : rien n’est plus essayé.',
    retry: 'Essayer de nouveau maintenant',
    drop: 'Abandonner ce travail',
    reason: 'Motif',
    droppedOn: (at: string) => `Abandonné le ${at}.`,
    figure: (n: number) => plural(n, 'travail en échec', 'travaux en échec'),
  },
  /** What won't happen if the job is dropped. */
  notDone: {
    'propose-awards': 'Les dossiers restants ne seront pas examinés.',
    'decide-proposals': 'Les badges restants ne seront pas décidés : ils attendent dans la file.',
    'grant-due': 'Les badges restants ne seront pas attribués.',
    'try-criteria': 'Cet essai n’aura pas de résultat.',
    'measure-coverage': 'Les établissements restants ne seront pas relevés.',
    'measure-coverage-day': 'Les établissements restants ne seront pas relevés pour ce jour.',
    'ask-confirmations': 'Les demandes restantes ne partiront pas.',
    'send-message': 'Les personnes restantes ne recevront pas le message.',
    'check-import': 'L’import ne pourra pas être annulé avant un autre examen.',
    'undo-import': 'Le reste de l’import ne sera pas annulé.',
    'ask-invariants': 'Cette vérification restera incomplète.',
    're-sign': 'Les badges restants ne seront pas signés de nouveau.',
    'revoke-many': 'Les badges restants ne seront pas révoqués.',
  },
  result: decisionResult,
  progress: 'Avancement',
  underway: (done: number, total: number) => `En cours : ${done} sur ${total}.`,
  finished: (moment: string) => `Terminé le ${moment}.`,
  waits: (total: number, moment: string) =>
    `Cette décision porte sur ${count(total, 'badge', 'badges')}. Elle sera appliquée le ${moment} ; rien n’est fait avant.`,
  stoppedAsking: (moment: string) =>
    `Envoi arrêté le ${moment}. Ce qui n’était pas parti ne part pas ; la campagne peut reprendre plus tard.`,
  stopAsking: 'Arrêter l’envoi',
  takenBack: (moment: string) => `Décision reprise le ${moment}. Ce qui n’était pas fait attend de nouveau.`,
  revocationTakenBack: (moment: string) =>
    `Révocation reprise le ${moment}. Les badges qu’elle n’a pas atteints restent valables.`,
  undoingStopped: (moment: string) =>
    `Annulation arrêtée le ${moment}. Ce qui est annulé le reste ; le reste est tel que l’import l’a écrit.`,
  stopUndoing: 'Arrêter l’annulation',
  left: {
    'ask-confirmations': 'demandes non parties',
    'undo-import': 'fiches laissées telles quelles',
    'revoke-many': 'badges laissés valables',
    'grant-due': 'dossiers non examinés',
  },
  takeBack: 'Reprendre cette décision',
  startNow: 'Appliquer maintenant',
  stop: 'Arrêter, et reprendre ce qui n’est pas fait',
  moreDecided: (more: number) => `Et ${count(more, 'autre badge', 'autres badges')}.`,
  mayLeave: 'Vous pouvez quitter cette page : le travail continue, et rien ne se perd.',
  decidedOn: 'Badges concernés',
  nextProposal: 'Décider de la proposition suivante',
  toQueue: 'Aller aux badges proposés',
  toCoverage: 'Aller à la couverture',
  toCampaign: 'Aller à la campagne',
  toMessage: 'Voir le message',
  toImport: 'Voir l’import',
  toRevocations: 'Choisir d’autres badges à révoquer',
  toDoctor: 'Voir la santé du service',
  toCorrections: 'Voir ce qui reste à corriger',
  outcomes: {
    proposed: 'badges proposés',
    granted: 'badges attribués',
    refused: 'badges refusés',
    issued: 'badges signés',
    're-signed': 'badges signés de nouveau',
    'to-decide': 'badges laissés à votre décision',
    'left-revoked': 'badges révoqués, laissés tels quels',
    'taken-back': 'badges laissés dans la file',
    revoked: 'badges révoqués',
    replaced: 'badges attribués à la place',
    'already-revoked': 'laissés : déjà révoqués',
    'unknown-credential': 'laissés : ces badges n’existent plus',
    measured: 'établissements relevés',
    asked: 'demandes adressées à un chef d’établissement',
    'asked-without-principal': 'demandes d’établissements sans chef connu : ajoutez ces personnes',
    'mail-queued': 'messages à envoyer',
    'no-address': 'laissés : aucune adresse',
    'not-wanted': 'laissés : ne veulent pas de ces messages',
    'asked-before': 'demandes déjà faites',
    dropped: 'non faits : travail abandonné',
  },
};
