import { figure, plural } from './page-words.ts';

/** `/my/trainings` and `/my/contributions`. */
export const myRecordTexts = (office: string) => ({
  trainings: {
    title: 'Mes formations',
    lede: 'Les formations et rencontres que vous avez suivies, avec leur preuve. Une formation donne des heures pendant cinq années scolaires.',
    empty: `Aucune formation n’est enregistrée. La ${office} les inscrit à partir des listes de présence. S’il en manque une, demandez une rectification.`,
    totals: (all: number, recent: number) =>
      all === 0
        ? 'Aucune heure ne compte aujourd’hui.'
        : `${figure(all)} h ${plural(all, 'compte', 'comptent')} aujourd’hui, dont ${figure(recent)} h sur les trois dernières années scolaires.`,
    name: 'Intitulé',
    kind: 'Nature',
    day: 'Date',
    hours: 'Heures',
    proof: 'Preuve',
    counts: 'Compte',
    hoursOf: (hours: number) => `${figure(hours)} h`,
    tags: (tags: readonly string[]) => `Thèmes : ${tags.join(', ')}`,
    counting: {
      until: (day: string) => `Oui, jusqu’au ${day}`,
      expired: (day: string) => `Plus depuis le ${day} : trop ancienne`,
      proof: 'Non : preuve insuffisante, il faut une attestation ou la liste de l’organisateur',
      event: 'Oui, comme rencontre de l’année',
      eventProof: 'Non : participation déclarée sans pièce',
      future: 'Pas encore : elle est à venir',
      school: 'Pour le badge de votre établissement, pas pour les vôtres',
      none: 'Sans effet sur les badges',
    },
    rectify: 'Il en manque une, ou une erreur s’y trouve ?',
  },
  contributions: {
    title: 'Mes contributions',
    lede: `Ce que vous avez animé, mené, partagé. Certains badges en demandent ; la ${office} en valide une partie.`,
    empty:
      'Aucune contribution n’est enregistrée. Ajoutez la première : une nature, une date et, si vous l’avez, un lien.',
    add: 'Ajouter une contribution',
    kind: 'Nature',
    day: 'Date',
    link: 'Lien',
    noLink: 'Aucun',
    state: 'État',
    validated: `validée par la ${office}`,
    notValidated: 'non validée',
    act: 'Agir',
    edit: (what: string) => `Modifier : ${what}`,
    remove: (what: string) => `Retirer : ${what}`,
    what: (kind: string, day: string) => `${kind} du ${day}`,
    oneOf: (what: string, index: number, all: number) => `${what} (${index} sur ${all})`,
    removeTitle: 'Retirer cette contribution ?',
    removeAsk: 'Elle disparaîtra de votre dossier et ne comptera plus pour aucun badge. C’est définitif.',
    removeConfirm: 'Oui, retirer cette contribution',
    keep: 'Non, la garder',
    addTitle: 'Ajouter une contribution',
    editTitle: 'Modifier une contribution',
    kindHelp: 'Ce que c’était.',
    kindTexts: {
      session: 'Vous avez fait découvrir un outil ou une ressource à des collègues.',
      project: 'Vous avez mené ou accompagné un projet avec le numérique.',
      showcase: 'Vous avez fait connaître ce qui se fait : un article, une page. Le lien compte.',
      'training-given': `Vous avez animé une formation. La ${office} la valide.`,
      mentoring: `Vous avez accompagné un ou une collègue dans ses missions de RUPN. La ${office} le valide.`,
      resource: `Vous avez produit une ressource partagée. La ${office} la valide.`,
    },
    dayHelp: 'Le jour où elle a eu lieu, ou le premier jour.',
    linkHelp: 'L’adresse d’une page qui la montre. Ne donnez pas de page où figurent des noms d’élèves.',
  },
});
