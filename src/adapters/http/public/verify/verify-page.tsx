import { Layout } from '../../shell/layout.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { Answer } from './answer.tsx';
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
      <VerifyBox view={view} asksRecipient />
      <VerifyHere />
    </Layout>
  );
}

/** The page's title, which is read aloud first: the error or the verdict. */
function titleOf({ t }: PageFrame, { error, result }: VerifyView): string {
  if (error !== undefined) return t.verify.titleOfError(t.verify.title);
  return result?.report.word ?? t.verify.title;
}
