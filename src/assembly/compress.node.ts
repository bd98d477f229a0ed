import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Gzip } from '#open-badges/files';
import type { Compress } from '../adapters/http/cache/representation.ts';

/** Cheap levels: a page takes a fraction of a millisecond, once a minute at most. The highest level of brotli
 *  takes forty times longer for a tenth fewer bytes. */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

/** A status list is compressed again at each revocation: this level takes a third of the time of the usual one
 *  for a tenth more bytes. */
const LIST_LEVEL = 4;

export const gzipList: Gzip = (bytes) => gzipSync(bytes, { level: LIST_LEVEL });

export const compress: Compress = (body, encoding) => {
  if (encoding === 'gzip') return gzipSync(body, { level: GZIP_LEVEL });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return brotliCompressSync(body, { params });
};
