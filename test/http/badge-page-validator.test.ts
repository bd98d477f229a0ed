import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
let id: CredentialId;

beforeAll(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  const [badge] = await issueEverything(service);
  id = badge?.id as CredentialId;
  await service.services.acceptCredential({ id, actor: 'test', visibility: 'public', name: 'full' });
});
afterAll(() => service.stop());

const ask = async (headers: Record<string, string> = {}) => {
  const answer = await service.get(`/credentials/${id}`, headers);
  await answer.arrayBuffer();
  return { status: answer.status, tag: answer.headers.get('ETag') ?? '' };
};

const actor = 'test';
const CHANGES: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'the form that its holder chose',
    () => service.services.acceptCredential({ id, actor, form: 'masculine' }),
  ],
  [
    'the name that its holder shows',
    () => service.services.acceptCredential({ id, actor, name: 'initials' }),
  ],
  [
    'a suspension',
    () => service.services.suspendCredential({ id, reason: 'Vérification', cause: 'check', actor }),
  ],
  ['the end of a suspension', () => service.services.resumeCredential({ id, reason: 'Vérifié', actor })],
  ['a revocation', () => service.services.revokeCredential({ id, reason: 'Erreur', actor })],
];

it.each(CHANGES)('a reader who has the page of a badge gets it again after %s', async (_what, change) => {
  const { tag } = await ask();
  expect((await ask({ 'If-None-Match': tag })).status).toBe(304);
  await change();
  const after = await ask({ 'If-None-Match': tag });
  expect(after.status).toBe(200);
  expect(after.tag).not.toBe(tag);
});

it('a reader in another language does not get the page that the tag is of', async () => {
  const { tag } = await ask({ 'Accept-Language': 'fr' });
  expect((await ask({ 'If-None-Match': tag, 'Accept-Language': 'en' })).status).toBe(200);
});
