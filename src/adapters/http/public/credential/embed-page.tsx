import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import { VerdictMark } from '../verify/verdict.tsx';
import type { CredentialView } from '../verify/verification-view.ts';

/** The card's size in CSS pixels, where the embedding page sets no limit. */
export const EMBED_SIZE = { width: 400, height: 220 } as const;

interface EmbedProps {
  /** The badge, or the reason why none is shown. */
  readonly shown:
    | { readonly kind: 'found'; readonly view: CredentialView }
    | { readonly kind: 'not-found' | 'erased' };
}

/** `/credentials/{id}/embed`: a badge inside another site's page, without script or form. Its one link opens
 *  the badge's own page, which no frame may contain. */
export function EmbedPage({ shown }: EmbedProps) {
  const { t, assets, locale } = usePageContext();
  const title = shown.kind === 'found' ? shown.view.name : t.credential.embedNothing[shown.kind];
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={assets.publicCss} />
      </head>
      <body class="embed">
        <main>{shown.kind === 'found' ? <Card view={shown.view} /> : <h1>{title}</h1>}</main>
      </body>
    </html>
  );
}

function Card({ view }: { view: CredentialView }) {
  const { t, issuer, copiedAt } = usePageContext();
  const { report, image } = view;
  return (
    <>
      <img src={`${image.src}?size=128`} alt={image.alt} width="128" height="128" />
      <div>
        <h1>{view.name}</h1>
        <p class="embed-verdict">
          <VerdictMark verdict={report.verdict} /> {report.word}
          {copiedAt && ` · ${t.closed.checkedOn(t.day(report.checkedAt))}`}
        </p>
        <p>{deliveredText(t, issuer.name, view)}</p>
        <p>
          <a href={view.pageUrl} target="_blank" rel="noopener">
            {t.credential.embedLink}
          </a>
        </p>
      </div>
    </>
  );
}

/** The recipient, the issuer and the date, as the badge states them. */
export function deliveredText(
  t: PageContext['t'],
  issuerName: string,
  view: Pick<CredentialView, 'recipientKind' | 'awarded'> & { readonly recipient?: string | undefined },
): string {
  const { recipient, recipientKind } = view;
  const to =
    recipient && (recipientKind === 'person' ? t.credential.toPerson : t.credential.toSchool)(recipient);
  return t.credential.delivered(issuerName, t.awarded(view.awarded), to);
}
