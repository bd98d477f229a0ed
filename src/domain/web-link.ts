/** Whether the text is a link: an `https:` or `http:` address that names a host, in one piece. */
export function isWebLink(text: string): boolean {
  return /^https?:\/\/[^\s/?#]\S*$/i.test(text) && URL.canParse(text);
}
