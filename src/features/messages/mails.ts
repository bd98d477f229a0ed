import type { MailMessage, MailPorts } from '../../application/mail/content.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { NetworkMessage } from './feature.ts';

/** A message of the DANE, as it was written; undefined if it was cancelled, or emptied by an erasure. */
export async function composeMessage(
  ports: MailPorts,
  { messageId }: AboutOf<'message'>,
): Promise<MailMessage | undefined> {
  const message = await ports.store.readMessage(messageId);
  return message && !message.cancelledAt && message.title !== ''
    ? describeMessage(ports, message)
    : undefined;
}

/** The words of a message, as they are sent and as the DANE sees them before. */
export function describeMessage(
  ports: MailPorts,
  { title, body }: Pick<NetworkMessage, 'title' | 'body'>,
): MailMessage {
  const paragraphs = body
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .map((one) => one.trim())
    .filter(Boolean);
  return { subject: title, blocks: [...paragraphs, ports.issuer.name] };
}
