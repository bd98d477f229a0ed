import { CopyButton } from '../../shell/copy-button.tsx';
import { Fold, LinkList } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { NetworkCard } from './network-card.tsx';
import type { SharingView } from './sharing-view.ts';
import { SIGNATURE_IMAGE, type Signature, signatureHtml } from './signature.ts';

interface ToolsProps {
  readonly sharing: SharingView;
  /** The end of its fields' ids: a page may have the tools of several badges. */
  readonly id: string;
}

/** All tools to share a visible badge: the card, a sentence, the link, one button for each file and network,
 *  the mail signature. */
export function BadgeTools({ sharing, id }: ToolsProps) {
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

/** The signature as mails show it, to be copied with its picture, as code and as plain text. */
function MailSignature({ signature, id }: { signature: Signature; id: string }) {
  const t = useFrame().t.my.moment.tools;
  const { imageSrc, name, words, verify, pageUrl } = signature;
  const [code, plain] = [`signature-${id}`, `signature-text-${id}`];
  return (
    <details>
      <summary>{t.signature}</summary>
      <p class="note">{t.signatureHow}</p>
      <div class="mail-signature">
        <img src={imageSrc} alt="" width={SIGNATURE_IMAGE} height={SIGNATURE_IMAGE} />
        <p>
          <a href={pageUrl}>
            <strong>{name}</strong>
          </a>
          <br />
          {words}
          <br />
          <a href={pageUrl}>{verify}</a>
        </p>
      </div>
      <CopyButton field={code} asHtml={plain} words={t.signatureCopy} />
      <div class="field">
        <label for={plain}>{t.signatureText}</label>
        <textarea id={plain} readonly rows={3}>
          {signature.text}
        </textarea>
      </div>
      <CopyButton field={plain} label={t.signatureText} />
      <div class="field">
        <label for={code}>{t.signatureHtml}</label>
        <textarea id={code} readonly rows={4} spellcheck={false}>
          {signatureHtml(signature)}
        </textarea>
      </div>
    </details>
  );
}

/** The code to paste into a web page, and the signed files. */
export function BadgeCode({ sharing }: Pick<ToolsProps, 'sharing'>) {
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
