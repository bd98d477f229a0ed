import { of } from '../../texts/fr/grammar/elision.ts';

/** The name of a school's endorsement inside a badge. */
export const badgeEndorsementName = 'Mot du chef d’établissement';

/** What a principal says of a person's engagement, on their pages and on those of a badge. */
export const endorsementTexts = () => ({
  /** On a badge's public page. */
  adds: (school: string) => `Son chef d’établissement (${school}) ajoute :`,
  school: {
    title: 'Un mot pour ses badges',
    write: 'Écrire un mot',
    writeOf: (name: string) => `Écrire un mot pour les badges ${of(name)}`,
    text: 'Vous pouvez dire en quelques mots ce que cette personne apporte à votre établissement. Elle le lit d’abord. Si elle l’ajoute à un badge, il est signé au nom de l’établissement, et public avec ce badge.',
    rules: 'Pas de nom de collègue, rien de confidentiel.',
    comment: 'Votre mot',
    commentHelp: 'De 1 à 300 caractères.',
    offer: 'Proposer ce mot',
    offerAgain: 'Remplacer ce mot',
    states: {
      offered: (day: string) => `Proposé le ${day}. La personne n’a pas encore choisi.`,
      declined: (day: string) => `Proposé le ${day}. La personne ne souhaite pas l’ajouter.`,
      added: (day: string) => `Proposé le ${day}. La personne l’a ajouté à un badge.`,
    },
    withdraw: 'Retirer mon mot',
    withdrawText: 'Si vous le retirez, le badge est signé de nouveau sans lui.',
  },
  own: {
    title: 'Le mot de votre chef d’établissement',
    from: (school: string, day: string) => `${school}, le ${day} :`,
    text: 'Vous choisissez. Ajouté à ce badge, ce mot est public avec lui et nomme l’établissement. Le badge est signé de nouveau, à la même adresse. Vous pouvez l’ôter quand vous voulez.',
    tellsMore: (name: boolean, school: boolean): string => {
      if (name && school)
        return 'Ce mot vous nomme, et il est signé au nom de l’établissement. Ce badge ne montre ni l’un ni l’autre.';
      if (name) return 'Ce mot vous nomme. Ce badge ne montre pas votre nom.';
      return 'Ce mot est signé au nom de l’établissement. Ce badge ne montre pas vos établissements.';
    },
    addAnyway: 'L’ajouter quand même, et montrer tous les mots de ce badge',
    add: 'Ajouter ce mot à ce badge',
    decline: 'Ne pas l’ajouter',
    isIn: 'Ce mot est dans ce badge.',
    isLeftOut:
      'Vous avez ajouté ce mot, mais ce badge ne le montre pas : c’est votre choix ci-dessous, ou ce mot en dit plus que lui.',
    takeBack: 'Ôter ce mot du badge',
    isDeclined: 'Vous ne l’avez pas ajouté. Vous pouvez changer d’avis.',
  },
});

/** Said on the page that follows an act. */
export const endorsementDoneTexts = {
  'endorsement-offered': 'Votre mot est proposé. La personne le lira avant de choisir.',
  'endorsement-removed': 'Votre mot est retiré.',
  'endorsement-added': 'Ce mot est dans votre badge, qui est signé de nouveau.',
  'endorsement-declined': 'Ce mot est refusé. Il ne paraît nulle part.',
  'endorsement-taken-back': 'Ce mot n’est plus dans votre badge, qui est signé de nouveau.',
};

/** The names of its tables in an export. */
export const endorsementTableTexts = {
  endorsement: 'Mots du chef d’établissement',
};
