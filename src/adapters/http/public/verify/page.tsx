import { raw } from 'hono/html';
import { blankBadgeSvg } from '../../../../drawings/blank-badge-svg.ts';
import { Details, InnerList, StepsDetails } from '../../components/details.tsx';
import { TextLink } from '../../components/link.tsx';
import { About } from '../../components/summary-list.tsx';
import { TwoColumns } from '../../components/two-columns.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import { ownPath } from '../../responses/url-path.ts';
import { BadgeChecks, DecisionDetails } from '../credential/badge-details-sections.tsx';
import { headline } from '../credential/headline.ts';
import { FirstScreen } from '../credential/portrait.tsx';
import { EasyVerdictLines } from '../easy/verdict.tsx';
import { VerifyBox } from './box.tsx';
import { VerifyHere } from './in-browser.tsx';
import { UnknownDocument } from './unknown-document.tsx';
import { StepMark, VerdictBox } from './verdict.tsx';
import type { CredentialView, VerifyView } from './verification-view.ts';

interface VerifyPageProps {
  readonly view: VerifyView;
}

/** `/verify`: the answer first where there is one, then the box. */
export function VerifyPage({ view }: VerifyPageProps) {
  const pageContext = usePageContext();
  const { t } = pageContext;
  return (
    <Layout title={titleOf(pageContext, view)} description={t.verify.description} section="verify" copies>
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
      <TwoColumns margin={<VerifyHere />}>
        <VerifyBox view={view} asksRecipient />
      </TwoColumns>
      <About />
    </Layout>
  );
}

/** The page's title, which is read aloud first: the error or the verdict. */
function titleOf({ t }: PageContext, { error, result }: VerifyView): string {
  if (error !== undefined) return t.verify.titleOfError(t.verify.title);
  return result?.report.word ?? t.verify.title;
}

interface AnswerProps {
  readonly result: NonNullable<VerifyView['result']>;
}

/** The badge in a small form, then what was verified, folded. A badge of ours is its own page in small, where the
 *  document says what that page says. */
function Answer({ result }: AnswerProps) {
  const { t } = usePageContext();
  const { report, own, document } = result;
  const isOwn = own !== undefined && document === undefined;
  return (
    <section class="answer" aria-labelledby="result">
      {isOwn ? <OwnAnswer own={own} result={result} /> : <UnknownDocumentAnswer result={result} />}
      {report.inner && (
        <>
          <h3>{t.verify.inner}</h3>
          <InnerList inner={report.inner} t={t} />
        </>
      )}
      <Details title={t.easy.fold}>
        <EasyVerdictLines
          verdict={report.verdict}
          isUnsigned={report.isUnsigned}
          isKnown={own !== undefined || document?.issuerKnown === true || document?.issuerListed === true}
        />
        {own && (
          <p>
            <TextLink href={`${ownPath(own.pageUrl)}/easy`}>{t.easy.link}</TextLink>
          </p>
        )}
      </Details>
      {isOwn ? (
        <>
          <DecisionDetails />
          <BadgeChecks report={own.report} />
        </>
      ) : (
        <StepsDetails report={report} open={report.verdict !== 'valid'} t={t} />
      )}
      {document && (
        <Details
          title={t.verify.document}
          note={report.isUnsigned ? undefined : document.name}
          open={report.verdict === 'valid' && !own}
        >
          <UnknownDocument document={document} />
        </Details>
      )}
    </section>
  );
}

/** The first screen of the badge's own page, in small, and the way to that page. */
function OwnAnswer({ own, result }: AnswerProps & { readonly own: CredentialView }) {
  return (
    <div class={`portrait ${own.setAside ?? ''}`.trim()}>
      <FirstScreen view={own} href={ownPath(own.pageUrl)} small>
        <Beside result={result} />
      </FirstScreen>
    </div>
  );
}

/** Any other badge: its picture and its name, then the verdict, which names its holder. */
function UnknownDocumentAnswer({ result }: AnswerProps) {
  const { t } = usePageContext();
  return (
    <div class="answer-head">
      <AnswerPicture result={result} />
      <div>
        <Verdict result={result} />
        <Beside result={result} />
        <p class="checked-at">{t.verify.checkedAt(t.moment(result.report.checkedAt))}</p>
      </div>
    </div>
  );
}

/** Next to every verdict: whether the badge is this person's, what is known of its issuer, the address that a
 *  photographed code holds, and the badge's own page. */
function Beside({ result: { report, own, codeAddress } }: AnswerProps) {
  const { t } = usePageContext();
  return (
    <>
      {report.recipient && (
        <p class="recipient-answer">
          <StepMark result={report.recipient.result} /> <strong>{report.recipient.sentence}</strong>
        </p>
      )}
      {report.trust && (
        <p class={report.trust.isWarning ? 'notice notice-error' : 'note'}>{report.trust.sentence}</p>
      )}
      {codeAddress && <p class="note address">{t.verify.codeAddress(codeAddress)}</p>}
      {own && (
        <p>
          <TextLink href={ownPath(own.pageUrl)}>{t.verify.ownPage}</TextLink>
        </p>
      )}
    </>
  );
}

/** The name of the badge, or its page's own title where it is ours, then the verdict. An unsigned document gets no
 *  title, because its name proves nothing. « Authentic and valid » is
 *  said once, by the sentence. */
function Verdict({ result: { report, own, named, document } }: AnswerProps) {
  const { t } = usePageContext();
  const { name = t.verify.noName, recipient } = document ?? {};
  const title = own ? headline(t, { ...own, name, recipient, report }) : name;
  return (
    <>
      {document && !report.isUnsigned ? (
        <h2 id="result">{title}</h2>
      ) : (
        <h2 id="result" class="visually-hidden">
          {t.verify.result}
        </h2>
      )}
      <VerdictBox {...report} word={report.verdict === 'valid' ? undefined : report.word} />
      {named && (
        <p>
          {named.sentence} {named.link && <TextLink href={named.link.href}>{named.link.label}</TextLink>}
        </p>
      )}
      {!named && report.verdict === 'signature-not-valid' && <p>{t.verify.askOriginal}</p>}
    </>
  );
}

/** If the signature is absent or not valid, there is no picture. */
function AnswerPicture({ result: { image, document } }: AnswerProps) {
  const { verify: texts } = usePageContext().t;
  if (!image) return null;
  const { src, source } = image;
  if (src === undefined) {
    return (
      <div class="blank-badge">
        {raw(blankBadgeSvg({ title: texts.blankTitle, description: texts.imageNotLoaded }))}
      </div>
    );
  }
  return (
    <figure>
      <img src={src} alt={texts.pictureOf(document?.name ?? texts.noName)} width="176" height="176" />
      {source === 'given' && <figcaption class="note">{texts.unsignedImage}</figcaption>}
    </figure>
  );
}
