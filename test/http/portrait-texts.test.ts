import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/settings/config.ts';
import { ConfigError } from '../../src/settings/config-error.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

const SETTINGS = {
  ABOUT_MISSION: 'Un ou une RUPN aide ses collègues à enseigner avec le numérique.',
  ABOUT_ISSUER: 'la direction du numérique éducatif de l’académie d’essai',
};

let service: TestService;
beforeAll(async () => {
  service = await startTestService(SETTINGS);
  await service.importText(ONE_RUPN);
});
afterAll(() => service.stop());

describe('the portrait', () => {
  it('explains the mission and the issuer, in the operator’s words where they are set', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge');
    await service.services.acceptCredential({ id: badge.id, name: 'full', form: 'feminine', actor: 'test' });
    const french = await (await service.get(`${badge.path}?lang=fr`)).text();
    expect(french).toContain(SETTINGS.ABOUT_MISSION);
    expect(french).toContain(`${SETTINGS.ABOUT_ISSUER}.`);
    expect(french).toContain('Claire Dupont est RUPN engagée</h1>');
    expect(french).toContain('<title>Claire Dupont est RUPN engagée');
    const english = await (await service.get(`${badge.path}?lang=en`)).text();
    expect(english).toContain('Claire Dupont is a committed RUPN</h1>');
    expect(english).toContain('the office for digital education');
    expect(english).not.toContain('collègues');
  });

  it('states that a badge given against the criteria was granted by decision', async () => {
    const { services } = service;
    const scope = {
      kind: 'person',
      email: 'claire.dupont@ac-test.example',
      achievement: 'RUPN-CONF',
    } as const;
    for await (const _ of services.grantAwards({ scope, reason: 'Mission reprise en cours', actor: 'test' }));
    const ids = [];
    for await (const one of services.issueCredentials({ actor: 'test' }))
      if (one.kind === 'issued') ids.push(one.id);
    const [id] = ids;
    if (!id) throw new Error('no badge');
    await services.acceptCredential({ id, actor: 'test' });
    const page = await (await service.get(`/credentials/${id}?lang=fr`)).text();
    expect(page).toContain('<p>Badge accordé par décision de la DANE.</p>');
    expect(page).not.toContain('Mission reprise');
    expect(page).not.toContain('est RUPN');
    expect(page).toContain(fr.credential.hiddenName);
  });
});

describe('the number of the issuer at LinkedIn', () => {
  it('must be digits, or the service does not start', () => {
    expect(parseConfig({ LINKEDIN_ORGANIZATION_ID: '1234567' }).config.issuer.linkedInId).toBe('1234567');
    expect(() => parseConfig({ LINKEDIN_ORGANIZATION_ID: 'dane' })).toThrow(ConfigError);
  });
});
