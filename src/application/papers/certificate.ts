/** What the certificate of an issued badge says: only what its served credential says, in words already. */
export interface CertificateContent {
  /** BCP 47. */
  readonly language: string;
  /** The first sentence: who is what. It is also the document's title. */
  readonly headline: string;
  /** What the document is, at its top, beside the issuer. */
  readonly kind: string;
  readonly issuerName: string;
  /** The badge as PNG, and in words. */
  readonly picture: { readonly png: Uint8Array; readonly alternative: string };
  /** Sentences under the first one: to whom it was issued, by whom, until when it is valid. */
  readonly delivered: readonly string[];
  readonly description: string;
  /** What a stranger cannot know. */
  readonly explanation: string;
  readonly figures: readonly CertificateFigure[];
  /** A heading, and the sentences of what was recognised, and who attests it. */
  readonly recognised: { readonly heading: string; readonly statements: readonly string[] };
  readonly check: {
    readonly heading: string;
    readonly caption: string;
    readonly address: string;
    readonly alternative: string;
    /** What is attached to the file, and what paper cannot say. */
    readonly note: string;
  };
  /** The signed credential, byte for byte as it is served. */
  readonly attached: {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly text: string;
  };
  /** The instant of the signature: the same badge always gives the same file. */
  readonly madeAt: string;
}

export interface CertificateFigure {
  readonly figure: string;
  readonly unit: string;
}
