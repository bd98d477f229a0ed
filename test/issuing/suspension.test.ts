import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';
import { openThirdPartyVerifier, type ThirdPartyVerifier } from '../support/third-party/verifiers.ts';

const REASON = 'Une pièce du dossier est vérifiée';
const actor = 'test';

let service: TestService;
let badge: IssuedBadge;
/** A second connection, which is another process for the database. */
let other: NodeContext;
let dcc: ThirdPartyVerifier;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  other = await openNodeContext(service.environment);
  dcc = openThirdPartyVerifier('dcc', ({ url, headers }) =>
    url.startsWith(TEST_ORIGIN) ? service.get(url.slice(TEST_ORIGIN.length), headers) : undefined,
  );
});
afterAll(async () => {
  dcc.close();
  await other.close();
  await service.stop();
});

const suspend = (context: NodeContext = service) =>
  context.services.suspendCredential({
    id: badge.id,
    cause: 'check',
    reason: REASON,
    note: 'Appeler la personne mardi',
    actor,
  });
const resume = () => service.services.resumeCredential({ id: badge.id, actor });
const textOf = async (path: string) => (await service.get(path)).text();
const documentOf = async () => JSON.parse(await textOf(`${badge.path}.json`));
const verdictOf = async (document: unknown) => {
  const answer = await service.post('/api/v1/verifications', { credential: document });
  const { verdict, verified } = await answer.json();
  return { verdict, verified };
};
const listPath = async () => new URL((await documentOf()).credentialStatus.statusListCredential).pathname;

