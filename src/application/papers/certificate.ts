/** The words of the certificate of an issued badge. They are taken only from its served credential. */
export interface CertificateContent {
  /** A language tag (BCP 47). */
  readonly language: string;
  /** The first sentence, which names the holder and the badge. It is also the document's title. */
  readonly headline: string;
  /** The kind of document, shown at its top next to the issuer. */
  readonly kind: string;
  readonly issuerName: string;
  /** The badge as PNG, and in words. */
  readonly picture: { readonly png: Uint8Array; readonly alternative: string };
  /** Sentences below the headline: the recipient, the issuer, and the end of validity. */
  readonly delivered: readonly string[];
  readonly description: string;
  /** An explanation for readers from outside. */
  readonly explanation: string;
  readonly figures: readonly CertificateFigure[];
  /** A heading and sentences on what was recognised and who attests it. */
  readonly recognised: { readonly heading: string; readonly statements: readonly string[] };
  readonly check: {
    readonly heading: string;
    readonly caption: string;
    readonly address: string;
    readonly alternative: string;
    /** A note on the attached file, and on what paper cannot show. */
    readonly note: string;
  };
  /** The signed credential, with the same bytes as it is served. */
  readonly attached: {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly text: string;
  };
  /** The instant of the signature, so that the same badge always gives the same file. */
  readonly madeAt: string;
}

export interface CertificateFigure {
  readonly figure: string;
  readonly unit: string;
}
