import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNodeContext } from '../../src/node.ts';
import { startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
});
afterEach(() => service.stop());

const ISSUER = {
  name: 'DRNE de Bourgogne-Franche-Comté',
  code: 'DRNE BFC',
  url: 'https://drne.example',
  email: 'drne@ac-test.example',
  logoUrl: 'https://images.example/logo.svg',
};
const page = async (path: string) => (await agent.get(path)).text();

describe('the issuer', () => {
  it('is changed at once, on every page and in the profile that verifiers read', async () => {
    expect(await page('/dane/settings')).toContain('value="DANE de Dijon"');
    const saved = await agent.post('/dane/settings/issuer', ISSUER);
    expect(saved.headers.get('Location')).toBe('/dane/settings?done=settings-saved');
    const home = await service.get('/');
    expect(await home.text()).toContain('DRNE BFC');
    expect(home.headers.get('Content-Security-Policy')).toContain(
      "img-src 'self' data: https://images.example;",
    );
    const profile = await (await service.get('/issuer', { Accept: 'application/json' })).json();
    expect(profile).toMatchObject({ name: ISSUER.name, email: ISSUER.email, image: { id: ISSUER.logoUrl } });
  });

  it('is known to other processes, and stays after a restart', async () => {
    const other = await openNodeContext(service.environment);
    await agent.post('/dane/settings/issuer', ISSUER);
    await other.ports.settings.refresh('now');
    expect(other.ports.issuer.name).toBe(ISSUER.name);
    await other.close();
    const restarted = await openNodeContext(service.environment);
    await restarted.ports.settings.refresh();
    expect(restarted.ports.issuer.code).toBe(ISSUER.code);
    await restarted.close();
  });

  it('has a logo at a plain host, which adds nothing to the security policy', async () => {
    for (const logoUrl of ['https://a;b.example/logo.png', 'https://*/logo.png', 'http://a.example/x']) {
      expect((await agent.post('/dane/settings/issuer', { ...ISSUER, logoUrl })).status).toBe(400);
    }
  });

  it('of an earlier badge stays as it was signed', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await service.services.acceptCredential({ id: badge.id, actor: 'test' });
    const before = await (await service.get(`${badge.path}.json`)).text();
    await agent.post('/dane/settings/issuer', ISSUER);
    expect(await (await service.get(`${badge.path}.json`)).text()).toBe(before);
    expect(before).toContain('DANE de Dijon');
    expect((await service.get(badge.path)).status).toBe(200);
  });

  it.each([
    ['name', '', fr.forms.faults.required],
    ['url', 'drne', fr.forms.faults['invalid-url']],
    ['email', 'drne', fr.forms.faults['invalid-email']],
    ['logoUrl', 'http://images.example/logo.svg', 'Cette adresse doit commencer par https://.'],
  ])('is refused for a bad %s, and keeps the typed values', async (field, value, sentence) => {
    const refused = await agent.post('/dane/settings/issuer', { ...ISSUER, [field]: value });
    expect(refused.status).toBe(400);
    const form = await refused.text();
    expect(form).toContain(sentence);
    expect(form).toContain(`value="${ISSUER.code}"`);
    expect(service.ports.issuer.name).toBe('DANE de Dijon');
  });
});

/** The recorded value that a form shows. */
const seenOf = async (name: string) => (await service.ports.store.readSettings()).get(name) ?? '';

describe('a form that was opened before a colleague saved', () => {
  it('undoes nothing: it is shown again with what is recorded now, and saves once that was read', async () => {
    await agent.post('/dane/settings/words', { welcome: 'Bienvenue', office: 'DRNE' });
    const late = await agent.post('/dane/settings/words', { welcome: 'Bonjour', office: '' });
    const again = await late.text();
    expect(late.status).toBe(409);
    expect(again).toContain(fr.refusals['store-conflict']({}));
    expect(again).toContain('Bonjour');
    expect(await page('/')).toContain('Bienvenue');
    await agent.post('/dane/settings/words', { welcome: 'Bonjour', office: '', seen: await seenOf('words') });
    expect(await page('/')).toContain('Bonjour');
  });
});

describe('the texts of the service', () => {
  it('greet on the home page and name the office, until they are removed', async () => {
    const welcome = 'Bienvenue <ici>, & bonne lecture.';
    await agent.post('/dane/settings/words', { welcome, office: 'DRNE' });
    expect(await page('/')).toContain('Bienvenue &lt;ici&gt;, &amp; bonne lecture.');
    const home = await page('/dane');
    expect(home).toMatch(/href="\/dane" aria-current="page">DRNE</);
    expect(home).toContain('L’espace de la DRNE');
    for (const path of ['/sign-in', '/dane/nowhere', '/dane/settings']) {
      expect(await page(path)).not.toMatch(/DANE(?! (de )?Dijon)/);
      expect(await page(path)).toContain('DANE Dijon');
    }
    await agent.post('/dane/settings/words', { welcome: '', office: '', seen: await seenOf('words') });
    expect(await page('/')).not.toContain('Bienvenue');
    expect(await page('/dane')).toMatch(/href="\/dane" aria-current="page">DANE</);
  });
});

describe('the addresses of the office’s news', () => {
  it('stand in each RUPN’s space and on the framework page, and nowhere while none is set', async () => {
    const pages = ['/my', '/referentiel/rupn/v1'];
    for (const path of pages) expect(await page(path)).not.toContain(fr.framework.news.title);
    const blog = 'https://dane.example/blog';
    const saved = await agent.post('/dane/settings/news', { blog, social: '' });
    expect(saved.headers.get('Location')).toContain('settings-saved');
    for (const path of pages)
      expect(await page(path)).toMatch(new RegExp(`${fr.framework.news.title}[\\s\\S]*dane\\.example/blog`));
    await agent.post('/dane/settings/news', { seen: await seenOf('news') });
    for (const path of pages) expect(await page(path)).not.toContain('dane.example/blog');
  });

  it('must be web addresses', async () => {
    const refused = await agent.post('/dane/settings/news', { blog: 'javascript:alert(1)' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults['invalid-url']);
  });
});
