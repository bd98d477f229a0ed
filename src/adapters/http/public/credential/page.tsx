import { Details, TitledAlignments } from '../../components/details.tsx';
import { TextLink } from '../../components/link.tsx';
import { About } from '../../components/summary-list.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { ownPath } from '../../responses/url-path.ts';
import type { Link } from '../../view-models/public-pages.ts';
import { EndorsementList } from '../badge/endorsement-list.tsx';
import { VerifyHere } from '../verify/in-browser.tsx';
import { StepMark } from '../verify/verdict.tsx';
import type { CredentialView, CriterionView } from '../verify/verification-view.ts';
import { BadgeFiles, CredentialActions, PrintedProof } from './actions.tsx';
import { BadgeChecks, DecisionDetails } from './badge-details-sections.tsx';
import { linkPreviewTexts } from './link-preview.ts';
import { FirstScreen, PastPortrait, PortraitBody } from './portrait.tsx';

interface CredentialPageProps {
  readonly view: CredentialView;
}

interface Notice {
  readonly text: string;
  readonly link: Link;
  readonly instead: string;
}

/** `/credentials/{id}`: the first screen is a portrait of the holder; then come what they do, who attests it
 *  and since when. The criteria, the checks and the files are folded. */
export function CredentialPage({
  view,
  notice,
  manageHref,
}: CredentialPageProps & {
  /** Stands above a preview: the reason why this is not the public page, and the link back. `instead`
   *  replaces the files and links, which do not work yet. */
  readonly notice?: Notice;
  /** The address where the reader may choose about this badge, if they may. */
  readonly manageHref?: string | undefined;
}) {
  const { t, issuer } = usePageContext();
  const { report } = view;
  // Where the signature is not valid, the page says only that.
  if (report.verdict === 'signature-not-valid') return <Unsigned view={view} />;
  return (
    <Layout {...linkPreviewTexts(view, t, issuer.name)} copies>
      {notice && (
        <p class="notice">
          {notice.text} <a href={notice.link.href}>{notice.link.label}</a>
        </p>
      )}
      <article class={`credential portrait ${view.setAside ?? ''}`.trim()}>
        <FirstScreen view={view}>
          {!notice && (
            <>
              <CredentialActions view={view} manageHref={manageHref} />
              <p class="easy-link no-print">
                <TextLink href={`${ownPath(view.pageUrl)}/easy`}>{t.easy.link}</TextLink>
              </p>
            </>
          )}
        </FirstScreen>
        <Renewal view={view} />
        {view.retiredSince && <p class="note">{t.badge.retired(t.day(view.retiredSince))}</p>}
        <About badge={view.about} />
        {!view.setAside && <PortraitBody view={view} />}
        <Folds view={view} isPreview={notice !== undefined} />
        {notice ? (
          <p class="note">{notice.instead}</p>
        ) : (
          <>
            <BadgeFiles view={view} />
            <PrintedProof view={view} />
          </>
        )}
      </article>
    </Layout>
  );
}

/** Links to the badge that replaced this one, and to the previous one. */
function Renewal({ view: { renewal } }: CredentialPageProps) {
  const { t } = usePageContext();
  if (!renewal) return null;
  const { newer, older } = renewal;
  return (
    <p class="note no-print">
      {newer && (
        <TextLink href={newer.href}>
          {t.renewal.newer(t.awarded(newer.awarded), newer.validUntil && t.day(newer.validUntil))}
        </TextLink>
      )}
      {newer && older && ' · '}
      {older && <TextLink href={older.href}>{t.renewal.older(t.awarded(older.awarded))}</TextLink>}
    </p>
  );
}

function Unsigned({ view: { report } }: CredentialPageProps) {
  return (
    <Layout title={report.word} description={report.sentence}>
      <h1>{report.word}</h1>
      <p class="lede">{report.sentence}</p>
    </Layout>
  );
}

function Folds({ view, isPreview }: CredentialPageProps & { readonly isPreview: boolean }) {
  const { t, languages, locale, copiedAt } = usePageContext();
  const { report } = view;
  return (
    <div class="folds">
      {view.setAside && (
        <Details title={view.setAside === 'revoked' ? t.credential.recognisedOnce : t.suspension.recognises}>
          <PastPortrait view={view} />
        </Details>
      )}
      <Criteria view={view} />
      <DecisionDetails />
      {view.bodies && view.bodies.length > 0 && (
        <Details
          title={t.achievementEndorsements.title}
          note={t.achievementEndorsements.bodies(view.bodies.length)}
        >
          <EndorsementList endorsements={view.bodies} />
        </Details>
      )}
      <BadgeChecks
        report={report}
        again={copiedAt ? undefined : languages[locale]}
        below={!isPreview && <VerifyHere badgeHref={`${ownPath(view.pageUrl)}.json`} />}
      />
    </div>
  );
}

/** The criteria and how each is met. Of a badge that was set aside, they are what its decision had held: no count,
 *  no tick. */
function Criteria({ view }: CredentialPageProps) {
  const { t } = usePageContext();
  const { criteria, portrait, setAside } = view;
  const { statements } = portrait;
  const judged = criteria.every((criterion) => criterion.met !== undefined);
  const met = criteria.filter((criterion) => criterion.met).length;
  const note = judged ? t.credential.criteriaSummary(met, criteria.length) : t.credential.byDecision;
  return (
    <Details
      title={setAside ? t.credential.retained : t.credential.criteria}
      note={setAside && judged ? undefined : note}
    >
      <p class="prose" lang={view.descriptionLang}>
        {view.description}
      </p>
      {setAside ? (
        <ul class="retained">
          {criteria.map(({ requirement, explanation }) => (
            <li>
              <strong>{requirement}</strong>
              {explanation && <p>{explanation}</p>}
            </li>
          ))}
        </ul>
      ) : (
        <ul class="checks">
          {criteria.map((criterion) => (
            <JudgedCriterion criterion={criterion} />
          ))}
        </ul>
      )}
      {statements.length > 0 && (
        <>
          <h3>{t.credential.alsoSaid}</h3>
          <ul class="statements">
            {statements.map((statement) => (
              <li>{statement}</li>
            ))}
          </ul>
        </>
      )}
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
    </Details>
  );
}

function JudgedCriterion({ criterion: { met, requirement, explanation } }: { criterion: CriterionView }) {
  const { credential: texts } = usePageContext().t;
  return (
    <li>
      <StepMark result={met === undefined ? 'not-checked' : met ? 'passed' : 'failed'} />
      <div>
        <p>
          <strong>{requirement}</strong>{' '}
          {met !== undefined && <span class="word">{met ? texts.criterionMet : texts.criterionNotMet}</span>}
        </p>
        {explanation && <p>{explanation}</p>}
      </div>
    </li>
  );
}
