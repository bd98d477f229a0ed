import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';

const NUMEN = '21E1234567ABC';
const BY = 'Erreur de 21 e 1234567 abc.';

let service: TestService;
let credentialId: string;
beforeAll(async () => {
  ({ service } = await startDaneService());
  const [badge] = await issueEverything(service);
  credentialId = badge?.id ?? '';
  await service.importText({
    'segments.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `ERR-1;${CLAIRE};0210001M;01/09/2019;30/06/2020;A1|B1;;confirmee`,
      '',
    ].join('\n'),
  });
});
afterAll(() => service.stop());

it('a NUMEN that a program writes as a reason or a name is refused and never stored', async () => {
  const { secret } = await service.services.createToken({ role: 'dane', name: 'essai', actor: 'test' });
  const engagement = '/api/v1/engagements/ERR-1';
  const requested: readonly (readonly [path: string, body: object])[] = [
    [`${engagement}/end`, { to: '2020-03-31', reason: BY }],
    [`${engagement}/missions`, { from: '2020-01-01', missions: ['C1'], reason: BY }],
    [`${engagement}/correction`, { from: '2019-09-02', missions: ['A1'], reason: BY }],
    [`${engagement}/removal`, { reason: BY }],
    [`/api/v1/credentials/${credentialId}/suspension`, { cause: 'check', reason: BY }],
    [`/api/v1/credentials/${credentialId}/resumption`, { reason: BY }],
    [`/api/v1/credentials/${credentialId}/revocation`, { reason: BY }],
    ['/api/v1/endorsements/none/withdrawal', { reason: BY }],
    ['/api/v1/tokens', { role: 'reader', name: NUMEN }],
  ];
  for (const [path, body] of requested) {
    const answer = await service.post(path, body, secret);
    expect([path, answer.status, (await answer.json()).code]).toEqual([path, 400, 'numen-refused']);
  }
});
