import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';
import { ConfigError } from '../../src/settings/config-error.ts';
import { fr } from '../support/fr.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const OPERATOR = {
  OPERATOR_NAME: 'Rectorat d’essai',
  OPERATOR_ADDRESS: '1 rue de l’Essai, 21000 Dijon',
  PUBLICATION_DIRECTOR: 'Camille Essai',
  HOSTING: 'Hébergeur d’essai, 03 00 00 00 00',
  DPO_EMAIL: 'dpd@example.fr',
  HELP_EMAIL: 'aide@example.fr',
};
const NAMES = Object.keys(OPERATOR).filter((name) => name !== 'HELP_EMAIL');

const textOf = async (service: TestService, path: string) => (await service.get(path)).text();

describe('the pages on the service itself', () => {
  let reported: TestService;
  let untold: TestService;
  beforeAll(async () => {
    reported = await startTestService(OPERATOR);
    untold = await startTestService();
  });
  afterAll(() => Promise.all([reported.stop(), untold.stop()]));

  it('name the controller of the data, and how to reach the officer and the authority', async () => {
    const page = await textOf(reported, '/privacy');
    expect(page).toContain(`${OPERATOR.OPERATOR_NAME}, ${OPERATOR.OPERATOR_ADDRESS}`);
    expect(page).toContain('href="mailto:dpd@example.fr"');
    expect(page).toContain('https://www.cnil.fr/');
  });

  it('name the director of publication and the host', async () => {
    const page = await textOf(reported, '/legal');
    expect(page).toContain(OPERATOR.PUBLICATION_DIRECTOR);
    expect(page).toContain(OPERATOR.HOSTING);
  });

  it('name the address for help, which is the issuer’s unless another one is set', async () => {
    expect(await textOf(reported, '/help')).toContain('href="mailto:aide@example.fr"');
    expect(await textOf(untold, '/help')).toContain(`href="mailto:${untold.ports.issuer.email}"`);
  });

  it('name each missing setting, without a link', async () => {
    const pages = (await textOf(untold, '/privacy')) + (await textOf(untold, '/legal'));
    for (const name of NAMES) expect(pages).toContain(fr.about.unset(name));
    expect(pages).not.toContain('mailto:[');
  });

  it.each(['/privacy', '/legal', '/help'])('%s is available in English too', async (path) => {
    const page = await textOf(untold, `${path}?lang=en`);
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/à préciser|Vous êtes/);
  });

  it.each(['/', '/sign-in', '/badges', '/verify'])('are one click away from %s', async (path) => {
    const page = await textOf(reported, path);
    expect(page).toContain('href="/privacy"');
    expect(page).toContain('href="/help"');
  });
});

describe('in production', () => {
  it.each(NAMES)('a start without %s is refused, because a page would be incomplete', (name) => {
    const without = { ...PRODUCTION_SETTINGS, [name]: '' };
    expect(() => parseConfig(without)).toThrow(ConfigError);
    expect(() => parseConfig(without)).toThrow(`${name}: required in production`);
    expect(() => parseConfig(PRODUCTION_SETTINGS)).not.toThrow();
  });
});
