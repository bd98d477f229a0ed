import type { Child } from 'hono/jsx';
import type { PageContext } from '../layout/page-context.ts';
import { StepMark, VerdictMark } from '../public/verify/verdict.tsx';
import type { InnerView, ReportView } from '../public/verify/verification-view.ts';
import type { AlignmentView, Link } from '../view-models/public-pages.ts';

/** Small parts that several pages share. */

/** A folded section whose title is a heading of the page. */
export function Details({
  title,
  note,
  open,
  children,
}: {
  title: string;
  note?: string | undefined;
  open?: boolean;
  children: Child;
}) {
  return (
    <details class="fold" open={open}>
      <summary>
        <h2>{title}</h2>
        {note && <span class="fold-note">{note}</span>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}

/** Every step of a report: mark, name, word, sentence. */
function Checks({ report, t }: { report: ReportView; t: PageContext['t'] }) {
  return (
    <ol class="checks">
      {report.steps.map((step) => (
        <li class={step.result}>
          <StepMark result={step.result} />
          <div>
            <p>
              <strong>{t.credential.checkName(step.name)}</strong> <span class="word">{step.resultWord}</span>
            </p>
            <p>{step.sentence}</p>
            {step.technical && (
              <p class="technical">
                <span class="visually-hidden">{t.credential.technical} </span>
                <code>{step.technical}</code>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Every step, in a fold. Where the signature is not established, the verdict says everything, so there is no
 *  fold. */
export function StepsDetails({
  report,
  open,
  t,
  children,
  below,
}: {
  report: ReportView;
  open?: boolean;
  t: PageContext['t'];
  /** Stands above the steps. */
  children?: Child;
  /** Stands below them. */
  below?: Child;
}) {
  const { steps } = report;
  if (steps.length <= 1) return null;
  const passed = steps.filter((step) => step.result === 'passed').length;
  return (
    <Details
      title={t.credential.checks}
      note={t.credential.checksSummary(passed, steps.length)}
      {...(open !== undefined && { open })}
    >
      {children}
      <Checks report={report} t={t} />
      {below}
    </Details>
  );
}

/** The badges and endorsements inside, each with its own verdict. */
export function InnerList({ inner, t }: { inner: readonly InnerView[]; t: PageContext['t'] }) {
  return (
    <ul class="checks">
      {inner.map(({ label, verdict, word, reason }) => (
        <li>
          <VerdictMark verdict={verdict} />
          <div>
            <p>
              <strong>{t.credential.checkName(label)}</strong> <span class="word">{word}</span>
            </p>
            {reason && <p>{reason}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Names of the competences of other frameworks, with a link only for a web address. */
export function Alignments({ alignments }: { alignments: readonly AlignmentView[] }) {
  return (
    <ul class="alignments">
      {alignments.map(({ name, url, framework, code }) => (
        <li>
          {code && <span class="code">{code}</span>} <SafeLink href={url}>{name}</SafeLink>
          {framework && framework !== name && <span class="note"> {framework}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Alignments under a heading; empty if there is none. */
export function TitledAlignments({
  title,
  alignments,
}: {
  title: string;
  alignments: readonly AlignmentView[];
}) {
  if (alignments.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Alignments alignments={alignments} />
    </>
  );
}

/** A link from a stranger's document. It is never a `javascript:` or `data:` address, nor one with a user
 *  name before an « @ », which imitates a host. The linked site does not learn the page it comes from. */
export function SafeLink({ href, children }: { href: string | undefined; children: Child }) {
  if (href === undefined || !/^https?:\/\/(?![^/?#\\]*@)/i.test(href)) return <>{children}</>;
  return (
    <a href={href} rel="nofollow noopener noreferrer ugc">
      {children}
    </a>
  );
}

export function LinkList({ links }: { links: readonly (Link & { readonly note?: string })[] }) {
  return (
    <ul class="links">
      {links.map(({ label, href, note, download }) => (
        <li>
          <a href={href} download={download}>
            {label}
          </a>
          {note && <span class="note"> {note}</span>}
        </li>
      ))}
    </ul>
  );
}
