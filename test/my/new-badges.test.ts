import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import { bakePng } from '../../src/open-badges/baking/bake-png.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { ANNE, CLAIRE, type MyFixture, PAUL, startMyFixture } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
/** Claire's three new badges, the first granted first. */
let ids: readonly CredentialId[];
beforeEach(async () => {
  fixture = await startMyFixture();
  const { services } = fixture.service;
  for (const achievement of ['RUPN-CONF', 'RUPN-ACC']) {
    const scope = { kind: 'person' as const, email: CLAIRE, achievement };
    for await (const _ of services.grantAwards({ scope, actor: 'test', reason: 'Parcours reconnu' }));
  }
  for await (const _ of services.issueCredentials({ actor: 'test' }));
  claire = await signInAs(fixture.service, CLAIRE);
  const { waiting } = await services.readNewBadges({ kind: 'person', personId: claire.personId });
  ids = waiting.map(({ credential }) => credential.id);
});
afterEach(() => fixture.service.stop());

const NAMED = { visibility: 'unlisted', name: 'full', form: 'feminine' };
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const publicStatus = async (id: string) => (await fixture.service.get(`/credentials/${id}`)).status;
const choiceOf = async (id: CredentialId | undefined) =>
  (await fixture.service.ports.store.readCredential(id ?? ('' as CredentialId)))?.credential?.choice;
const acceptances = async () =>
  (await fixture.service.ports.store.readAuditOf(ids, 100)).filter(
    ({ action }) => action === 'credential-accepted',
  ).length;

describe('new badges', () => {
  it('are announced at home and shown together, each with a link to decline it', async () => {
    expect(ids).toHaveLength(3);
    const home = await text(claire.get('/my'));
    expect(home).toContain(fr.my.moment.home.title(3));
    expect(home).not.toContain('Rien n’attend votre réponse');
    const page = await text(claire.get('/my/badges/new'));
    expect(page).toContain(fr.my.moment.title(3));
    for (const id of ids) {
      expect(page).toContain(`src="/my/badges/${id}/image.svg?size=256"`);
      expect(page).toMatch(new RegExp(`id="badge-${id}"[^>]*checked`));
      expect(page).toContain(`href="/my/badges/${id}/decline"`);
    }
    // No choice about the holder's name or address is ticked for them.
    expect(page).toMatch(/id="visibility-unlisted"[^>]*checked/);
    expect(page).not.toMatch(/id="(name-\w+|schools|email)"[^>]*checked/);
  });

  it('are accepted with one choice, and published with the tools to share them', async () => {
    const sent = await claire.post('/my/badges/new', { badge: ids, ...NAMED });
    expect(sent.status).toBe(303);
    const page = await text(claire.get(sent.headers.get('Location') ?? ''));
    expect(page).toContain(fr.my.moment.published.title);
    // The public profile is offered with all of them ticked, by the one button that stands out.
    expect(page.split('class="button"')).toHaveLength(2);
    const [, profile = ''] = /class="button" href="(\/my\/profile[^"]*)"/.exec(page) ?? [];
    const chosen = await text(claire.get(profile.replaceAll('&amp;', '&')));
    for (const id of ids) expect(chosen).toMatch(new RegExp(`value="${id}"[^>]*checked`));
    for (const title of ['RUPN engagée', 'RUPN confirmée', 'Accompagnatrice numérique'])
      expect(page).toContain(`J’ai reçu le badge numérique «\u00a0${title}\u00a0»`);
    for (const id of ids) {
      expect(await text(fixture.service.get(`/credentials/${id}`))).toContain('Claire Dupont');
      for (const file of ['/preview.png', '/card-square.png', '/qr.svg', '/qr.png', '.pdf'])
        expect(page).toContain(`/credentials/${id}${file}`);
      expect((await fixture.service.get(`/credentials/${id}/image.png`)).status).toBe(200);
    }
    expect(await text(claire.get('/my/badges/new'))).toContain(fr.my.moment.none);
  });

  it('are published with the highest level first and opened', async () => {
    const [engaged, confirmed, outsideLevels] = ids;
    const sent = await claire.post('/my/badges/new', { badge: ids, ...NAMED });
    const page = await text(claire.get(sent.headers.get('Location') ?? ''));
    const placeOf = (id: CredentialId | undefined) => page.indexOf(`id="name-${id}"`);
    const places = [confirmed, engaged, outsideLevels].map(placeOf);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const unfolded = page.indexOf(/<details[^>]*\sopen\b/.exec(page)?.[0] ?? '');
    expect(placeOf(confirmed)).toBeGreaterThan(0);
    expect([placeOf(confirmed) < unfolded, unfolded < placeOf(engaged)]).toEqual([true, true]);
  });

  it('are left out where they are not ticked', async () => {
    const [first = '', ...others] = ids;
    await claire.post('/my/badges/new', { badge: [first], ...NAMED });
    expect(await publicStatus(first)).toBe(200);
    for (const id of others) expect(await choiceOf(id)).toMatchObject({ acceptance: 'private' });
    expect(await text(claire.get(`/my/badges/published?badge=${first}`))).toContain(
      fr.my.moment.published.remaining,
    );
  });

  it('have the last choice ticked the next time, except for the address', async () => {
    const [first = ''] = ids;
    await claire.post('/my/badges/new', { badge: [first], ...NAMED, schools: 'yes', email: 'yes' });
    expect(await choiceOf(ids[0])).toMatchObject({ showSchools: true, emailIdentifier: true });
    const page = await text(claire.get('/my/badges/new'));
    for (const field of ['visibility-unlisted', 'name-full', 'form-feminine', 'schools'])
      expect(page).toMatch(new RegExp(`id="${field}"[^>]*checked`));
    expect(page).not.toMatch(/id="email"[^>]*checked/);
  });

  it('stay unchanged where the form is incomplete, and it is shown again', async () => {
    const nameless = await claire.post('/my/badges/new', { badge: ids, visibility: 'public' });
    expect(nameless.status).toBe(400);
    expect(await text(nameless)).toContain('href="#name"');
    const formless = await claire.post('/my/badges/new', { badge: ids, visibility: 'public', name: 'full' });
    expect(await text(formless)).toContain('href="#form"');
    const none = await claire.post('/my/badges/new', NAMED);
    expect(await text(none)).toContain('href="#badge"');
    for (const id of ids) expect(await publicStatus(id)).toBe(404);
  });
});

