import { Layout } from '../../shell/layout.tsx';
import { ChecksFold, Fold, TitledAlignments } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { Link } from '../../shell/view-models.ts';
import { StepMark, VerdictBox } from '../verify/verdict.tsx';
import type { CredentialView } from '../verify/verification-view.ts';
import { CredentialActions, PrintedProof } from './credential-actions.tsx';
import { deliveredText } from './embed-page.tsx';
import { Recognised } from './recognised.tsx';
import { sharedWords } from './shared-words.ts';

interface CredentialPageProps {
  readonly view: CredentialView;
}

/** `/credentials/{id}`: the verdict first, then what is recognised, then how it was verified. */
export function CredentialPage({
  view,
  notice,
}: CredentialPageProps & {
  /** Stands above a preview: why this is not the public page, and the link back. `instead` replaces the files
   *  and links, which do not work yet. */
  readonly notice?: { readonly text: string; readonly link: Link; readonly instead: string };
}) {
  const frame = useFrame();
  const { t, issuer } = frame;
  const holds = signatureHolds(view);
  return (
    <Layout {...sharedWords(view, t, issuer.name)} copies>
      {notice && (
        <p class="notice">
          {notice.text} <a href={notice.link.href}>{notice.link.label}</a>
        </p>
      )}
      <article class="credential">
        <Heading view={view} />
        <VerdictBox {...view.report} />
        <p class="checked-at">
          {t.credential.checkedAt(t.moment(view.report.checkedAt))}
          {' · '}
          <a href={frame.languages[frame.locale]}>{t.credential.checkAgain}</a>
        </p>
        {holds && <Recognised t={t} recognised={view.recognised} revoked={view.revoked} />}
        {holds && <Criteria view={view} />}
        <ChecksFold report={view.report} t={t} />
        {notice ? (
          <p class="note">{notice.instead}</p>
        ) : (
          holds && (
            <>
              <CredentialActions view={view} />
              <PrintedProof view={view} />
            </>
          )
        )}
      </article>
    </Layout>
  );
}

/** Where the signature is not valid, the page says only that. */
function signatureHolds({ report }: CredentialView): boolean {
  return report.verdict !== 'signature-not-valid';
}

function Heading({ view }: CredentialPageProps) {
  const { t, issuer } = useFrame();
  const { image, validUntil } = view;
  const holds = signatureHolds(view);
  return (
    <div class="badge-head">
      <a href={image.src}>
        <img src={image.src} alt={image.alt} width="208" height="208" />
      </a>
      <div>
        <h1>{view.name}</h1>
        {holds && <p class="lede">{deliveredText(t, issuer.name, view)}</p>}
        {holds && view.recipient === undefined && view.recipientKind === 'person' && (
          <p class="note">{t.credential.hiddenName}</p>
        )}
        {validUntil && holds && !view.revoked && <p>{t.credential.validUntil(t.day(validUntil))}</p>}
        {holds && <p class="prose">{view.description}</p>}
      </div>
    </div>
  );
}

function Criteria({ view }: CredentialPageProps) {
  const { t } = useFrame();
  const { criteria } = view;
  const judged = criteria.every((criterion) => criterion.met !== undefined);
  const met = criteria.filter((criterion) => criterion.met).length;
  const note = judged ? `${met} / ${criteria.length}` : t.credential.byDecision;
  return (
    <Fold title={t.credential.criteria} note={note}>
      <ul class="checks">
        {criteria.map((criterion) => (
          <li>
            <StepMark
              result={criterion.met === undefined ? 'not-checked' : criterion.met ? 'passed' : 'failed'}
            />
            <div>
              <p>
                <strong>{criterion.requirement}</strong>{' '}
                {criterion.met !== undefined && (
                  <span class="word">
                    {criterion.met ? t.credential.criterionMet : t.credential.criterionNotMet}
                  </span>
                )}
              </p>
              {criterion.explanation && <p>{criterion.explanation}</p>}
            </div>
          </li>
        ))}
      </ul>
      <p class="note">
        {t.credential.criteriaVersion(view.criteriaVersion)}{' '}
        <a class="no-print" href={view.badgeHref}>
          {t.credential.criteriaLink}
        </a>
      </p>
      <div class="no-print">
        <TitledAlignments title={t.credential.missions} alignments={view.missions} />
        <TitledAlignments title={t.credential.alignments} alignments={view.alignments} />
      </div>
    </Fold>
  );
}
