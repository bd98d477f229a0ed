import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { type D1Service, openD1Service } from '../storage/d1-service.ts';
import { makeHostClient } from '../support/host-client.ts';
import { signInAs } from '../support/sign-in.ts';

const MINUTE = 60_000;
const EMAIL = 'claire.dupont@ac-test.example';

let opened: D1Service;
beforeAll(async () => {
  opened = await openD1Service();
}, 2 * MINUTE);
afterAll(() => opened.stop());

it(
  'on D1 a client goes from its registration to its revocation, and a code works once',
  async () => {
    const { service } = opened;
    const person = {
      id: 'claire' as PersonId,
      givenName: 'Claire',
      familyName: 'Dupont',
      emails: [EMAIL],
      profiles: ['rupn' as const],
    };
    await service.ports.store.commit([{ kind: 'person-saved', person }]);
    const host = makeHostClient(service);
    const client = await host.registered();
    const claire = await signInAs(service, EMAIL);
    const code = await host.codeFor(client, claire);
    const tokens = await (await host.exchange(client, { code })).json();
    expect((await host.api('/profile', tokens.access_token)).status).toBe(200);
    const renewed = await (await host.refresh(client, { refresh_token: tokens.refresh_token })).json();
    expect((await host.api('/credentials', renewed.access_token)).status).toBe(200);
    // The code was already exchanged: one of its two users has stolen it.
    expect((await host.exchange(client, { code })).status).toBe(400);
    expect((await host.api('/credentials', renewed.access_token)).status).toBe(401);
    const again = await host.tokensFor(client, claire);
    await host.form('/oauth/revoke', client, { token: again.refresh_token });
    expect((await host.api('/profile', again.access_token)).status).toBe(401);
  },
  MINUTE,
);
