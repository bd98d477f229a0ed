import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromDayNumber, localDateInParis, toDayNumber } from '../../src/domain/time/calendar.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { contradictionsOf } from '../support/invariants.ts';
import {
  issueEverything,
  ONE_RUPN,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { openThirdPartyVerifier } from '../support/third-party/verifiers.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const AGENT = 'agent@ac-test.example';
const OTHER = 'autre.agent@ac-test.example';
const HOLDER = 'claire.dupont@ac-test.example';
const t = fr.dane.badges;

let service: TestService;
let agent: SignedInBrowser;
let other: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n${OTHER};Paul;Martin;dane\n`,
  });
  [agent, other] = [await signInAs(service, AGENT), await signInAs(service, OTHER)];
});
afterEach(async () => {
  vi.useRealTimers();
  await service.stop();
});

const today = () => localDateInParis(service.ports.clock.now());
const tomorrow = () => fromDayNumber(toDayNumber(today()) + 1);
const versions = () => service.ports.catalogue.versions();
const codes = () => (versions().at(-1)?.achievements ?? []).map(({ code }) => code);
const pathOf = (answer: Response) => (answer.headers.get('Location') ?? '').split(/[?#]/)[0] ?? '';
const text = async (answer: Promise<Response>) => (await answer).text();

/** Begins a draft on the screen, and returns its page. */
async function begin(how: Readonly<Record<string, string>>, by = agent): Promise<string> {
  const path = pathOf(await by.post('/dane/badges/drafts', how));
  expect(path).toMatch(/^\/dane\/badges\/drafts\/[\w-]+$/);
  return path;
}

/** The fields of the draft's form, as a browser would send them. */
async function fieldsOf(path: string, by = agent): Promise<Record<string, string>> {
  const html = await text(by.get(path));
  const begins = html.lastIndexOf('<form', html.indexOf('name="seen"'));
  const form = html.slice(begins, html.indexOf('</form>', begins));
  const fields: Record<string, string> = {};
  for (const [, tag = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1];
    const isLeftOut = /type="(radio|checkbox)"/.test(tag) && !tag.includes('checked');
    if (of('name') && !isLeftOut) fields[of('name') ?? ''] ??= of('value') ?? '';
  }
  for (const [, name = '', value = ''] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)</g)) {
    fields[name] = value;
  }
  return fields;
}

const RELAY = {
  '/code': 'RUPN-RELAIS',
  '/name/fr': 'RUPN relais',
  '/name/en': 'RUPN relay',
  '/titles/feminine': '',
  '/titles/masculine': '',
};

const send = async (path: string, fields: Readonly<Record<string, string>>, by = agent) =>
  by.post(path, { ...(await fieldsOf(path, by)), ...fields });

/** A copy of the first badge under its own name, ready to be adopted. */
async function writeRelay(by = agent): Promise<string> {
  const path = await begin({ from: 'copy', code: 'RUPN-ENG' }, by);
  expect(pathOf(await send(path, { ...RELAY, edit: 'review' }, by))).toBe(`${path}/adoption`);
  return path;
}

const adopt = (path: string, from: string, by = agent) => send(`${path}/adoption`, { from }, by);

describe('a badge that the office writes', () => {
  it('is seen by no one else before it is adopted', async () => {
    const path = await writeRelay();
    expect((await service.get('/badges/RUPN-RELAIS')).status).toBe(404);
    const holder = await signInAs(service, HOLDER);
    for (const page of [path, `${path}/image.svg`, `${path}/moves.csv`]) {
      expect((await holder.get(page)).status).toBe(403);
    }
    expect(await text(other.get('/dane/badges'))).toContain('RUPN relais');
  });

  it('says what is missing, each with its field, and is not adopted before', async () => {
    const path = await begin({ from: 'nothing' });
    expect(pathOf(await send(path, { edit: 'review' }))).toBe(path);
    const html = await text(agent.get(path));
    for (const place of ['/code', '/name/fr', '/description/fr', '/requirements']) {
      expect(html).toContain(`href="#${place}"`);
    }
    await agent.post(`${path}/adoption`, { seen: '2', from: today() });
    expect(versions()).toHaveLength(1);
  });

  it('does not take the code of another badge, published or retired', async () => {
    const path = await writeRelay();
    await send(path, { '/code': 'RUPN-EXP', edit: 'save' });
    expect(await text(agent.get(path))).toContain(t.faultWords('duplicate-code').slice(0, 20));
    await agent.post(`${path}/adoption`, { seen: '3', from: today() });
    expect(versions()).toHaveLength(1);
  });

  it('is not overwritten from an older page', async () => {
    const path = await writeRelay();
    const before = await fieldsOf(path, other);
    await send(path, { '/name/fr': 'RUPN passerelle', edit: 'save' });
    const late = await other.post(path, { ...before, '/name/fr': 'RUPN autre', edit: 'save' });
    expect(late.status).toBe(409);
    expect(await text(agent.get(path))).toContain('RUPN passerelle');
  });

  it('refuses a drawing that runs or fetches something, and says how to fix it', async () => {
    const path = await writeRelay();
    const form = new FormData();
    for (const [name, value] of Object.entries(await fieldsOf(path))) form.set(name, value);
    form.set('/drawing/kind', 'own');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
    form.set('/drawing/image', new File([svg], 'x.svg', { type: 'image/svg+xml' }));
    form.set('edit', 'save');
    const answer = await agent.send(path, {
      method: 'POST',
      headers: { Origin: TEST_ORIGIN },
      body: form,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(fr.forms.faults['drawing-script']);
  });

  it('is counted on everybody, by name and in a file', async () => {
    const path = await writeRelay();
    await send(path, { edit: 'try' });
    const html = await text(agent.get(path));
    expect(html).toContain(t.trial.met(1));
    expect(html).toContain('Claire Dupont');
    const csv = await text(agent.get(`${path}/moves.csv`));
    expect(csv).toContain('Claire Dupont');
    expect(csv).toContain(t.trial.moves.gain);
  });
});

describe('a badge that is adopted', () => {
  it('may begin today where it is new, is awarded, and verifies elsewhere', async () => {
    const path = await writeRelay();
    expect(pathOf(await adopt(path, today()))).toBe('/dane/decisions');
    expect(codes()).toContain('RUPN-RELAIS');
    expect((await agent.get(path)).status).toBe(404);
    const page = await text(agent.get('/dane/decisions?badge=RUPN-RELAIS'));
    expect(page).toContain('Claire Dupont');
    await issueEverything(service);
    const [person] = await service.ports.store.readPeopleByEmail([HOLDER]);
    const awards = await service.ports.store.readAwardsOf([
      { kind: 'person', personId: person?.id as never },
    ]);
    const found = awards.find(({ award }) => award.achievement === 'RUPN-RELAIS');
    expect(found?.award.version).toBe(2);
    const document = JSON.parse(found?.credential?.document ?? '{}');
    const verifiers = (['dcc', 'didkit'] as const).map((name) =>
      openThirdPartyVerifier(name, ({ url, headers }) =>
        url.startsWith(`${TEST_ORIGIN}/`) ? service.get(url.slice(TEST_ORIGIN.length), headers) : undefined,
      ),
    );
    for (const verifier of verifiers) {
      expect(await verifier.verify(document)).toMatchObject({ verified: true, faults: [] });
      verifier.close();
    }
    expect(await contradictionsOf(service, 'whole')).toEqual([]);
  });

  it('is taken back until a badge was awarded by its version', async () => {
    await adopt(await writeRelay(), today());
    await service.services.withdrawCriteria({ version: 2, actor: agent.personId });
    expect(codes()).not.toContain('RUPN-RELAIS');
    expect(await text(agent.get('/dane/decisions'))).not.toContain('RUPN relais');
    await adopt(await writeRelay(), today());
    await issueEverything(service);
    await expect(service.services.withdrawCriteria({ version: 3, actor: agent.personId })).rejects.toThrow(
      'store-conflict',
    );
  });

  it('begins tomorrow at the earliest where it changes what is published', async () => {
    const path = await begin({ from: 'change', code: 'RUPN-ENG' });
    await send(path, { '/name/fr': 'RUPN engagé', edit: 'save' });
    const early = await adopt(path, today());
    expect(early.status).toBe(400);
    expect(await early.text()).toContain(fr.forms.faults['too-early']);
    expect(pathOf(await adopt(path, tomorrow()))).toBe('/dane/badges');
    expect(versions().at(-1)).toMatchObject({ version: 2, inForceFrom: tomorrow() });
  });

  it('is adopted by a second person where that is asked, who can send it back', async () => {
    await agent.post('/dane/settings/approvals', { criteria: 'on' });
    const proposed = pathOf(await adopt(await writeRelay(), today()));
    expect(proposed).toMatch(/^\/dane\/criteria\/drafts\//);
    expect(versions()).toHaveLength(1);
    expect(await text(other.get(proposed))).toContain(t.changes.added('RUPN relais'));
    await other.post(proposed, { decision: 'send-back', words: 'Un autre nom' });
    const again = await begin({ from: 'proposal', code: proposed.split('/').at(-1) ?? '' });
    const second = pathOf(await adopt(again, today()));
    expect((await agent.post(second, { decision: 'adopt' })).status).toBe(409);
    expect((await other.post(second, { decision: 'adopt' })).status).toBe(303);
    expect(codes()).toContain('RUPN-RELAIS');
  });
});

describe('a badge that is retired', () => {
  const retire = (code: string) => agent.post(`/dane/badges/${code}/retirement`, { from: tomorrow() });

  it('is awarded no more, and whoever holds it keeps it, with a page that says so', async () => {
    const [badge] = await issueEverything(service);
    const own = await signInAs(service, HOLDER);
    await service.services.acceptCredential({
      ...{ id: badge?.id as never, actor: own.personId },
      ...{ visibility: 'public', name: 'full', form: 'feminine' },
    } as never);
    expect((await retire('RUPN-ENG')).status).toBe(303);
    expect(await text(service.get(badge?.path ?? ''))).not.toContain('ne s’attribue plus');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 });
    await service.ports.catalogue.refresh('now');
    agent = await signInAs(service, AGENT);
    expect(await text(agent.get('/dane/badges'))).toContain(t.retiredNote);
    for (const page of [badge?.path ?? '', '/badges/RUPN-ENG', '/badges/RUPN-ENG/v1']) {
      const answer = await service.get(page);
      expect([page, answer.status]).toEqual([page, 200]);
      expect(await answer.text()).toContain('ne s’attribue plus');
    }
    expect(await text(service.get('/badges'))).not.toContain('RUPN-ENG');
    const later = await signInAs(service, HOLDER);
    expect((await later.get('/my/badges')).status).toBe(200);
    await expect(grantOf('RUPN-ENG')).rejects.toThrow('unknown-achievement');
    expect(await contradictionsOf(service, 'quick')).toEqual([]);

    const back = await begin({ from: 'change', code: 'RUPN-ENG' });
    expect(pathOf(await adopt(back, today()))).toBe('/dane/decisions');
    expect(codes()).toContain('RUPN-ENG');
  });

  it('stays where another badge asks for it', async () => {
    const path = await writeRelay();
    await send(path, { edit: 'add /requirements meets' });
    await adopt(path, today());
    expect(codes()).toContain('RUPN-RELAIS');
    const named = versions()
      .at(-1)
      ?.achievements.find(({ code }) => code === 'RUPN-RELAIS');
    const meets = named?.requirements.flatMap(({ rule }) => ('meets' in rule ? [rule.meets] : []))[0] ?? '';
    const refused = await retire(meets);
    expect(refused.status).toBe(409);
    expect(codes()).toContain(meets);
  });
});

async function grantOf(achievement: string): Promise<void> {
  const scope = { kind: 'person' as const, email: HOLDER, achievement };
  for await (const _ of service.services.grantAwards({ scope, actor: 'test' }));
}

describe('programs and the command line', () => {
  it('read, try, adopt and retire badges as the screen does', async () => {
    const { secret } = await service.services.createToken({ role: 'dane', name: 'badges', actor: 'test' });
    const read = await (await service.get('/api/v1/badges', { Authorization: `Bearer ${secret}` })).json();
    expect(read.badges.length).toBeGreaterThan(0);
    const badge = { ...JSON.parse(read.badges[0].badge), ...{ code: 'RUPN-API' } };
    const wrong = await service.post('/api/v1/badges/trials', { badge: '{"code":"x"}' }, secret);
    expect((await wrong.json()).faults.length).toBeGreaterThan(0);
    const deep = { badge: `{"code":${'['.repeat(50_000)}${']'.repeat(50_000)}}` };
    expect((await service.post('/api/v1/badges/trials', deep, secret)).status).toBe(400);
    const secretive = { badge: JSON.stringify({ ...badge, name: { fr: 'De 12E3456789ABC', en: 'x' } }) };
    const reported = await (await service.post('/api/v1/badges/trials', secretive, secret)).text();
    expect(reported).toContain('"numen"');
    expect(reported).not.toContain('12E3456789ABC');
    const given = { badge: JSON.stringify(badge) };
    const trial = await (await service.post('/api/v1/badges/trials', given, secret)).json();
    expect(trial).toMatchObject({ faults: [], difference: 'adds' });
    const adopted = await service.post('/api/v1/badges/versions', { ...given, from: today() }, secret);
    expect(await adopted.json()).toEqual({ kind: 'adopted', version: 2 });
    const retired = await service.post('/api/v1/badges/RUPN-API/retirement', { from: tomorrow() }, secret);
    expect(await retired.json()).toEqual({ kind: 'adopted', version: 3 });
  });

  it(
    'read a badge as a file, change it and adopt it',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'jalon-badge-'));
      const run = (...texts: string[]) => jalon(texts, { environment: service.environment });
      const shown = await run('badges', 'show', 'RUPN-ENG');
      const file = join(folder, 'badge.json');
      const own = { kind: 'own', image: 'sign.svg', words: { fr: 'un rond', en: 'a circle' } };
      writeFileSync(
        join(folder, 'sign.svg'),
        '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>',
      );
      const badge = { ...JSON.parse(shown.stdout), code: 'RUPN-FICHIER', drawing: own };
      writeFileSync(file, JSON.stringify(badge));
      expect((await run('badges', 'check', file)).stdout).toContain('RUPN-FICHIER');
      expect((await run('badges', 'adopt', file, '--from', today())).code).toBe(0);
      expect((await run('badges', 'list')).stdout).toContain('RUPN-FICHIER');
      writeFileSync(file, JSON.stringify({ ...badge, code: 'RUPN-ENG' }));
      expect((await run('badges', 'check', file)).code).toBe(1);
      expect((await run('badges', 'retire', 'RUPN-FICHIER', '--from', tomorrow())).code).toBe(0);
      writeFileSync(file, '[]');
      expect((await run('badges', 'check', file)).code).toBe(2);
      rmSync(folder, { recursive: true });
    },
    MUCH_WORK_MS,
  );
});
