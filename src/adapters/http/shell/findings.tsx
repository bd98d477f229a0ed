import { A } from './a.tsx';
import { useFrame } from './use-frame.ts';

/** A fact that was counted: what it is, and where it is to be seen. */
export interface FactView {
  readonly text: string;
  /** A path of ours, or an address of the web. */
  readonly href?: string;
}

/** One requirement as it was judged, already in words. */
export interface FindingView {
  readonly met: boolean;
  readonly requirement: string;
  readonly missing?: string;
  /** The figure found beside the figure required, or how many of its parts are met. */
  readonly found: string;
  readonly used: readonly FactView[];
  /** What a requirement made of others is made of, each with its own figures and facts. */
  readonly parts: readonly FindingView[];
}

/** Each requirement: its words, the figure found beside the figure required, what is missing and the facts counted. */
export function Findings({ findings }: { findings: readonly FindingView[] }) {
  const t = useFrame().t.findings;
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
          <>
            <tr>
              <th scope="row">{finding.requirement}</th>
              <td data-label={t.state}>
                <strong>{finding.met ? t.met : t.notMet}</strong>
                {finding.missing && <span class="note"> {finding.missing}</span>}
              </td>
              <td data-label={t.found}>{finding.found}</td>
              <td data-label={t.used}>
                <Facts facts={finding.used} />
              </td>
            </tr>
            {finding.parts.length > 0 && (
              <tr class="finding-detail">
                <td colspan={4} data-label={t.detail}>
                  <Parts parts={finding.parts} />
                </td>
              </tr>
            )}
          </>
        ))}
      </tbody>
    </table>
  );
}

function Parts({ parts }: { parts: readonly FindingView[] }) {
  const t = useFrame().t.findings;
  return (
    <ul class="finding-parts">
      {parts.map((part) => (
        <li>
          {part.requirement}
          {t.colon}
          <strong>{part.met ? t.partMet : t.partNotMet}</strong>
          {`, ${part.found}`}
          <Facts facts={part.used} />
          {part.parts.length > 0 && <Parts parts={part.parts} />}
        </li>
      ))}
    </ul>
  );
}

function Facts({ facts }: { facts: readonly FactView[] }) {
  if (facts.length === 0) return null;
  return (
    <ul class="finding-facts">
      {facts.map(({ text, href }) => (
        <li>{href === undefined ? text : <A href={href}>{text}</A>}</li>
      ))}
    </ul>
  );
}
