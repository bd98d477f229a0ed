import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mailer } from '../../application/mail/mailer.ts';
import type { Log } from '../../application/ports.ts';
import { type Sender, toEnvelope } from './envelope.ts';

const MAX_STORED_MAILS = 50;

export interface MailFolder {
  readonly folder: string;
  readonly sender: Sender;
  readonly log: Log;
}

/** Sends nothing: writes each mail to a folder, where a mail program can open it, and keeps the last fifty.
 *  Only the file's path is logged; its name is the mail's id. */
export function makeMailFolder({ folder, sender, log }: MailFolder): Mailer {
  return {
    send: async (message) => {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
      const { message: bytes } = await transport.sendMail(toEnvelope(message, sender));
      const path = join(folder, `${fileNameOf(message.messageId)}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(path, bytes as Buffer, { mode: 0o600 });
      await removeOldest(folder);
      log.info('mail-written', { path });
      return { kind: 'accepted' };
    },
  };
}

function fileNameOf(messageId: string): string {
  return (messageId.replace(/^</, '').split('@', 1)[0] ?? '').replace(/[^\w-]/g, '_');
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  if (names.length <= MAX_STORED_MAILS) return;
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  const oldest = files.sort((one, other) => one.at - other.at).slice(0, files.length - MAX_STORED_MAILS);
  for (const { path } of oldest) await rm(path, { force: true });
}
