// Checkpoints, tiles and proofs of a transparency log (C2SP).
export { makeNoteChecker } from '../transparency-log/check-note.ts';
export {
  type CheckedNote,
  type CheckNote,
  type Checkpoint,
  checkpointText,
  parseCheckpoint,
} from '../transparency-log/checkpoint.ts';
export { type CompactRange, EMPTY_RANGE, rootOfRange, withLeaf } from '../transparency-log/compact-range.ts';
export {
  HASH_BYTES,
  type Hash,
  isSameHash,
  leafHash,
  rootOfInclusion,
  treeHash,
} from '../transparency-log/hash-tree.ts';
export { formatLogProof, parseLogProof } from '../transparency-log/log-proof.ts';
export {
  formatNote,
  noteKeyId,
  parseNote,
  timedMessage,
  timedValue,
  verifierKey,
} from '../transparency-log/signed-note.ts';
export {
  appendToTiles,
  extendFromTiles,
  parseTilePath,
  partialTilesOf,
  pathFromTiles,
  type ReadTile,
  rootFromTiles,
  TILE_WIDTH,
  type Tile,
  type TilePath,
  tilePath,
} from '../transparency-log/tiles.ts';
