/** A file as a browser sends it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
