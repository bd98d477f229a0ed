import type { VerificationReport } from '../../openbadges/report.ts';

/** What a device says of a badge. */
export type DeviceAnswer =
  | { readonly kind: 'beyond' }
  | {
      readonly kind: 'report';
      readonly report: VerificationReport;
      /** The hosts that would have to be asked, and were not. */
      readonly notAsked: readonly string[];
      /** The public documents that were read, and when, in milliseconds since 1970. */
      readonly read: readonly { readonly url: string; readonly at: number }[];
    };

/** Verifies on the visitor's own machine. */
export interface Device {
  /** Never throws. */
  verify(bytes: Uint8Array): Promise<DeviceAnswer>;
  /** Lets a host be asked from now on. */
  allow(host: string): void;
  /** Reads the keys of this service, so that its badges are verified without a network. */
  prepare(): Promise<void>;
}

/** Verdicts that a document which was not read could still change for the worse. */
const MAY_CHANGE = new Set<VerificationReport['verdict']>([
  'valid',
  'valid-older',
  'departs',
  'expired',
  'inner-not-valid',
  'endorsement-not-valid',
]);

/** The report that may be shown: where a host was not asked, nothing is confirmed. */
export function shownReport({
  report,
  notAsked,
}: Extract<DeviceAnswer, { kind: 'report' }>): VerificationReport {
  if (notAsked.length === 0 || !MAY_CHANGE.has(report.verdict)) return report;
  return { ...report, verified: false, verdict: 'not-verifiable' };
}
