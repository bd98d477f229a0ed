import { describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { ANNE, CLAIRE, GUYOT, type MyFixture, PAUL, startMyFixture, startWithClaire } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
startBeforeAll(startWithClaire, (started) => {
  ({ world: fixture, claire } = started);
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const publicStatus = async (id: string) => (await fixture.service.get(`/credentials/${id}`)).status;

const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

describe('my badges', () => {
  it('show for each the met and the missing requirements, and nothing like a score', async () => {
    const page = await text(claire.get('/my/badges'));
    expect(page).toContain(fr.my.badges.metAnd.private);
    expect(page).toContain('Répondre\u00a0: accepter ou refuser');
    expect(page).toContain('Il manque 2 années d’engagement confirmé');
    expect(page).toContain('1 sur 3 années');
    expect(page).toContain('class="progress-bar"');
    expect(page).not.toContain('%');
  });

  it('are lit where they were granted, and outlines elsewhere', async () => {
    const page = await text(claire.get('/my/badges'));
    expect(page).toContain('src="/badges/RUPN-ENG/v1/image.svg?size=56"');
    expect(page).toContain('src="/badges/RUPN-CONF/v1/image.svg?state=unearned"');
  });

  it('are shown only to their own person', async () => {
    const paul = await signInAs(fixture.service, PAUL);
    for (const path of ['', '/preview', '/decline', '/image.svg', '/card.png', '/qr.svg']) {
      expect((await paul.get(`/my/badges/${fixture.badge}${path}`)).status).toBe(404);
    }
    for (const action of ['accept', 'decline', 'hide', 'show']) {
      expect((await paul.post(`/my/badges/${fixture.badge}/${action}`)).status).toBe(404);
    }
    const image = await claire.get(`/my/badges/${fixture.badge}/image.svg`);
    expect([image.status, image.headers.get('Cache-Control')]).toEqual([200, 'private, no-store']);
    expect(image.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect((await claire.get('/my/badges/aaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
  });
});

describe('a badge that waits for its holder', () => {
  it('is previewed with each choice, which does not save it', async () => {
    const base = `/my/badges/${fixture.badge}/preview`;
    expect(await text(claire.get(`${base}?name=none`))).toContain(fr.credential.hiddenName);
    expect(await text(claire.get(`${base}?name=initials`))).toContain('C. D. est RUPN engagé·e</h1>');
    const full = await text(claire.get(`${base}?name=full&schools=yes&visibility=public`));
    expect(full).toContain('Claire Dupont est RUPN engagé·e</h1>');
    expect(full).toContain('Claude Guyot');
    expect(full).toContain(fr.my.badges.one.previewNotice);
    expect(full).toContain('<meta name="robots" content="noindex"');
    // The return keeps the choice, and nothing leads to the public address, which does not exist yet.
    expect(full).toContain(
      `/my/badges/${fixture.badge}?visibility=public&amp;name=full&amp;schools=yes#choose`,
    );
    expect(full).not.toMatch(/href="[^"]*\/credentials\//);
    expect(full).not.toContain('linkedin.com');
    const back = await text(
      claire.get(`/my/badges/${fixture.badge}?name=full&schools=yes&visibility=public`),
    );
    for (const field of ['name-full', 'schools', 'visibility-public']) {
      expect(back).toMatch(new RegExp(`id="${field}"[^>]*checked`));
    }
    expect(await publicStatus(fixture.badge)).toBe(404);
    const found = await fixture.service.ports.store.readCredential(fixture.badge as never);
    expect(found?.credential?.choice).toMatchObject({ acceptance: 'private', name: 'none' });
  });

  it('cannot be hidden before it is accepted, and asks again before it is declined', async () => {
    expect((await claire.post(`/my/badges/${fixture.badge}/hide`)).status).toBe(409);
    expect(await text(claire.get(`/my/badges/${fixture.badge}/decline`))).toContain(
      fr.my.badges.one.declineConfirm,
    );
  });

  it('shows its holder’s choice once accepted, and can then be shared', async () => {
    const path = `/my/badges/${fixture.badge}`;
    expect(await text(claire.get(path))).not.toContain('linkedin.com');
    const fields = { name: 'initials', schools: 'no', visibility: 'unlisted' };
    expect((await claire.post(`${path}/accept`, { ...fields, name: 'other' })).status).toBe(400);
    const accepted = await claire.post(`${path}/accept`, fields);
    expect(accepted.headers.get('Location')).toBe(`/my/badges/published?badge=${fixture.badge}`);
    const shown = await text(fixture.service.get(`/credentials/${fixture.badge}`));
    expect(shown).toContain('C. D. est RUPN engagé·e</h1>');
    expect(shown).not.toContain('Claude Guyot');
    // Only the holder may add it to a profile.
    expect(shown).toContain('linkedin.com/sharing/');
    expect(shown).not.toContain('linkedin.com/profile/');
    // Only the holder's own page links to their space, and it is never kept.
    const own = await claire.get(`/credentials/${fixture.badge}`);
    expect([own.headers.get('Cache-Control'), own.headers.get('ETag')]).toEqual(['private, no-cache', null]);
    expect(await own.text()).toContain(`href="/my/badges/${fixture.badge}"`);
    const paul = await signInAs(fixture.service, PAUL);
    for (const reader of [paul, fixture.service]) {
      const answer = await text(reader.get(`/credentials/${fixture.badge}`));
      expect(answer).toContain('C. D. est RUPN engagé·e</h1>');
      expect(answer).not.toContain('/my/badges/');
    }
    const page = await text(claire.get(path));
    const linkedIn = /href="(https:\/\/www\.linkedin\.com\/profile\/add[^"]*)"/
      .exec(page)?.[1]
      ?.replaceAll('&amp;', '&');
    expect(Object.fromEntries(new URL(linkedIn ?? '').searchParams)).toMatchObject({
      startTask: 'CERTIFICATION_NAME',
      certUrl: `https://jalon.test/credentials/${fixture.badge}`,
      certId: fixture.badge,
    });
    for (const file of ['preview.png?lang=fr', 'card-square.png?lang=fr', 'qr.svg', 'qr.png'])
      expect(page).toContain(`https://jalon.test/credentials/${fixture.badge}/${file}`);
    expect(page).toContain(`https://jalon.test/credentials/${fixture.badge}.pdf`);
    const snippet = /id="badge-embed"[^>]*>(.*?)<\/textarea>/s
      .exec(page)?.[1]
      ?.replaceAll(/&(lt|gt|quot|amp);/g, (entity) => SIGNS[entity] ?? '');
    expect(snippet).toBe(
      `<a href="https://jalon.test/credentials/${fixture.badge}"><img src="https://jalon.test/credentials/${fixture.badge}.png" alt="Badge «\u00a0RUPN engagé·e\u00a0» délivré par la DANE de Dijon" width="160" height="160"></a>`,
    );
    expect(page).toContain(`/credentials/${fixture.badge}/embed&quot;`);
    for (const form of ['png', 'svg', 'json', 'jws'])
      expect(page).toContain(`/credentials/${fixture.badge}.${form}`);
  });

  it('is hidden and shown again at will', async () => {
    await claire.post(`/my/badges/${fixture.badge}/hide`);
    expect(await publicStatus(fixture.badge)).toBe(404);
    expect(await text(claire.get(`/my/badges/${fixture.badge}`))).toContain(fr.my.badges.one.show.unlisted);
    await claire.post(`/my/badges/${fixture.badge}/show`);
    expect(await publicStatus(fixture.badge)).toBe(200);
  });
});

describe('a school’s badge', () => {
  it('is chosen by its principal, on the same kind of page', async () => {
    const anne = await signInAs(fixture.service, ANNE);
    const path = `/my/badges/${fixture.schoolBadge}`;
    const page = await text(anne.get(path));
    expect(page).toContain(fr.my.badges.one.forSchool('Collège Claude Guyot'));
    expect(page).not.toContain('name="name"');
    expect((await claire.get(path)).status).toBe(404);
    await anne.post(`${path}/accept`, { schools: 'yes', visibility: 'public' });
    expect(await text(fixture.service.get(`/credentials/${fixture.schoolBadge}`))).toContain(
      'Collège Claude Guyot',
    );
  });

  it('can be declined while it waits, and then answers 404', async () => {
    const fresh = await startMyFixture();
    const anne = await signInAs(fresh.service, ANNE);
    const path = `/my/badges/${fresh.schoolBadge}`;
    const declined = `${path}?done=badge-declined`;
    const drawing = 'src="/badges/RUPN-EQUIPE/v1/image.svg';
    expect(await text(anne.get(`/school/${GUYOT}/badge`))).toContain(`${drawing}?size=56"`);
    expect((await anne.post(`${path}/decline`)).headers.get('Location')).toBe(declined);
    expect((await fresh.service.get(`/credentials/${fresh.schoolBadge}`)).status).toBe(404);
    expect((await anne.post(`${path}/accept`, { schools: 'yes', visibility: 'public' })).status).toBe(409);
    expect(await text(anne.get(path))).toContain(fr.my.badges.one.declinedText);
    expect(await text(anne.get(`${path}/decline`))).toContain(fr.my.badges.one.notToDecline.declined);
    expect((await anne.post(`${path}/decline`)).headers.get('Location')).toBe(declined);
    expect(await text(anne.get(`/school/${GUYOT}/badge`))).toContain(`${drawing}?state=unearned"`);
    await fresh.service.stop();
  });
});

describe('a badge in two tabs', () => {
  const FIELDS = { name: 'full', form: 'feminine', schools: 'no', visibility: 'public' };

  it('is not declined by the older tab when it is accepted in the other', async () => {
    const fresh = await startMyFixture();
    const browser = await signInAs(fresh.service, CLAIRE);
    const path = `/my/badges/${fresh.badge}`;
    expect(await text(browser.get(`${path}/decline`))).toContain(fr.my.badges.one.declineConfirm);
    await browser.post(`${path}/accept`, FIELDS);
    const stale = await browser.post(`${path}/decline`);
    expect(stale.status).toBe(409);
    const stated = await stale.text();
    expect(stated).toContain(fr.my.badges.one.notToDecline.accepted);
    expect(stated).not.toContain(fr.my.badges.one.declineConfirm);
    expect((await fresh.service.get(`/credentials/${fresh.badge}`)).status).toBe(200);
    const decline = fresh.service.services.declineCredential({ id: fresh.badge as never, actor: 'test' });
    await expect(decline).rejects.toMatchObject({ code: 'credential-accepted' });
    await fresh.service.stop();
  });

  it('loses no part of two choices at the same moment', async () => {
    const fresh = await startMyFixture();
    const browser = await signInAs(fresh.service, CLAIRE);
    const path = `/my/badges/${fresh.badge}`;
    await browser.post(`${path}/accept`, { ...FIELDS, visibility: 'unlisted' });
    const both = [browser.post(`${path}/hide`), browser.post(`${path}/accept`, FIELDS)];
    for (const { status } of await Promise.all(both)) expect(status).toBe(303);
    const found = await fresh.service.ports.store.readCredential(fresh.badge as never);
    expect(found?.credential?.choice).toMatchObject({ hidden: true, visibility: 'public', name: 'full' });
    await fresh.service.stop();
  });

  it('is left out of the i-Prof mention while it is hidden, because its address leads nowhere', async () => {
    const fresh = await startMyFixture();
    const browser = await signInAs(fresh.service, CLAIRE);
    const path = `/my/badges/${fresh.badge}`;
    await browser.post(`${path}/accept`, FIELDS);
    expect(await text(browser.get('/my/iprof'))).toContain(`/credentials/${fresh.badge}`);
    await browser.post(`${path}/hide`);
    expect(await text(browser.get('/my/iprof'))).not.toContain('/credentials/');
    await fresh.service.stop();
  });
});
