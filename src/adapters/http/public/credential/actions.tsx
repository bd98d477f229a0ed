import { Fold, LinkList } from '../../components/details.tsx';
import { ShareFold } from '../../components/share-fields.tsx';
import { useFrame } from '../../layout/page-context.ts';
import type { CredentialView } from '../verify/verification-view.ts';

interface CredentialPartProps {
  readonly view: CredentialView;
}

/** Quiet buttons: share, print, verify elsewhere. The holder also gets a link to their own page of the
 *  badge. */
export function CredentialActions({
  view,
  manageHref,
}: CredentialPartProps & { readonly manageHref?: string | undefined }) {
  const { credential: words } = useFrame().t;
  return (
    <div class="badge-actions no-print">
      {manageHref && (
        <a class="manage" href={manageHref}>
          {words.manage}
        </a>
      )}
      {view.share.length > 0 && (
        <ShareFold shared={{ ...view.shareWords, pageUrl: view.pageUrl, links: view.share }} />
      )}
      <button type="button" data-print hidden>
        {words.print}
      </button>
      <details name="page-action">
        <summary>{words.elsewhere}</summary>
        <div class="badge-action">
          <p>{words.elsewhereText}</p>
          <LinkList links={view.verifyElsewhere} />
          <img class="qr" src={view.qrHref} alt={words.qr} width="148" height="148" />
          <p class="note">{words.qrText}</p>
        </div>
      </details>
    </div>
  );
}

/** The files of the badge. A revoked or suspended badge has only its document. */
export function BadgeFiles({ view }: CredentialPartProps) {
  const { credential: words } = useFrame().t;
  return (
    <div class="no-print">
      <Fold title={words.download}>
        <p>{words.downloadText}</p>
        <LinkList links={view.downloads} />
      </Fold>
    </div>
  );
}

/** Only on paper: the QR code, the address beside it, the date of the verification. */
export function PrintedProof({ view }: CredentialPartProps) {
  const { t } = useFrame();
  const { credential: words } = t;
  return (
    <div class="print-only printed-proof">
      <img src={view.qrHref} alt={words.qr} />
      <div>
        <p>
          <strong>{view.pageUrl}</strong>
        </p>
        <p>{words.qrText}</p>
        <p>{words.printedOn(t.moment(view.report.checkedAt))}</p>
      </div>
    </div>
  );
}
