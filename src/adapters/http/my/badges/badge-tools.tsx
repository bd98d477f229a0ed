import { CopyButton } from '../../shell/copy-button.tsx';
import { Fold, LinkList } from '../../shell/parts.tsx';
import { ShareFields, sheetOf } from '../../shell/share-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MailSignature } from './mail-signature.tsx';
import { NetworkCard } from './network-card.tsx';
import type { SharingView } from './sharing-view.ts';

/** All tools to share a visible badge: the card, the link, a sentence, networks, files, the mail signature. The
 *  ids of its fields end in `id`: a page may have the tools of several badges. On a page with another first
 *  thing to do, `quiet` leaves no button that stands out. */
export function BadgeTools({
  sharing,
  id,
  quiet,
}: {
  sharing: SharingView;
  id: string;
  quiet?: boolean | undefined;
}) {
  const t = useFrame().t.my.moment.tools;
  const { card, said, pageUrl, mail, buttons, more } = sharing;
  return (
    <div class="tools">
      <div>
        <p class="tools-label">{t.card}</p>
        <NetworkCard card={card} />
        <MailSignature signature={sharing.signature} id={id} />
      </div>
      <div>
        <ul class="tool-buttons">
          <li>
            <a
              class={quiet ? 'button-secondary' : 'button'}
              href={mail.href}
              {...sheetOf({ ...said, pageUrl })}
              data-share-word={t.sheet}
            >
              {mail.label}
            </a>
          </li>
          {buttons.map(({ label, href, download }) => (
            <li>
              <a class="button-secondary" href={href} download={download}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <ShareFields id={id} shared={{ phrase: said.phrase, pageUrl }} />
        <details>
          <summary>{t.more}</summary>
          <LinkList links={more} />
        </details>
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
