import { CopyButton } from '../../shell/copy-button.tsx';
import { LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { BadgeChoiceView } from './badge-view.ts';

/** The address, links to networks, the QR code, files, and HTML to paste; only for a visible badge. */
export function BadgeSharing({ view }: { view: BadgeChoiceView }) {
  const frame = useFrame();
  const t = frame.t.my.badges.one;
  const { sharing } = view;
  if (!sharing) return view.state === 'private' ? <p class="note">{t.notShared}</p> : null;
  return (
    <section aria-labelledby="share">
      <h2 id="share">{t.share}</h2>
      <p>{t.shareText}</p>
      <div class="columns">
        <section>
          <h3>{t.address}</h3>
          <input id="badge-address" type="text" readonly value={view.pageUrl} aria-label={t.address} />
          <CopyButton field="badge-address" label={t.address} />
          <h3>{t.networks}</h3>
          <LinkList links={[...(sharing.profile ? [sharing.profile] : []), ...sharing.share]} />
          {sharing.embedHtml && (
            <>
              <h3>{t.embed}</h3>
              <textarea id="badge-embed" readonly rows={4} aria-label={t.embed}>
                {sharing.embedHtml}
              </textarea>
              <CopyButton field="badge-embed" label={t.embed} />
              <h3>{frame.t.credential.embedFrame}</h3>
              <textarea id="badge-embed-frame" readonly rows={4} aria-label={frame.t.credential.embedFrame}>
                {sharing.embedFrameHtml}
              </textarea>
              <CopyButton field="badge-embed-frame" label={frame.t.credential.embedFrame} />
            </>
          )}
        </section>
        <section>
          <h3>{t.files}</h3>
          <p>{t.filesText}</p>
          <LinkList links={sharing.downloads} />
        </section>
        <section>
          <h3>{t.qr}</h3>
          <img class="qr" src={`${view.href}/qr.svg`} alt={t.qrAlt} width="148" height="148" />
          <p>
            <a href={`${view.href}/qr.svg`} download="badge-qr.svg">
              {t.qrDownload}
            </a>
          </p>
        </section>
      </div>
    </section>
  );
}
