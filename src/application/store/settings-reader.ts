/** Reads the settings made on the screens. */
export interface SettingsReader {
  /** Values as JSON, by name. */
  readSettings(): Promise<ReadonlyMap<string, string>>;
}
