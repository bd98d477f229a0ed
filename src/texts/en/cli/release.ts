import type { releaseLines as french } from '../../fr/cli/release.ts';

export const releaseLines: typeof french = {
  file: {
    passed: (file) => `✓ ${file}: its digest is that of SHA256SUMS.`,
    differs: (file) => `✗ ${file}: its digest is not that of SHA256SUMS. Do not use this file.`,
    absent: (file) => `– ${file}: not in this folder.`,
  },
  signature: {
    passed: (key) => `✓ SHA256SUMS is signed by the key ${key}.`,
    failed: (key) => `✗ The key ${key} did not sign this SHA256SUMS. Use no file of this folder.`,
    unsigned: () => '✗ This release is not signed (SHA256SUMS.sig is missing): nothing says who made it.',
    'no-key': () =>
      '✗ The signature is not checked: give with --key the key that the project publishes (docs/releases.md).',
  },
  summary: (good) =>
    good ? 'This release is the one that was published.' : 'This release is not recognised.',
  noSums: (file) => `“${file}” lists no digest. Give the folder of a release.`,
  notAKey: (file) => `“${file}” is no public key of Ed25519 (PEM).`,
};
