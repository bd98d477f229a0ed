import type {
  endorsementDoneTexts as doneTexts,
  endorsementTexts as french,
  endorsementTableTexts as tableTexts,
} from './texts-fr.ts';

/** What a principal says of a person's engagement. */
export const endorsementTexts = () =>
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
  }) satisfies ReturnType<typeof french>;

/** Said on the page that follows an act. */
export const endorsementDoneTexts: typeof doneTexts = {
  'endorsement-offered': 'Your words are offered. The person will read them before they choose.',
  'endorsement-removed': 'Your words are withdrawn.',
  'endorsement-added': 'These words are in your badge, which is signed again.',
  'endorsement-declined': 'These words are declined. They appear nowhere.',
  'endorsement-taken-back': 'These words are no longer in your badge, which is signed again.',
};

/** The names of its tables in an export. */
export const endorsementTableTexts: typeof tableTexts = {
  endorsement: 'Principal’s words',
};
