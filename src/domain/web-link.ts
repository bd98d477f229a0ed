/** Whether the text is one single `https:` or `http:` address that names a host. */
export function isWebLink(text: string): boolean {
  return /^https?:\/\/[^\s/?#]\S*$/i.test(text) && URL.canParse(text);
}
