import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { RETRY_AFTER_SECONDS, statusOf } from '../adapters/http/responses/problem-details.ts';
import type { DomainErrorCode } from '../domain/errors.ts';
import { errorTexts as en } from '../texts/en/errors/domain.ts';
import { errorTexts as fr } from '../texts/fr/errors/domain.ts';
import { OFFICE } from '../texts/office.ts';

/** Answers a request that the application can't answer, because its body is not read to the end or it is no valid HTTP.
 *  The sentence comes in both languages. Closes the connection. */
export function refuseRequest(socket: Socket, code: DomainErrorCode): void {
  const sentences = [fr, en].map((texts) => `${texts(OFFICE)[code]({})}\n`).join('');
  const status = statusOf(code);
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(sentences)}`,
    'Cache-Control: no-store',
    'Connection: close',
    ...(status === 503 ? [`Retry-After: ${RETRY_AFTER_SECONDS}`] : []),
  ];
  if (socket.writable) socket.write(`${headers.join('\r\n')}\r\n\r\n${sentences}`);
  socket.destroySoon();
}
