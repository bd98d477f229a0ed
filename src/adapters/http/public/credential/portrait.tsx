import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { localDateInParis } from '../../../../domain/time/calendar.ts';
import { pictogram } from '../../../../drawings/pictogram.ts';
import { yearLineSvg } from '../../../../drawings/year-line-svg.ts';
import { TextLink } from '../../components/link.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { VerdictBox, VerdictMark } from '../verify/verdict.tsx';
import type { CredentialView } from '../verify/verification-view.ts';
import { deliveredText } from './embed-page.tsx';
import { headline, periodAsText } from './headline.ts';

interface PortraitProps {
  readonly view: CredentialView;
}

/** What the first screen shows of a badge. */
export type FirstView = Pick<
  CredentialView,
  | 'name'
  | 'image'
  | 'recipient'
  | 'recipientKind'
  | 'report'
  | 'setAside'
  | 'portrait'
  | 'issuerName'
  | 'awarded'
  | 'validUntil'
>;

interface FirstScreenProps {
  readonly view: FirstView;
  /** The badge's own page, on another page: the drawing leads there, and the day of the award stands here. */
  readonly href?: string;
  /** On a page of another subject it stands in small, below that page's title. */
  readonly small?: boolean;
  readonly children: Child;
}

/** The first screen: the drawing, the holder, whether the badge is genuine, and its figures. */
export function FirstScreen({ view, href, small = false, children }: FirstScreenProps) {
  const pageContext = usePageContext();
  const { t, issuer } = pageContext;
  const { image, report, setAside } = view;
  const isNameless = view.recipient === undefined && view.recipientKind === 'person';
  const isPlain = report.verdict !== 'valid' && report.verdict !== 'expired';
  return (
    <>
      {setAside && <VerdictBox {...report} />}
      <div class={small ? 'portrait-first in-small' : 'portrait-first'}>
        <a class="portrait-badge" href={href ?? image.src}>
          <img src={image.src} alt={image.alt} width="320" height="320" />
        </a>
        <div class="portrait-words">
          {small ? <h2 id="result">{headline(t, view)}</h2> : <h1>{headline(t, view)}</h1>}
          {isNameless && <p class="lede">{t.credential.hiddenName}</p>}
          {report.verdict === 'valid' && <Seal view={view} />}
          {report.verdict !== 'valid' && !setAside && <VerdictBox {...report} />}
          {isPlain && <p>{deliveredText(t, issuer.name, view)}</p>}
          {!setAside && <Figures view={view} />}
          {href && !isPlain && <Dates view={view} />}
          {children}
        </div>
      </div>
    </>
  );
}

/** One line: the verdict, its time (now or, in a copy, the day of the copy), and the issuer. */
function Seal({ view: { report, issuerName } }: { readonly view: FirstView }) {
  const { t, copiedAt } = usePageContext();
  return (
    <p class="seal">
      <VerdictMark verdict={report.verdict} />
      <span>
        <strong>{t.credential.seal}</strong>
        <span class="no-print">
          {' · '}
          <time datetime={localDateInParis(report.checkedAt)}>
            {copiedAt ? t.closed.checkedOn(t.day(report.checkedAt)) : t.credential.checkedNow}
          </time>
        </span>
        {' · '}
        <TextLink href="/issuer">{issuerName}</TextLink>
      </span>
    </p>
  );
}

