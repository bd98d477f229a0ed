import { of } from '../grammar/elision.ts';
import { plural } from '../grammar/page-phrases.ts';

/** The pages where a principal decides on engagements. */
export const schoolDecisionTexts = (office: string) => ({
  title: 'Confirmer les engagements',
  lede: 'Confirmez ce qui a été fait : la période, les missions, les rôles. Votre confirmation ouvre droit au décompte des années ; elle ne dit rien de la manière de servir.',
  toDecide: 'Les demandes',
  none: 'Aucune demande n’attend. Les engagements déjà décidés sont ci-dessous.',
  one: 'Réserve ou contestation',
  /** `act` is the link's own words. */
  oneOf: (act: string, name: string) => `${act} : ${name}`,
  settleOne: 'Choisir qui garde le rôle',
  confirmColumn: 'Confirmer',
  /** In place of a box. */
  apart: 'à part',
  toSee: 'À voir',
  otherwise: 'Autre décision',
  /** How many boxes are ticked, from none to all of them. */
  ticked: (all: number): readonly string[] =>
    Array.from({ length: all + 1 }, (_, count) =>
      count === 0
        ? 'Aucune ligne cochée'
        : `${count} ${plural(count, 'ligne cochée', 'lignes cochées')} sur ${all}`,
    ),
  choose: 'Cocher pour confirmer',
  chooseOne: (name: string) => `Confirmer l’engagement ${of(name)}`,
  confirmChosen: 'Confirmer les demandes cochées',
  confirmChosenText:
    'Les demandes où rien ne s’oppose sont cochées. Les autres n’ont pas de case : la colonne « À voir » dit pourquoi.',
  /** Engagements without a last day that no one confirmed again this school year. */
  renewals: {
    title: 'À reconduire',
    lede: (total: number, year: string): string =>
      total === 1
        ? `Cet engagement n’a pas de date de fin, et personne ne l’a confirmé de nouveau en ${year}. Est-il toujours en cours ?`
        : `Ces ${total} engagements n’ont pas de date de fin, et personne ne les a confirmés de nouveau en ${year}. Sont-ils toujours en cours ?`,
    column: 'Continue',
    chooseOne: (name: string) => `Reconduire l’engagement ${of(name)}`,
    submit: 'Reconduire les engagements cochés',
    end: 'Terminé',
    confirmedOn: (day: string | undefined) =>
      day === undefined ? 'confirmé, sans date' : `confirmé le ${day}`,
    item: 'Les engagements à reconduire',
    itemWords: (left: number): string =>
      left === 0
        ? 'Aucun engagement n’est à reconduire.'
        : `${left} ${plural(left, 'engagement sans date de fin attend', 'engagements sans date de fin attendent')} votre réponse : toujours en cours ?`,
  },
  own: `C’est votre propre engagement : la ${office} en décide.`,
  age: (days: number) =>
    days === 0 ? 'demandé aujourd’hui' : `demandé il y a ${days} ${plural(days, 'jour', 'jours')}`,
  missions: 'Missions',
  noRole: 'aucun rôle',
  period: 'Période',
  state: 'État',
  person: 'Personne',
  decide: 'Décision',
  /** What became of the ticked requests: confirmed, left because of a single role, not to be confirmed here. */
  together: (confirmed: number, left: number, gone: number): string =>
    `${[
      confirmed === 0
        ? 'Aucun engagement n’est confirmé'
        : `${confirmed} ${plural(confirmed, 'engagement est confirmé', 'engagements sont confirmés')}`,
      ...(left > 0
        ? [
            `${left} ${plural(left, 'reste', 'restent')} de côté, car un rôle unique y aurait deux titulaires : la ligne le dit`,
          ]
        : []),
      ...(gone > 0 ? [`${gone} ${plural(gone, 'n’est', 'ne sont')} plus à confirmer ici`] : []),
      ...(confirmed + left + gone === 0 ? ['aucune ligne n’était cochée'] : []),
    ].join(' ; ')}.`,
  clash: (role: string) =>
    `Le rôle « ${role} » a déjà un titulaire. Un établissement n’en a qu’un à la fois : décidez à part, vous direz qui le tient.`,
  clashRefused: (role: string, holder: string, period: string) =>
    `Le rôle « ${role} » est déjà tenu par ${holder}, ${period}. Rien n’est enregistré : choisissez ci-dessous qui le tient.`,
  settle: {
    title: (role: string) => `Le rôle « ${role} » a déjà un titulaire.`,
    holder: (name: string, period: string, common: string) =>
      `Déjà tenu par ${name}, ${period}. Jours communs : ${common}.`,
    lede: 'Un établissement n’en a qu’un à la fois. Si vous confirmez, dites qui le tient. Les deux personnes en sont averties.',
    fixed: `La ${office} a tranché sur l’engagement du titulaire : il ne change plus ici. Vous pouvez confirmer cet engagement sans ce rôle.`,
    choice: (role: string) => `Qui tient le rôle « ${role} » ?`,
    keep: (holders: string) => `${holders} le garde`,
    keepText: 'Cet engagement est confirmé sans ce rôle. Celui du titulaire ne change pas.',
    take: (newcomer: string) => `${newcomer} le prend`,
    takeText: (holders: string) =>
      `L’engagement ${of(holders)} s’arrête la veille, puis continue sans ce rôle. Sa confirmation reste.`,
    from: 'À partir du',
    fromHelp: (first: string) => `Si le rôle change de titulaire : le ${first} au plus tôt.`,
  },
  rival: (role: string, holder: string, period: string) =>
    `Le rôle « ${role} » est aussi demandé par ${holder}, ${period}. Vous ne pourrez confirmer que l’un des deux.`,
  unauthorised: (missions: string) =>
    `Aucune autorisation de la collectivité n’est enregistrée pour ${missions} sur cette période. Vous pouvez confirmer ; ces jours ne compteront pas tant que l’autorisation manque.`,
  decided: 'Déjà décidés',
  noneDecided: 'Aucun engagement décidé cette année-là.',
  reservationOf: (text: string) => `Réserve : ${text}`,
  decidedBy: (author: string, day: string) => `par ${author}, le ${day}`,
  change: 'Revoir',
  changeOf: (name: string) => `Revoir la décision sur l’engagement ${of(name)}`,
  settled: `tranché par la ${office}`,
  decideTitle: (name: string) => `L’engagement ${of(name)}`,
  decideLede: 'Relisez les faits, puis choisissez. Vous pourrez revenir sur votre décision.',
  form: {
    decision: 'Votre décision',
    confirm: 'Confirmer',
    confirmText: 'Les faits déclarés sont exacts.',
    reserve: 'Confirmer avec réserve',
    reserveText: 'L’engagement compte. Votre réserve figure sur l’attestation du dossier IMP.',
    contest: 'Contester',
    contestText: `L’engagement ne compte pas. L’enseignant lit votre motif et y répond ; la ${office} tranche.`,
    reservation: 'Votre réserve',
    reservationNeeded: 'nécessaire si vous confirmez avec réserve',
    reservationHelp: 'Un fait, en une phrase ou deux. L’attestation du dossier IMP le reprend.',
    motive: 'Votre motif',
    motiveNeeded: 'nécessaire si vous contestez',
    motiveHelp: `Ce qui n’est pas exact. Seuls l’enseignant, vous et la ${office} le lisez.`,
    submit: 'Enregistrer ma décision',
  },
  openContest: 'Cet engagement est contesté. Le confirmer retire la contestation.',
  readContest: 'Lire la contestation',
  lift: 'Lever la contestation',
  liftText: 'Lever la contestation confirme l’engagement, tel qu’il est décrit ici.',
  liftOtherwise: 'Confirmer avec une réserve',
});
