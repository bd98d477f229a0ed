import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';

const SMTP = { SMTP_URL: 'smtps://jalon:pass-word@smtp.example.fr', MAIL_FROM: 'badges@example.fr' };

function errorsOf(environment: Readonly<Record<string, string>>): string {
  try {
    parseConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the settings of mail', () => {
  it('name a server and a sender, with the account among the secrets', () => {
    const { config, secrets } = parseConfig(SMTP);
    expect(config.mail).toEqual({ kind: 'smtp', server: 'smtp.example.fr', from: 'badges@example.fr' });
    expect(secrets.smtpUrl).toBe(SMTP.SMTP_URL);
    expect(JSON.stringify(config)).not.toContain('pass-word');
  });

  it('mean files for the demonstration, and nothing elsewhere, where no server is named', () => {
    expect(parseConfig({}).config.mail).toEqual({ kind: 'folder' });
    expect(parseConfig({ DEMO: '0' }).config.mail).toEqual({ kind: 'off' });
  });

  it('stop the start with every fault, and repeat no password', () => {
    const errors = errorsOf({ SMTP_URL: 'http://jalon:pass-word@smtp.example.fr' });
    expect(errors).toContain('SMTP_URL: must be smtp://');
    expect(errors).toContain('MAIL_FROM: required with SMTP_URL');
    expect(errors).not.toContain('pass-word');
    expect(errorsOf({ MAIL_FROM: 'badges@example.fr' })).toContain('SMTP_URL: required with MAIL_FROM');
    expect(errorsOf({ ...SMTP, MAIL_FROM: 'nobody' })).toContain('MAIL_FROM: ');
  });
});
