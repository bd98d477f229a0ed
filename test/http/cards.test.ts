import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractFromPng } from '../../src/open-badges/baking/bake-png.ts';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;
const CARDS = ['preview.png', 'card-square.png'] as const;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
});
afterAll(() => service.stop());

const accept = (choice: Partial<Parameters<TestService['services']['acceptCredential']>[0]> = {}) =>
  service.services.acceptCredential({ id: badge.id, actor: 'test', ...choice });
const get = (card: string) => service.get(`${badge.path}/${card}`);
const bytesOf = async (card: string) => new Uint8Array(await (await get(card)).arrayBuffer());

/** The page and the API, each asked about one picture. */
async function verify(picture: Uint8Array<ArrayBuffer>) {
  const send = async (path: string) => {
    const body = new FormData();
    body.set('file', new File([picture], 'carte.png', { type: 'image/png' }));
    return service.app.request(`${TEST_ORIGIN}${path}`, { method: 'POST', body });
  };
  const page = await (await send('/verify?lang=fr')).text();
  const report = await (await send('/api/v1/verifications')).json();
  return { page, report };
}

/** The same picture, smaller, as a network makes it: its colours are coarser, and all chunks are lost. */
function reEncoded(card: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = PNG.sync.read(Buffer.from(card));
  for (let at = 0; at < whole.data.length; at += 1) whole.data[at] = (whole.data[at] ?? 0) & 0xe0;
  return new Uint8Array(PNG.sync.write(whole));
}

describe('the card of a badge', () => {
  it('is hidden like the badge until its holder accepts it', async () => {
    for (const card of CARDS) expect((await get(card)).status).toBe(404);
    await accept({ visibility: 'unlisted' });
    for (const card of CARDS) expect((await get(card)).status).toBe(200);
    await service.services.hideCredential({ id: badge.id, actor: 'test' });
    for (const card of CARDS) expect((await get(card)).status).toBe(404);
    await service.services.showCredential({ id: badge.id, actor: 'test' });
  });

  it.each(CARDS)('verifies by the signed badge inside it, on the page and by the API: %s', async (card) => {
    const { document } = await accept({ name: 'full', form: 'feminine' });
    const picture = await bytesOf(card);
    expect((await extractFromPng(picture))?.text).toBe(document);
    const { page, report } = await verify(picture);
    expect(page).toContain('class="seal"');
    expect(page).not.toContain(fr.verify.codeAddress(`${TEST_ORIGIN}${badge.path}`));
    expect(report).toMatchObject({ verdict: 'valid' });
  });

  it.each(CARDS)('verifies by its code where the badge inside was lost: %s', async (card) => {
    const picture = reEncoded(await bytesOf(card));
    expect(await extractFromPng(picture)).toBeUndefined();
    const { page, report } = await verify(picture);
    expect(page).toContain('class="seal"');
    expect(page).toContain(fr.verify.codeAddress(`${TEST_ORIGIN}${badge.path}`));
    expect(report).toMatchObject({ verdict: 'valid' });
  });

  it('is large enough for every network, and light', async () => {
    const picture = await bytesOf('preview.png');
    const { width, height } = PNG.sync.read(Buffer.from(picture));
    expect(width).toBeGreaterThanOrEqual(1200);
    expect(height).toBeGreaterThanOrEqual(627);
    expect(picture.length).toBeLessThan(1_000_000);
  });
});

// This comes last, because it cannot be undone.
describe('the card of a revoked badge', () => {
  it('answers that the badge is revoked', async () => {
    await service.services.revokeCredential({ id: badge.id, reason: 'Erreur', actor: 'test' });
    for (const picture of [await bytesOf('preview.png'), reEncoded(await bytesOf('card-square.png'))]) {
      const { page, report } = await verify(picture);
      expect(page).toContain('class="verdict tone-bad"');
      expect(report).toMatchObject({ verdict: 'revoked' });
    }
  });
});
