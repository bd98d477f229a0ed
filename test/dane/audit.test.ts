import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../src/domain/audit/entry.ts';
import { AGENT, CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
});
afterEach(() => service.stop());

const t = fr.dane.audit;
const page = async (query = '') => (await agent.get(`/dane/audit${query}`)).text();
const csv = async (query = '') => (await agent.get(`/dane/audit/journal.csv${query}`)).text();

describe('the log of acts', () => {
  it('says who did what to whom, why and by which channel, with links', async () => {
    const [badge] = await issueEverything(service);
    if (!badge) throw new Error('no badge was issued');
    await agent.post(`/dane/credentials/${badge.id}/revocation`, { reason: 'Une erreur de saisie' });
    const [claire] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    const html = await page('?act=badges');
    expect(html).toContain(`<a href="/dane/people/${claire?.id}">Claire Dupont</a>`);
    expect(html).toContain(fr.dane.people.person.actions['credential-revoked']);
    expect(html).toContain('Une erreur de saisie');
    expect(html).toContain('Odile Richardot');
    expect(html).toContain(t.roads.page);
    expect(html).toContain(t.waits);
  });

  it('is narrowed by person, kind of act and day', async () => {
    await service.services.changeSettings(
      { name: 'words', value: { office: 'DRNE' }, seen: undefined },
      agent.personId,
    );
    const texts = t.actions['settings-changed'];
    expect(await page('?q=richardot')).toContain(texts);
    expect(await page(`?q=${AGENT}&act=service`)).toContain(texts);
    expect(await page('?q=claire')).not.toContain(texts);
    expect(await page('?act=files')).not.toContain(texts);
    expect(await page('?from=2099-01-01')).toContain(t.empty);
    expect(await page('?to=2020-01-01')).toContain(t.empty);
    expect(await page('?q=personne-de-ce-nom')).toContain(t.empty);
    expect(await page('?from=hier')).toContain(fr.forms.faults['invalid-date']);
    expect((await agent.get('/dane/audit/journal.csv?from=hier')).status).toBe(400);
  });

  it('says how far it is sealed, and shows the signed state', async () => {
    expect(await page()).toContain('attend');
    await service.services.sealAudit();
    const { checkpoint, sealed } = await service.services.readAuditSeal();
    const html = await page();
    expect(html).toContain(`jalon.test/audit\n${sealed}\n`);
    expect(html).toContain(fr.moment(checkpoint?.signedAt ?? ''));
    expect(html).not.toContain(t.waits);
  });

  it('is a file of the same lines, safe in a spreadsheet, with the signed state at its foot', async () => {
    const { store, clock } = service.ports;
    const stated = {
      at: clock.now(),
      actor: 'token:=cmd|calc',
      subject: '=1+1',
      details: { reason: '=2+2' },
    };
    await store.commit([audit('file-imported', stated)]);
    await service.services.sealAudit();
    const file = await csv('?act=files');
    expect(file).toContain(t.actions['file-imported']);
    expect(file).not.toMatch(/(^|[;,"\n])=/);
    expect(file).toContain('jalon.test/audit');
    expect(await page('?act=files')).toContain(t.actions['register-exported']);
  });

  it('names no one who was erased', async () => {
    await issueEverything(service);
    await service.services.erasePerson({ email: CLAIRE, actor: agent.personId });
    for (const shown of [await page(), await csv()]) {
      expect(shown).toContain(t.actions['person-erased']);
      expect(shown).not.toMatch(/Claire|Dupont/);
    }
  });

  it('leads from page to page, each line once', async () => {
    const { store, clock } = service.ports;
    const at = clock.now();
    const acts = Array.from({ length: 70 }, (_, turn) =>
      audit('event-created', { at, actor: 'cli', subject: `EV-${100 + turn}` }),
    );
    await store.commit(acts);
    const codes = (html: string) => [...html.matchAll(/EV-\d{3}/g)].map(([code]) => code);
    const first = await page('?act=events');
    const next = /href="(\/dane\/audit\?[^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
    const second = await (await agent.get(next ?? '')).text();
    expect([...codes(first), ...codes(second)].toSorted()).toEqual(
      acts.map(({ entry }) => entry.subject).toSorted(),
    );
    expect(codes(first)).toHaveLength(50);
  });
});
