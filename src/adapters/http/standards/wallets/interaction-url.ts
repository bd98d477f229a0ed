/** The address in the QR code: short, so that the code stays easy to read. */
export function interactionUrl(origin: string, secret: string): string {
  return `${origin}/interactions/${secret}?iuv=1`;
}
