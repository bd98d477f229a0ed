import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { badge, signed } from '../support/corpus/badge.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';

/** Terms of jsonld, SQLite, Node, undici and zod. */
const ENGLISH =
  /\b(relative|reference|not a|no such|file is|invalid|expected|failed|malformed|cannot|open)\b/i;
/** What our sentence states, without the detail that it names as English. */
const sentenceOf = (text: string) => text.replace(/Détail technique, en anglais\s: «[^»]*»\.?/g, '');

let service: TestService;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-library-'));
  service = await startTestService();
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

async function verifyOnPage(credential: unknown): Promise<string> {
  const body = new FormData();
  body.set('credential', JSON.stringify(credential));
  const answer = await service.app.request(`${TEST_ORIGIN}/verify?lang=fr`, { method: 'POST', body });
  const html = await answer.text();
  return /class="verdict-sentence">([^<]*)/.exec(html)?.[1] ?? '';
}

describe('a French sentence about what a library refuses', () => {
  it.each([
    ['a type', { type: ['VerifiableCredential', 'OpenBadgeCredential', 'Nowhere'] }, 'Nowhere'],
    ['a member', { score: 20 }, 'score'],
    ['a relative address', { evidence: [{ type: ['Evidence'], id: 'no/scheme' }] }, 'no/scheme'],
    [
      'a relative object',
      { credentialSchema: [{ id: 'a/b', type: '1EdTechJsonSchemaValidator2019' }] },
      'a/b',
    ],
  ])('names what the document contains: %s', async (_, members, named) => {
    const sentence = await verifyOnPage({ ...(await signed(badge())), ...members });
    expect(sentence).toContain(`«\u00a0${named}\u00a0»`);
    expect(sentence).not.toMatch(ENGLISH);
  });

  it('is French on the command line if a file, a database or a host cannot be read', async () => {
    const text = join(folder, 'text.db');
    writeFileSync(text, 'not a database at all, only a text that is long enough to be read as a page');
    for (const parameters of [
      ['import', join(folder, 'absent')],
      ['import', text],
      ['restore', text],
      ['restore', join(folder, 'absent')],
      ['verify', folder],
      ['verify', join(folder, 'absent')],
      ['monitor', 'http://127.0.0.1:9'],
      ['badges', 'list', '--remote', 'http://127.0.0.1:9'],
      ['export', text],
      ['backup', join(text, 'inside')],
    ]) {
      const { code, stderr, stdout } = await jalon(parameters, { environment: service.environment });
      expect(code, parameters.join(' ')).toBeGreaterThan(0);
      expect(sentenceOf(`${stderr}${stdout}`).replaceAll(folder, ''), parameters.join(' ')).not.toMatch(
        ENGLISH,
      );
    }
  }, 60_000);
});
