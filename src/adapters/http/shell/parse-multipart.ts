import { ContentDisposition } from '@remix-run/headers/content-disposition';
import { ContentType } from '@remix-run/headers/content-type';
import { type MultipartPart, parseMultipart } from '@remix-run/multipart-parser';
import { DomainError } from '../../../domain/errors.ts';
import { MOST_FIELDS } from '../limits/request-bounds.ts';

/** What is wrong with a multipart body, in English for developers. */
export class MultipartFault extends Error {
  override readonly name = 'MultipartFault';
}

/** Parses a `multipart/form-data` body that has been read whole. The library finds the lines between parts in
 *  linear time, and a body in one piece leaves nothing to join again and again. Its bound of 8 kB for the
 *  headers of a part stays, because it searches unfinished headers from their start. Between two parts the
 *  request may have to wait for its turn: 12 MB of headers take a third of a second. */
export async function parseForm(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  turn: () => boolean | Promise<boolean>,
): Promise<FormData> {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw new MultipartFault('the boundary is not one of RFC 2046 §5.1.1');
  if (body.length === 0) throw new MultipartFault('the form is empty');
  const bounds = { maxParts: MOST_FIELDS, maxFileSize: body.length, maxTotalSize: body.length };
  const form = new FormData();
  try {
    for (const part of parseMultipart(body, { boundary, ...bounds })) {
      addPart(form, part);
      if (!(await turn())) throw new DomainError('overloaded');
    }
  } catch (cause) {
    if (cause instanceof MultipartFault || cause instanceof DomainError) throw cause;
    throw new MultipartFault('the body is not a form of this boundary', { cause });
  }
  return form;
}

/** RFC 7578 §4.2 says which headers a part has. */
function addPart(form: FormData, part: MultipartPart): void {
  const stated = ContentDisposition.from(part.headers['content-disposition'] ?? null);
  const { type, name, filename = decodeExtended(stated.filenameSplat) } = stated;
  if (type?.toLowerCase() !== 'form-data' || name === undefined) {
    throw new MultipartFault('a part has no name');
  }
  if (filename === undefined) form.append(decoded(name), UTF8.decode(part.bytes));
  else form.append(decoded(name), toFile(part, decoded(filename)));
}

function toFile(part: MultipartPart, name: string): File {
  return new File(part.content as BlobPart[], name, { type: part.mediaType ?? '' });
}

/** Browsers send UTF-8 (RFC 7578 §5.1). A byte-order mark is part of what was typed. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A longer header states more than a type and a boundary. */
const LONGEST_TYPE = 500;
/** The characters of a boundary: at most 70, without a blank at the end. */
const BOUNDARY = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/;

function boundaryOf(contentType: string): string | undefined {
  if (contentType.length > LONGEST_TYPE) return undefined;
  const { boundary = '' } = ContentType.from(contentType);
  return BOUNDARY.test(boundary) ? boundary : undefined;
}

/** Browsers encode a quote and the ends of lines in a name, and nothing else (HTML, multipart form data). */
function decoded(name: string): string {
  return name.replace(/%0D|%0A|%22/gi, (code) => decodeURIComponent(code));
}

/** RFC 7578 §4.2 forbids `filename*`, but some programs name a file with accents by nothing else (RFC 8187). */
function decodeExtended(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const encoded = value.slice(value.lastIndexOf("'") + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
