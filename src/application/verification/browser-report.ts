import type { VerificationReport } from '#open-badges/verification';

/** A device's verdict on a badge. */
export type BrowserReport =
  | { readonly kind: 'beyond' }
  | {
      readonly kind: 'report';
      readonly report: VerificationReport;
      /** Hosts that a full verification would have to ask, and that were not asked. */
      readonly notAsked: readonly string[];
      /** The public documents that were read, with the time in milliseconds since 1970. */
      readonly read: readonly { readonly url: string; readonly at: number }[];
    };

/** Verifies badges on the visitor's own machine. */
export interface Device {
  /** Never throws. */
  verify(bytes: Uint8Array): Promise<BrowserReport>;
  /** Allows a host to be asked from now on. */
  allow(host: string): void;
  /** Reads the keys of this service, so that its badges are verified without a network. */
  prepare(): Promise<void>;
}

/** Verdicts that could become worse if a document that was not read were read. */
const MAY_CHANGE = new Set<VerificationReport['verdict']>([
  'valid',
  'valid-older',
  'partial',
  'departs',
  'expired',
  'inner-not-valid',
  'endorsement-not-valid',
]);

/** The report that may be shown. Where a host was not asked, nothing is confirmed. */
export function shownReport({
  report,
  notAsked,
}: Extract<BrowserReport, { kind: 'report' }>): VerificationReport {
  if (notAsked.length === 0 || !MAY_CHANGE.has(report.verdict)) return report;
  return { ...report, verified: false, verdict: 'not-verifiable' };
}
