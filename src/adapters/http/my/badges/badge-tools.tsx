import { CopyButton } from '../../shell/copy-button.tsx';
import { Fold, LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MailSignature } from './mail-signature.tsx';
import { NetworkCard } from './network-card.tsx';
import type { SharingView } from './sharing-view.ts';

/** All tools to share a visible badge: the card, a sentence, the link, one button for each file and network,
 *  the mail signature. The ids of its fields end in `id`: a page may have the tools of several badges. */
export function BadgeTools({ sharing, id }: { sharing: SharingView; id: string }) {
  const t = useFrame().t.my.moment.tools;
  return (
    <div class="tools">
      <div>
        <p class="tools-label">{t.card}</p>
        <NetworkCard card={sharing.card} />
      </div>
      <div>
        <div class="field">
          <label for={`phrase-${id}`}>{t.phrase}</label>
          <textarea id={`phrase-${id}`} readonly rows={4}>
            {sharing.phrase}
          </textarea>
        </div>
        <CopyButton field={`phrase-${id}`} label={t.phrase} />
        <div class="field">
          <label for={`link-${id}`}>{t.link}</label>
          <input id={`link-${id}`} type="text" readonly value={sharing.pageUrl} />
        </div>
        <CopyButton field={`link-${id}`} label={t.link} words={useFrame().t.credential.copyLink} />
        <p class="tools-label" id={`buttons-${id}`}>
          {t.buttons}
        </p>
        <ul class="tool-buttons" aria-labelledby={`buttons-${id}`}>
          {sharing.buttons.map(({ label, href, download }) => (
            <li>
              <a class="button-secondary" href={href} download={download}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <MailSignature signature={sharing.signature} id={id} />
      </div>
    </div>
  );
}

/** The code to paste into a web page, and the signed files. */
export function BadgeCode({ sharing }: { sharing: SharingView }) {
  const { t } = useFrame();
  const { embedHtml, embedFrameHtml } = sharing;
  return (
    <Fold title={t.my.moment.tools.code} note={t.my.moment.tools.codeText}>
      <div class="columns">
        <div>
          {embedHtml && <Code id="badge-embed" label={t.my.badges.one.embed} code={embedHtml} />}
          {embedFrameHtml && (
            <Code id="badge-embed-frame" label={t.credential.embedFrame} code={embedFrameHtml} />
          )}
        </div>
        <div>
          <p>{t.my.badges.one.filesText}</p>
          <LinkList links={sharing.downloads} />
        </div>
      </div>
    </Fold>
  );
}

function Code({ id, label, code }: { id: string; label: string; code: string }) {
  return (
    <>
      <div class="field">
        <label for={id}>{label}</label>
        <textarea id={id} readonly rows={4} spellcheck={false}>
          {code}
        </textarea>
      </div>
      <CopyButton field={id} label={label} />
    </>
  );
}
