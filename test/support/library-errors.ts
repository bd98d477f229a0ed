import * as XLSX from '@e965/xlsx';
import Sqlite from 'better-sqlite3';
import { importJWK, jwtVerify } from 'jose';
import jsonld from 'jsonld';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { SaxesParser } from 'saxes';
import { z } from 'zod';
import { startSmtpCatcher } from '../mail/smtp-catcher.ts';

/** A port at which nothing listens. */
const CLOSED = 9;

/** Sends a mail to a server that refuses its recipient. */
async function sendRefused(): Promise<void> {
  const smtp = await startSmtpCatcher();
  smtp.answer(550);
  try {
    const transport = createTransport({ host: '127.0.0.1', port: smtp.port });
    await transport.sendMail({ from: 'a@x.example', to: 'b@x.example' });
  } finally {
    await smtp.stop();
  }
}

const loadNone = () => Promise.reject(new Error('unused'));

/** Something that each library refuses, so that the installed version states its own sentence. */
const REFUSED: Readonly<Record<string, () => unknown>> = {
  'zod, another type': () => z.object({ code: z.string() }).parse({ code: 5 }),
  'zod, an address': () => z.url().parse('x'),
  'zod, an e-mail address': () => z.email().parse('x'),
  'zod, an enumeration': () => z.enum(['fr', 'en']).parse('de'),
  'zod, an unknown key': () => z.strictObject({}).parse({ code: 5 }),
  'zod, a length': () => z.string().max(3).parse('long text'),
  'jose, a token': () => jwtVerify('a.b.c', new Uint8Array(32)),
  'jose, a key': () => importJWK({ kty: 'OKP' }, 'EdDSA'),
  'nodemailer, a server': () =>
    createTransport({ host: '127.0.0.1', port: CLOSED }).sendMail({ from: 'a@x.example', to: 'b@x.example' }),
  'nodemailer, a recipient': () => sendRefused(),
  'saxes, a tag': () => new SaxesParser().write('<a></b>').close(),
  'saxes, an end': () => new SaxesParser().write('<a').close(),
  'JSON.parse, an end': () => JSON.parse('{"a":'),
  'JSON.parse, a sign': () => JSON.parse('{"a": x}'),
  'xlsx, a ZIP file': () => XLSX.read(Buffer.from('PK\u0003\u0004damaged')),
  'URL, an address': () => new URL('https://['),
  'fetch, a closed port': () => fetch(`http://127.0.0.1:${CLOSED}`),
  'fetch, a name': () => fetch('https://absent.invalid/'),
  'SQLite, a file': () => new Sqlite(Buffer.from('not a database at all')).pragma('page_count'),
  'SQLite, a table': () => new Sqlite(':memory:').prepare('select * from absent'),
  'SQLite, a constraint': () =>
    new Sqlite(':memory:').exec('create table one (id integer not null); insert into one values (null)'),
  'pg, a server': () => new pg.Client(`postgres://127.0.0.1:${CLOSED}/x`).connect(),
  'jsonld, a context': () =>
    jsonld.processContext(null, 5, { base: null, safe: true, documentLoader: loadNone }),
};

/** The messages of an error and of its causes. */
function messagesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = error instanceof z.ZodError ? error.issues.map(({ message }) => message) : [error.message];
  return error.cause === undefined ? own : [...own, ...messagesOf(error.cause)];
}

/** The sentences of the installed libraries, by library and what it refused. Throws if a library accepts. */
export async function readLibraryErrors(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const [name, refuse] of Object.entries(REFUSED)) {
    try {
      await refuse();
    } catch (error) {
      found.set(name, messagesOf(error));
      continue;
    }
    throw new Error(`${name} was accepted`);
  }
  return found;
}

/** English words that no French sentence has, in the messages of libraries, Node, databases and servers. */
const ENGLISH =
  /(?<![\p{L}\d./@_-])(?:the|is|are|was|were|has|not|no|of|to|at|be|been|must|cannot|could|should|with|without|from|for|while|expected|received|invalid|unexpected|failed|failure|malformed|missing|required|unable|unknown|unsupported|supported|empty|wrong|bad|connect|connection|refused|timeout|timed|such|file|open|closed|found|reference|relative|property|value|string|number|token|tag|character|position|input|key|keys|header|corrupt|corrupted|damaged|database|table|column|syntax|parse|read)(?![\p{L}\d/@_-])/iu;

/** What our own sentence states, without a detail that it names as English. */
const withoutDetail = (text: string) => text.replaceAll(/Détail technique, en anglais\s: «[^»]*»\.?/g, '');

/** The English of libraries in a French text, outside a detail that is named as English. `allowed` are texts that
 *  the input itself contains. */
export function englishIn(
  text: string,
  libraries: ReadonlyMap<string, readonly string[]>,
  allowed: readonly string[] = [],
): readonly string[] {
  const stated = allowed.reduce((rest, one) => rest.replaceAll(one, ''), withoutDetail(text));
  const copied = [...libraries].flatMap(([name, messages]) =>
    messages.filter((one) => stated.includes(one)).map((one) => `${name}: ${one}`),
  );
  const lines = stated.split(/\n/).filter((line) => ENGLISH.test(line));
  return [...copied, ...lines.map((line) => line.trim())];
}
