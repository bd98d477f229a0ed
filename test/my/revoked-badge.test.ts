import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';
import { CLAIRE, type MyFixture, startMyFixture } from './fixture.ts';

const FULL = { visibility: 'public', name: 'full', form: 'feminine', schools: 'yes' };
const OF_API = { ...FULL, schools: true };

let fixture: MyFixture;
let claire: SignedInBrowser;
let dane: string;
let id: CredentialId;
beforeEach(async () => {
  fixture = await startMyFixture();
  claire = await signInAs(fixture.service, CLAIRE);
  dane = await tokenOf(fixture.service, 'dane');
  id = fixture.badge as CredentialId;
});
afterEach(() => fixture.service.stop());

const revoke = () => fixture.service.services.revokeCredential({ id, reason: 'Erreur', actor: 'test' });
const read = async () => {
  const found = await fixture.service.ports.store.readCredential(id);
  if (!found?.credential) throw new Error('no badge');
  return found.credential;
};
const call = (path: string, body: unknown) => fixture.service.post(`/api/v1/credentials${path}`, body, dane);
const command = (...texts: readonly string[]) =>
  jalon(['accept', ...texts, '--json'], { environment: fixture.service.environment });

/** Each channel by which a badge is accepted, and what it answers where the badge is revoked. */
const ACCEPTANCE_CHANNELS: readonly (readonly [string, () => Promise<unknown>, unknown])[] = [
  ['the page of the badge', async () => (await claire.post(`/my/badges/${id}/accept`, FULL)).status, 409],
  [
    'the page of a new badge',
    async () => {
      const sent = await claire.post(`/my/badges/${id}/accept`, { ...FULL, isNew: 'yes' });
      const page = await (await claire.get(sent.headers.get('Location') ?? '')).text();
      return page.includes(fr.my.moment.published.open.public);
    },
    false,
  ],
  [
    'the page of several new badges',
    async () => {
      const sent = await claire.post('/my/badges/new', { ...FULL, badge: [id] });
      const page = await (await claire.get(sent.headers.get('Location') ?? '')).text();
      return page.includes(fr.my.moment.published.open.public);
    },
    false,
  ],
  ['the API', async () => (await (await call(`/${id}/acceptance`, OF_API)).json()).code, 'already-revoked'],
  [
    'the API for all',
    async () => {
      // The badge of the school waits too, and is accepted.
      const { accepted } = await (await call('/acceptances', OF_API)).json();
      return accepted.some(({ credential }: { readonly credential: string }) => credential.endsWith(id));
    },
    false,
  ],
  [
    'the command line',
    async () => {
      const { code, lines } = await command(id, '--name', 'full');
      return [code, lines[0]?.['code']];
    },
    [1, 'already-revoked'],
  ],
  [
    'the command line for all',
    async () => {
      const { code, lines } = await command('--all', '--name', 'full');
      return [code, lines.some((line) => String(line['credential']).endsWith(id))];
    },
    [0, false],
  ],
];

describe('a badge that was revoked before its holder answered', () => {
  it.each(ACCEPTANCE_CHANNELS)('is not accepted by %s', async (_, channel, answer) => {
    await revoke();
    const before = await read();
    expect(await channel()).toEqual(answer);
    expect(await read()).toEqual(before);
    expect((await fixture.service.get(`/credentials/${id}`)).status).toBe(404);
  });

  it('can still be declined', async () => {
    await revoke();
    expect((await claire.post(`/my/badges/${id}/decline`)).status).toBe(303);
    expect((await read()).choice.acceptance).toBe('declined');
  });
});

describe('a badge that was revoked after its holder accepted it without a name', () => {
  beforeEach(async () => {
    await fixture.service.services.acceptCredential({
      id,
      name: 'none',
      visibility: 'public',
      actor: 'test',
    });
    await revoke();
  });

  it.each(ACCEPTANCE_CHANNELS)('is not signed again with the name by %s', async (_, channel) => {
    const before = await read();
    await channel();
    expect(await read()).toEqual(before);
    expect(await (await fixture.service.get(`/credentials/${id}.json`)).text()).not.toContain('Dupont');
  });

  it('tells its holder on the page why the choice is not taken', async () => {
    const page = await (await claire.post(`/my/badges/${id}/accept`, FULL)).text();
    expect(page).toContain('déjà révoqué');
  });

  it('can still be hidden, and taken off the lists, without a new signature', async () => {
    const { document, revision } = await read();
    const unlisted = await call(`/${id}/acceptance`, { visibility: 'unlisted' });
    expect([unlisted.status, (await read()).choice.visibility]).toEqual([200, 'unlisted']);
    expect((await call(`/${id}/acceptance`, { visibility: 'public' })).status).toBe(409);
    expect(await (await claire.get(`/my/badges/${id}`)).text()).toContain(`/my/badges/${id}/hide`);
    expect((await claire.post(`/my/badges/${id}/hide`)).status).toBe(303);
    expect(await read()).toMatchObject({ document, revision, choice: { hidden: true } });
    expect((await fixture.service.get(`/credentials/${id}`)).status).toBe(404);
  });
});
