import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rasterise, readPdf, rolesOf, wholeText } from '../papers/read-pdf.ts';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
});
afterAll(() => service.stop());

const accept = (choice = {}) => service.services.acceptCredential({ id: badge.id, actor: 'test', ...choice });

async function certificate(query = '') {
  const answer = await service.get(`${badge.path}.pdf${query}`);
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** The attachments that pdf.js finds, which we did not write. */
async function attachments(bytes: Uint8Array) {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  const names = [...((await pdf.getAttachments()) ?? new Map())];
  const read = names.map(async ([id, { filename }]) => {
    return { filename, content: await pdf.getAttachmentContent(id) };
  });
  const found = await Promise.all(read);
  await task.destroy();
  return found;
}

describe('the certificate of a badge', () => {
  it('does not exist before its holder accepts the badge', async () => {
    expect((await service.get(`${badge.path}.pdf`)).status).toBe(404);
  });

  it('is one tagged A4 page in French, which contains the signed badge as it is served', async () => {
    const { document } = await accept({ name: 'full' });
    const { answer, bytes } = await certificate();
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Content-Disposition')).toMatch(/^inline; filename="rupn-engage-\d{4}\.pdf"$/);
    const pdf = await readPdf(bytes);
    expect(pdf).toMatchObject({ language: 'fr-FR', marked: true, showsTitle: true });
    expect(pdf.title).toMatch(/^Claire Dupont est RUPN /);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.pages[0]?.width).toBeCloseTo(595.28, 1);
    expect(rolesOf(pdf).filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2', 'H2']);
    const figures = pdf.pages[0]?.tags.filter(({ role }) => role === 'Figure') ?? [];
    expect(figures.every(({ alternative = '' }) => alternative.length > 10)).toBe(true);
    const text = wholeText(pdf);
    for (const stated of [
      'Délivré par',
      'Année scolaire d’engagement : 2023-2024.',
      fr.signed.confirmedByPrincipal,
      `${TEST_ORIGIN}${badge.path}`,
    ]) {
      expect(text).toContain(stated);
    }
    const [attached, ...others] = await attachments(bytes);
    expect(others).toEqual([]);
    expect(attached?.filename).toBe('credential.json');
    expect(new TextDecoder().decode(attached?.content ?? undefined)).toBe(document);
    const source = new TextDecoder('latin1').decode(bytes);
    expect(source).toContain('/AFRelationship /Source');
    expect(source).toMatch(/\/Subtype \/application#2Fvc(\+|#2B)ld(\+|#2B)json/);
  });

  it('has a code of 25 mm at least, which leads to the badge', async () => {
    await accept({ name: 'full' });
    const { bytes } = await certificate();
    const { data, width, height } = await rasterise(bytes, 1, 2);
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(`${TEST_ORIGIN}${badge.path}`);
    const [page] = (await readPdf(bytes)).pages;
    const [left = 0, , right = 0] = page?.tags.findLast(({ role }) => role === 'Figure')?.box ?? [];
    expect(((right - left) * 25.4) / 72).toBeGreaterThanOrEqual(25);
    expect(page?.links).toContain(`${TEST_ORIGIN}${badge.path}`);
  });

  it('is in English only if the address asks for it', async () => {
    await accept({ name: 'full' });
    const english = await readPdf((await certificate('?lang=en')).bytes);
    expect(english.language).toBe('en-GB');
    expect(english.title).toBe('Claire Dupont is a committed RUPN');
    const french = await service.get(`${badge.path}.pdf`, { 'Accept-Language': 'en' });
    expect((await readPdf(new Uint8Array(await french.arrayBuffer()))).language).toBe('fr-FR');
  });

  it('names no one where the badge names no one', async () => {
    await accept({ name: 'none' });
    const { bytes } = await certificate();
    const text = wholeText(await readPdf(bytes));
    expect(text).toContain(fr.credential.hiddenName);
    expect(text).not.toMatch(/Claire|Dupont|Guyot/);
    expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/Claire|Dupont/);
  });

  it('is given to a request for a PDF, is kept, and is the same byte for byte', async () => {
    await accept({ name: 'full' });
    const first = await service.get(badge.path, { Accept: 'application/pdf' });
    expect(first.headers.get('Content-Type')).toBe('application/pdf');
    const etag = first.headers.get('ETag') ?? '';
    expect(new Uint8Array(await first.arrayBuffer())).toEqual((await certificate()).bytes);
    const again = await service.get(`${badge.path}.pdf`, { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect((await service.get(badge.path, { Accept: 'text/html, application/pdf;q=0.9' })).status).toBe(200);
  });

  it('is refused once the badge is revoked: people get its page, programs a code', async () => {
    await accept({ name: 'full' });
    await service.services.revokeCredential({ id: badge.id, actor: 'test', reason: 'Erreur de saisie' });
    const page = await service.get(`${badge.path}.pdf`, { Accept: 'text/html,*/*;q=0.8' });
    expect(page.status).toBe(410);
    expect(page.headers.get('Content-Disposition')).toBeNull();
    const html = await page.text();
    expect(html).toContain('Erreur de saisie');
    expect(html).not.toContain('.pdf"');
    for (const answer of [
      await service.get(`${badge.path}.pdf`),
      await service.get(badge.path, { Accept: 'application/pdf' }),
    ]) {
      expect(answer.status).toBe(410);
      expect(await answer.json()).toMatchObject({ code: 'credential-revoked' });
    }
  });
});
