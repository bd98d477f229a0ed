import { escapeAttribute } from '../../public/credential/share-links.ts';

/** A mail signature: a small picture of the badge and one line, both of which lead to its page. */
export interface Signature {
  readonly imageSrc: string;
  readonly name: string;
  /** « badge numérique délivré par la DANE de Dijon ». */
  readonly words: string;
  readonly verify: string;
  readonly pageUrl: string;
  /** The same for mails without HTML. */
  readonly text: string;
}

/** The width and height of the picture on screens, in CSS pixels. */
export const SIGNATURE_IMAGE = 64;

/** HTML for mail programs, which support tables and attributes better than style sheets. The holder's name is
 *  left out, because mails remain elsewhere after the name is hidden. */
export function signatureHtml({ imageSrc, name, words, verify, pageUrl }: Signature): string {
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
