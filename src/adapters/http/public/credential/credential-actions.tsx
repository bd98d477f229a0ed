import { CopyButton } from '../../shell/copy-button.tsx';
import { Fold, LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { CredentialView } from '../verify/verification-view.ts';

interface CredentialPartProps {
  readonly view: CredentialView;
}

/** Buttons to share, download, print and verify elsewhere. */
export function CredentialActions({ view }: CredentialPartProps) {
  const { credential: words } = useFrame().t;
  return (
    <div class="no-print">
      <Fold title={words.actions} open>
        <div class="columns">
          <section>
            <h3>{words.share}</h3>
            <p>{words.shareText}</p>
            <label for="address">{words.address}</label>
            <input id="address" type="text" readonly value={view.pageUrl} />
            <CopyButton field="address" words={words.copyLink} />
            {view.share.length > 0 && <LinkList links={view.share} />}
            {view.embedHtml && (
              <>
                <label for="embed">{words.embed}</label>
                <textarea id="embed" readonly rows={3}>
                  {view.embedHtml}
                </textarea>
                <CopyButton field="embed" label={words.embed} />
              </>
            )}
          </section>
          <section>
            <h3>{words.download}</h3>
            <p>{words.downloadText}</p>
            <LinkList links={view.downloads} />
            <h3>{words.print}</h3>
            <p>{words.printText}</p>
          </section>
          <section>
            <h3>{words.elsewhere}</h3>
            <p>{words.elsewhereText}</p>
            <LinkList links={view.verifyElsewhere} />
            <img class="qr" src={view.qrHref} alt={words.qr} width="148" height="148" />
            <p class="note">{words.qrText}</p>
          </section>
        </div>
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