describe('one answer to several badges', () => {
  it('does not lose the others where one was declined or accepted in the meantime', async () => {
    const [declined, accepted, last] = ids;
    await claire.post(`/my/badges/${declined}/decline`);
    await claire.post(`/my/badges/${accepted}/accept`, { visibility: 'public', name: 'none' });
    const sent = await claire.post('/my/badges/new', { badge: ids, ...NAMED });
    expect(await choiceOf(declined)).toMatchObject({ acceptance: 'declined' });
    expect(await choiceOf(accepted)).toMatchObject({ visibility: 'public', name: 'none' });
    expect(await choiceOf(last)).toMatchObject({ acceptance: 'accepted', name: 'full' });
    expect(await text(claire.get(sent.headers.get('Location') ?? ''))).toMatch(
      like(fr.my.moment.published.not.declined(ANY)),
    );
  });

  it('does not publish one that was revoked in the meantime', async () => {
    const [revoked, saved] = ids;
    const order = { id: revoked as CredentialId, reason: 'Erreur', actor: 'test' };
    await fixture.service.services.revokeCredential(order);
    const sent = await claire.post('/my/badges/new', { badge: ids, ...NAMED });
    expect(await publicStatus(revoked ?? '')).toBe(404);
    expect(await publicStatus(saved ?? '')).toBe(200);
    expect(await text(claire.get(sent.headers.get('Location') ?? ''))).toMatch(
      like(fr.my.moment.published.not.revoked(ANY)),
    );
  });

  it('changes nothing when it is sent again, even after a later choice', async () => {
    const form = { badge: ids, ...NAMED };
    await claire.post('/my/badges/new', form);
    const before = await acceptances();
    await claire.post(`/my/badges/${ids[0]}/hide`);
    expect((await claire.post('/my/badges/new', form)).status).toBe(303);
    expect(await acceptances()).toBe(before);
    expect(await choiceOf(ids[0])).toMatchObject({ hidden: true });
  });

  it('accepts only the person’s own badges', async () => {
    const paul = await signInAs(fixture.service, PAUL);
    expect((await paul.post('/my/badges/new', { badge: ids, ...NAMED })).status).toBe(400);
    const [first] = ids;
    expect((await paul.get(`/my/badges/published?badge=${first}`)).status).toBe(404);
    const preview = `/my/badges/new/preview?badge=${first}&visibility=public&name=none`;
    expect((await paul.get(preview)).status).toBe(400);
    await claire.post('/my/badges/new', { badge: [ids[0] ?? '', fixture.schoolBadge], ...NAMED });
    expect(await choiceOf(fixture.schoolBadge as CredentialId)).toMatchObject({ acceptance: 'private' });
  });
});

