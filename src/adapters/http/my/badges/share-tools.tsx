import { CopyButton } from '../../components/copy-button.tsx';
import { Details, LinkList } from '../../components/details.tsx';
import { ShareFields, shareAttributes } from '../../components/share-fields.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { escapeAttribute } from '../../public/credential/share-links.ts';
import { ownPath } from '../../responses/url-path.ts';
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
  const t = usePageContext().t.my.moment.tools;
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
              {...shareAttributes({ ...said, pageUrl })}
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
  const { t } = usePageContext();
  const { embedHtml, embedFrameHtml } = sharing;
  return (
    <Details title={t.my.moment.tools.code} note={t.my.moment.tools.codeText}>
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
    </Details>
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

/** A mail signature: a small picture of the badge and one line, both of which lead to its page. */
interface Signature {
  readonly imageSrc: string;
  readonly name: string;
  /** « badge numérique délivré par la DANE de l’académie ». */
  readonly words: string;
  readonly verify: string;
  readonly pageUrl: string;
  /** The same for mails without HTML. */
  readonly text: string;
}

/** The width and height of the picture on screens, in CSS pixels. */
const SIGNATURE_IMAGE = 64;

/** HTML for mail programs, which support tables and attributes better than style sheets. The holder's name is
 *  left out, because mails remain elsewhere after the name is hidden. */
function signatureHtml({ imageSrc, name, words, verify, pageUrl }: Signature): string {
  const [image, title, stated, link, page] = [imageSrc, name, words, verify, pageUrl].map(escapeAttribute);
  const side = SIGNATURE_IMAGE;
  return [
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>',
    `<td><a href="${page}"><img src="${image}" alt="" width="${side}" height="${side}" border="0"></a></td>`,
    '<td width="12"></td>',
    `<td><a href="${page}"><b>${title}</b></a><br>${stated}<br><a href="${page}">${link}</a></td>`,
    '</tr></table>',
  ].join('');
}

/** The signature as mails show it, to be copied with its picture, as code and as plain text. */
function MailSignature({ signature, id }: { signature: Signature; id: string }) {
  const t = usePageContext().t.my.moment.tools;
  const { imageSrc, name, words, verify, pageUrl } = signature;
  const [code, plain] = [`signature-${id}`, `signature-text-${id}`];
  return (
    <details>
      <summary>{t.signature}</summary>
      <p class="note">{t.signatureHow}</p>
      <div class="mail-signature">
        <img src={ownPath(imageSrc)} alt="" width={SIGNATURE_IMAGE} height={SIGNATURE_IMAGE} />
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
