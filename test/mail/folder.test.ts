import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeMailFolder } from '../../src/adapters/mail/folder.node.ts';
import { readMail } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalon-mails-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the mails of the demonstration', () => {
  it('are files, the last fifty, and the log has no name', async () => {
    const logged: string[] = [];
    const write = (event: string, fields = {}) => void logged.push(JSON.stringify({ event, ...fields }));
    const mailer = makeMailFolder({
      folder,
      sender: { name: 'DANE', address: 'dane@ac-test.example' },
      log: { info: write, error: write },
    });
    for (let turn = 0; turn < 53; turn += 1) {
      const messageId = `<mail-${turn}@jalon.test>`;
      const message = {
        to: 'ada@ac-test.example',
        subject: 'Été',
        text: `Bonjour à vous, ${turn}`,
        messageId,
      };
      expect(await mailer.send(message)).toEqual({ kind: 'accepted' });
    }
    const names = readdirSync(folder);
    expect(names).toHaveLength(50);
    expect(names).not.toContain('mail-0.eml');
    const mail = readMail(readFileSync(join(folder, 'mail-52.eml'), 'latin1'));
    expect(mail.text).toContain('Bonjour à vous, 52');
    expect(mail.headers.get('subject')).toBe('Été');
    expect(mail.headers.get('to')).toBe('ada@ac-test.example');
    expect(logged.at(-1)).toBe(JSON.stringify({ event: 'mail-written', path: join(folder, 'mail-52.eml') }));
    expect(logged.join()).not.toContain('ada');
  });
});
