import type {
  approvalTexts as approval,
  criteriaDraftTexts as draft,
} from '../../fr/dane/criteria-drafts.ts';
import { plural } from '../grammar/page-phrases.ts';

/** Versions of the criteria that wait for a second person. */
export const criteriaDraftTexts = (office: string): ReturnType<typeof draft> => ({
  title: 'A version to read through',
  waiting: 'A version waits to be read through',
  history: 'What was proposed',
  figure: (many) => plural(many, 'version of the criteria to read', 'versions of the criteria to read'),
  line: (by, moment) => `Proposed by ${by} on ${moment}.`,
  read: 'Read',
  drafted: (by, moment, from) => `Proposed by ${by} on ${moment}, to judge badges from ${from}.`,
  own: `You proposed it: somebody else of the ${office} adopts it, or sends it back to you.`,
  withdraw: 'Withdraw my proposal',
  outdated:
    'Another version was adopted since: these figures no longer start from the newest. Send it back, or propose again from the workshop.',
  adopt: 'Adopt this version',
  wordsLabel: 'Why it is sent back',
  sendBack: 'Send back with this word',
  outcomes: {
    adopted: (by, moment) => `Adopted by ${by} on ${moment}.`,
    'sent-back': (by, moment) => `Sent back by ${by} on ${moment}.`,
    withdrawn: (by, moment) => `Withdrawn by ${by} on ${moment}.`,
    replaced: (by, moment) => `Changed by ${by} on ${moment}: the new proposal is to be read in its place.`,
  },
  words: (text) => `“${text}”`,
  notCompared:
    'These figures were not the last compared. The workshop shows who would gain and who would lose.',
  toWorkshop: 'Open these figures in the workshop',
  back: 'Back to the criteria',
  propose: (version) => `Propose version ${version} to somebody else`,
  proposeNote: `Somebody else of the ${office} will adopt it or send it back. The others get a message. If a proposal already waits, this one takes its place.`,
});

/** The setting that asks for a second person. */
export const approvalTexts = (office: string): ReturnType<typeof approval> => ({
  title: 'A second person before criteria are adopted',
  on: 'It is asked for: a version of the criteria is adopted by somebody else than whoever proposed it.',
  off: 'It is not asked for: one person alone can adopt a version of the criteria.',
  turnOn: 'Ask for a second person',
  askOff: 'Ask for it to be dropped',
  askOffNote: `Somebody else of the ${office} will have to confirm it.`,
  offAskedBy: (by) => `${by} asks for it to be dropped.`,
  ownAsk: `You asked for it to be dropped: somebody else of the ${office} must confirm it.`,
  turnOff: 'Confirm: drop it',
  keep: 'Keep asking for it',
  forced: 'The configuration of the service sets it; it is not changed here.',
});
