/** Characters without a shape, and those that turn the direction of reading around. Line breaks and tabs stay. */
const UNSEEN = /(?:(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}]|\u034f|[\u115f\u1160\u2800\u3164\uffa0])+/gu;
/** A joiner has a meaning after a letter without case or a pictogram; elsewhere it only hides. */
const JOINER = /(?<![\p{M}\p{Lo}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]+/gu;
/** Hyphens and marks of direction that texts of good faith hold, and that are not needed to read them. */
const IDLE = /[\u00ad\u061c\u200e\u200f\ufeff]/g;
const LINE_END = /[\u2028\u2029]/g;
/** More marks than any script sets on one letter: they would cover the lines above and below. */
const PILED = /(\p{M}{4})\p{M}+/gu;
/** Nobody reads on; what was cut ends with « … ». */
const LONGEST = 100_000;
/** Letters that French and its neighbours write, and that look like no other. */
const PLAIN_HOST = /^[a-z0-9.:[\]àâäáãåæçèéêëìíîïñòóôöõøùúûüýÿœ_-]*$/i;

/** A stranger's text as a page may show it: what is not seen is shown as « � », so that no text imitates another
 *  or rewrites the sentence around it. For people only: identifiers are compared as they stand. */
export function shownText(text: string): string {
  const read = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return read
    .replace(LINE_END, '\n')
    .replace(IDLE, '')
    .replace(UNSEEN, '\u{fffd}')
    .replace(JOINER, '\u{fffd}')
    .replace(PILED, '$1');
}

/** A stranger's text inside quotation marks of ours: on one line, without marks that would end them, and cut
 *  after so many characters. */
export function quotable(text: string, longest = 120): string {
  const bare = shownText(text.slice(0, longest + 1))
    .replace(/[«»‹›“”„‟"❝❞〝〞＂]/g, '’')
    // A line break beside what is not seen is a part of the same trick.
    .replace(/[\r\n]*\ufffd[\r\n\ufffd]*/g, '\ufffd')
    .replace(/\s+/g, ' ');
  return text.length > longest ? `${bare.slice(0, longest)}…` : bare;
}

/** A stranger's address as a page may show it: a host with letters of other alphabets in its ASCII form
 *  (Punycode, RFC 3492), and without the name before an « @ », which imitates a host. */
export function shownAddress(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return shownText(address);
  const [, user, host = ''] = /^https?:[/\\]*([^/\\?#]*@)?([^/\\?#]*)/i.exec(address) ?? [];
  if (user === undefined && PLAIN_HOST.test(host)) return shownText(address);
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
