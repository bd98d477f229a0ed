/** Addresses of the built style sheet and scripts, with their hashes. */
export interface AssetAddresses {
  readonly css: string;
  readonly script?: string;
  /** The verification in the browser. */
  readonly device?: string;
}

/** The addresses of the files that the build made, by the names of their sources. */
export function toAssetAddresses(names: Readonly<Record<string, string>>): AssetAddresses {
  return {
    css: `/assets/${names['jalon.css']}`,
    script: `/assets/${names['workspace.ts']}`,
    device: `/assets/${names['device.ts']}`,
  };
}
