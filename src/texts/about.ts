/** Without `href` it is only text. */
export interface AboutLink {
  readonly href?: string;
  readonly label: string;
}

/** A part of a page on the service itself: a title, then paragraphs, a list, links. */
export interface AboutSection {
  readonly title: string;
  readonly text?: readonly string[];
  readonly list?: readonly string[];
  readonly links?: readonly AboutLink[];
}

/** What these pages say of the operator. The settings give it; each part that is not set is a placeholder. */
export interface AboutFacts {
  readonly operator: string;
  readonly address: string;
  readonly publicationDirector: string;
  readonly hosting: string;
  readonly dpo: string;
  readonly help: string;
  readonly issuer: string;
  /** Years for which the audit is kept; absent if it is kept as long as the service. */
  readonly auditYears?: number | undefined;
}

/** A link that opens a mail. A placeholder is no address, so it stays text. */
export function mailTo(address: string): AboutLink {
  return { label: address, ...(address.includes('@') && { href: `mailto:${address}` }) };
}
