import type { SignedDigests } from '../../domain/badge-log/badge-log.ts';
import { digestOf, sha256Of } from '../digest.ts';

/** The digests of a document's signed forms: the JSON with its proof, parsed, and the compact JWS where there
 *  is one. White space and the order of members make no difference. */
export async function digestsOf(document: unknown, jws?: string): Promise<SignedDigests> {
  const [ofDocument, ofJws] = await Promise.all([
    digestOf(document),
    jws === undefined ? undefined : sha256Of(jws),
  ]);
  return {
    document: hexOf(ofDocument),
    ...(ofJws !== undefined && { jws: hexOf(ofJws) }),
  } as SignedDigests;
}

/** The digest by which the entry of a file is found, in hexadecimal: a badge as JSON text or as compact JWS.
 *  Throws a SyntaxError for JSON that cannot be read. */
export async function digestOfFile(text: string): Promise<string> {
  const file = text.trim();
  return hexOf(await (file.startsWith('{') ? digestOf(JSON.parse(file)) : sha256Of(file)));
}

/** The hexadecimal digits of a digest, without `sha256$`. */
function hexOf(digest: string): string {
  return digest.slice(digest.indexOf('$') + 1);
}
