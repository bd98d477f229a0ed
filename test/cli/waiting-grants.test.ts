import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import type { TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';

const CLAIRE = 'claire.dupont@ac-test.example';
const ALL = ['--all-met', '--also-to-look-at'];

let service: TestService;
let agent: SignedInBrowser;
let dane: string;
let server: RunningServer | undefined;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  dane = await tokenOf(service, 'dane');
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await service.stop();
});

const run = (...texts: readonly string[]) =>
  jalon([...texts, '--json'], { environment: service.environment });
const ask = async (path: string, body: unknown) => (await service.post(`/api/v1${path}`, body, dane)).json();
const readAwards = async () => {
  const [person] = await service.ports.store.readPeopleByEmail([CLAIRE]);
  return service.ports.store.readAwardsOf(person ? [{ kind: 'person', personId: person.id }] : []);
};
const awards = async () => (await readAwards()).length;

async function decisionOf(lines: readonly Readonly<Record<string, unknown>>[]): Promise<string> {
  const decision = lines.find(({ kind }) => kind === 'decision');
  return String(decision?.['id']);
}

describe('a grant of the command line that waits', () => {
  it('is the decision that the screen shows, and can be taken back there', async () => {
    const { lines, code } = await run('grant', ...ALL, '--in', '10m');
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { kind: 'waiting', email: CLAIRE, badge: 'RUPN-ENG' },
      { kind: 'decision', decision: 'grant', by: 'cli', done: 0, total: 1, decided: 0, meanwhile: [] },
      { kind: 'summary', waiting: 1, toLookAt: 0, skipped: 0 },
    ]);
    const [, decision] = lines;
    const wait = Date.parse(String(decision?.['startsAt'])) - Date.parse(String(decision?.['madeAt']));
    expect(wait).toBe(600_000);
    expect(await awards()).toBe(0);
    const id = await decisionOf(lines);
    const queue = await (await agent.get('/dane/decisions')).text();
    expect(queue).toContain(fr.dane.decisions.underWay.line.grant(1, fr.dane.people.person.actors.cli));
    expect((await agent.post(`/dane/jobs/${id}/taking-back`)).status).toBe(303);
    expect((await run('decisions', 'show', id)).lines).toMatchObject([
      { kind: 'decision', counts: { 'taken-back': 1 }, finishedAt: expect.any(String) },
    ]);
    expect((await run('decisions', 'list')).lines).toEqual([]);
    expect(await awards()).toBe(0);
  });

  it('is listed, and carried out at once or taken back by the command', async () => {
    const first = await decisionOf((await run('grant', ...ALL, '--in', '1h')).lines);
    expect((await run('decisions', 'list')).lines).toMatchObject([{ id: first, total: 1 }]);
    expect((await run('decisions', 'stop', first)).lines).toMatchObject([{ counts: { 'taken-back': 1 } }]);
    const second = await decisionOf((await run('grant', ...ALL, '--in', '90s')).lines);
    expect((await run('decisions', 'start', second)).lines).toMatchObject([
      { id: second, decided: 1, counts: { granted: 1, issued: 1 }, finishedAt: expect.any(String) },
    ]);
    expect(await awards()).toBe(1);
    expect((await run('decisions', 'show', 'none')).code).toBe(1);
  });

  it('holds its badges back from what an agent decides about many', async () => {
    await run('grant', ...ALL, '--in', '10m');
    const job = (await agent.post('/dane/decisions/judge')).headers.get('Location')?.split('/').at(-1) ?? '';
    while (!(await service.services.advanceJob(job))?.finishedAt);
    const refused = await agent.post('/dane/decisions', { decision: 'refuse-all', reason: 'Pièces' });
    expect(await refused.text()).toContain(fr.forms.faults['under-decision']);
    expect((await ask('/awards', { allMet: true, alsoToLookAt: true })).outcomes).toMatchObject([
      { kind: 'skipped', code: 'decision-waiting' },
    ]);
  });

  it('refuses what is no length of time, and one of more than a day', async () => {
    for (const text of ['soon', '10', '-5m', '25h', '1.5h']) {
      expect((await run('grant', ...ALL, '--in', text)).code).toBe(2);
    }
    expect((await service.post('/api/v1/awards', { allMet: true, waitSeconds: 86_401 }, dane)).status).toBe(
      400,
    );
  });
});

describe('a grant of a program that waits', () => {
  it('is listed and taken back by the API, and by the command line through it', async () => {
    const body = { allMet: true, alsoToLookAt: true, waitSeconds: 600 };
    const { outcomes, decision } = await ask('/awards', body);
    expect(outcomes).toMatchObject([{ kind: 'waiting', email: CLAIRE }]);
    const listed = await service.get('/api/v1/decisions', { Authorization: `Bearer ${dane}` });
    expect(await listed.json()).toEqual({ decisions: [decision] });
    expect(await ask(`/decisions/${decision.id}`, { act: 'stop' })).toMatchObject({
      counts: { 'taken-back': 1 },
    });
    server = await startServer(service.environment);
    const remote = (...texts: readonly string[]) =>
      jalon([...texts, '--remote', server?.url ?? '', '--json'], {
        environment: { DATABASE_URL: 'sqlite:none/none.db', JALON_TOKEN: dane },
      });
    const id = await decisionOf((await remote('grant', ...ALL, '--in', '10m')).lines);
    expect((await remote('decisions', 'start', id)).lines).toMatchObject([
      { counts: { granted: 1, issued: 1 }, decided: 1 },
    ]);
    expect(await awards()).toBe(1);
  });

  it('says what a colleague decided in the meantime, and who', async () => {
    const { decision } = await ask('/awards', { allMet: true, alsoToLookAt: true, waitSeconds: 600 });
    await run('grant', '--person', CLAIRE, '--badge', 'RUPN-ENG');
    expect(await ask(`/decisions/${decision.id}`, { act: 'start' })).toMatchObject({
      decided: 0,
      counts: { 'award-exists': 1 },
      meanwhile: [{ by: 'cli', granted: 1, refused: 0 }],
    });
  });

  it('ends without a badge once the token that made it is revoked', async () => {
    const { decision } = await ask('/awards', { allMet: true, alsoToLookAt: true, waitSeconds: 600 });
    for (const { id } of await service.services.listTokens()) {
      await service.services.revokeToken({ id, actor: 'cli' });
    }
    await service.services.startJob({ id: decision.id, actor: 'cli' as never });
    while (!(await service.services.advanceJob(decision.id))?.finishedAt);
    const job = await service.ports.store.readJob(decision.id);
    expect(job?.progress.counts).toEqual({ 'agent-no-more': 1 });
    expect(await awards()).toBe(0);
  });

  it('grants again with the reason that was given, as a grant at once does', async () => {
    const one = { person: CLAIRE, badge: 'RUPN-CONF', reason: 'Parcours reconnu', waitSeconds: 600 };
    const { decision } = await ask('/awards', one);
    expect(await ask(`/decisions/${decision.id}`, { act: 'start' })).toMatchObject({ decided: 1 });
    expect(await readAwards()).toMatchObject([
      { award: { achievement: 'RUPN-CONF', overrideReason: 'Parcours reconnu' } },
    ]);
  });
});
