import type { BadgeLogTexts } from '../../fr/public/badge-log.ts';
import { count } from '../grammar/page-phrases.ts';

export const badgeLogTexts: BadgeLogTexts = {
  title: 'The log of signed badges',
  description: 'Every badge that this service signs is entered in a public log, to which one can only add.',
  lede: 'Every badge signed here is entered in a public log, to which one can only add.',
  why: 'A badge made with a stolen key, and dated back, would be missing from the states of the log published on those days: that would show.',
  delay:
    'Everything that this service signs for somebody is entered within a minute: each version of a badge, its copy in a wallet, a record of badges, a credential signed for a program.',
  private:
    'The log names nobody. It holds digests only, from which nothing can be drawn without the badge itself.',
  state: 'The state of the log',
  size: (size) => (size === 0 ? 'No badge entered' : count(size, 'entry', 'entries')),
  signedAt: (moment) => `Last state signed on ${moment}.`,
  none: 'The first state of the log will be signed within a minute.',
  days: 'The last days',
  day: 'Day',
  entries: 'Entries',
  programs: 'For programs',
  programsText:
    'The log follows RFC 6962 and the formats of C2SP (tlog-tiles, tlog-checkpoint, tlog-proof). Keep the signed state of each day: the command below does so, and checks that nothing was taken out or changed.',
  key: 'Verification key',
  checkpoint: 'Last signed state',
  checkpoints: 'The signed state of each day',
  proof: 'The proof of its entry in the public log',
};
