import type { DeviceTexts } from '../../fr/verification/browser.ts';

export { verificationTexts } from './report.ts';

export const deviceTexts: DeviceTexts = {
  title: 'Verify on your device',
  textOfBadge:
    'Your browser can repeat this verification by itself. It reads three public files of this service: this badge, the keys and the revocation list. Nothing else is asked for, and nothing is sent elsewhere.',
  textOfAny:
    'The badge does not leave your device. Your browser reads the public keys of this service, and its revocation list if the badge comes from here. After that, no network is needed.',
  open: 'Verify on my device',
  loading: 'Loading…',
  ready: 'Your device is ready. Choose a file or paste the text of a badge.',
  file: 'A file that stays on your device',
  fileHelp: 'JSON file, image of the badge or PDF certificate. You can also drop it here.',
  text: 'Or the text of the badge',
  textHelp: 'Its whole JSON or JWT text.',
  check: 'Verify this text here',
  checking: 'Verifying…',
  result: 'Verified on your device',
  checkedAt: (time) => `Verified on your device at ${time}, by its own clock.`,
  read: (documents) => `Read for this: ${documents.join('; ')}.`,
  readAt: (address, time) => `${address} (at ${time})`,
  readNothing: 'Nothing was read over the network.',
  steps: 'The checks made',
  beyond:
    'This badge cannot be verified on your device. Verify it with the service, which reads more badges. This says nothing against the badge.',
  byService: 'Verify with the service',
  noEd25519:
    'Your browser cannot verify these signatures (Ed25519). Update it, or verify the badge with the service.',
  failed: 'Loading failed. Reload the page and try again.',
  notAsked: (hosts) =>
    `Not confirmed: ${hosts.join(', ')} was not consulted. That site would see your IP address, but not the badge.`,
  ask: (host) => `Ask ${host} for its key`,
};
