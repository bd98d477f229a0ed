import type { SettingError, SettingForm } from '../../../domain/settings/error.ts';
import type { SettingForms, SettingReasons } from '../../fr/errors/settings.ts';

const number = (value: number) => value.toLocaleString('en-GB');

const FORMS: SettingForms = {
  'whole-number': ({ from, to }) => `a whole number from ${number(from)} to ${number(to)}, in digits only`,
  'one-of': ({ values }) => values.join(' or '),
  'sign-in-levels': ({ values }) =>
    `one or more levels with spaces between them, among ${values.join(', ')}, or URIs such as urn:example:strong`,
  switch: () => '0 or 1',
  text: ({ most }) => (most === undefined ? 'a text' : `a text of ${number(most)} characters at most`),
  'web-address': () => 'a whole address, such as https://dane.example.fr',
  'mail-address': () => 'an e-mail address, such as dane@example.fr',
  'linkedin-number': () => 'the number of a LinkedIn page, in digits only',
  origin: () => 'an origin such as https://badges.example.fr, with nothing after the name',
  database: () =>
    'sqlite: followed by a file, such as sqlite:./var/jalon.db, or postgres://user:password@host:5432/database (a password is written with its special characters as %XX)',
  'mail-server': () =>
    'smtp://user:password@host:587 or smtps://user:password@host:465 (a password is written with its special characters as %XX)',
  provider: () => 'the provider’s address, such as https://idp.example.fr/api/v2',
  headers: () =>
    'names and values between commas, such as api-key=secret, with values written as in an address',
  token: () => '16 to 200 letters, digits, or signs among . _ ~ + / = -',
};

const formText = <Kind extends SettingForm['kind']>(form: SettingForm<Kind>) => FORMS[form.kind](form);

const WHY = {
  origin: 'the origin of every identifier, in https',
  passphrase: 'at least 16 characters; private keys are encrypted with it',
  database:
    'a forgotten database would show an empty service; write sqlite:./var/jalon.db, or postgres://… for PostgreSQL',
  badges: 'it is printed in every badge',
  controller: '/legal and /privacy name the controller',
  'controller-address': '/legal and /privacy give the address of the controller',
  publication: '/legal names the director of publication',
  hosting: '/legal gives the name, address and telephone of the host',
  'data-protection': '/privacy gives the address of the data protection officer',
} as const;

const REASONS: SettingReasons = {
  'wrong-form': ({ form }) => `must be ${formText(form)}`,
  'unknown-name': ({ meant }) =>
    `there is no such setting; did you mean ${meant.join(' or ')}? Correct the name, or remove it`,
  required: ({ why }) => `required in production, ${WHY[why]}`,
  'https-only': () => 'must begin with https:// in production',
  'demonstration-in-production': () => 'the demonstration cannot exist in production, remove this setting',
  'demonstration-elsewhere': ({ origin }) =>
    `the demonstration lets anyone sign in as anyone, so it exists at an http address of this machine only (http://localhost:3000), not at ${origin}; remove DEMO, or change PUBLIC_URL`,
  incomplete: ({ together }) => `missing; set ${together.join(', ')} together`,
  'required-with': ({ other }) => `required with ${other}: server and sender go together`,
  'not-https-list': ({ source }) => `${source} is no https address`,
  'too-many-lists': ({ most }) => `at most ${number(most)} lists`,
  'metrics-closed-and-opened': () => 'it opens /metrics to who holds it; remove METRICS, or this setting',
  'twice-given': ({ file }) => `given twice, here and by ${file}; keep one of the two`,
  'file-unreadable': ({ path, reason }) => `the file ${path} cannot be read (${reason})`,
  'file-open-to-others': ({ path, mode }) =>
    `other accounts can read the file ${path} (mode ${mode}); run: chmod go-rwx '${path}'`,
  'file-empty': ({ path }) => `the file ${path} is empty; it must hold one line, the secret`,
  'file-too-large': ({ path }) => `the file ${path} is too large for a secret (64 KB at most)`,
  'cannot-listen': ({ host, port, reason }) =>
    `the service cannot listen at ${host}, port ${port} (${reason}); HOST must be an address of this machine, and a PORT below 1024 asks for a right that this account lacks`,
  'no-files-here': () => 'there are no files on Workers; set a secret of the same name, without _FILE',
};

export function settingError<Code extends SettingError['code']>(error: SettingError<Code>): string {
  return `${error.name}: ${REASONS[error.code](error)}`;
}
