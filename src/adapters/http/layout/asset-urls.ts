/** Addresses of the built style sheets and scripts, with their hashes. */
export interface AssetAddresses {
  /** What signed-in people load. */
  readonly css: string;
  /** What everybody else loads: a third of it. */
  readonly publicCss: string;
  readonly script?: string;
  readonly publicScript?: string;
  /** The verification in the browser. */
  readonly device?: string;
}

/** The addresses of the files that the build made, by the names of their sources. */
export function toAssetAddresses(names: Readonly<Record<string, string>>): AssetAddresses {
  return {
    css: `/assets/${names['jalon.css']}`,
    publicCss: `/assets/${names['public.css']}`,
    script: `/assets/${names['workspace.ts']}`,
    publicScript: `/assets/${names['public.ts']}`,
    device: `/assets/${names['browser.ts']}`,
  };
}
