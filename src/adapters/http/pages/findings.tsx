import type { PageFrame } from './page-frame.ts';

/** One requirement as it was judged, already in words. */
export interface FindingView {
  readonly met: boolean;
  readonly actual: number;
  readonly required: number;
  readonly requirement: string;
  readonly missing?: string;
  /** Codes of what was counted: years, missions, events, contributions. */
  readonly used: readonly string[];
}

/** Each requirement: its words, the figure found beside the figure required, and what is missing. */
export function Findings({ frame, findings }: { frame: PageFrame; findings: readonly FindingView[] }) {
  const t = frame.t.findings;
  return (
    <table class="table-cards findings">
      <thead>
        <tr>
          <th scope="col">{t.requirement}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.found}</th>
          <th scope="col">{t.used}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr>
            <th scope="row">{finding.requirement}</th>
            <td data-label={t.state}>
              <strong>{finding.met ? t.met : t.notMet}</strong>
              {finding.missing && <span class="note"> {finding.missing}</span>}
            </td>
            <td data-label={t.found}>{t.of(finding.actual, finding.required)}</td>
            <td data-label={t.used}>{finding.used.length > 0 ? finding.used.join(', ') : t.nothing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
