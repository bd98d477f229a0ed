import { escapeAttribute } from '../../public/credential/share-links.ts';
import { CopyButton } from '../../shell/copy-button.tsx';
import { ownPath } from '../../shell/own-path.ts';
import { useFrame } from '../../shell/use-frame.ts';

/** A mail signature: a small picture of the badge and one line, both of which lead to its page. */
export interface Signature {
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
  const [image, title, said, link, page] = [imageSrc, name, words, verify, pageUrl].map(escapeAttribute);
  const side = SIGNATURE_IMAGE;
  return [
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>',
    `<td><a href="${page}"><img src="${image}" alt="" width="${side}" height="${side}" border="0"></a></td>`,
    '<td width="12"></td>',
    `<td><a href="${page}"><b>${title}</b></a><br>${said}<br><a href="${page}">${link}</a></td>`,
    '</tr></table>',
  ].join('');
}

/** The signature as mails show it, to be copied with its picture, as code and as plain text. */
export function MailSignature({ signature, id }: { signature: Signature; id: string }) {
  const t = useFrame().t.my.moment.tools;
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
