import type { myDataTexts as fr } from '../fr/my-data.ts';
import { exportColumnTexts } from './my-export.ts';
import {
  exportCodeTexts,
  exportDetailTexts,
  exportDeviceTexts,
  exportTableTexts,
} from './my-export-words.ts';
import { plural } from './page-words.ts';
import { personHistoryTexts } from './person-history.ts';

/** `/my/data`: all data about the person, and their rights. */
export const myDataTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'My data',
  lede: 'Everything the service records about you, and what you may ask of it.',
  download: 'Download everything',
  downloadText: 'The same data in two forms: a file for a program, a page to read or print.',
  json: 'Download the JSON file',
  readable: 'Open the page to read and print',
  rectify: 'Have it corrected',
  rectifyText: `Say what is wrong and what should stand there. The ${office} corrects it at its source, then answers you here.`,
  rectifyMessage: 'Your request',
  rectifyHelp: 'A date, a school, a training that is missing… Do not write your NUMEN.',
  rectifySubmit: 'Send the request for rectification',
  erase: 'Have it erased',
  eraseText: 'You may ask for your data to be erased. First read what goes and what stays.',
  eraseLink: 'Ask for erasure',
  requests: 'My requests',
  noRequests: 'You have made no request.',
  madeOn: 'Made on',
  kind: 'Request',
  message: 'Text',
  answer: 'Answer',
  waiting: `Waiting for the ${office}`,
  answered: (day, answer) => `On ${day}: ${answer}`,
  kinds: { rectification: 'rectification', erasure: 'erasure' },
  erasure: {
    title: 'Ask for my data to be erased',
    goes: 'What goes',
    goesList: [
      'Your name, your e-mail addresses, your sessions.',
      'Your engagements, trainings, progress reviews and contributions.',
      'Badges that were granted and not signed yet.',
    ],
    stays: 'What stays',
    staysList: [
      'Badges that were issued to you are revoked and their page disappears. Their number stays in the list of revocations, without anything that says whose they were: this is how a copy is known to be revoked.',
      'The log of acts keeps identifiers without names.',
    ],
    final: `Erasure is final. First download what you want to keep. The ${office} carries it out after checking your request.`,
    message: `A word for the ${office}`,
    confirm: 'I ask for my data to be erased and have understood that my badges will be revoked.',
    confirmLegend: 'Confirmation',
    submit: 'Send the request for erasure',
    back: 'Back to my data',
  },
  export: {
    columns: exportColumnTexts,
    title: 'Everything on record about me',
    lede: (name, day) => `${name}, on ${day}.`,
    print: 'This page prints as it is.',
    nothingIn: (tables) => `Nothing is on record for: ${tables.join(', ')}.`,
    forPrograms: 'The JSON file also holds what serves programs only: numbers, digests, signed badges.',
    yesOrNo: { yes: 'yes', no: 'no' },
    pair: (name, value) => (value === '' ? '' : `${name}: ${value}`),
    authors: {
      oneself: 'you',
      somebody: 'somebody else',
      known: { 'sign-in': 'the first sign-in', upkeep: 'the service', cli: 'the command line' },
    },
    devices: exportDeviceTexts,
    actions: personHistoryTexts(office),
    rows: (rows) => plural(rows, '1 row', `${rows} rows`),
    row: (index) => `Row ${index}`,
    tables: exportTableTexts(office),
    codes: exportCodeTexts(office),
    details: exportDetailTexts,
  },
});
