import { trimEndSigns, trimStartSigns } from '../parsing/trim-characters.ts';

/** The longest text in which an address is searched. */
const LONGEST = 2000;
const ID = '[A-Za-z0-9_-]{22}';
const SHORT = new RegExp(`^/?(?:credentials/)?(${ID})(?:\\.[a-z]{3,4})?/?$`);
/** The path of our own page of a badge, of one of its forms, or of a picture of it. */
const BADGE_PATH = new RegExp(`^/credentials/(${ID})(?:\\.[a-z]{3,4}|/[a-z.-]{2,20})?/?$`);
const LINK = /https?:\/\/[^\s<>"«»]+/gi;
const WITHOUT_SCHEME = /^(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}(?::\d{1,5})?\/[^\s<>"«»]+$/i;
/** JSON and XML documents contain addresses but are not addresses. Mails put an address between angle
 *  brackets. */
const DOCUMENT = /^[\s\ufeff]*(?:[{[]|<(?!\s*https?:))/i;
/** Characters that mails, messages and people put around an address, and invisible characters. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const BEFORE = /[\s<("'«“‘[]/;
const AFTER = /[\s>)"'»”’\].,;:!?…]/;

/** The address in a text, in any form that people paste or type; undefined if the text is not one address.
 *  For badges of the service at `origin` it is the badge's own address, whatever scheme, query or form was given; for others it
 *  is https. */
export function spelledAddress(given: string, origin: string | undefined): string | undefined {
  if (given.length > LONGEST || DOCUMENT.test(given)) return undefined;
  const text = bare(given.replace(INVISIBLE, ''));
  const id = SHORT.exec(text)?.[1];
  if (id !== undefined) return origin && `${origin}/credentials/${id}`;
  const links = new Set((text.match(LINK) ?? []).map(bare));
  if (links.size > 1) return undefined;
  const [link = WITHOUT_SCHEME.test(text) ? `https://${text}` : undefined] = links;
  return link === undefined ? undefined : toAddress(link, origin);
}

function bare(text: string): string {
  return trimEndSigns(trimStartSigns(text, BEFORE), AFTER);
}

function toAddress(link: string, origin: string | undefined): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const address = new URL(link);
  const own = origin === undefined ? undefined : new URL(origin);
  // Our name with another port is another service. But http counts as ours where we use https, and the
  // reverse.
  const isOwn = address.host === own?.host || (address.hostname === own?.hostname && address.port === '');
  if (!isOwn) {
    address.protocol = 'https:';
    return address.href;
  }
  const id = BADGE_PATH.exec(address.pathname)?.[1];
  return id === undefined
    ? `${origin}${address.pathname.replace(/(?<=.)\/$/, '')}`
    : `${origin}/credentials/${id}`;
}
