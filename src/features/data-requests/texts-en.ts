import type {
  dataRequestDoneTexts as doneTexts,
  dataRequestTexts as fr,
  dataRequestTableTexts as tableTexts,
} from './texts-fr.ts';

/** Requests of people to the DANE about their own data. */
export const dataRequestTexts: typeof fr = {
  title: 'Requests about data',
  lede: 'A person asks for a correction or an erasure. Do what is needed, then answer: they will read it in their space. You have one month.',
  none: 'No request waits for an answer.',
  kinds: { rectification: 'Correction', erasure: 'Erasure' },
  made: (moment) => `Asked on ${moment}`,
  record: 'Open their record',
  answer: 'Your answer',
  retentionTitle: 'Retention',
  retention: (day, people) =>
    people === 0
      ? `The facts of a person are erased five school years after the last one. On ${day}, this concerns nobody.`
      : `The facts of a person are erased five school years after the last one. On ${day}, this concerns ${people === 1 ? 'one person' : `${people} people`}. Their badges stay.`,
  send: 'Answer and close',
};

/** Said on the page that follows an act. */
export const dataRequestDoneTexts = (office: string): ReturnType<typeof doneTexts> => ({
  'data-request-settled': 'The request has its answer.',
  'data-request-made': `Your request has gone to the ${office}. Its answer will appear here.`,
});

/** The names of its tables in an export. */
export const dataRequestTableTexts: typeof tableTexts = {
  data_request: 'Requests about my data',
};
