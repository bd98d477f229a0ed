import type { formTexts as fr } from '../fr/forms.ts';

/** What every form says. */
export const formTexts: typeof fr = {
  faultsTitle: (count) => (count === 1 ? 'One field needs mending' : `${count} fields need mending`),
  optional: 'optional',
  dateHelp: 'Day, month, year: 28/02/2026.',
  save: 'Save',
  cancel: 'Cancel',
  search: 'Search',
  filter: 'Filter',
  next: 'Next page',
  first: 'Back to the beginning',
  nothing: 'No row matches.',
  faults: {
    required: 'This field is needed.',
    'invalid-date': 'This is not a date. Write 28/02/2026.',
    'invalid-number': 'This is not a number.',
    'invalid-choice': 'Choose from the list.',
    'invalid-url': 'This is not a web address. It begins with https://.',
    'invalid-email': 'This is not an e-mail address.',
    'invalid-uai': 'This is not a UAI: seven digits and the right letter.',
    'too-long': 'This text is too long.',
    'too-large': 'These files are too large: 10 MB at most in all.',
    'invalid-time': 'This is not a time. Write 08:30.',
    'not-https': 'This address must begin with https://.',
    numen: 'This text holds a NUMEN, which must not be recorded anywhere. Take it out.',
    'end-before-start': 'The end comes before the beginning.',
    'unknown-establishment': 'No school has this UAI.',
    'unknown-person': 'Nobody is known by this address.',
    'unknown-event': 'No event has this code.',
    taken: 'This is taken already.',
  },
};
