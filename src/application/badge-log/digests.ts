import { canonicalJson } from '#open-badges/values';
import type { SignedDigests } from '../../domain/badge-log/entries.ts';
import { sha256Of } from '../digest.ts';

/** SHA-256 of a text in UTF-8, in hexadecimal. A signer passes the fast one of its runtime. */
type Hash = (text: string) => string | Promise<string>;

const portableHash: Hash = async (text) => {
  const digest = await sha256Of(text);
  return digest.slice(digest.indexOf('$') + 1);
};

/** The digests of a document's signed forms: the JSON with its proof, parsed, and the compact JWS where there
 *  is one. White space and the order of members make no difference. */
export async function digestsOf(
  document: unknown,
  jws?: string,
  hash: Hash = portableHash,
): Promise<SignedDigests> {
  return {
    document: await hash(canonicalJson(document)),
    ...(jws !== undefined && { jws: await hash(jws) }),
  } as SignedDigests;
}

/** The digest by which the entry of a file is found, in hexadecimal: a badge as JSON text or as compact JWS.
 *  Throws a SyntaxError for JSON that cannot be read. */
export async function digestOfFile(text: string): Promise<string> {
  const file = text.trim();
  return portableHash(file.startsWith('{') ? canonicalJson(JSON.parse(file)) : file);
}
