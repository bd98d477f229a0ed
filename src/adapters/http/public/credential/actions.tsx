import { Details, LinkList } from '../../components/details.tsx';
import { ShareDetails } from '../../components/share-fields.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { CredentialView } from '../verify/verification-view.ts';

interface CredentialSectionProps {
  readonly view: CredentialView;
}

/** Quiet buttons: share, print, verify elsewhere. The holder also gets a link to their own page of the
 *  badge. */
export function CredentialActions({
  view,
  manageHref,
}: CredentialSectionProps & { readonly manageHref?: string | undefined }) {
  const { credential: texts } = usePageContext().t;
  return (
    <div class="badge-actions no-print">
      {manageHref && (
        <a class="manage" href={manageHref}>
          {texts.manage}
        </a>
      )}
      {view.share.length > 0 && (
        <ShareDetails shared={{ ...view.shareWords, pageUrl: view.pageUrl, links: view.share }} />
      )}
      <button type="button" data-print hidden>
        {texts.print}
      </button>
      <details name="page-action">
        <summary>{texts.elsewhere}</summary>
        <div class="badge-action">
          <p>{texts.elsewhereText}</p>
          <LinkList links={view.verifyElsewhere} />
          <img class="qr" src={view.qrHref} alt={texts.qr} width="148" height="148" />
          <p class="note">{texts.qrText}</p>
        </div>
      </details>
    </div>
  );
}

/** The files of the badge. A revoked or suspended badge has only its document. */
export function BadgeFiles({ view }: CredentialSectionProps) {
  const { credential: texts } = usePageContext().t;
  return (
    <div class="no-print">
      <Details title={texts.download}>
        <p>{texts.downloadText}</p>
        <LinkList links={view.downloads} />
      </Details>
    </div>
  );
}

/** Only on paper: the QR code, the address next to it, the date of the verification. */
export function PrintedProof({ view }: CredentialSectionProps) {
  const { t } = usePageContext();
  const { credential: texts } = t;
  return (
    <div class="print-only printed-proof">
      <img src={view.qrHref} alt={texts.qr} />
      <div>
        <p>
          <strong>{view.pageUrl}</strong>
        </p>
        <p>{texts.qrText}</p>
        <p>{texts.printedOn(t.day(view.report.checkedAt))}</p>
      </div>
    </div>
  );
}
