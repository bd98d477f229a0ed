/** A mail as it leaves. */
export interface MailMessage {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** `<…@…>`, the same at every attempt. */
  readonly messageId: string;
}

/** What became of a message. Codes are `smtp-` and the server's figure, or the code of the failure; neither they nor
 *  anything else here repeats an address or the server's words.
 *  - `accepted`: the server answers for it from now on;
 *  - `refused`: this message will never be taken;
 *  - `postponed`: this message is not taken now;
 *  - `unreachable`: no message can be handed over now, for a reason that is not in the message. */
export type MailDelivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'postponed' | 'unreachable'; readonly code: string };

/** Hands a message over; never throws for what a server or a network does. */
export interface Mailer {
  send(message: MailMessage): Promise<MailDelivery>;
}
