import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { type CommandResult, jalon } from '../support/command-line.ts';
import { startServer } from '../support/servers/running.ts';
import { ONE_RUPN } from '../support/servers/service.ts';

/** A running service with one public badge, and a French browser that looks at it. */
export interface PublicBadgeSite {
  readonly url: string;
  /** The id of the badge, from which the address of its page is made. */
  readonly address: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Runs a verb on the service's database. */
  run(...texts: string[]): Promise<CommandResult>;
  stop(): Promise<void>;
}

/** Imports, grants, issues and publishes by the command line alone. */
export async function startPublicBadgeSite(): Promise<PublicBadgeSite> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-browser-'));
  const settings = { DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`, KEYS_DIR: join(folder, 'keys') };
  for (const [name, text] of Object.entries(ONE_RUPN)) writeFileSync(join(folder, name), text);
  await done(jalon(['keys', 'generate'], { environment: settings }));
  const server = await startServer(settings);
  const run = (...texts: string[]) =>
    jalon([...texts, '--json'], { environment: { ...settings, PUBLIC_URL: server.url } });
  await done(run('import', folder));
  await done(run('grant', '--all-met', '--also-to-look-at'));
  const address = String((await done(run('issue'))).lines[0]?.['credential']);
  await done(run('accept', address, '--name', 'full', '--visibility', 'public'));
  const browser = await launchChromium();
  const context = await browser.newContext({ locale: 'fr-FR' });
  // The clock of the browser is not moved with the tests'.
  if (process.env['JALON_CLOCK']) await context.clock.install({ time: new Date() });
  return {
    url: server.url,
    address,
    browser,
    context,
    page: await context.newPage(),
    run,
    async stop() {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function done(command: Promise<CommandResult>): Promise<CommandResult> {
  const result = await command;
  if (result.code !== 0) throw new Error(`The command ended with ${result.code}: ${result.stderr}`);
  return result;
}
