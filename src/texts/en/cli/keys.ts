import type { CliKeyTexts } from '../../fr/cli/keys.ts';
import { listedAs } from '../../listed-as.ts';

export const cliKeyTexts: CliKeyTexts = {
  confirmCompromise: (kid) =>
    `Declare the key ${kid} compromised, and write these mails when \`jalon issue\` signs again? (yes/no) `,
  compromisedBadge: (line) =>
    `${line.inWindow ? '!' : '·'} ${listedAs(line)}  ${line.badge}  ${line.credential}  signed at ${line.signedAt}`,
  compromiseMail: (mails, subject) => [
    `${mails} ${mails === 1 ? 'mail' : 'mails'}, when \`jalon issue\` signs again. The first reads as follows (mails are in French), subject: ${subject}`,
  ],
  compromiseSummary: ({ kid, since, badges, inWindow, mails }) => [
    `Key ${kid}: ${badges} ${badges === 1 ? 'badge' : 'badges'} to sign again, ${inWindow} of them ${since === undefined ? 'in the window (the whole life of the key; --since bounds it)' : `since ${since}`}; ${mails} ${mails === 1 ? 'mail' : 'mails'}.`,
    'From the declaration on, our page says of these badges that they cannot be verified because the key was declared compromised, with your reason; other verifiers, that the key does not exist. Their address stays. Each is valid again once `jalon issue` has signed it with the next key. What this key signed and the register does not hold (a forgery) is never valid again.',
  ],
  compromiseUsage: 'Give a reason: --reason TEXT. It will be public.',
  keyLine: ({ kid, algorithm, state, createdAt }) => `${kid}  ${algorithm}  ${state}  ${createdAt}`,
  keyPlace: {
    folder: '',
    missing: '  FILE GONE: it should sign',
    database: '  public key in the database only',
    foreign: '  OF ANOTHER SERVICE: it signs nothing here',
  },
  keysMissing: (kids, folder) =>
    `Keys that are gone from ${folder}: ${kids.join(', ')}. The badges they signed still verify: their public keys are in the database. Put the folder back from a backup; if there is none, run \`jalon keys generate --new-after-loss\`.`,
  emptyWithOldKeys: (since) =>
    `The database is empty, and the keys are of ${since}. If this service had badges, stop it now and restore its database: \`jalon restore\` (docs/operate.md, “The database is lost, and the keys are there”). If it is new, import your files.`,
  keyFileWarning: {
    'others-may-read-it': (file) =>
      `Other accounts can read ${file}: the service does not open it so. Run "chmod 600 ${file}"; if someone may have read it, declare the key compromised.`,
    'leads-out-of-the-folder': (file) =>
      `${file} is a link that leads out of the folder of keys. If you did not make it, declare the key compromised.`,
  },
  keysNotCompared: (reason) =>
    `The database does not answer; the keys it knows were not compared with those of the folder: ${reason}`,
  keysUnknown: (folder) =>
    `There is no key in ${folder}, and the database, which would know whether there were any, does not answer. Mend the database (DATABASE_URL), then try again; --new-after-loss makes keys without waiting.`,
  keyState: {
    generated: 'made',
    rotated: 'made, the one before is retired',
    retired: 'retired',
    compromised: 'declared compromised',
  },
  keyChange: (kid, what) => `Key ${kid}: ${what}.`,
};
