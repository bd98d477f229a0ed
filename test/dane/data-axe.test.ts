import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secondsAfter } from '../../src/domain/time.ts';
import { builtStyles } from '../support/built-styles.ts';
import { launchChromium } from '../support/chromium.ts';
import { CLAIRE, sendFiles, startDaneService } from '../support/dane.ts';
import type { TestService } from '../support/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let browser: Browser;
let service: TestService;
let agent: SignedInBrowser;
let claire: SignedInBrowser;
/** What is not known before the service runs. */
const made: Record<string, string> = {};

beforeAll(async () => {
  browser = await launchChromium();
  ({ service, agent } = await startDaneService());
  claire = await signInAs(service, CLAIRE);
  const lines = Array.from({ length: 60 }, (_, at) => `F${at};EV-PAF;Formation ${at};2025-11-04;;6;ENT`);
  await service.importText({
    'e.csv': `code;nature;intitule;debut;fin;heures;etiquettes\n${lines.join('\n')}\n`,
    'p.csv': `email;evenement;preuve\n${CLAIRE};F1;2\n`,
  });
  const sent = await sendFiles(service, agent, {
    'personnes.csv': 'email;prenom;nom;age\nx@ac-test.example;X;Y;3\npas-une-adresse;Jean;Grand;4\n',
    'notes.csv': 'ceci;cela\n1;2\n',
  });
  made['{upload}'] = sent.headers.get('Location') ?? '';
  const now = service.ports.clock.now();
  for (const [event, from] of [
    ['F1', -60],
    ['F2', -7200],
  ] as const) {
    const { secret } = await service.services.openSheet({
      eventCode: event,
      opensAt: secondsAfter(now, from),
      closesAt: secondsAfter(now, from + 3600),
      actor: agent.personId,
    });
    made[`{${event}}`] = secret;
  }
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

const PATHS = [
  '/dane/imports',
  '{upload}',
  '/dane/events',
  '/dane/events?q=rien-de-tel',
  '/dane/events/new',
  '/dane/events/F1',
  '/dane/events/F1/change',
  '/dane/events/F1/sheet',
  '/dane/events/F3/sheet',
  '/dane/exports',
  '/dane/settings',
];
const VISITS = ['/sheet/{F1}', '/sheet/{F2}'];
const REFUSED = [
  ['/dane/events/new', {}],
  ['/dane/events/F1/attendance', { email: 'x@ac-test.example', proof: '2' }],
  ['/dane/events/F1/sheet', { day: '', opensAt: '8h', closesAt: '' }],
  ['/dane/settings/issuer', { url: 'x' }],
] as const;

/** A page of the running service, its answers made in this process. */
async function open(options: Parameters<Browser['newContext']>[0], lang: string) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const styles = await builtStyles();
  let answer: Promise<Response> | undefined;
  await page.route('**/*', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const name = pathname.split('/').at(-1) ?? '';
    const style = [...styles].find(
      ([key]) => key === name || (name.endsWith('.css') && key.endsWith('.css')),
    );
    if (style) {
      const contentType = name.endsWith('.css') ? 'text/css' : 'font/woff2';
      return route.fulfill({ contentType, body: Buffer.from(style[1]) });
    }
    const who = pathname.startsWith('/sheet/') ? claire : agent;
    const response = await (answer ?? who.get(pathname + search));
    answer = undefined;
    const body = await response.text();
    return route.fulfill({ status: response.status, contentType: 'text/html; charset=utf-8', body });
  });
  const filled = (path: string) =>
    Object.entries(made).reduce((text, [name, value]) => text.replace(name, value), path);
  return {
    page,
    show: (path: string) =>
      page.goto(`${service.ports.origin}${filled(path)}?lang=${lang}`.replace(/\?(.*)\?/, '?$1&')),
    showRefused: (path: string, fields: Record<string, string>) => {
      answer = agent.post(`${path}?lang=${lang}`, fields);
      return page.goto(`${service.ports.origin}${path}?lang=${lang}`);
    },
    close: () => context.close(),
  };
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe.each([
  { look: 'in French on a phone', lang: 'fr', options: { viewport: { width: 360, height: 740 } } },
  {
    look: 'in English in the dark',
    lang: 'en',
    options: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const },
  },
])('the DANE’s data pages $look', ({ lang, options }) => {
  let site: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    site = await open(options, lang);
  });
  afterAll(() => site.close());

  const expectSound = async () => {
    expect(await faultsOf(site.page)).toEqual([]);
    const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await site.page.evaluate(wide)).toBe(0);
  };

  it.each([...PATHS, ...VISITS])(
    '%s has no fault that axe finds, and no sideways scrolling',
    async (path) => {
      expect((await site.show(path))?.status()).toBe(200);
      await expectSound();
    },
  );

  it.each(REFUSED)('%s refused has none either', async (path, fields) => {
    expect((await site.showRefused(path, fields))?.status()).toBe(400);
    await expectSound();
  });
});
