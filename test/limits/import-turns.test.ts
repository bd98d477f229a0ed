import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestTurnOf } from '../support/load/growth.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const MEGABYTE = 1_000_000;
/** The share of an import that one piece of it may take, for which someone else waits. */
const LARGEST_SHARE = 0.1;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({}, { sideWork: true });
});
afterAll(() => service.stop());

/** A file of this size, with a line for each number. */
function fileOf(header: string, megabytes: number, line: (at: number) => string) {
  const lines = [`${header}\n`];
  for (let at = 0, size = 0; size < megabytes * MEGABYTE; at += 1) {
    const one = `${line(at)}\n`;
    lines.push(one);
    size += one.length;
  }
  return { name: 'personnes.csv', bytes: new TextEncoder().encode(lines.join('')) };
}

const address = (at: number) => `agent${at}@ac-test.example`;

describe('an upload lets the loop turn, and no piece of it takes long', () => {
  it.each([
    [
      '10 MB of long lines',
      fileOf('email;prenom;nom;note', 10, (at) => `${address(at)};A;B;${'x'.repeat(2000)}`),
    ],
    ['1 MB of short lines', fileOf('email;prenom;nom', 1, (at) => `${address(at)};Ève;Petit`)],
    ['3 MB of lines of no known table', fileOf('x;y;z', 3, () => 'a;b;c')],
    ['10 MB of refused lines', fileOf('email;prenom;nom', 10, () => `;;${'y'.repeat(2000)}`)],
  ])('%s', async (_, file) => {
    const receive = () => service.services.receiveUpload([file], { actor: 'dane' as never, locale: 'fr' });
    expect(await longestTurnOf(receive)).toBeLessThan(LARGEST_SHARE);
  });

  it('the import that follows', async () => {
    const file = fileOf('email;prenom;nom', 0.5, (at) => `${address(at)};Ève;Petit`);
    const upload = await service.services.receiveUpload([file], { actor: 'dane' as never, locale: 'fr' });
    const run = () => service.services.importUpload(upload, { actor: 'dane' as never, locale: 'fr' });
    expect(await longestTurnOf(run, 2)).toBeLessThan(LARGEST_SHARE);
  });
});
