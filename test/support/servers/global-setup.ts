import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { prepareChromium } from '../chromium.ts';
import { makeTemplate } from '../fixtures/template.ts';
import { postgresRunsHere, startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server that all test files share; empty if none can run. */
    readonly postgresUrl: string;
  }
}

/** Runs once, before all test files, unless they are those that start nothing. It makes the keys and the empty database that tests copy, unpacks the
 *  browser, so that no test waits for it or unpacks it twice, and starts one PostgreSQL for all. The last two
 *  exist for Linux only; on other systems their tests report this and all others run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (project.vitest.projects.every(({ name }) => name === 'unit')) return async () => {};
  const [template, server] = await Promise.all([
    makeTemplate(),
    postgresRunsHere ? startPostgres() : undefined,
    process.platform === 'linux' ? prepareChromium() : undefined,
  ]);
  project.provide('postgresUrl', server?.url ?? '');
  return async () => {
    await rm(template, { recursive: true, force: true });
    await server?.stop();
  };
}
