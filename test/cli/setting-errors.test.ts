import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET_NAMES } from '../../src/settings/config.ts';
import { ConfigError } from '../../src/settings/config-error.ts';
import { readSettings } from '../../src/settings/read.node.ts';
import { settingError as inFrench } from '../../src/texts/fr/errors/settings.ts';
import { jalon } from '../support/command-line.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { errorsOf } from '../support/thrown-errors.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function secretFile(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

/** What a settings' reader of Node finds wrong, in French. */
function frenchErrors(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(inFrench);
    throw error;
  }
}

describe('a name that is no setting', () => {
  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['KEYS_PASSPHRAS', 'KEYS_PASSPHRASE'],
    ['PUBLIC_ULR', 'PUBLIC_URL'],
    ['LIMIT_REQUEST', 'LIMIT_REQUESTS'],
    ['database_url', 'DATABASE_URL'],
    ['OIDC_PROCONNECT_SECRET', 'OIDC_PROCONNECT_CLIENT_SECRET'],
    ['SMTP_HOST', 'SMTP_URL'],
    ['METRICS_TOKENS_FILE', 'METRICS_TOKEN_FILE'],
  ])('stops the start where it looks like one: %s, and %s is named', (name, meant) => {
    const errors = errorsOf({ [name]: 'x' });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${name}: there is no such setting; did you mean ${meant}\\b`));
  });

  it('is left alone where it is of the system, of a platform or of a tool', () => {
    const others = [
      'HOME',
      'PATH',
      'LANG',
      'HOSTNAME',
      'SHELL',
      'PWD',
      'NODE_OPTIONS',
      'NODE_EXTRA_CA_CERTS',
    ];
    const neighbours = { JALON_SERVICE_HOST: '10.0.0.1', JALON_PORT: 'tcp://10.0.0.1:3000' };
    const environment = Object.fromEntries(others.map((name) => [name, 'x']));
    expect(errorsOf({ ...environment, ...neighbours })).toEqual([]);
    expect(errorsOf({ ...PRODUCTION_SETTINGS, ...environment, ...neighbours })).toEqual([]);
    expect(errorsOf({ ...PRODUCTION_SETTINGS, JALON_TOKENS: 'x' })[0]).toContain('JALON_TOKEN');
  });
});

describe('production', () => {
  it('has no database where none is named', () => {
    const { DATABASE_URL: _, ...without } = PRODUCTION_SETTINGS;
    expect(errorsOf(without)).toEqual([expect.stringMatching(/^DATABASE_URL: required in production/)]);
  });
});

describe('a file that holds a secret', () => {
  it('is read for every secret, without the line end', () => {
    expect(SECRET_NAMES).toEqual([
      'DATABASE_URL',
      'KEYS_PASSPHRASE',
      'SMTP_URL',
      'METRICS_TOKEN',
      'OTEL_EXPORTER_OTLP_HEADERS',
      'S3_SECRET_ACCESS_KEY',
      'FETCH_PROXY',
      'OIDC_PROCONNECT_CLIENT_SECRET',
      'OIDC_FIM_CLIENT_SECRET',
    ]);
    const { secrets, config } = readSettings({
      DATABASE_URL_FILE: secretFile('base', 'postgres://jalon:of-the-tests@db:5432/jalon\n'),
      METRICS_TOKEN_FILE: secretFile('token', 'a-token-of-the-tests\r\n'),
    });
    expect(secrets.postgresUrl).toBe('postgres://jalon:of-the-tests@db:5432/jalon');
    expect(secrets.metricsToken).toBe('a-token-of-the-tests');
    expect(config.metrics).toBe('token');
  });

  it('is a fault where it is empty, absent, a folder, open to others, or given next to the secret', () => {
    const errors = frenchErrors({
      ...PRODUCTION_SETTINGS,
      KEYS_PASSPHRASE: '',
      KEYS_PASSPHRASE_FILE: secretFile('empty', '\n'),
      SMTP_URL_FILE: join(folder, 'absent'),
      METRICS_TOKEN_FILE: secretFile('open', 'a-token-of-the-tests', 0o644),
      OIDC_FIM_CLIENT_SECRET_FILE: folder,
      DATABASE_URL_FILE: secretFile('twice', 'sqlite:./x.db'),
    });
    expect(errors).toEqual([
      expect.stringMatching(/^DATABASE_URL : donné deux fois, ici et par DATABASE_URL_FILE/),
      expect.stringMatching(/^KEYS_PASSPHRASE_FILE : le fichier .*empty est vide/),
      expect.stringMatching(/^SMTP_URL_FILE : le fichier .*absent ne peut pas être lu \(ENOENT\)/),
      expect.stringMatching(/^METRICS_TOKEN_FILE : d’autres comptes peuvent lire .*chmod go-rwx/),
      expect.stringMatching(/^OIDC_FIM_CLIENT_SECRET_FILE : le fichier .*\(not-a-regular-file\)/),
    ]);
  });
});

describe('a fault of the settings', () => {
  it('says the form wanted, in the language of the terminal', async () => {
    const wrong = { PORT: 'abc', DEMO: 'oui', ISSUER_EMAIL: 'dane' };
    expect(frenchErrors(wrong)).toEqual([
      'PORT : il faut un nombre entier de 0 à 65 535, en chiffres seuls',
      'ISSUER_EMAIL : il faut une adresse électronique, comme dane@example.fr',
      'DEMO : il faut 0 ou 1',
    ]);
    const [french, english] = await Promise.all(
      ['fr_FR.UTF-8', 'en_GB.UTF-8'].map((LC_ALL) => jalon(['serve'], { environment: { ...wrong, LC_ALL } })),
    );
    expect(french?.stderr).toContain('Réglages à corriger');
    expect(french?.stderr).toContain('DEMO : il faut 0 ou 1');
    expect(english?.stderr).toContain('PORT: must be a whole number from 0 to 65,535, in digits only');
    expect([french?.code, english?.code]).toEqual([3, 3]);
  });
});
