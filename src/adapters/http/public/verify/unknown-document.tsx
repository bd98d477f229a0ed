import type { Child } from 'hono/jsx';
import { shownAddress } from '#open-badges/parsing';
import { Alignments, SafeLink } from '../../components/details.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { Narrative } from '../badge/criteria-narrative.tsx';
import type { UnknownDocumentView } from './verification-view.ts';

/** The most entries shown of one list: a document may have thousands, and drawing them would delay others. */
const MAX_SHOWN = 100;

interface UnknownDocumentProps {
  readonly document: UnknownDocumentView;
}

/** The claims of a document about itself. Its texts are escaped; its images and addresses are never
 *  loaded. */
export function UnknownDocument({ document }: UnknownDocumentProps) {
  const { verify: texts } = usePageContext().t;
  return (
    <div class="stranger">
      {!document.issuerKnown && <p class="note">{texts.documentText}</p>}
      {document.description && <Narrative markdown={document.description} cut={texts.cut} />}
      <Claims document={document} />
      {document.criteria && (
        <>
          <h3>{texts.criteria}</h3>
          <Narrative markdown={document.criteria} cut={texts.cut} />
        </>
      )}
      {document.evidence.length > 0 && <Evidence document={document} />}
      {document.alignments.length > 0 && (
        <>
          <h3>{texts.alignments}</h3>
          <Alignments alignments={document.alignments.slice(0, MAX_SHOWN)} />
          {document.alignments.length > MAX_SHOWN && (
            <p class="note">{texts.notShown(document.alignments.length - MAX_SHOWN)}</p>
          )}
        </>
      )}
    </div>
  );
}

function Claims({ document }: UnknownDocumentProps) {
  const { t } = usePageContext();
  const { verify: texts } = t;
  const day = (date: string | undefined) => date && t.day(date);
  return (
    <dl class="facts-list">
      <Claim label={texts.issuer} value={document.issuerName ?? document.issuerUrl}>
        <Issuer document={document} /> <span class="tag">{issuerTag(document, texts)}</span>
      </Claim>
      <Claim label={texts.recipient} value={document.recipient} />
      <Claim label={texts.awardedOn} value={day(document.awardedOn)} />
      <Claim label={texts.validFrom} value={day(document.validFrom)} />
      <Claim label={texts.validUntil} value={day(document.validUntil)} />
      {document.results.slice(0, MAX_SHOWN).map((result) => (
        <Claim label={result.name ?? texts.results} value={result.value} />
      ))}
      <Claim label={texts.criteriaAddress} value={document.criteriaUrl}>
        <SafeLink href={document.criteriaUrl}>{addressOf(document.criteriaUrl)}</SafeLink>
      </Claim>
      {!document.issuerKnown && (
        <Claim label={texts.image} value={document.imageUrl}>
          {texts.imageNotLoaded} <SafeLink href={document.imageUrl}>{addressOf(document.imageUrl)}</SafeLink>
        </Claim>
      )}
    </dl>
  );
}

/** The name of a known issuer links to its site. For any other issuer the address itself is shown, because a
 *  name could imitate another issuer. */
function Issuer({ document: { issuerName, issuerUrl, issuerKnown, issuerListed } }: UnknownDocumentProps) {
  if (issuerName === undefined || issuerKnown || issuerListed)
    return <SafeLink href={issuerUrl}>{issuerName ?? addressOf(issuerUrl)}</SafeLink>;
  return (
    <>
      {issuerName}
      {issuerUrl && ', '}
      <SafeLink href={issuerUrl}>{addressOf(issuerUrl)}</SafeLink>
    </>
  );
}

function issuerTag(
  { issuerKnown, issuerListed }: UnknownDocumentView,
  texts: ReturnType<typeof usePageContext>['t']['verify'],
): string {
  if (issuerKnown) return texts.issuerKnown;
  return issuerListed ? texts.issuerListed : texts.issuerUnknown;
}

/** An address in its visible form. An image inside the document has no address. */
function addressOf(url: string | undefined): string | undefined {
  return url?.startsWith('data:') ? 'data:…' : url && shownAddress(url);
}

function Claim({ label, value, children }: { label: string; value: string | undefined; children?: Child }) {
  if (value === undefined || value === '') return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children ?? value}</dd>
    </>
  );
}

function Evidence({ document }: UnknownDocumentProps) {
  const { t } = usePageContext();
  return (
    <>
      <h3>{t.verify.evidence}</h3>
      <ul class="evidence">
        {document.evidence.slice(0, MAX_SHOWN).map(({ name, narrative, url }) => (
          <li>
            {name && <strong>{name}</strong>}
            {narrative && <Narrative markdown={narrative} cut={t.verify.cut} />}
            {name && url && ' '}
            {url && <SafeLink href={url}>{addressOf(url)}</SafeLink>}
          </li>
        ))}
      </ul>
      {document.evidence.length > MAX_SHOWN && (
        <p class="note">{t.verify.notShown(document.evidence.length - MAX_SHOWN)}</p>
      )}
    </>
  );
}
