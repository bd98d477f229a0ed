// Baking into images, the reading of badges in files, and compressed bits.
export { bakePng, isPng } from '../baking/bake-png.ts';
export { bakeSvg } from '../baking/bake-svg.ts';
export { bilevelPng } from '../baking/bilevel-png.ts';
export { decompress, joinBytes } from '../baking/compression.ts';
export { crc32 } from '../baking/crc32.ts';
export { opaquePng } from '../baking/opaque-png.ts';
export { pictureSize } from '../baking/picture-size.ts';
export { drawingPng } from '../baking/write-png.ts';
export { makeFileReader, makeLoadedCodeReader, withGrowingCare } from '../files/make-reader.ts';
export { readAttached } from '../files/read-attached.ts';
export { readBaked } from '../files/read-baked.ts';
export type { Care } from '../files/read-codes.ts';
export type { FileReader, FoundTexts } from '../reading/file-reader.ts';
export { decodeBitstring, encodeBitstring, type Gzip, readBit } from '../status/bitstring.ts';
