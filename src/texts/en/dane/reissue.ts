import type { correctionTexts as fr } from '../../fr/dane/reissue.ts';
import { count, plural } from '../grammar/page-phrases.ts';

/** Sentences of `/dane/re-signing`. */
export const correctionTexts: typeof fr = {
  title: 'Signed badges to put right',
  lede: 'Every signed badge is read again here and compared with what its award establishes, as of the same day. Those that say something else are listed. Put right, they keep their address and their date of award; their holders get a mail that says why.',
  read: (from, total) => `${count(from, 'badge', 'badges')} of ${total} read.`,
  none: 'Nothing to put right here.',
  misstated: (many) =>
    plural(
      many,
      'One badge says something else than what is established',
      `${many} badges say something else than what is established`,
    ),
  revoked: {
    title: (many) =>
      many === 1 ? 'One revoked badge, left as it is' : `${many} revoked badges, left as they are`,
    text: 'They say something else than what is established. A revoked badge is not signed again: its page says that it is revoked.',
  },
  toDecide: {
    'day-to-come': {
      title: 'To decide: granted on a day that had not been lived yet',
      text: 'These badges count days that nobody had lived. Signing them again would say the same: they stay as they are until you decide. Revoke them, or keep them until the day on which they are met; until then they stay in this list.',
      judgedOn: (day, metToday) =>
        `Granted as if it were ${day}. Its criteria are ${metToday ? '' : 'not '}met today.`,
    },
    'record-changed': {
      title: 'To decide: an engagement has changed since the grant',
      text: 'An engagement was ended, changed or corrected after the grant, and the badge says something else than today’s record. Signing it again would say the same: revoke it, or keep it if the record is to be completed.',
      judgedOn: (day, metToday) =>
        `Judged as of ${day}. Its criteria are ${metToday ? '' : 'not '}met today.`,
    },
  },
  badge: 'Badge',
  what: 'What is wrong',
  said: 'It says',
  willSay: 'It will say',
  of: {
    'email-identifier': 'it holds a fingerprint of the e-mail address that nobody asked for',
    holder: 'it does not name its holder as they are called today',
    title: 'its title does not say which year it is about',
    contributions: 'it calls recognised contributions that nobody validated, or does not say by whom',
    evidence: 'it words otherwise the years, the progress reviews or the criteria',
    figures: 'one of its figures is not the established one',
    dates: 'one of its dates is wrong',
    words: 'the words of principals in it are not those that its holder chose to show',
  },
  revoke: 'Revoke this badge',
  start: 'Sign again every badge to put right',
  startText: 'All signed badges are read, those of the following pages too. Those to decide do not change.',
  more: 'Read the next badges',
  link: 'Read the signed badges again',
};
