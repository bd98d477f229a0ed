import { lowerAscii } from '../text/strings.ts';

/** The most characters of an address: RFC 5321, §4.5.3.1.3 allows a path of 256, with its two brackets. */
const MAX_CHARS = 254;
/** A local part in ASCII without quotes (RFC 5322, §3.2.3, `dot-atom`). */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
/** Letters, digits, hyphens and dots only. A URL parser drops other characters, or reads them as a path. */
const WRITTEN_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** A name with two labels or more. The last label has a letter, so that an IPv4 address is none. */
const ASCII_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]*[a-z0-9]$/;

/** The form in which e-mail addresses are stored and compared, in ASCII and lower case. The local part is
 *  ASCII (RFC 5321, §4.1.2). The domain is converted by IDNA (RFC 5891, §4.4), and must be written in its
 *  normal form (NFKC), so that no character stands for another one. Returns undefined for any other text. */
export function normalizeEmail(text: string): string | undefined {
  const written = text.trim();
  const at = written.lastIndexOf('@');
  if (at < 1 || written.length > MAX_CHARS) return undefined;
  const local = lowerAscii(written.slice(0, at));
  const domain = domainInAscii(written.slice(at + 1));
  if (!LOCAL_PART.test(local) || domain === undefined) return undefined;
  const email = `${local}@${domain}`;
  return email.length > MAX_CHARS ? undefined : email;
}

/** The addresses among these texts, in the form in which they are compared. */
export function emailsAmong(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => normalizeEmail(text) ?? []))];
}

function domainInAscii(written: string): string | undefined {
  if (!WRITTEN_DOMAIN.test(written) || written !== written.normalize('NFKC')) return undefined;
  const url = `https://${written}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return ASCII_DOMAIN.test(hostname) ? hostname : undefined;
}
