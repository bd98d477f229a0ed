import type { MailLanguage } from '../../domain/mail/types.ts';

/** A picture inside a mail: its HTML names it as `cid:id`. */
export interface MailPicture {
  readonly id: string;
  readonly png: Uint8Array;
  /** Width and height, in the pixels of a page. */
  readonly width: number;
  /** What is read aloud. */
  readonly description: string;
}

/** A mail ready to be sent. */
export interface MailMessage {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The language of the text; French by default. */
  readonly language?: MailLanguage;
  readonly pictures?: readonly MailPicture[];
  /** `<…@…>`, the same at every attempt. */
  readonly messageId: string;
}

/** The outcome of a message. A code is `smtp-` with the server's number, or the code of the failure. No
 *  outcome repeats an address or the server's words.
 *  - `accepted`: the server takes charge of it;
 *  - `refused`: this message will never be accepted;
 *  - `postponed`: this message is not accepted now;
 *  - `unreachable`: no message can be sent now, for a reason outside the message. */
export type MailDelivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'postponed'; readonly code: string }
  /** `server` is the host and port that were asked. */
  | { readonly kind: 'unreachable'; readonly code: string; readonly server?: string };

/** Sends a message. Never throws for a failure of a server or network. */
export interface Mailer {
  send(message: MailMessage): Promise<MailDelivery>;
}
