import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSERTION_RULES } from '../support/legacy/assertion-rules.ts';
import { CLASS_AND_ISSUER_RULES } from '../support/legacy/issuer-rules.ts';
import { ADDRESS, type Documents, LEGACY_CONTEXT } from '../support/legacy/rule.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

const RULES = [...ASSERTION_RULES, ...CLASS_AND_ISSUER_RULES];

let service: TestService;
let signed: IssuedBadge;
let documents: Documents;

beforeAll(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  [signed] = (await issueEverything(service)) as [IssuedBadge];
  await service.services.acceptCredential({ id: signed.id, actor: 'test', emailIdentifier: true });
  const served = { assertion: `https://jalon.test${signed.path}/ob2`, badge: '', issuer: '' };
  const assertion = await read(served.assertion);
  served.badge = String(assertion['badge']);
  const badge = await read(served.badge);
  served.issuer = String(badge['issuer']);
  const issuer = await read(served.issuer);
  const images: Record<string, string> = {};
  for (const image of [assertion['image'], badge['image']].map(String)) {
    const answer = await service.app.request(image);
    if (answer.status === 200) images[image] = answer.headers.get('Content-Type') ?? '';
  }
  documents = { assertion, badge, issuer, images, served };
});
afterAll(() => service.stop());

async function read(url: string): Promise<Documents['assertion']> {
  const answer = await service.app.request(url, {
    headers: { Accept: 'application/ld+json, application/json' },
  });
  expect([url, answer.status]).toEqual([url, 200]);
  return answer.json();
}

describe('our hosted badge of Open Badges 2.0', () => {
  it.each(RULES)('keeps the rule that %s, which a changed one would break', (_, holds, breakIt) => {
    expect(holds(documents)).toBe(true);
    const changed = structuredClone(documents);
    breakIt(changed);
    expect(holds(changed)).toBe(false);
  });

  it('is verified by our own reader of older badges, with its hashed address', async () => {
    const report = await service.verify(
      { kind: 'url', url: documents.served.assertion },
      { recipient: ADDRESS },
    );
    expect(report).toMatchObject({ verified: true, verdict: 'valid-older', recipient: 'confirmed' });
    expect(report.steps.filter(({ result }) => result === 'failed')).toEqual([]);
  });

  it('once revoked answers 410 with its id and the reason, and no holder', async () => {
    await service.services.revokeCredential({ id: signed.id, actor: 'test', reason: 'Erreur' });
    const answer = await service.app.request(documents.served.assertion);
    const { '@context': context, ...revoked } = await answer.json();
    expect([answer.status, context, revoked]).toEqual([
      410,
      LEGACY_CONTEXT,
      { type: 'Assertion', id: documents.served.assertion, revoked: true, revocationReason: 'Erreur' },
    ]);
  });
});
