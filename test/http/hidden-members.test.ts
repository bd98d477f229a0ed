import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { verificationTexts as en } from '../../src/texts/en/verification/report.ts';
import { startWithOneBadge, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';

let service: TestService;
let revoked: JsonObject;

beforeAll(async () => {
  const started = await startWithOneBadge();
  const { badge } = started;
  service = started.service;
  const { document } = await service.services.acceptCredential({ id: badge.id, actor: 'test' });
  await service.services.revokeCredential({ id: badge.id, reason: 'Erreur', actor: 'test' });
  revoked = JSON.parse(document);
});
afterAll(() => service.stop());

function hide({ credentialStatus, ...rest }: JsonObject): JsonObject {
  return { ...rest, '@nest': { credentialStatus } };
}

async function ask(body: string | FormData) {
  const headers = typeof body === 'string' ? { 'Content-Type': 'application/json' } : {};
  const init = { method: 'POST', headers, body };
  const answer = await service.app.request(`${TEST_ORIGIN}/api/v1/verifications`, init);
  return (await answer.json()) as { verdict: string; verified: boolean; steps: { code: string }[] };
}

async function page(fields: Readonly<Record<string, string | File>>, lang = 'fr'): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const init = { method: 'POST', body };
  return (await service.app.request(`${TEST_ORIGIN}/verify?lang=${lang}`, init)).text();
}

const SENTENCE =
  'Ce document est écrit d’une façon qui permet de cacher une partie de ce qui a été signé ; il n’est pas lu.';

describe('our own revoked badge', () => {
  it('is revoked as it was signed, and is refused by the API with its status hidden', async () => {
    expect(await ask(JSON.stringify({ credential: revoked }))).toMatchObject({ verdict: 'revoked' });
    const file = new FormData();
    file.set('file', new File([JSON.stringify(hide(revoked))], 'badge.json'));
    for (const body of [JSON.stringify({ credential: hide(revoked) }), file]) {
      const report = await ask(body);
      expect(report).toMatchObject({ verified: false, verdict: 'not-verifiable' });
      expect(report.steps[0]).toMatchObject({ step: 'document', result: 'failed', code: 'not-plain-form' });
      expect(report.steps.slice(1).map(({ code }) => code)).toEqual(Array(6).fill('skipped'));
    }
  });

  it('is refused by the page, pasted or as a file, which explains it and shows none of it', async () => {
    const text = JSON.stringify(hide(revoked));
    for (const fields of [{ credential: text }, { file: new File([text], 'badge.json') }]) {
      const html = (await page(fields)).replaceAll('\u202F', ' ').replaceAll('\u00A0', ' ');
      expect(html).toContain(SENTENCE);
      expect(html).not.toContain('class="stranger"');
    }
    const step = { step: 'document', result: 'failed', code: 'not-plain-form' };
    expect(await page({ credential: text }, 'en')).toContain(en.step(step));
  });

  it('is refused with a second status next to the first, anywhere in the request', async () => {
    const good = JSON.stringify({ ...(revoked['credentialStatus'] as JsonObject), statusListIndex: '1' });
    const twice = JSON.stringify(revoked).replace(/}$/, `,"credentialStatus":${good}}`);
    const expected = { step: 'document', code: 'duplicate-member' };
    expect((await ask(`{"credential":${twice}}`)).steps[0]).toMatchObject(expected);
    expect((await ask(`{"credential":{},"credential":${JSON.stringify(revoked)}}`)).steps[0]).toMatchObject(
      expected,
    );
    expect(await page({ credential: twice })).toContain('dit deux fois la même chose');
  });
});
