import type { MailBlock, MailContent } from './mail-content.ts';

/** The mail as plain text, and as HTML with the same content. The HTML has no images, no style sheets and
 *  nothing to fetch. */
export function layOutMail({ subject, blocks, footer }: MailContent): {
  readonly text: string;
  readonly html: string;
} {
  const text = [...blocks, '-- ', ...footer].map(toText).join('\n\n');
  const body = `${blocks.map(toHtml).join('\n')}\n<hr>\n${footer.map(toHtml).join('\n')}`;
  const head = `<meta charset="utf-8"><title>${toMarkup(subject)}</title>`;
  return {
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="fr"><head>${head}</head><body>\n${body}\n</body></html>\n`,
  };
}

function toText(block: MailBlock): string {
  if (typeof block === 'string') return block;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  return `${block.label}\n${block.url}`;
}

function toHtml(block: MailBlock): string {
  if (typeof block === 'string') return `<p>${toMarkup(block)}</p>`;
  if ('list' in block) return `<ul>${block.list.map((item) => `<li>${toMarkup(item)}</li>`).join('')}</ul>`;
  return `<p><a href="${toMarkup(block.url)}">${toMarkup(block.label)}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function toMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
