import type { danePendingAcceptanceTexts as fr } from '../../fr/dane/pending-acceptances.ts';
import { count } from '../grammar/page-phrases.ts';

export const danePendingAcceptanceTexts: typeof fr = {
  title: 'Badges without an answer',
  figure: (late) =>
    late === 1 ? 'badge whose holder never answered' : 'badges whose holders never answered',
  lede: (total) =>
    total === 0
      ? 'No badge waits for the answer of its holder.'
      : `${count(total, 'badge waits for the answer of its', 'badges wait for the answer of their')} holder, who accepts or declines.`,
  late: (late) => `Never answered, after the delay: ${count(late, 'badge', 'badges')}.`,
  never: 'The service reminds nobody by itself.',
  after: (days) => `The service reminds each holder once, ${days} days after the signature.`,
  toSettings: 'Set this delay',
  holder: 'Holder',
  badge: 'Badge',
  awardedOn: 'Awarded on',
  reminded: 'Reminder',
  noMailer: 'This service sends no mails.',
  notYet: 'not yet',
  notReached: 'no mail: no address, or not wanted',
  act: 'Remind',
  remind: 'Remind now',
  remindOne: (holder) => `Remind now: ${holder}`,
  setting: {
    title: 'Remind who has not answered',
    help: 'A signed badge waits for its holder to accept or decline it. After this delay, the service reminds them by mail, once. Those who have waited longer already are reminded too; whoever wants no such mails gets none.',
    days: 'Remind after',
    never: 'Never',
    afterDays: (days) => `${days} days`,
    save: 'Save this delay',
    link: 'See the badges without an answer',
  },
};
