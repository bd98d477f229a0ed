import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IdentityProvider } from '../../src/application/accounts/identity-provider.ts';
import { finishSignIn } from '../../src/application/accounts/sign-in.ts';
import { beginSignIn, SPACE_PATH, toOwnPath } from '../../src/application/accounts/sign-in-attempt.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { fr } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';

const CLAIRE = 'claire.dupont@ac-test.example';
const GUYOT = '0210001M' as Uai;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
});
afterAll(() => service.stop());

it('a sign-in leads back to no address of more characters than any of ours', () => {
  expect(toOwnPath(`/my/profile?a=${'a'.repeat(3000)}`)).toMatch(/^\/my\/profile/);
  expect(toOwnPath(`/my/profile?a=${'a'.repeat(4000)}`)).toBe(SPACE_PATH);
});

describe('a session', () => {
  it('opens the pages of its owner, and leads everyone else to the sign-in and back', async () => {
    const claire = await signInAs(service, CLAIRE);
    const page = await claire.get('/sessions');
    expect(page.status).toBe(200);
    expect(page.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await page.text()).toContain('Claire Dupont');
    const outsider = await service.get('/sessions?lang=en');
    expect([outsider.status, outsider.headers.get('Location')]).toEqual([
      303,
      '/sign-in?to=%2Fsessions%3Flang%3Den',
    ]);
  });

  it('ends at sign-out, here or everywhere', async () => {
    const [desk, phone, tablet] = [
      await signInAs(service, CLAIRE),
      await signInAs(service, CLAIRE),
      await signInAs(service, CLAIRE),
    ];
    const left = await desk.post('/sign-out');
    expect(left.status).toBe(303);
    expect(left.headers.get('Set-Cookie')).toMatch(/^__Host-session=;.*Max-Age=0/);
    expect((await desk.get('/sessions')).status).toBe(303);
    expect((await phone.get('/sessions')).status).toBe(200);
    const everywhere = await phone.post('/sign-out-everywhere');
    const stated = await phone.get(everywhere.headers.get('Location') ?? '');
    expect(await stated.text()).toContain(fr.account.leaving.everywhere);
    expect((await tablet.get('/sessions')).status).toBe(303);
  });

  it('can be ended from another session of the same person, and of no one else', async () => {
    const here = await signInAs(service, CLAIRE);
    const idsThere = async () =>
      (await service.ports.store.readSessionsOf(here.personId)).map(({ id }) => id);
    // Two sessions may begin in the same second: their order is then unknown.
    const known = await idsThere();
    const there = await signInAs(service, CLAIRE);
    for (const id of await idsThere()) if (!known.includes(id)) await here.post('/sessions/end', { id });
    expect((await there.get('/sessions')).status).toBe(303);
    expect((await here.get('/sessions')).status).toBe(200);
    const [line] = await service.ports.store.searchAudit({ actions: ['session-ended'], limit: 1 });
    expect(line).toMatchObject({ actor: here.personId });
    const unknown = await here.post('/sessions/end', { id: 'another-person’s' });
    expect([303, 404]).toContain(unknown.status);
  });

  it('refuses forms from another site', async () => {
    const claire = await signInAs(service, CLAIRE);
    const forged = await service.app.request('https://jalon.test/sign-out', {
      method: 'POST',
      headers: { Cookie: claire.cookie, Origin: 'https://evil.example' },
      body: new URLSearchParams(),
    });
    expect(forged.status).toBe(403);
    expect((await claire.get('/sessions')).status).toBe(200);
  });

  it('leaves no secret in the database', async () => {
    const claire = await signInAs(service, CLAIRE);
    const secret = claire.cookie.split('=')[1] ?? '';
    const tables = await service.ports.store.exportPerson(claire.personId);
    expect(JSON.stringify(tables)).not.toContain(secret);
    expect(JSON.stringify(tables)).not.toContain('secret_hash');
  });
});

describe('the head of a school', () => {
  it('is a person whom the ministry allows to declare it, and no one else', async () => {
    const deputy = await signInAs(service, CLAIRE, [GUYOT]);
    expect(await (await deputy.get('/headship')).text()).toContain('Collège Claude Guyot');
    const plain = await signInAs(service, CLAIRE);
    expect((await plain.post('/headship', { uai: GUYOT })).status).toBe(403);
    const declared = await deputy.post('/headship', { uai: GUYOT });
    expect(declared.headers.get('Location')).toBe(`/school/${GUYOT}?done=headship-declared`);
    expect(await (await plain.get('/headship')).text()).toContain('/school/0210001M');
  });
});

describe('a headship that was declared', () => {
  it('ends at the first sign-in in which the ministry does not name the school', async () => {
    const signIn = async (provider: 'fim' | 'proconnect', mayHead: readonly Uai[]) => {
      const identity = {
        provider,
        issuer: `https://${provider}.test`,
        subject: 'claire',
        mayHead,
        worksAt: [],
      };
      const { issuer, subject } = identity;
      const { personId } = await signInAs(service, CLAIRE);
      const link = { issuer, subject, provider, personId, linkedAt: service.ports.clock.now() };
      if (!(await service.ports.store.readIdentity(issuer, subject))) {
        await service.ports.store.commit([
          { kind: 'identity-linked', link: { ...link, linkedBy: 'sign-in' } },
        ]);
      }
      const stub: IdentityProvider = {
        id: provider,
        begin: async () => ({
          url: 'https://fim.test',
          transaction: { provider, state: '', nonce: '', verifier: '' },
        }),
        finish: async () => ({ ...identity, emailVerified: false }),
        endSessionUrl: async () => undefined,
      };
      const ports = { ...service.ports, identityProviders: [stub] };
      const { secret: attemptSecret } = await beginSignIn(ports)({
        provider,
        returnTo: undefined,
        network: '',
      });
      const finished = await finishSignIn(ports)({ attemptSecret, callbackUrl: '', network: '' });
      const secret = finished.kind === 'signed-in' ? finished.secret : '';
      return (path: string) => service.get(path, { Cookie: `__Host-session=${secret}` });
    };
    await (await signInAs(service, CLAIRE, [GUYOT])).post('/headship', { uai: GUYOT });
    const school = `/school/${GUYOT}`;
    expect((await (await signIn('fim', [GUYOT]))(school)).status).toBe(200);
    expect((await (await signIn('proconnect', []))(school)).status).toBe(200);
    expect((await (await signIn('fim', ['0210011Y' as Uai]))(school)).status).toBe(403);
    expect((await (await signIn('proconnect', []))(school)).status).toBe(403);
  });
});
