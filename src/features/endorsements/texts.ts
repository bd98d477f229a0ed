import { textsOf } from '../../domain/features/declaration.ts';
import { of } from '../../texts/fr/grammar/elision.ts';
import type { feature } from './feature.ts';

/** The name of a school's endorsement inside a badge. */
export const badgeEndorsementName = 'Mot du chef d’établissement';

/** What a principal says of a person's engagement, on their pages and on those of a badge. */
const endorsementTexts = () => ({
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
const endorsementDoneTexts = {
  'endorsement-offered': 'Votre mot est proposé. La personne le lira avant de choisir.',
  'endorsement-removed': 'Votre mot est retiré.',
  'endorsement-added': 'Ce mot est dans votre badge, qui est signé de nouveau.',
  'endorsement-declined': 'Ce mot est refusé. Il ne paraît nulle part.',
  'endorsement-taken-back': 'Ce mot n’est plus dans votre badge, qui est signé de nouveau.',
};

/** The names of its tables in an export. */
const endorsementTableTexts = {
  endorsement: 'Mots du chef d’établissement',
};

/** What a principal says of a person's engagement. */
const endorsementTextsEn = () =>
  ({
    adds: (school) => `Their principal (${school}) adds:`,
    school: {
      title: 'A few words for their badges',
      write: 'Write a word',
      writeOf: (name) => `Write a word for the badges of ${name}`,
      text: 'You may say in a few words what this person brings to your school. They read it first. If they add it to a badge, it is signed in the name of the school, and public with that badge.',
      rules: 'No colleague’s name, nothing confidential.',
      comment: 'Your words',
      commentHelp: 'From 1 to 300 characters.',
      offer: 'Offer these words',
      offerAgain: 'Replace these words',
      states: {
        offered: (day) => `Offered on ${day}. The person has not chosen yet.`,
        declined: (day) => `Offered on ${day}. The person does not wish to add them.`,
        added: (day) => `Offered on ${day}. The person added them to a badge.`,
      },
      withdraw: 'Withdraw my words',
      withdrawText: 'If you withdraw them, the badge is signed again without them.',
    },
    own: {
      title: 'The words of your principal',
      from: (school, day) => `${school}, on ${day}:`,
      text: 'You choose. Added to this badge, these words are public with it and name the school. The badge is signed again, at the same address. You can take them out whenever you like.',
      tellsMore: (name, school) => {
        if (name && school)
          return 'These words name you, and are signed in the name of the school. This badge shows neither.';
        if (name) return 'These words name you. This badge does not show your name.';
        return 'These words are signed in the name of the school. This badge does not show your schools.';
      },
      addAnyway: 'Add them all the same, and show all the words in this badge',
      add: 'Add these words to this badge',
      decline: 'Do not add them',
      isIn: 'These words are in this badge.',
      isLeftOut:
        'You added these words, but this badge does not show them: that is your choice below, or they tell more than it.',
      takeBack: 'Take these words out of the badge',
      isDeclined: 'You did not add them. You may change your mind.',
    },
  }) satisfies ReturnType<typeof endorsementTexts>;

/** Said on the page that follows an act. */
const endorsementDoneTextsEn: typeof endorsementDoneTexts = {
  'endorsement-offered': 'Your words are offered. The person will read them before they choose.',
  'endorsement-removed': 'Your words are withdrawn.',
  'endorsement-added': 'These words are in your badge, which is signed again.',
  'endorsement-declined': 'These words are declined. They appear nowhere.',
  'endorsement-taken-back': 'These words are no longer in your badge, which is signed again.',
};

/** The names of its tables in an export. */
const endorsementTableTextsEn: typeof endorsementTableTexts = {
  endorsement: 'Principal’s words',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    page: endorsementTexts(),
    done: endorsementDoneTexts,
    tables: endorsementTableTexts,
    history: {
      'endorsement-offered': 'Mot du chef d’établissement proposé',
      'endorsement-added': 'Mot du chef d’établissement ajouté à un badge',
      'endorsement-declined': 'Mot du chef d’établissement refusé',
      'endorsement-taken-back': 'Mot du chef d’établissement ôté d’un badge',
      'endorsement-removed': 'Mot du chef d’établissement retiré par lui',
    },
    errors: {
      'colleague-named': () =>
        'Ce texte nomme une autre personne de l’établissement. Ce qui est signé pour une personne ne dit rien d’une autre : retirez ce nom.',
      'unknown-endorsement': () => 'Ce mot n’existe plus.',
      'endorsement-in-badge': () => 'Votre mot précédent se trouve dans un badge. Retirez-le d’abord.',
      'words-tell-more': () =>
        'Ces mots en disent plus que ce que vous avez choisi de montrer. Rouvrez la page du badge, qui le dit, puis choisissez.',
    },
  }),
  en: () => ({
    page: endorsementTextsEn(),
    done: endorsementDoneTextsEn,
    tables: endorsementTableTextsEn,
    history: {
      'endorsement-offered': 'Principal’s words offered',
      'endorsement-added': 'Principal’s words added to a badge',
      'endorsement-declined': 'Principal’s words declined',
      'endorsement-taken-back': 'Principal’s words taken out of a badge',
      'endorsement-removed': 'Principal’s words withdrawn by the principal',
    },
    errors: {
      'colleague-named': () =>
        'This text names somebody else of the school. What is signed for one person says nothing of another: take the name out.',
      'unknown-endorsement': () => 'These words no longer exist.',
      'endorsement-in-badge': () => 'Your former words stand in a badge. Withdraw them first.',
      'words-tell-more': () =>
        'These words tell more than you chose to show. Open the page of the badge again, which says so, then choose.',
    },
  }),
});
