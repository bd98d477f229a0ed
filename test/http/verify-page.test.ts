import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakePng } from '../../src/open-badges/baking/bake-png.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { photographPng } from '../support/photograph.ts';
import {
  type IssuedBadge,
  startWithOneBadge,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let document: string;
let address: string;

beforeAll(async () => {
  const started = await startWithOneBadge();
  const { badge } = started;
  service = started.service;
  ({ document } = await service.services.acceptCredential({ id: badge.id, actor: 'test' }));
  address = `${TEST_ORIGIN}${badge.path}`;
});
afterAll(() => service.stop());

async function send(fields: Readonly<Record<string, string | File>>, lang = 'fr') {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const init = { method: 'POST', body };
  const answer = await service.app.request(`${TEST_ORIGIN}/verify?lang=${lang}`, init);
  const to = answer.headers.get('location');
  return { status: answer.status, to, html: await answer.text() };
}

/** That the page has these parts, in this order. */
function expectOrder(html: string, parts: readonly string[]): void {
  const places = parts.map((part) => html.indexOf(part));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
}

describe('the verification page', () => {
  it('shows the verdict, then the content of the document, folded', async () => {
    // The same body without its signature: this is neither good nor bad.
    const { proof: _, ...unsigned } = JSON.parse(document);
    const { html } = await send({ credential: JSON.stringify(unsigned) });
    expectOrder(html, ['class="verdict ', 'Ce que dit le document']);
    expect(html).toMatch(/<details class="fold"><summary><h2>Ce que dit le document/);
  });

  it('shows a badge of ours as its own page in small, and not in a box of its own', async () => {
    const page = await (await service.get(new URL(address).pathname)).text();
    const first = ['<div class="portrait-words">', 'class="seal"', 'class="portrait-figures"'];
    const parts = [...first, fr.credential.decided, fr.credential.checks];
    const seal = /<p class="seal">.*?<\/strong>/;
    for (const file of [document, await (await service.get(`${new URL(address).pathname}.jws`)).text()]) {
      const { html } = await send({ file: new File([file], 'badge') });
      for (const one of [html, page]) expectOrder(one, parts);
      expect(html.match(seal)?.[0]).toEqual(page.match(seal)?.[0]);
      expect(html).not.toMatch(/class="verdict|Ce que dit le document/);
    }
  });

  it('shows what a document says that the badge’s page says no more', async () => {
    const id = address.slice(-22) as IssuedBadge['id'];
    await service.services.acceptCredential({ id, actor: 'test', name: 'initials' });
    const { html } = await send({ credential: document });
    expectOrder(html, [
      'class="verdict tone-good"',
      fr.verify.ownPage,
      fr.credential.checks,
      fr.verify.document,
    ]);
    const again = await service.services.acceptCredential({ id, actor: 'test', name: 'none' });
    ({ document } = again);
  });

  it('shows only that a signature is bad: no tick next to it, and no content of the document', async () => {
    const { html } = await send({ credential: document.replace('RUPN engagé·e', 'RUPN fictif') });
    expect(html).toContain('<title>Signature non valable — ');
    expect(html).toContain('class="verdict tone-bad"');
    expect(html).not.toMatch(/step-mark|Les vérifications faites|Ce que dit le document|RUPN fictif<\/h2>/);
  });

  it('verifies our own badge without asking itself', async () => {
    const nested = `${TEST_ORIGIN}/verify?url=${encodeURIComponent(`${TEST_ORIGIN}/verify`)}`;
    const page = await service.get(`/verify?url=${encodeURIComponent(nested)}`);
    expect(page.status).toBe(400);
    expect(await page.text()).toMatch(like(fr.publicLabels.noBadgeAddress(ANY)));
    const report = await service.post('/api/v1/verifications', { url: nested });
    expect(await report.json()).toMatchObject({
      verified: false,
      steps: [{ step: 'document', code: 'unreachable' }, ...Array(6).fill({ result: 'not-checked' })],
    });
  });

  it('opens the page of a printed paper or of a profile, whose address or photographed code was given', async () => {
    const id = 'A'.repeat(22);
    for (const path of [`/papers/${id}`, `/profiles/${id}`]) {
      const url = `${TEST_ORIGIN}${path}`;
      const photo = new File([new Uint8Array(photographPng(url))], 'photo.png', { type: 'image/png' });
      for (const fields of [{ credential: url }, { credential: `voir ${url} merci` }, { file: photo }]) {
        expect(await send(fields)).toMatchObject({ status: 303, to: `${path}` });
        expect(await send(fields, 'en')).toMatchObject({ status: 303, to: `${path}?lang=en` });
      }
      expect((await service.get(`/verify?url=${encodeURIComponent(url)}`)).headers.get('location')).toBe(
        path,
      );
    }
    expect((await send({ credential: `${TEST_ORIGIN}/my` })).status).toBe(400);
  });

  it('uses the reader’s language, also in technical lines', async () => {
    for (const credential of [document, document.replace('RUPN engagé·e', 'RUPN fictif')]) {
      const { html } = await send({ credential });
      expect(html).not.toMatch(/not verified|well formed|bit not set|embedded|issued by this service/);
    }
    expect((await send({ credential: document })).html).toContain('<code>eddsa-rdfc-2022</code>');
  });

  it.each([
    ['bonjour', 'Ce n’est pas un badge'],
    ['{}', 'n’est pas un badge numérique vérifiable'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'Cette image ne contient ni badge, ni code QR'],
    ['<!DOCTYPE html><html><body>Mon badge</body></html>', 'Ceci est une page web, pas un badge'],
    ['<rss version="2.0"></rss>', 'ce n’est pas un dessin SVG'],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', 'contient des définitions'],
  ])('answers a text that is no badge (%s) in one sentence, without checks', async (credential, sentence) => {
    const { status, html } = await send({ credential });
    expect(status).toBe(400);
    expect(html).toContain(sentence);
    expect(html).not.toContain(fr.credential.checks);
    expect(html).toMatch(/<title>Erreur\u00a0: Vérifier un badge/);
    expect(html).toMatch(/role="alert" id="error" tabindex="-1" autofocus/);
    expect(html).toMatch(/<textarea id="credential"[^>]*aria-invalid="true"/);
  });

  it.each([
    'Claire Dupont',
    'claire dupont',
    'DUPONT',
    'Jean-Noël d’Ormesson',
    'claire.dupont@ac-test.example',
  ])('answers a name (%s) by what to give instead, without searching for it', async (credential) => {
    const { status, html } = await send({ credential });
    expect(status).toBe(400);
    expect(html).toContain('Nous ne cherchons pas par nom');
    expect(html).toContain('Donnez le lien du badge');
    expect((await send({ credential }, 'en')).html).toContain('We don’t search by name');
    expect((await send({ credential: 'A'.repeat(22) })).html).not.toContain('Nous ne cherchons pas par nom');
  });

  it('states of a good badge that only the address is not the one to which it was issued', async () => {
    const id = address.slice(-22) as IssuedBadge['id'];
    const { document: named } = await service.services.acceptCredential({
      id,
      actor: 'test',
      emailIdentifier: true,
    });
    const { html } = await send({ credential: named, recipient: 'autre@ac-test.example' });
    expect(html).toContain(`${fr.verification.goodBadge} ${fr.verification.recipient['other-address']}`);
    const right = await send({ credential: named, recipient: 'claire.dupont@ac-test.example' });
    expect(right.html).toContain(fr.verification.recipient.confirmed);
    expect(right.html).not.toContain(fr.verification.goodBadge);
    ({ document } = await service.services.acceptCredential({
      id,
      actor: 'test',
      name: 'none',
      emailIdentifier: false,
    }));
    const without = await send({ credential: document, recipient: 'autre@ac-test.example' });
    expect(without.html).toContain(`${fr.verification.goodBadge} ${fr.verification.recipient['no-address']}`);
  });

  it('refuses to choose where a badge was given in two ways', async () => {
    const { status, html } = await send({ credential: document, file: new File([document], 'badge.json') });
    expect(status).toBe(400);
    expect(html).toMatch(
      /plusieurs façons \(«\u00a0Ou un fichier, ou une photo\u00a0», «\u00a0Un lien, ou le texte du badge\u00a0»\)/,
    );
  });

  it('reads a link in the box, and in the former field for links', async () => {
    for (const fields of [{ credential: address }, { credential: address.slice(-22) }, { url: address }]) {
      expect((await send(fields)).html).toContain(fr.verification.innerVerdict.valid);
    }
  });

  it('asks before it fetches the address in another site’s link, but not in a sent form', async () => {
    const elsewhere = 'https://elsewhere.invalid/badge';
    const requested = await service.get(`/verify?url=${encodeURIComponent(elsewhere)}`);
    expect(requested.status).toBe(200);
    expect(await requested.text()).toMatch(/<textarea[^>]*>https:\/\/elsewhere\.invalid\/badge<\/textarea>/);
    const { status, html } = await send({ credential: elsewhere });
    expect(status).toBe(400);
    expect(html).toMatch(/elsewhere\.invalid n’(existe pas|a pas été trouvé)/);
    expect((await service.get(`/verify?url=${encodeURIComponent(address)}`)).status).toBe(200);
  });

  it('shows our drawing of the badge, names its holder in the verdict and leads to its page', async () => {
    const id = address.slice(-22) as IssuedBadge['id'];
    await service.services.acceptCredential({ id, actor: 'test', name: 'full' });
    const { html } = await send({ credential: address });
    expect(html).toMatch(/<h2 id="result">Claire Dupont est RUPN/);
    expect(html).toMatch(/est authentique et valable\. Il a été délivré à Claire Dupont par la DANE/);
    expect(html).toContain(`<img src="/credentials/${id}/image.svg" alt="`);
    expect(html).toContain(`href="/credentials/${id}?lang=fr"`);
    const english = (await send({ credential: address }, 'en')).html;
    expect(english).toContain('It was issued to Claire Dupont by the DANE');
  });

  it('shows no drawing and no page of a badge that its holder has hidden since', async () => {
    const id = address.slice(-22) as IssuedBadge['id'];
    await service.services.hideCredential({ id, actor: 'test' });
    const { html } = await send({ credential: document });
    expect(html).not.toMatch(/image\.svg|Ouvrir la page de ce badge/);
    expect(html).toContain(fr.verify.blankTitle);
    await service.services.showCredential({ id, actor: 'test' });
  });

  it('shows the given image, and states that no one signed it', async () => {
    const thirdParty = document.replaceAll('did:web:jalon.test', 'did:web:gone.invalid');
    const png = await (await service.get(`${new URL(address).pathname}.png`)).arrayBuffer();
    const file = new File([bakePng(new Uint8Array(png), thirdParty)], 'badge.png');
    const { html } = await send({ file });
    expect(html).toMatch(/<img src="data:image\/png;base64,/);
    expect(html).toContain(fr.verify.unsignedImage);
  });

  it('verifies the certificate of a badge, and the photograph of its code', async () => {
    const pdf = await (await service.get(`${new URL(address).pathname}.pdf`)).arrayBuffer();
    expect((await send({ file: new File([pdf], 'certificat.pdf') })).html).toContain(fr.credential.seal);
    const photograph = new Uint8Array(photographPng(address));
    const { html } = await send({ file: new File([photograph], 'photo.png') });
    expect(html).toContain(fr.credential.seal);
    expect(html).toContain(fr.verify.codeAddress(address));
  });

  it('does not cross out an issuer that could not be reached', async () => {
    const thirdParty = document.replaceAll('did:web:jalon.test', 'did:web:gone.invalid');
    const { html } = await send({ credential: thirdParty });
    expect(html).toMatch(
      /<li class="not-checked">(?:(?!<\/li>).)*Émetteur\u00a0:<\/strong> <span class="word">injoignable/,
    );
    expect(html).not.toContain('<li class="failed">');
  });
});
