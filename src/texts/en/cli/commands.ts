import type { CliTexts } from '../../fr/cli/commands.ts';
import { listedAs } from '../../listed-as.ts';
import { officePackTexts } from '../dane/office-pack.ts';
import { settingError } from '../errors/settings.ts';
import { count } from '../grammar/page-phrases.ts';
import { cliBadgeTexts } from './badges.ts';
import { cliCopyTexts } from './copy.ts';
import { cliDatabaseTexts } from './databases.ts';
import { doctorLines } from './doctor.ts';
import { cliGrantTexts } from './grants.ts';
import { cliImportTexts } from './imports.ts';
import { cliJobTexts } from './jobs.ts';
import { cliKeyTexts } from './keys.ts';
import { cliLogTexts } from './log.ts';
import { releaseLines } from './release.ts';

/** Whole numbers, and one decimal below ten. */
const figure = (value: number) =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
/** Hours and minutes, minutes and seconds, or seconds. */
const duration = (seconds: number) => {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
};

export const cliTexts: CliTexts = {
  ...cliKeyTexts,
  ...cliLogTexts,
  ...cliCopyTexts,
  ...cliDatabaseTexts,
  ...cliImportTexts,
  ...cliJobTexts,
  ...cliBadgeTexts,
  ...cliGrantTexts,
  doctor: doctorLines,
  release: releaseLines,
  ...officePackTexts,
  usage: `Usage: jalon <verb> [options] · jalon help VERB · jalon --version

  import FOLDER|FILE… [--dry-run] [--event CODE] [--corrections FILE.csv|FILE.xlsx]
                                              read the DANE's files; the refused lines, to be mended
  imports list · imports undo IMPORT [--dry-run]
                                              the latest imports; undo one, except what rests on it
  jobs list · jobs retry JOB · jobs drop JOB --reason TEXT
                                              the failing jobs; try one again, or drop it
  export FOLDER [--format csv|xlsx]           write all that is recorded, as the DANE's files
  export-static FOLDER [--bucket NAME]        copy everything public as plain files, for a web server to give at
                                              the same addresses after the service ends; over an earlier copy,
                                              write only what changed, and remove what is public no more; with
                                              --bucket, make a bucket of an object store (S3_…) the same
  evaluate [--on DATE] [--person EMAIL | --establishment UAI] [--badge CODE]
                                              what is met, what is missing; writes nothing
  grant (--all-met | --person EMAIL --badge CODE | --establishment UAI --badge CODE)
        [--on DATE] [--reason TEXT] [--also-to-look-at] [--in TIME | --at DAYTTIME] [--dry-run]
                                              award; --all-met leaves out what is to be looked at, unless
                                              --also-to-look-at; --in 10m gives ten minutes to take the decision
                                              back; --at 2027-07-01T09:00, in Paris, dates the decision,
                                              which judges anew at that hour; --dry-run only says what
                                              would be awarded
  decisions list · decisions show|start|stop|hold|release DECISION
                                              the decisions that wait; carry one out, take it back, or hold
                                              and release a dated one
  issue                                       sign what is awarded
  accept (BADGE | --all) [--visibility public|unlisted] [--name none|initials|full]
         [--form feminine|masculine|inclusive] [--schools yes|no] [--confirm-schools]
         [--email yes|no] [--words fitting|all|none]
                                              record an acceptance received outside the service
  unanswered list · unanswered remind BADGE   the badges that their holders have not answered; remind one by
                                              mail, once a day at most
  clock clear [--dry-run]                     remove what a wrong clock dated in the future; --dry-run only
                                              counts
  mails send-old [--dry-run]                  let the mails leave that were written without a mail server more than
                                              seven days ago; --dry-run only says how many
  directory [--role ROLE] [--mission CODE] [--department CODE] [--school UAI] [--words WORDS] [--event CODE]
            [--format csv|vcard|addresses]    who is referent today, with missions and roles; or a file, or the
                                              addresses to paste into a message
  re-sign [--dry-run]                         sign again the badges that say something else than what is
                                              established, and tell their holders
  suspend BADGE --reason TEXT [--cause check|contest|error|request] [--note TEXT]
                                              suspend; cause and reason are public, the note is not
  resume BADGE [--reason TEXT]                end a suspension
  revoke BADGE… --reason TEXT [--from FILE]   revoke, one badge a line; the reason is public
  verify FILE|URL|- [--recipient EMAIL] [--accept-part]
                                              verify a badge, ours or anyone's
  doctor [--quick]                            check all that must hold of the whole service; --quick without the
                                              signatures; writes nothing
  monitor URL [--state FILE] [--accept-key KEY] [--badge FILE] [--checkpoint FILE]
                                              follow the public log of a service: nothing is missing or changed,
                                              the badge stands in it, the state that another saw is a part of it
  keys list|export|generate|rotate|retire KID
  keys compromise KID --reason TEXT [--since DAY] [--dry-run] [--yes]
                                              the keys; generate --new-after-loss once their folder is lost
  token create --role dane|reader --name NAME [--days DAYS] [--sql] · token list · token revoke TOKEN
                                              tokens of the API, for one year at most
  export-person EMAIL · erase-person EMAIL [--dry-run]  rights of access and erasure
  erasures export --since DAY FILE            list, by their ids alone, the people who were erased and the badges
                                              that were revoked since this day; to be kept beside the backups
  erasures replay FILE                        after restore: erase and revoke them again
  office export|check FOLDER · office adopt FOLDER [--from DAY]
                                              the office’s pack (families, missions, badges, drawings): write it,
                                              name its faults and who gains or loses, adopt it
  badges list · show CODE · check FILE · adopt FILE --from DAY [--replaces CODE] · retire CODE --from DAY
                                              the badges, one by one: read them, try one, adopt it, retire it
  backup FILE · restore FILE                  save and restore the database (what was revoked after the
                                              backup is valid again; restart the service); restore also
                                              reads the SQL that D1 exports
  backup --noted                              note a backup that another program made (pg_dump…)
  backup --with-keys [--recipient age1…] FILE · restore --identity FILE FILE
                                              database and keys in one compressed archive, encrypted for a
                                              recipient (age), by default that of BACKUP_RECIPIENT
  backup --new-identity FILE                  make the identity that opens it, to be kept elsewhere
  move (--to postgres://… | --to-env VARIABLE)
                                              copy the SQLite database to an empty PostgreSQL
  move --take-back                            after a rehearsal: write in the SQLite database again
  release verify FOLDER [--key FILE]          check the files of a release and their signature
  migrate · serve

Everywhere: --json (one JSON line per result), --lang fr|en, --as EMAIL or JALON_AS (the agent in whose name the
audit records the command; this proves nothing).
From import to revoke, doctor, token, office, badges, export-person, erase-person: --remote URL (token in JALON_TOKEN).`,
  unknownVerb: (command) => `There is no verb "${command}". "jalon help" shows them all.`,
  wrongWords: (command) => `"${command}" is not written like this. "jalon help ${command}" shows how.`,
  wrongOption: ({ verb, option, fault }) =>
    `${
      {
        unknown: `"${verb}" has no option "${option}".`,
        'lacks-value': `Option "${option}" needs a value.`,
        'takes-none': `Option "${option}" takes no value.`,
      }[fault]
    } "jalon help ${verb}" shows how to write it.`,
  actorLacking: 'After --as, write the address of the agent in whose name you act.',
  notAllowedValue: (option, value, allowed) => `--${option} "${value}": write ${allowed.join(' or ')}.`,
  tokenMissing: 'With --remote, put the token in the variable JALON_TOKEN.',
  actorRemote: 'With --remote, the token says who acts: leave out --as and JALON_AS.',
  folderNotEmpty: (folder) => `The folder “${folder}” already holds something. Choose a new or empty one.`,
  fileExists: (file) => `“${file}” exists already. Choose another name.`,
  unsafeRemote: (url) =>
    `"${url}": --remote carries the token and the data of people. Write https://…; http:// serves only towards this machine (localhost), and the address has no account, no "?" and no "#".`,
  badUrl: (url) => `"${url}" is not an address.`,
  evaluateUsage: 'Choose --person or --establishment, not both.',
  confirmByOption:
    'This cannot be undone. Without a terminal to ask at, add --yes; --dry-run shows it first.',
  nothingDone: 'Nothing was done.',
  portTaken: (port) =>
    `Port ${port} is taken: another service listens there. Stop it, or choose another: PORT=3001 npm start.`,
  failed: (detail) => `Failed: ${detail}`,
  systemFailed: (_code, _path, detail) => `Failed: ${detail}`,
  settingsFault: (errors) => ['Settings to mend:', ...errors.map((one) => `- ${settingError(one)}`)],

  evaluationLine: (line, locale) => [
    `${line.met ? '✔' : '✘'} ${listedAs(line)}  ${line.badge}`,
    ...line.findings.flatMap(({ missing }) => (missing ? [`    ${missing[locale]}`] : [])),
  ],
  revokeUnpublished: (signingFailed) =>
    signingFailed
      ? 'The revocation is recorded, but the public list does not show it yet: signing failed. The service tries again by itself. If this lasts, check the keys and their passphrase (/health/ready).'
      : 'The revocation is recorded, but the public list does not show it yet. The service publishes it by itself.',
  verifyStep: (name, result, sentence) =>
    `${result === 'passed' ? '✔' : result === 'failed' ? '✘' : '·'} ${name}: ${sentence}`,
  startsWithoutKeys:
    'The service starts without its keys: all that is signed can be read and verified, and nothing is signed. `jalon keys list` says what is missing. The status lists last eight days: put the keys back before that.',
  tokenLine: ({ name, role, expiresAt, secret }) => [
    `Token "${name}" (${role}), opens until ${expiresAt?.slice(0, 10)}: ${secret}`,
    'It will not be shown again. Put it in JALON_TOKEN.',
  ],
  tokenDays: (days, most) => `--days "${days}": write a number of days, from 1 to ${most}.`,
  listedToken: (token) =>
    `${token.id}  ${token.role}  ${token.state}  end ${(token.revokedAt ?? token.expiresAt).slice(0, 10)}  ${token.lastUsedOn ? `used on ${token.lastUsedOn}` : 'never used'}  ${token.name}`,
  tokenRevoked: (name) => `Token "${name}" revoked: it opens nothing any more.`,
  toErase: (email, { facts, badges }) =>
    `${email}: ${facts} ${facts === 1 ? 'fact' : 'facts'} and ${badges} ${badges === 1 ? 'badge' : 'badges'} to erase.`,
  erased: (email, { erasedAwards, revokedCredentials }) =>
    [
      `${email}: data erased`,
      ...(revokedCredentials > 0 || erasedAwards === 0
        ? [`${count(revokedCredentials, 'badge', 'badges')} revoked and taken off their pages`]
        : []),
      ...(erasedAwards > 0
        ? [`${count(erasedAwards, 'badge', 'badges')} erased that were granted and not signed`]
        : []),
    ]
      .join(', ')
      .concat('.'),
  restoredWarning:
    'Restart the service if it runs. All that was done after the backup is lost: a badge revoked since is valid again, a person erased since is back. Do it again.',
  saveWithPostgres:
    'The database is PostgreSQL: save it with pg_dump, bring it back with pg_restore (docs/scaling.md). Keep the folder of the keys as well.',
  moveUsage:
    'Give the address of the PostgreSQL database: --to postgres://…, or --to-env and the name of a variable that holds it, or the variable JALON_MOVE_TO. A password on the command line stays in the history.',
  moveBadAddress:
    'This is not the address of a PostgreSQL database. Write postgres://account:password@server:5432/database, special characters of the password as %XX.',
  noDemonstration:
    'This release serves in production only: the demonstration comes with the sources (`npm start`). Remove NODE_ENV and DEMO, then give the settings of production.',
  preparing: 'First start: preparing the demonstration…',
  demoStep: { import: 'reading the files', grant: 'awarding', issue: 'signing', accept: 'acceptances' },
  /** Public reason of the demonstration's revoked badges. */
  demoRevocationReason: 'Data entry error: the dates that were used were not the right ones.',
  listening: (url) => `Jalon answers at ${url}`,
  demoWelcome: (url, examples) => [
    '',
    'Demonstration: real schools, invented people.',
    'Badges made at an http address verify inside this service only.',
    '',
    'To open:',
    `  ${url}/            the home page`,
    `  ${url}/badges      the eight badges and their criteria`,
    `  ${url}/verify      verify a badge`,
    ...examples.map((example) => `  ${example.url}  ${example.what}`),
    '',
    `  ${url}/sign-in     sign in, by choosing a person from the list:`,
    '    Pascal Vuillemin (DANE)        decides on the proposed badges',
    '    Joëlle Simonnot (principal)    a request waits for her answer',
    '    Hélène Marceau (RUPN)          six years, badges to accept',
    '',
    'The command line does the same: npm run -s jalon -- help',
  ],
  pace: (perSecond, secondsLeft) =>
    secondsLeft === undefined
      ? `${figure(perSecond)} a second`
      : `${figure(perSecond)} a second, ${duration(secondsLeft)} left`,
  stopping: 'Stopping…',
};