function Figures({ view: { portrait } }: { readonly view: Pick<CredentialView, 'portrait'> }) {
  const { t } = usePageContext();
  if (portrait.figures.length === 0) return null;
  return (
    <ul class="portrait-figures" aria-label={t.credential.figures}>
      {portrait.figures.map(({ figure, unit }) => (
        <li>
          <strong>{figure}</strong> <span>{unit}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the holder does, who attests it, and the years. */
export function PortraitBody({ view }: PortraitProps) {
  const { t } = usePageContext();
  return (
    <div class="portrait-body">
      <div>
        <Deeds view={view} />
        <section aria-labelledby="attested">
          <h2 id="attested">{t.credential.attested}</h2>
          <Attested view={view} />
          <Dates view={view} />
        </section>
      </div>
      <Years view={view} />
    </div>
  );
}

/** The day of the award, and the end where there is one. */
function Dates({ view }: { readonly view: Pick<CredentialView, 'issuerName' | 'awarded' | 'validUntil'> }) {
  const { t } = usePageContext();
  return (
    <p class="note">
      {t.credential.deliveredOn(view.issuerName, t.awarded(view.awarded))}{' '}
      {view.validUntil && t.credential.endsOn(t.day(view.validUntil))}
    </p>
  );
}

/** The content of a revoked or suspended badge, inside a fold. */
export function PastPortrait({ view }: PortraitProps) {
  return (
    <div class="past">
      <Figures view={view} />
      <Deeds view={view} />
      <Attested view={view} />
      <Years view={view} />
    </div>
  );
}

/** Who confirmed the engagement, and the words of principals, which are signed with the badge. */
function Attested({ view: { portrait, endorsements } }: PortraitProps) {
  const { t } = usePageContext();
  return (
    <>
      {portrait.attested.map((sentence, place) => (
        <p>
          {sentence}
          {place === 0 && portrait.schools.length > 0 && (
            // On paper the heading of the missions names the schools already.
            <span class={portrait.deeds.length > 0 ? 'no-print' : undefined}>
              {' '}
              {t.credential.confirmedAt(portrait.schools)}
            </span>
          )}
        </p>
      ))}
      {endorsements.map(({ by, comment }) => (
        <div>
          <p>{t.endorsements.adds(by)}</p>
          <blockquote lang="fr">{comment}</blockquote>
        </div>
      ))}
    </>
  );
}

/** What a person or a team does: one phrase for each mission. */
export function Deeds({
  view: { portrait, recipientKind },
}: {
  readonly view: Pick<CredentialView, 'recipientKind'> & {
    readonly portrait: Pick<CredentialView['portrait'], 'period' | 'schools' | 'deeds'>;
  };
}) {
  const { t } = usePageContext();
  const { credential: texts } = t;
  const { period, schools, deeds } = portrait;
  if (deeds.length === 0) return null;
  const isTeam = recipientKind === 'establishment';
  const span = period && periodAsText(period, t);
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds">{isTeam ? texts.teamMissions(span) : texts.missionsHeld(schools, span)}</h2>
      <ul class="deeds">
        {deeds.map(({ sign, words: deed }) => (
          <li>
            <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
              <circle cx="16" cy="16" r="16" class="deed-ground" />
              {raw(pictogram(sign, { x: 16, y: 16, size: 19, fill: 'var(--jalon-on-action)' }))}
            </svg>
            <span>{deed}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The years on one line, summed up in words, and one by one in a table. */
export function Years({ view: { portrait } }: { readonly view: Pick<CredentialView, 'portrait'> }) {
  const { credential: texts } = usePageContext().t;
  const { years } = portrait;
  if (years.length === 0) return null;
  const stated = years.map(({ label, value, isOpen }) =>
    texts.timelineYear(label, texts.yearValue(value, isOpen)),
  );
  const drawing = yearLineSvg({ title: texts.timeline, description: texts.timelineText(stated), years });
  const many = (wanted: number) => years.filter(({ value }) => value === wanted).length;
  const open = years.filter(({ value, isOpen }) => value === 0 && isOpen).length;
  return (
    <section aria-labelledby="years">
      <h2 id="years">{texts.timeline}</h2>
      {raw(drawing)}
      <p>{texts.yearsTogether({ whole: many(1), half: many(0.5), short: many(0) - open, open })}</p>
      <details class="no-print">
        <summary>{texts.timelineTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.year}</th>
              <th scope="col">{texts.detail}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ label, statement }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{statement}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
