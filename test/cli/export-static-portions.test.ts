import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { earnersFiles } from '../../bench/fixtures/earners.ts';
import { copySite } from '../../src/standards/static-export/run.ts';
import { issueEverything, startTestService, type TestService } from '../support/servers/service.ts';

const BADGES = 14;
/** As many as are drawn at once, for any number of badges (docs/exploiter.md). */
const MOST_AT_ONCE = 6;

let service: TestService;
let folder: string;
beforeEach(async () => {
  service = await startTestService();
  folder = mkdtempSync(join(tmpdir(), 'jalon-portions-'));
  await service.importText(earnersFiles({ count: BADGES, prefix: 'copied' }));
  for (const { id } of await issueEverything(service)) {
    await service.services.acceptCredential({ id, actor: 'test', name: 'full', visibility: 'public' });
  }
});
afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

it('draws the files of a copy one by one, of at most six badges at once', async () => {
  const drawing = new Set<string>();
  let most = 0;
  let answers = 0;
  const request: TestService['app']['request'] = async (input, ...rest) => {
    const of = /\/credentials\/[\w-]+/.exec(String(input))?.[0] ?? 'common';
    expect(drawing, 'a file of the same badge is still drawn').not.toContain(of);
    drawing.add(of);
    most = Math.max(most, drawing.size);
    const answer = await service.app.request(input, ...rest);
    const body = await answer.arrayBuffer();
    drawing.delete(of);
    answers += 1;
    return new Response([204, 304].includes(answer.status) ? null : body, answer);
  };
  const app = new Proxy(service.app, {
    get: (of, name) => (name === 'request' ? request : Reflect.get(of, name)),
  });
  const { badges, files } = await copySite({ ...service, app }, { folder, onProgress: () => {} });
  expect(badges).toBe(BADGES);
  expect(answers).toBeGreaterThanOrEqual(files);
  expect([most > 1, most <= MOST_AT_ONCE]).toEqual([true, true]);
});
