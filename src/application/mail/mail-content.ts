/** A part of a mail: a paragraph, a list, or a link on a line of its own. */
export type MailBlock =
  | string
  | { readonly list: readonly string[] }
  | { readonly label: string; readonly url: string };

/** What a mail says, before it is laid out as text and as HTML. */
export interface MailContent {
  /** Holds nothing confidential: it shows on a locked screen. */
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Why it was sent, and where to choose. */
  readonly footer: readonly MailBlock[];
}
