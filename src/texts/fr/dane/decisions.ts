import { TAKE_BACK_MINUTES } from '../../../domain/award/batch.ts';
import type { ProposalSummary } from '../../../domain/award/proposal.ts';
import { count, figure, yearsAsText } from '../grammar/page-phrases.ts';
import { reviewFlagTexts } from './review-flags.ts';
import { daneScheduledDecisionTexts } from './scheduled-decisions.ts';

/** The proposed badges, and the decisions on them. */
export const daneDecisionTexts = (office: string) => ({
  title: 'Les badges proposés',
  lede: (total: number) =>
    total === 0
      ? 'Aucun badge n’attend de décision.'
      : `${count(total, 'badge attend', 'badges attendent')} votre décision. Les critères sont remplis ; une personne décide.`,
  underDecision: (decided: number) =>
    decided === 1
      ? 'Un autre est déjà dans une décision en cours.'
      : `${decided} autres sont déjà dans une décision en cours.`,
  filtered: (total: number) =>
    total === 0
      ? 'Aucun badge proposé ne correspond à ce filtre.'
      : `${count(total, 'badge proposé correspond', 'badges proposés correspondent')} à ce filtre.`,
  name: 'Nom de la personne ou de l’établissement',
  tickAll: (total: number) => `Tout cocher sur cette page (${total})`,
  judge: 'Juger tout le monde maintenant',
  notProposed: 'Ce badge n’est pas encore dans la file : le prochain jugement l’y mettra.',
  judging: 'Un jugement est en cours.',
  judgedAt: (moment: string) => `Dernier jugement : ${moment}.`,
  judgedDetail: 'Voir le détail',
  neverJudged:
    'Personne n’a encore été jugé. Lancez un jugement : il compare les faits de chacun aux critères en vigueur, et n’attribue rien.',
  allDecided: 'Un nouveau jugement propose les badges dont les critères sont remplis depuis.',
  empty: 'Élargissez le filtre, ou lancez un nouveau jugement.',
  badge: 'Badge',
  department: 'Département',
  uai: 'Établissement',
  select: 'Choisir',
  selectOne: (recipient: string, badge: string) => `Choisir : ${badge}, ${recipient}`,
  recipient: 'Pour',
  facts: 'En bref',
  judgedOn: 'Jugé le',
  summary: ({ duration, families, trainingHours, members }: ProposalSummary) =>
    [
      duration === undefined ? '' : yearsAsText(duration),
      members === undefined ? '' : count(members, 'membre', 'membres'),
      count(families, 'famille', 'familles'),
      `${figure(trainingHours)} h de formation`,
    ]
      .filter(Boolean)
      .join(' · '),
  decide: 'Décider des badges choisis',
  reason: 'Motif',
  reasonHelp: (most: number) =>
    `Nécessaire pour refuser. ${most} caractères au plus. Il se relit sur la fiche de la personne, dans l’espace de la ${office}.`,
  grant: 'Attribuer les badges choisis',
  refuse: 'Refuser les badges choisis',
  grantAll: (total: number) => `Attribuer les ${total} badges de ce filtre`,
  refuseAll: (total: number) => `Refuser les ${total} badges de ce filtre`,
  cautions: reviewFlagTexts,
  due: daneScheduledDecisionTexts,
  filterFaulty: 'Ce filtre ne peut pas être lu : rien n’est choisi. Corrigez-le ci-dessus, ou videz-le.',
  batch: {
    title: {
      grant: (total: number) => `Attribuer ${count(total, 'badge', 'badges')} ?`,
      refuse: (total: number) => `Refuser ${count(total, 'badge', 'badges')} ?`,
    },
    lede: {
      grant: 'Voici ce que cette décision ferait. Rien n’est encore attribué.',
      refuse:
        'Ces badges ne seront plus proposés cette année scolaire. Un refus se lève badge par badge, depuis la proposition. Rien n’est encore refusé.',
    },
    changed:
      'Depuis la page précédente, d’autres badges attendent, ou n’attendent plus. Relisez avant de confirmer.',
    own: 'Votre propre badge est dans cette liste : il sera laissé de côté, une autre personne en décidera.',
    moreToLook: (more: number) => `Et ${count(more, 'autre', 'autres')}.`,
    wait: `La décision attendra ${TAKE_BACK_MINUTES} minutes avant d’être appliquée : jusque-là, vous pourrez la reprendre en entier.`,
    confirm: {
      grant: (total: number) => `Confirmer : attribuer ${total === 1 ? 'ce badge' : `ces ${total} badges`}`,
      refuse: (total: number) => `Confirmer : refuser ${total === 1 ? 'ce badge' : `ces ${total} badges`}`,
    },
  },
  overlaps: {
    title: 'D’autres décisions attendent sur ces badges',
    others: (left: number) =>
      `${count(left, 'badge attend', 'badges attendent')} déjà la décision d’un collègue : cette décision-ci n’y touche pas.`,
    own: (common: number) =>
      `${count(common, 'badge est déjà dans l’une de vos décisions', 'badges sont déjà dans l’une de vos décisions')} : la première appliquée l’emporte.`,
  },
  underWay: {
    title: 'Décisions en cours',
    line: {
      grant: (total: number, by: string) => `${by} attribue ${count(total, 'badge', 'badges')}.`,
      refuse: (total: number, by: string) => `${by} refuse ${count(total, 'badge', 'badges')}.`,
    },
    waits: (moment: string) => `Rien n’est fait avant le ${moment}.`,
    progress: (done: number, total: number) => `${done} sur ${total}.`,
    see: 'Voir, ou reprendre cette décision',
  },
  decided: 'Ce qui a été décidé',
  decidedBefore: 'Décidé auparavant',
  decisions: {
    granted: (moment: string, by: string) => `Attribué le ${moment} par ${by}.`,
    refused: (moment: string, by: string) => `Refusé le ${moment} par ${by}.`,
    reopened: (moment: string, by: string) => `Proposition rouverte le ${moment} par ${by}.`,
  },
  because: (reason: string) => `Motif : ${reason}`,
  reopen: 'Rouvrir la proposition',
  back: 'Revenir aux badges proposés',
  byDecision: {
    title: (person: string) => `Attribuer un badge par décision : ${person}`,
    lede: `La ${office} attribue ainsi un badge qui demande une décision. Elle peut aussi attribuer un badge sans que tous les critères soient remplis, ou de nouveau après un refus ou une révocation. Le motif est nécessaire, et le badge dira qu’il a été attribué par décision.`,
    own: `Personne ne décide de son propre badge. Une autre personne de la ${office} doit le faire.`,
    see: 'Voir ce qui est rempli',
    met: 'Tous les critères de ce badge sont remplis.',
    notMet: 'Tous les critères ne sont pas remplis. Voici lesquels.',
    decisionOnly: 'Il ne manque que la décision, avec son motif.',
    toProposal: 'Ce badge est proposé : décider de la proposition',
    before: {
      declined: 'Le titulaire a refusé ce badge.',
      revoked: 'Ce badge a été révoqué.',
      standing: 'Ce badge est déjà attribué.',
    },
    reasonHelp: (most: number) =>
      `Pourquoi ce badge est attribué. ${most} caractères au plus. Il se relit avec ce qui a été décidé.`,
    toSchool: 'Les badges de l’établissement',
    button: (badge: string) => `Attribuer « ${badge} » par décision`,
  },
  one: (badge: string, recipient: string) => `${badge} : ${recipient}`,
  metNow: 'Jugés à l’instant, tous les critères sont remplis.',
  notMetNow: 'Jugés à l’instant, les critères ne sont plus tous remplis. Voici pourquoi.',
  wholeRecord: 'Tout le dossier de la personne',
  grantOne: 'Attribuer ce badge',
  refuseOne: 'Refuser ce badge',
});
