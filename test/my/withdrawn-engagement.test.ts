import { expect, it } from 'vitest';
import { startBeforeAll } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { GUYOT, type MyFixture, startWithClaire } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
startBeforeAll(startWithClaire, (started) => {
  ({ world: fixture, claire } = started);
});

it('takes its request with it, so that the doctor finds nothing', async () => {
  const { ports, services } = fixture.service;
  const fields = { uai: GUYOT, from: '2025-09-01', to: '', missions: ['A1', 'B1'] };
  const declared = await claire.post('/my/engagements/new', fields);
  await ports.store.commit([{ kind: 'requests-noted', at: ports.clock.now() }]);
  const { pathname } = new URL(declared.headers.get('Location') ?? '', 'https://jalon.test');
  expect((await claire.post(`${pathname}/withdraw`)).status).toBe(303);
  const broken: string[] = [];
  for await (const { invariant, count } of services.checkInvariants({ depth: 'quick', onLook: () => {} })) {
    if (count > 0) broken.push(invariant);
  }
  expect(broken).toEqual([]);
});
