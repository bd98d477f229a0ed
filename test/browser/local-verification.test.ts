import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { errorsOf } from '../support/axe.ts';
import { fr } from '../support/fr.ts';
import { type PublicBadgeSite, startPublicBadgeSite } from './public-badge-site.ts';

let site: PublicBadgeSite;
let address: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await startPublicBadgeSite();
  ({ address, context, page } = site);
});
afterAll(() => site.stop());

// A failed test must not leave the next test without a network.
afterEach(() => context.setOffline(false));

const section = () => page.locator('section[data-device]');
const verdict = () => section().locator('.verdict').innerText();
const open = () => section().getByRole('button', { name: fr.device.open });
const file = (text: string) => ({
  name: 'badge.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

it('verifies the badge of a page, and asks this service for only three public files', async () => {
  await page.goto(address);
  await page.locator('summary', { hasText: fr.credential.checks }).click();
  expect(await section().isVisible()).toBe(true);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await open().focus();
  await page.keyboard.press('Enter');
  await section().locator('.verdict').waitFor();
  expect(await verdict()).toContain('Il a été délivré à Claire Dupont par la DANE');
  expect(await section().locator('.checks > li').count()).toBe(6);
  const paths = requested.map((url) => url.replace(site.url, ''));
  const files = paths.filter((path) => !path.startsWith('/assets/'));
  expect(files.toSorted()).toEqual([
    '/.well-known/did.json',
    `${address.replace(site.url, '')}.json`,
    expect.stringMatching(/^\/status\/[\w-]+$/),
  ]);
  expect(await section().locator('[role=status]').getAttribute('aria-live')).toBe('polite');
  expect(await errorsOf(page)).toEqual([]);
});

it('verifies without a network, once it is loaded, the files that a visitor gives', async () => {
  const text = await (await fetch(`${address}.json`)).text();
  await page.goto(`${site.url}/verify`);
  await open().click();
  await page.locator('#device-file').setInputFiles(file(text));
  await section().locator('.verdict').waitFor();
  expect(await verdict()).toContain('Il a été délivré à Claire Dupont');

  await context.setOffline(true);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.locator('#device-file').setInputFiles(file(text.replace('Claire Dupont', 'Claire Durand')));
  await section().getByText('La signature ne correspond pas au contenu').first().waitFor();
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([given], 'badge.json', { type: 'application/json' }));
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
    globalThis.document.querySelector('section[data-device]')?.dispatchEvent(event);
  }, text);
  await section().getByText('Il a été délivré à Claire Dupont').waitFor();
  // Only the two public files were requested, without success.
  const paths = new Set(sent.map((url) => new URL(url).pathname.replace(/[^/]+$/, '')));
  expect([...paths].toSorted()).toEqual(['/.well-known/', '/status/']);
  await context.setOffline(false);
  expect(await errorsOf(page)).toEqual([]);
});

it('asks another host for its key only after the visitor allows it', async () => {
  const document = JSON.parse(await (await fetch(`${address}.json`)).text());
  const elsewhere = JSON.stringify(document).replaceAll(document.issuer.id, 'did:web:elsewhere.example');
  await page.goto(`${site.url}/verify`);
  await open().click();
  const requested: string[] = [];
  await page.route('https://elsewhere.example/**', (route) => {
    requested.push(route.request().url());
    return route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  await page.locator('#device-file').setInputFiles(file(elsewhere));
  const ask = section().getByRole('button', { name: fr.device.ask('elsewhere.example') });
  await ask.waitFor();
  expect(requested).toEqual([]);
  await ask.click();
  await ask.waitFor({ state: 'detached' });
  expect(new Set(requested)).toEqual(new Set(['https://elsewhere.example/.well-known/did.json']));
});

it('leaves badges that it cannot read to the service, and explains this', async () => {
  const document = JSON.parse(await (await fetch(`${address}.json`)).text());
  document['@context'].push('https://elsewhere.example/context.json');
  await page.goto(`${site.url}/verify`);
  await open().click();
  await page.locator('#device-text').fill(JSON.stringify(document));
  await section().getByRole('button', { name: fr.device.check }).click();
  await section().getByText(fr.device.beyond).waitFor();
  expect(await section().locator('.verdict').count()).toBe(0);
});

it('calls a document with an empty proof unsigned, and not one that the service may read', async () => {
  const { proof: _, ...document } = JSON.parse(await (await fetch(`${address}.json`)).text());
  await page.goto(`${site.url}/verify`);
  await open().click();
  await page.locator('#device-text').fill(JSON.stringify({ ...document, proof: {} }));
  await section().getByRole('button', { name: fr.device.check }).click();
  await section().locator('.verdict.tone-bad').waitFor();
  expect(await verdict()).toContain(fr.verification.step({ step: 'proof', code: 'no-proof' }));
});

it('shows that a badge is revoked', async () => {
  const document = await (await fetch(`${address}.json`)).text();
  expect((await site.run('revoke', address, '--reason', 'Délivré par erreur.')).code).toBe(0);
  await page.goto(`${site.url}/verify`);
  await open().click();
  await page.locator('#device-file').setInputFiles(file(document));
  await section().locator('.verdict').waitFor();
  expect(await verdict()).toMatch(/révoqué/i);
});

it('is not there without a script, and the page is whole', async () => {
  const plain = await (
    await site.browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false })
  ).newPage();
  await plain.goto(`${site.url}/verify`);
  expect(await plain.locator('section[data-device]').isVisible()).toBe(false);
});
