/** Invisible characters, and those that change the direction of reading. Line breaks and tabs are not among
 *  them. */
const UNSEEN = /(?:(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}]|\u034f|[\u115f\u1160\u2800\u3164\uffa0])+/gu;
/** Joiners. They have a meaning after a letter without case or a pictogram; elsewhere they are only
 *  invisible. */
const JOINER = /(?<![\p{M}\p{Lo}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]+/gu;
/** Hyphens and direction marks that genuine texts contain, and that are not needed for reading. */
const IDLE = /[\u00ad\u061c\u200e\u200f\ufeff]/g;
const LINE_END = /[\u2028\u2029]/g;
/** More marks on one letter than any script uses: they would cover the lines above and below. */
const PILED = /(\p{M}{4})\p{M}+/gu;
/** The most characters shown. A cut text ends with « … ». */
const LONGEST = 100_000;
/** Hosts with only letters of French and its neighbours, none of which looks like another letter. */
const PLAIN_HOST = /^[a-z0-9.:[\]àâäáãåæçèéêëìíîïñòóôöõøùúûüýÿœ_-]*$/i;

/** Text from outside in the form in which a page may show it. Invisible characters are shown as « � », so
 *  that no text imitates another one or changes the sentence around it. Only for people: identifiers are
 *  compared unchanged. */
export function shownText(text: string): string {
  const read = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return read
    .replace(LINE_END, '\n')
    .replace(IDLE, '')
    .replace(UNSEEN, '\u{fffd}')
    .replace(JOINER, '\u{fffd}')
    .replace(PILED, '$1');
}

/** Text from outside, for use inside our quotation marks: on one line, without quotation marks, and cut after
 *  `longest` characters. */
export function quotable(text: string, longest = 120): string {
  const bare = shownText(text.slice(0, longest + 1))
    .replace(/[«»‹›“”„‟"❝❞〝〞＂]/g, '’')
    // A line break next to invisible characters belongs to the same trick.
    .replace(/[\r\n]*\ufffd[\r\n\ufffd]*/g, '\ufffd')
    .replace(/\s+/g, ' ');
  return text.length > longest ? `${bare.slice(0, longest)}…` : bare;
}

/** An address from outside in the form in which a page may show it. A host with letters of other alphabets is
 *  in its ASCII form (Punycode, RFC 3492). The name before an « @ », which can imitate a host, is left
 *  out. */
export function shownAddress(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return shownText(address);
  const [, user, host = ''] = /^https?:[/\\]*([^/\\?#]*@)?([^/\\?#]*)/i.exec(address) ?? [];
  if (user === undefined && PLAIN_HOST.test(host)) return shownText(address);
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
