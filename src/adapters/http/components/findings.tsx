import { usePageContext } from '../layout/page-context.ts';
import { TextLink } from './link.tsx';

/** A counted fact, and the address where it is shown. */
export interface FactView {
  readonly text: string;
  /** One of our paths, or a web address. */
  readonly href?: string;
}

/** One evaluated requirement, in words. */
export interface FindingView {
  readonly met: boolean;
  /** Where nothing is recorded, the places where a record is made. */
  readonly nothing?: readonly string[];
  readonly requirement: string;
  readonly missing?: string;
  /** The found and the required figure, or the number of parts that are met. */
  readonly found: string;
  readonly used: readonly FactView[];
  /** The parts of a composed requirement, each with its own figures and facts. */
  readonly parts: readonly FindingView[];
}

/** Each requirement in words, with the found and the required figure, what is missing, and the counted
 *  facts. */
export function Findings({ findings }: { findings: readonly FindingView[] }) {
  const t = usePageContext().t.findings;
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
                <strong>{finding.met ? t.met : finding.nothing ? t.nothing : t.notMet}</strong>
                {finding.missing && <span class="note"> {finding.missing}</span>}
                {finding.nothing?.map((where) => (
                  <span class="note block">{where}</span>
                ))}
              </td>
              <td data-label={t.found}>{finding.nothing ? '—' : finding.found}</td>
              <td data-label={t.used}>
                <Facts facts={finding.used} />
              </td>
            </tr>
            {finding.parts.length > 0 && (
              <tr class="finding-detail">
                <td colspan={4} data-label={t.detail}>
                  <DetailsList parts={finding.parts} />
                </td>
              </tr>
            )}
          </>
        ))}
      </tbody>
    </table>
  );
}

function DetailsList({ parts }: { parts: readonly FindingView[] }) {
  const t = usePageContext().t.findings;
  return (
    <ul class="finding-parts">
      {parts.map((part) => (
        <li>
          {part.requirement}
          {t.colon}
          <strong>{part.met ? t.partMet : part.nothing ? t.partNothing : t.partNotMet}</strong>
          {!part.nothing && `, ${part.found}`}
          <Facts facts={part.used} />
          {part.parts.length > 0 && <DetailsList parts={part.parts} />}
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
        <li>{href === undefined ? text : <TextLink href={href}>{text}</TextLink>}</li>
      ))}
    </ul>
  );
}
