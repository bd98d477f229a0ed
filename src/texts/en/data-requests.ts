import type { dataRequestTexts as fr } from '../fr/data-requests.ts';

/** Requests of people to the DANE about their own data. */
export const dataRequestTexts: typeof fr = {
  title: 'Requests about data',
  lede: 'A person asks for a correction or an erasure. Do what is needed, then answer: they will read it in their space. You have one month.',
  none: 'No request waits for an answer.',
  kinds: { rectification: 'Correction', erasure: 'Erasure' },
  made: (moment) => `Asked on ${moment}`,
  record: 'Open their record',
  answer: 'Your answer',
  send: 'Answer and close',
};
