import type { Cost } from '../measuring/measure.ts';
import { median } from '../measuring/median.ts';
import type { Round } from './round.ts';

/** The costs with which all others are compared, from the same run. */
export interface References {
  /** One page that says hello. */
  readonly hello: Cost;
  /** One badge signed by the plain library, with one proof and no database. */
  readonly plainIssue: Cost;
}

export interface ShapeReport {
  readonly shape: string;
  /** `cpu` where the server's processor time was read, `wall` where only elapsed time could be measured. */
  readonly clock: 'cpu' | 'wall';
  /** One badge signed and stored, as a multiple of the plain library's signature. */
  readonly issuedBadgeToPlainIssue: number;
  readonly verificationPageToHello: number;
  readonly cataloguePageToHello: number;
  readonly importedLineToHello: number;
  /** For information only: these figures depend on the machine and the day. */
  readonly milliseconds: {
    readonly issuedBadge: number;
    readonly verificationPage: number;
    readonly cataloguePage: number;
  };
  readonly importedLinesASecond: number;
  readonly bytesABadge: number | undefined;
}

/** The figures of a shape: the medians of the ratios, each to the references of the same round. */
export function toReport(
  shape: string,
  rounds: readonly Round[],
  references: readonly References[],
): ShapeReport {
  const clock = rounds.every(({ issuedBadge }) => issuedBadge.cpuMs !== undefined) ? 'cpu' : 'wall';
  const costOf = (cost: Cost) => (clock === 'cpu' ? (cost.cpuMs ?? 0) : cost.wallMs);
  const typical = (of: (round: Round) => Cost) => median(rounds.map((round) => costOf(of(round))));
  const ratio = (of: (round: Round) => Cost, to: keyof References) =>
    median(
      rounds.map((round, at) => {
        const reference = references[at]?.[to];
        return costOf(of(round)) / (reference ? costOf(reference) : Number.NaN);
      }),
    );
  const bytes = rounds.flatMap(({ bytesABadge }) => bytesABadge ?? []);
  return {
    shape,
    clock,
    issuedBadgeToPlainIssue: ratio((round) => round.issuedBadge, 'plainIssue'),
    verificationPageToHello: ratio((round) => round.verificationPage, 'hello'),
    cataloguePageToHello: ratio((round) => round.cataloguePage, 'hello'),
    importedLineToHello: ratio((round) => round.importedLine, 'hello'),
    milliseconds: {
      issuedBadge: typical((round) => round.issuedBadge),
      verificationPage: typical((round) => round.verificationPage),
      cataloguePage: typical((round) => round.cataloguePage),
    },
    importedLinesASecond: 1000 / typical((round) => round.importedLine),
    bytesABadge: bytes.length > 0 ? median(bytes) : undefined,
  };
}

/** The report as a text, beginning with the ratios. */
export function toText(report: ShapeReport): string {
  const { milliseconds: ms, clock } = report;
  const line = (what: string, ratio: number, to: string, value: string) =>
    `  ${what.padEnd(20)} ${ratio.toFixed(2).padStart(8)} × ${to.padEnd(20)} (${value})`;
  return [
    `${report.shape} (${clock === 'cpu' ? 'processor time' : 'time that passed'})`,
    line(
      'issued badge',
      report.issuedBadgeToPlainIssue,
      'plain signature',
      `${ms.issuedBadge.toFixed(2)} ms`,
    ),
    line(
      'verification page',
      report.verificationPageToHello,
      'hello page',
      `${ms.verificationPage.toFixed(2)} ms`,
    ),
    line('catalogue page', report.cataloguePageToHello, 'hello page', `${ms.cataloguePage.toFixed(2)} ms`),
    line(
      'imported line',
      report.importedLineToHello,
      'hello page',
      `${report.importedLinesASecond.toFixed(0)} lines/s`,
    ),
    ...(report.bytesABadge === undefined
      ? []
      : [`  stored badge         ${report.bytesABadge.toFixed(0).padStart(8)} bytes`]),
  ].join('\n');
}
