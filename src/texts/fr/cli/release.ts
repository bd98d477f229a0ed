/** The lines of `jalon release verify`. */
export const releaseLines = {
  file: {
    passed: (file: string) => `✓ ${file} : l’empreinte est celle de SHA256SUMS.`,
    differs: (file: string) =>
      `✗ ${file} : l’empreinte n’est pas celle de SHA256SUMS. N’utilisez pas ce fichier.`,
    absent: (file: string) => `– ${file} : absent de ce dossier.`,
  },
  signature: {
    passed: (key: string) => `✓ SHA256SUMS est signé par la clé ${key}.`,
    failed: (key: string) =>
      `✗ La clé ${key} n’a pas signé ce SHA256SUMS. N’utilisez aucun fichier de ce dossier.`,
    unsigned: () => '✗ Cette version n’est pas signée (SHA256SUMS.sig manque) : rien ne dit qui l’a faite.',
    'no-key': () =>
      '✗ La signature n’est pas vérifiée : donnez avec --key la clé que le projet publie (docs/releases.md).',
  },
  summary: (good: boolean): string =>
    good ? 'Cette version est celle qui a été publiée.' : 'Cette version n’est pas reconnue.',
  noSums: (file: string) => `« ${file} » ne liste aucune empreinte. Donnez le dossier d’une version publiée.`,
  notAKey: (file: string) => `« ${file} » n’est pas une clé publique Ed25519 (PEM).`,
};
