import { createPublicKey, verify } from 'node:crypto';
import type { TestService } from '../support/servers/service.ts';

/** Checks the signatures of a note with Node's own cryptography, by the text of the standard and none of our code.
 *  Returns the lines of the checkpoint and the seconds of the dated signature. */
export function readNoteByHand(note: string, publicKey: Uint8Array) {
  const [text = '', lines = ''] = note.split('\n\n');
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  const values = lines
    .trim()
    .split('\n')
    .map((line) => Buffer.from(line.split(' ')[2] ?? '', 'base64').subarray(4));
  const [plain, timed] = values as [Buffer, Buffer];
  const body = `${text}\n`;
  const seconds = Number(timed.readBigUInt64BE(0));
  const isRight =
    verify(null, Buffer.from(body), key, plain) &&
    verify(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${body}`), key, timed.subarray(8));
  if (!isRight) throw new Error('the note is not signed');
  const [origin = '', size = '', root = ''] = text.split('\n');
  return { origin, size: Number(size), root, seconds };
}

/** The file at an address of the service; throws where there is none. */
export async function readFrom(service: TestService, path: string): Promise<Uint8Array> {
  const answer = await service.get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
