import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { IssuedCredential } from '../../../../domain/award/types.ts';
import { type AwardStep, awardStepSvg } from '../../../../drawings/award-step-svg.ts';
import { pictogram } from '../../../../drawings/pictogram.ts';
import type { EasyFacts } from '../../../../texts/fr/public/easy.ts';
import { TextLink } from '../../components/link.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import { ownPath } from '../../responses/url-path.ts';
import type { CredentialView } from '../verify/verification-view.ts';
import { EasyLines, EasyVerdictLines } from './verdict.tsx';

interface EasyPageProps {
  readonly view: CredentialView;
  readonly credential: Pick<IssuedCredential, 'revocation' | 'suspension'>;
  /** Whether the operator explains the mission, and the issuer, in words of their own. */
  readonly saysOwn: { readonly mission: boolean; readonly issuer: boolean };
}

/** `/credentials/{id}/easy`: the page of a badge in plain language. Where the signature is not valid, it says only
 *  that, as the page does. */
export function PlainLanguagePage({ view, credential, saysOwn }: EasyPageProps) {
  const pageContext = usePageContext();
  const { t } = pageContext;
  const { easy } = t;
  const { report, recipient } = view;
  const isForged = report.verdict === 'signature-not-valid';
  const title = recipient === undefined || isForged ? easy.title : easy.titleOf(recipient);
  return (
    <Layout title={title} description={easy.description}>
      <div class="easy">
        <h1>{title}</h1>
        {!isForged && (
          <PictureSection
            picture={<img src={view.image.src} alt={view.image.alt} width="160" height="160" />}
          >
            <EasyLines lines={[easy.badgeName(view.name)]} />
          </PictureSection>
        )}
        <section>
          <h2>{easy.isTrue}</h2>
          <EasyVerdictLines verdict={report.verdict} isKnown facts={factsOf(view, credential, pageContext)} />
          <EasyLines lines={[easy.checkedOn(t.day(report.checkedAt))]} />
        </section>
        {!isForged && <About view={view} saysOwn={saysOwn} />}
        <section>
          <h2>{easy.what}</h2>
          <EasyLines lines={easy.whatLines} />
        </section>
        <section>
          <h2>{easy.more}</h2>
          <ul class="links">
            <li>
              <TextLink href={ownPath(view.pageUrl)}>{easy.wholePage}</TextLink>
            </li>
            <li>
              <TextLink href="/issuer">{easy.howDecided}</TextLink>
            </li>
            <li>
              <TextLink href="/verify">{easy.verify}</TextLink>
            </li>
          </ul>
        </section>
        <div class="note">
          <EasyLines lines={easy.written} />
        </div>
      </div>
    </Layout>
  );
}

function factsOf(
  { report, issuerName, validUntil }: CredentialView,
  { revocation, suspension }: EasyPageProps['credential'],
  { t }: PageContext,
): EasyFacts {
  const day = suspension?.at ?? revocation?.at ?? (report.verdict === 'expired' ? validUntil : undefined);
  return {
    issuer: issuerName,
    day: day && t.day(day),
    reason: (suspension ?? revocation)?.reason.replace(/\.$/u, ''),
  };
}

function About({ view, saysOwn }: Pick<EasyPageProps, 'view' | 'saysOwn'>) {
  const { t, issuer } = usePageContext();
  const { easy } = t;
  const { recipient, recipientKind, portrait, about, issuerName } = view;
  const isTeam = recipientKind === 'establishment';
  const named = recipient === undefined ? easy.nameless : (isTeam ? easy.ofSchool : easy.named)(recipient);
  const past = view.report.verdict === 'expired' || view.setAside === 'revoked';
  return (
    <>
      <section>
        <h2>{easy.whose}</h2>
        <EasyLines lines={named} />
      </section>
      <section>
        <h2>{isTeam ? easy.doesTeam : past ? easy.did : easy.does}</h2>
        <EasyLines lines={saysOwn.mission ? [about.mission] : easy.mission} />
        <EasyDeeds deeds={portrait.deeds} heading={isTeam ? easy.deedsOfTeam : easy.deeds} />
        {portrait.duration > 0 && <EasyLines lines={[easy.howLong(portrait.duration)]} />}
      </section>
      <section>
        <h2>{easy.who}</h2>
        <PictureSection picture={<Step step="decided" />}>
          <EasyLines
            lines={[
              ...easy.given(issuerName, t.awarded(view.awarded)),
              ...easy.decided,
              ...(saysOwn.issuer ? easy.officeSays(issuerName, about.issuer) : easy.office(issuer.academy)),
            ]}
          />
        </PictureSection>
      </section>
    </>
  );
}

function EasyDeeds({
  deeds,
  heading,
}: {
  readonly deeds: CredentialView['portrait']['deeds'];
  readonly heading: string;
}) {
  const { easy } = usePageContext().t;
  if (deeds.length === 0) return null;
  return (
    <>
      <EasyLines lines={[heading]} />
      <ul class="deeds">
        {deeds.map(({ sign, words }) => (
          <li>
            <svg viewBox="0 0 32 32" width="44" height="44" aria-hidden="true" focusable="false">
              <circle cx="16" cy="16" r="16" class="deed-ground" />
              {raw(pictogram(sign, { x: 16, y: 16, size: 19, fill: 'var(--jalon-on-action)' }))}
            </svg>
            <span>{easy.deed(words)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Step({ step }: { readonly step: AwardStep }) {
  const { title, drawing } = usePageContext().t.issuer.steps[step];
  return <>{raw(awardStepSvg(step, { title, description: drawing }))}</>;
}

/** Lines next to a picture. */
function PictureSection({ picture, children }: { readonly picture: Child; readonly children: Child }) {
  return (
    <div class="easy-part">
      {picture}
      {children}
    </div>
  );
}
