import type { MailLanguage } from '../../domain/mail/types.ts';
import { INK, PAPER, STONE_EDGE, TEAL } from '../../drawings/palette.ts';
import { escapeXml } from '../../drawings/svg-text.ts';
import type { LetterBlock, MailContent } from './content.ts';
import type { MailPicture } from './mailer.ts';

/** A mail in its final form. */
export interface LaidOutMail {
  readonly language: MailLanguage;
  readonly text: string;
  /** It fetches nothing: its pictures are in the mail. */
  readonly html: string;
  readonly pictures: readonly MailPicture[];
}

/** Lays a mail out as plain text and as HTML with the same content. Outlook draws with the engine of Word, which
 *  knows tables, `bgcolor` and the padding of cells, but neither `max-width` nor flexible boxes. So the frame is made
 *  of tables, every style stands at its element, and the style sheet holds only what other programs add to it: the
 *  dark theme. */
export function layOutMail({ language, subject, sender, blocks, footer }: MailContent): LaidOutMail {
  const text = [...blocks, '-- ', ...footer].flatMap(toText).join('\n\n');
  const rows = [
    row(nameOf(sender), { padding: '20px 24px 4px', look: 'mark' }),
    ...blocks.map(toRow),
    row('', { padding: '12px 24px', look: 'text' }),
  ];
  const small = footer.map((block) => row(toHtml(block), { padding: '4px 24px 8px', look: 'soft' }));
  return {
    language,
    text: `${text}\n`,
    html: [
      `<!doctype html>\n<html lang="${language}" dir="ltr"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
      `<title>${escapeXml(subject)}</title><style>${DARK}</style></head>`,
      `<body class="page" style="margin:0;padding:0;background-color:${PAGE}"><div role="main">`,
      table(`class="page" width="100%" bgcolor="${PAGE}"`, [
        `<tr><td align="center" style="padding:16px 8px">${FOR_OUTLOOK.open}`,
        table('class="card" width="100%" bgcolor="#ffffff" style="max-width:600px"', [
          `<tr><td class="top" height="6" bgcolor="${TEAL}" style="font-size:0;line-height:0">&nbsp;</td></tr>`,
          ...rows,
        ]),
        table('width="100%" style="max-width:600px"', small),
        `${FOR_OUTLOOK.close}</td></tr>`,
      ]),
      '</div></body></html>\n',
    ].join('\n'),
    pictures: blocks.flatMap((block) => (isPicture(block) ? [block.picture] : [])),
  };
}

const PAGE = '#f0ece0';
const SOFT = '#414c59';
const FONT = "'Source Sans 3', 'Segoe UI', Arial, sans-serif";

/** The pairs of the pages' dark theme. Programs that do not know it keep the light one. */
const DARK = [
  '@media (prefers-color-scheme: dark) {',
  '.page { background-color: #141b21 !important; }',
  '.card { background-color: #1b242b !important; }',
  '.text, .mark { color: #eceae2 !important; }',
  '.soft { color: #c3c7c9 !important; }',
  'a.link { color: #8fd3cf !important; }',
  '.act, .top { background-color: #8fd3cf !important; }',
  '.act a { color: #0b2426 !important; }',
  '}',
].join('\n');

/** Word knows no largest width: for it alone, the mail stands in a table of 600 pixels. */
const FOR_OUTLOOK = {
  open: '<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  close: '<!--[if mso]></td></tr></table><![endif]-->',
};

function table(attributes: string, rows: readonly string[]): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${attributes}>\n${rows.join('\n')}\n</table>`;
}

type TextStyle = 'text' | 'mark' | 'soft';
const TEXT_STYLES: Readonly<Record<TextStyle, string>> = {
  text: `font-size:17px;line-height:25px;color:${INK}`,
  mark: `font-size:15px;line-height:22px;color:${INK};border-bottom:1px solid ${STONE_EDGE}`,
  soft: `font-size:14px;line-height:20px;color:${SOFT}`,
};

interface Cell {
  readonly padding: string;
  readonly look: TextStyle;
  readonly align?: 'center';
}

function row(html: string, { padding, look, align }: Cell): string {
  const place = align ? ` align="${align}"` : '';
  const style = `padding:${padding};font-family:${FONT};mso-line-height-rule:exactly;${TEXT_STYLES[look]}`;
  return `<tr><td class="${look}"${place} style="${style}">${html}</td></tr>`;
}

function toRow(block: LetterBlock): string {
  if (isPicture(block)) return row(toHtml(block), { padding: '24px 24px 0', look: 'text', align: 'center' });
  const isAct = typeof block !== 'string' && 'act' in block;
  return row(toHtml(block), { padding: isAct ? '20px 24px 4px' : '14px 24px 0', look: 'text' });
}

function isPicture(block: LetterBlock): block is Extract<LetterBlock, { picture: unknown }> {
  return typeof block !== 'string' && 'picture' in block;
}

/** A part of a mail as plain text: no line where it is a picture. */
export function toText(block: LetterBlock): readonly string[] {
  if (typeof block === 'string') return [block];
  if ('picture' in block) return [];
  if ('heading' in block) return [`* ${block.heading}`];
  if ('list' in block) return [block.list.map((item) => `- ${item}`).join('\n')];
  const { label, url } = 'act' in block ? block.act : block;
  return [`${label}\n${url}`];
}

/** The content of a cell. A word of its author may have several lines. */
function toHtml(block: LetterBlock): string {
  if (typeof block === 'string') return escapeXml(block).replaceAll('\n', '<br>\n');
  if ('picture' in block) {
    const { id, description, width } = block.picture;
    const alternative = escapeXml(description);
    return `<img src="cid:${id}" width="${width}" height="${width}" alt="${alternative}" style="display:block;border:0">`;
  }
  if ('heading' in block)
    return `<h2 style="margin:0;font-size:20px;line-height:26px">${escapeXml(block.heading)}</h2>`;
  if ('list' in block) {
    const items = block.list.map((item) => `<li style="margin:0 0 6px">${escapeXml(item)}</li>`);
    return `<ul style="margin:0;padding:0 0 0 22px">${items.join('')}</ul>`;
  }
  if ('act' in block) return button(block.act);
  return `<a class="link" href="${escapeXml(block.url)}" style="color:${TEAL}">${escapeXml(block.label)}</a>`;
}

/** A button that Word draws too: a coloured cell, and a link that fills it. */
function button({ label, url }: { readonly label: string; readonly url: string }): string {
  const link = `display:inline-block;padding:12px 20px;font-size:18px;line-height:24px;font-weight:bold;color:${PAPER};text-decoration:none`;
  return table('', [
    `<tr><td class="act" bgcolor="${TEAL}" style="border-radius:4px"><a href="${escapeXml(url)}" style="${link}">${escapeXml(label)}</a></td></tr>`,
  ]);
}

/** The name of the issuer, the heading of the whole mail. */
function nameOf(sender: string): string {
  return `<h1 style="margin:0;font-size:15px;line-height:22px">${escapeXml(sender)}</h1>`;
}
