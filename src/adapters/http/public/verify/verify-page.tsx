import { Layout } from '../../shell/layout.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { ChecksFold, Fold, InnerList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { StrangerDocument } from './stranger-document.tsx';
import { VerdictBox } from './verdict.tsx';
import type { VerifyField, VerifyView } from './verification-view.ts';

interface VerifyPageProps {
  readonly view: VerifyView;
}

/** `/verify`: the answer first where there is one, then the form. The form is sent as `multipart/form-data`
 *  with the fields `file`, `url` and `credential`, of which one is filled. */
export function VerifyPage({ view }: VerifyPageProps) {
  const frame = useFrame();
  const { t } = frame;
  return (
    <Layout title={titleOf(frame, view)} description={t.verify.description} section="verify">
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
      <VerifyForm view={view} />
    </Layout>
  );
}

/** The page's title, which is read aloud first: the error or the verdict. */
function titleOf({ t }: PageFrame, { error, result }: VerifyView): string {
  if (error !== undefined) return t.verify.titleOfError(t.verify.title);
  return result?.report.word ?? t.verify.title;
}

function Answer({ result }: { result: NonNullable<VerifyView['result']> }) {
  const { t } = useFrame();
  const { report, document } = result;
  return (
    <section aria-labelledby="result">
      <h2 id="result" class="visually-hidden">
        {t.verify.result}
      </h2>
      <VerdictBox {...report} />
      <p class="checked-at">{t.verify.checkedAt(t.moment(report.checkedAt))}</p>
      {report.inner && (
        <>
          <h3>{t.verify.inner}</h3>
          <InnerList inner={report.inner} t={t} />
        </>
      )}
      <ChecksFold report={report} open={report.verdict !== 'valid'} t={t} />
      {document && (
        <Fold title={t.verify.document} note={document.name} open={report.verdict === 'valid'}>
          <StrangerDocument document={document} />
        </Fold>
      )}
    </section>
  );
}

function VerifyForm({ view }: VerifyPageProps) {
  const { t } = useFrame();
  const ties = (field: VerifyField) => {
    const isFaulty = view.faulty?.includes(field);
    return {
      'aria-describedby': isFaulty ? `${field}-help error` : `${field}-help`,
      ...(isFaulty && { 'aria-invalid': 'true' as const }),
    };
  };
  return (
    <form class="verify-form" action={view.action} method="post" enctype="multipart/form-data">
      <div class="field">
        <label for="file">{t.verify.file}</label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".json,.jwt,.jws,.png,.svg,application/json,application/ld+json,image/png,image/svg+xml"
          {...ties('file')}
        />
        <small id="file-help">{t.verify.fileHelp}</small>
      </div>
      <p class="or">{t.verify.or}</p>
      <div class="field">
        <label for="url">{t.verify.url}</label>
        <input
          id="url"
          name="url"
          type="url"
          inputmode="url"
          autocomplete="off"
          value={view.values?.url}
          {...ties('url')}
        />
        <small id="url-help">{t.verify.urlHelp(view.addressForm)}</small>
      </div>
      <p class="or">{t.verify.or}</p>
      <div class="field">
        <label for="credential">{t.verify.credential}</label>
        <textarea
          id="credential"
          name="credential"
          rows={6}
          spellcheck={false}
          autocomplete="off"
          {...ties('credential')}
        >
          {view.values?.credential}
        </textarea>
        <small id="credential-help">{t.verify.credentialHelp}</small>
      </div>
      <button type="submit">{t.verify.submit}</button>
    </form>
  );
}