describe('a badge for oneself only', () => {
  const ME = { visibility: 'me' };

  it('is accepted and not public, until its holder shows it', async () => {
    const sent = await claire.post('/my/badges/new', { badge: ids, ...ME });
    const page = await text(claire.get(sent.headers.get('Location') ?? ''));
    expect(page).toContain(fr.my.moment.published.titleKept);
    expect(page).not.toContain('linkedin.com');
    for (const id of ids) {
      expect(await choiceOf(id)).toMatchObject({ acceptance: 'accepted', hidden: true });
      for (const suffix of ['', '.json', '.png', '/preview.png', '/image.png', '/qr.svg'])
        expect((await fixture.service.get(`/credentials/${id}${suffix}`)).status).toBe(404);
    }
    const path = `/my/badges/${ids[0]}`;
    expect(await text(claire.get(path))).toMatch(/id="visibility-me"[^>]*checked/);
    await claire.post(`${path}/accept`, { ...NAMED, seenBy: 'me' });
    expect(await publicStatus(ids[0] ?? '')).toBe(200);
  });

  it('can be one that was public, without losing its choices', async () => {
    await claire.post('/my/badges/new', { badge: ids, ...NAMED });
    const path = `/my/badges/${ids[0]}`;
    await claire.post(`${path}/accept`, { ...NAMED, ...ME, seenBy: 'unlisted' });
    expect(await publicStatus(ids[0] ?? '')).toBe(404);
    await claire.post(`${path}/show`);
    expect(await text(fixture.service.get(`/credentials/${ids[0]}`))).toContain('Claire Dupont');
  });

  it('can be the school’s too', async () => {
    const anne = await signInAs(fixture.service, ANNE);
    const path = `/my/badges/${fixture.schoolBadge}`;
    const sent = await anne.post(`${path}/accept`, ME);
    expect(await publicStatus(fixture.schoolBadge)).toBe(404);
    const page = await text(anne.get(sent.headers.get('Location') ?? ''));
    expect(page).toContain(fr.my.moment.published.keptForSchool);
  });
});

describe('the preview of new badges', () => {
  /** The words of the page about the badge: its title, and the whole article without the instant of the
   *  check. */
  const statedBy = (page: string) => {
    const title = /property="og:title" content="([^"]*)"/.exec(page)?.[1];
    const description = /property="og:description" content="([^"]*)"/.exec(page)?.[1];
    return { title, description };
  };

  it('is what is then served: the card byte for byte but for the signed badge inside, its title and its description', async () => {
    const query = new URLSearchParams([...ids.map((id) => ['badge', id]), ...Object.entries(NAMED)]);
    const preview = await text(claire.get(`/my/badges/new/preview?${query}`));
    expect(preview).toContain(fr.my.moment.previewTitle);
    const shown = await Promise.all(
      ids.map(async (id) => {
        const card = new RegExp(`src="(/my/badges/${id}/card\\.png[^"]*)"`).exec(preview)?.[1] ?? '';
        const whole = new RegExp(`href="(/my/badges/${id}/preview[^"]*)"`).exec(preview)?.[1] ?? '';
        const [image, page] = await Promise.all(
          [card, whole].map((path) => claire.get(path.replaceAll('&amp;', '&'))),
        );
        return { image: await image?.bytes(), ...statedBy((await page?.text()) ?? '') };
      }),
    );
    expect(await choiceOf(ids[0])).toMatchObject({ acceptance: 'private', name: 'none' });
    await claire.post('/my/badges/new', { badge: ids, ...NAMED });
    for (const [index, id] of ids.entries()) {
      const image = await fixture.service.get(`/credentials/${id}/preview.png?lang=fr`);
      const page = statedBy(await text(fixture.service.get(`/credentials/${id}?lang=fr`)));
      const { image: previewed, ...said } = shown[index] ?? {};
      const { document } = (await fixture.service.ports.store.readCredential(id))?.credential ?? {};
      expect(Buffer.from(await image.bytes())).toEqual(
        Buffer.from(bakePng(previewed ?? new Uint8Array(), document ?? '')),
      );
      expect(said).toEqual(page);
      expect(preview).toContain(`<strong>${page.title}</strong>`);
      expect(preview).toContain(page.description);
    }
  });

  it('keeps the choice on the way back, and states that no one sees a private badge', async () => {
    const choice = 'visibility=public&name=initials&schools=yes';
    const preview = await text(claire.get(`/my/badges/new/preview?badge=${ids[1]}&${choice}`));
    const back = /href="(\/my\/badges\/new\?[^"]*)"/.exec(preview)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const page = await text(claire.get(back));
    for (const field of ['visibility-public', 'name-initials', 'schools', `badge-${ids[1]}`])
      expect(page).toMatch(new RegExp(`id="${field}"[^>]*checked`));
    expect(page).not.toMatch(new RegExp(`id="badge-${ids[0]}"[^>]*checked`));
    const own = await text(claire.get(`/my/badges/new/preview?badge=${ids[1]}&visibility=me`));
    expect(own).toContain(fr.my.moment.previewMe(1));
    expect(own).not.toContain('card.png');
  });
});

describe('declining', () => {
  it('is private, and leads on to the badges that still wait', async () => {
    const [first, ...others] = ids;
    const sent = await claire.post(`/my/badges/${first}/decline`);
    expect(sent.headers.get('Location')).toBe('/my/badges/new?done=badge-declined');
    expect(await publicStatus(first ?? '')).toBe(404);
    expect(await text(claire.get('/my/badges/new'))).toContain(fr.my.moment.title(2));
    for (const id of others) await claire.post(`/my/badges/${id}/decline`);
    expect(await text(claire.get('/my'))).not.toContain('nouveaux badges');
  });
});