describe('a suspended badge', () => {
  it('is answered only after its end, if its holder had not answered', async () => {
    await suspend();
    await expect(service.services.acceptCredential({ id: badge.id, actor })).rejects.toMatchObject({
      code: 'already-suspended',
    });
    for await (const accepted of service.services.acceptAll({ actor })) throw new Error(accepted.id);
    expect((await service.get(badge.path)).status).toBe(404);
    await resume();
    await service.services.acceptCredential({ id: badge.id, actor });
  });

  it('is refused at once by all verifiers, and later valid again with the same bytes', async () => {
    const before = await textOf(`${badge.path}.json`);
    const jws = await textOf(`${badge.path}.jws`);
    expect(await textOf(badge.path)).toContain(fr.verification.innerVerdict.valid);
    expect((await dcc.verify(JSON.parse(before))).faults).toEqual([]);

    // Another process suspends it: this process's kept answers must end too.
    expect(await suspend(other)).toMatchObject({ cause: 'check', published: true });
    const page = await textOf(badge.path);
    expect(page).toContain('suspendu');
    expect(page).toContain('Une vérification est en cours.');
    expect(page).toContain(REASON);
    expect(page).not.toContain('mardi');
    expect(page).not.toContain('révoqué par');
    expect(await textOf(`${badge.path}.json`)).toBe(before);
    expect(await verdictOf(JSON.parse(before))).toEqual({ verdict: 'suspended', verified: false });
    expect(await verdictOf(jws)).toEqual({ verdict: 'suspended', verified: false });
    expect((await dcc.verify(JSON.parse(before))).faults).toEqual(['revocation_status: not valid']);
    expect((await service.get(`${badge.path}.pdf`, { Accept: 'application/pdf' })).status).toBe(409);

    expect(await resume()).toMatchObject({ published: true });
    expect(await textOf(badge.path)).toContain(fr.verification.innerVerdict.valid);
    expect(await verdictOf(JSON.parse(before))).toEqual({ verdict: 'valid', verified: true });
    expect(await dcc.verify(JSON.parse(before))).toMatchObject({ verified: true });
  });

  it('has an index in a signed list of suspensions, which its status list names', async () => {
    await suspend();
    const list = JSON.parse(await textOf(await listPath()));
    const [beside] = [list.relatedResource].flat();
    expect(beside.id).toBe(`${TEST_ORIGIN}${await listPath()}.suspension`);
    const bytes = await textOf(new URL(beside.id).pathname);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(bytes)));
    expect(beside.digestSRI).toBe(`sha256-${digest.toString('base64')}`);
    const suspensions = JSON.parse(bytes);
    expect(suspensions.credentialSubject).toMatchObject({ statusPurpose: 'suspension' });
    expect(suspensions.credentialSubject.encodedList).toBe(list.credentialSubject.encodedList);
    // Both lists are themselves credentials that anyone can verify.
    expect(await verdictOf(list)).toMatchObject({ verified: true });
    expect(await verdictOf(suspensions)).toMatchObject({ verified: true });
    await resume();
    const after = JSON.parse(await textOf(new URL(beside.id).pathname));
    expect(after.credentialSubject.encodedList).not.toBe(suspensions.credentialSubject.encodedList);
  });

  it('cannot be suspended or resumed twice, and a suspension needs a reason', async () => {
    await expect(resume()).rejects.toMatchObject({ code: 'not-suspended' });
    const blank = { id: badge.id, cause: 'check' as const, reason: '  ', actor };
    await expect(service.services.suspendCredential(blank)).rejects.toMatchObject({
      code: 'reason-required',
    });
    await suspend();
    await expect(suspend(other)).rejects.toMatchObject({ code: 'already-suspended' });
    await resume();
    const entries = await service.ports.store.readAuditOf([badge.id], 50);
    const actions = entries.map(({ action }) => action);
    expect(actions.filter((one) => one === 'credential-suspended')).toHaveLength(4);
    expect(actions.filter((one) => one === 'credential-resumed')).toHaveLength(4);
    expect(JSON.stringify(entries)).not.toContain('mardi');
  });

  it('is signed again without losing its suspension, and hidden without it', async () => {
    await suspend();
    const { store } = service.ports;
    await service.services.acceptCredential({ id: badge.id, name: 'full', actor });
    expect((await store.readCredential(badge.id))?.credential?.suspension).toMatchObject({ reason: REASON });
    expect(await textOf(badge.path)).toContain(REASON);
    await resume();
    expect((await store.readCredential(badge.id))?.credential?.suspension).toBeUndefined();
  });

  it('that was revoked does not become suspended again by an older list', async () => {
    await service.importText({
      'personnes.csv': 'email;prenom;nom\npaul.durand@ac-test.example;Paul;Durand\n',
      'engagements.csv': (ONE_RUPN['engagements.csv'] ?? '')
        .replace('claire.dupont', 'paul.durand')
        .replace('SEG-1', 'SEG-2'),
    });
    const [{ id, path }] = (await issueEverything(service)) as [IssuedBadge];
    await service.services.acceptCredential({ id, actor });
    const document = async () => JSON.parse(await textOf(`${path}.json`));
    const replayed = new Map<string, string>();
    const fetch = async (url: string) => {
      const answer = await service.get(new URL(url).pathname);
      const body = new TextEncoder().encode(replayed.get(url) ?? (await answer.text()));
      const contentType = answer.headers.get('Content-Type') ?? '';
      return answer.ok ? { kind: 'ok' as const, url, contentType, body } : unreachable;
    };
    const unreachable = { kind: 'unreachable' as const, reason: 'absent' };
    const elsewhere = { fetcher: { fetch }, sender: { send: async () => unreachable } };
    const reader = await startTestService({ PUBLIC_URL: 'https://reader.test' }, { elsewhere });
    const verdict = async () => {
      const answer = await reader.post('/api/v1/verifications', { credential: await document() });
      return (await answer.json()).verdict;
    };
    await service.services.suspendCredential({ id, cause: 'check', reason: REASON, actor });
    expect(await verdict()).toBe('suspended');
    const list = `${(await document()).credentialStatus.statusListCredential}.suspension`;
    replayed.set(list, await textOf(new URL(list).pathname));
    await service.services.revokeCredential({ id, reason: 'Erreur', actor });
    expect(await verdict()).toBe('revoked');
    await reader.stop();
  });

  it('can be revoked, and stays revoked', async () => {
    await suspend();
    await service.services.revokeCredential({ id: badge.id, reason: 'Erreur', actor });
    expect(await verdictOf(await documentOf())).toEqual({ verdict: 'revoked', verified: false });
    expect(await textOf(badge.path)).toContain('révoqué par');
    await expect(resume()).rejects.toMatchObject({ code: 'already-revoked' });
    const row = (await service.ports.store.readCredential(badge.id))?.credential;
    expect([row?.suspension, row?.revocation?.reason]).toEqual([undefined, 'Erreur']);
  });
});
