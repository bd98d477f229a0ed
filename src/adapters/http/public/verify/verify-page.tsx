import { raw } from 'hono/html';
import { blankBadgeSvg } from '../../../../drawings/blank-badge-svg.ts';
import { A } from '../../shell/a.tsx';
import { About } from '../../shell/about.tsx';
import { Layout } from '../../shell/layout.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { ChecksFold, Fold, InnerList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { Wide } from '../../shell/wide.tsx';
import { headline } from '../credential/headline.ts';
import { EasyVerdictLines } from '../easy/easy-verdict.tsx';
import { StrangerDocument } from './stranger-document.tsx';
import { StepMark, VerdictBox } from './verdict.tsx';
import type { VerifyView } from './verification-view.ts';
import { VerifyBox } from './verify-box.tsx';
import { VerifyHere } from './verify-here.tsx';

interface VerifyPageProps {
  readonly view: VerifyView;
}

/** `/verify`: the answer first where there is one, then the box. */
export function VerifyPage({ view }: VerifyPageProps) {
  const frame = useFrame();
  const { t } = frame;
  return (
    <Layout title={titleOf(frame, view)} description={t.verify.description} section="verify" copies>
      <h1>{t.verify.title}</h1>
      {view.error && (
        <div class="notice notice-error" role="alert" id="error" tabindex={-1} autofocus>
          <p>
            <strong>{t.verify.errorTitle}</strong>
          </p>
          <p>{view.error}</p>
        </div>
      )}
      {view.result ? <Answer result={view.result} /> : <p class="lede">{t.verify.lede}</p>}
      {view.result && <h2>{t.verify.another}</h2>}
      <Wide margin={<VerifyHere />}>
        <VerifyBox view={view} asksRecipient />
      </Wide>
      <About />
    </Layout>
  );
}

/** The page's title, which is read aloud first: the error or the verdict. */
function titleOf({ t }: PageFrame, { error, result }: VerifyView): string {
  if (error !== undefined) return t.verify.titleOfError(t.verify.title);
  return result?.report.word ?? t.verify.title;
}

interface AnswerProps {
  readonly result: NonNullable<VerifyView['result']>;
}

/** The badge in a small form: its picture, its name, the verdict that names its holder; below, folded, the
 *  checks and the content of the document. For a badge of ours, the answer links to its page, which explains
 *  it better. */
function Answer({ result }: AnswerProps) {
  const { t } = useFrame();
  const { report, document, codeAddress } = result;
  return (
    <section class="answer" aria-labelledby="result">
      <h2 id="result" class="visually-hidden">
        {t.verify.result}
      </h2>
      <div class="answer-head">
        <AnswerPicture result={result} />
        <div>
          <Verdict result={result} />
          {report.recipient && (
            <p class="recipient-answer">
              <StepMark result={report.recipient.result} /> <strong>{report.recipient.sentence}</strong>
            </p>
          )}
          {report.trust && (
            <p class={report.trust.isWarning ? 'notice notice-error' : 'note'}>{report.trust.sentence}</p>
          )}
          <p class="checked-at">{t.verify.checkedAt(t.moment(report.checkedAt))}</p>
          {codeAddress && <p class="note address">{t.verify.codeAddress(codeAddress)}</p>}
          {document?.ownHref && (
            <p>
              <A href={document.ownHref}>{t.verify.ownPage}</A>
            </p>
          )}
        </div>
      </div>
      {report.inner && (
        <>
          <h3>{t.verify.inner}</h3>
          <InnerList inner={report.inner} t={t} />
        </>
      )}
      <Fold title={t.easy.fold}>
        <EasyVerdictLines
          verdict={report.verdict}
          isKnown={document?.issuerKnown === true || document?.issuerListed === true}
        />
        {document?.ownHref && (
          <p>
            <A href={`${document.ownHref}/easy`}>{t.easy.link}</A>
          </p>
        )}
      </Fold>
      <ChecksFold report={report} open={report.verdict !== 'valid'} t={t} />
      {document && (
        <Fold
          title={t.verify.document}
          note={document.name}
          open={report.verdict === 'valid' && !document.ownHref}
        >
          <StrangerDocument document={document} />
        </Fold>
      )}
    </section>
  );
}

/** The badge in its page's own title where it is ours, else its name; then the verdict. « Authentic and valid » is
 *  said once, by the sentence. */
function Verdict({ result }: AnswerProps) {
  const { t } = useFrame();
  const { report, document, recipientKind = 'person' } = result;
  const { name = t.verify.noName, recipient } = document ?? {};
  const title = { name, recipientKind, report, ...(recipient !== undefined && { recipient }) };
  return (
    <>
      {document && <h3>{document.ownHref ? headline(t, title) : name}</h3>}
      <VerdictBox {...report} word={report.verdict === 'valid' ? undefined : report.word} />
      {report.verdict === 'signature-not-valid' && <p>{t.verify.askOriginal}</p>}
    </>
  );
}

/** Where the signature is not valid, there is no picture. */
function AnswerPicture({ result: { image, document } }: AnswerProps) {
  const { verify: words } = useFrame().t;
  if (!image) return null;
  const { src, source } = image;
  if (src === undefined) {
    return (
      <div class="blank-badge">
        {raw(blankBadgeSvg({ title: words.blankTitle, description: words.imageNotLoaded }))}
      </div>
    );
  }
  return (
    <figure>
      <img src={src} alt={words.pictureOf(document?.name ?? words.noName)} width="176" height="176" />
      {source === 'given' && <figcaption class="note">{words.unsignedImage}</figcaption>}
    </figure>
  );
}
