/** Which tests run when: each folder of `test` stands in one lane. */

/** In `npm test`. Their tests start nothing: no service, no server, no browser, no file of a database. */
export const UNIT = ['catalogue', 'domain', 'drawings', 'projects', 'openbadges', 'papers', 'texts'];

/** In `npm test`. Their tests run the service, or parts of it, in their own process; what the README promises
 *  is tried here once with each real part. */
export const SERVICE = [
  'access',
  'accounts',
  'audit',
  'badge-log',
  'canonical',
  'contests',
  'contracts',
  'corrections',
  'dane',
  'demo',
  'verify-in-browser',
  'e2e',
  'fetching',
  'files',
  'host',
  'http',
  'identity',
  'issuing',
  'mail',
  'my',
  'school',
  'signing',
  'spreadsheets',
  'vc-api',
  'verification',
  'wallets',
];

/** Only in `npm run test:all`: processes that are killed or run together, every page in a browser, each engine
 *  in turn, attacks by the thousand, lives of years, the tools of the house. */
export const LONG = [
  'channel-parity',
  'attacks',
  'bench',
  'browser',
  'cli',
  'doctor',
  'repository',
  'jobs',
  'library',
  'limits',
  'pages',
  'races',
  'reliability',
  'runtimes',
  'scaling',
  'simulation',
  'storage',
  'time',
  'year',
];

/** Only in `npm run test:release`: they make a release twice and live with it in a bare root and in one that
 *  systemd boots, behind proxies and next to Prometheus: this needs an account that may make them, and packages of
 *  Debian. */
export const RELEASE = ['release'];

/** They measure how long others are kept waiting, or how a process grows: nothing else may be at work
 *  in the meantime, and nothing have been before. */
export const ALONE = [
  'test/limits/fair-callers.test.ts',
  'test/limits/floods.test.ts',
  'test/limits/pictures.test.ts',
  'test/limits/requests-generated.test.ts',
  'test/limits/worker-pool.test.ts',
  'test/scaling/large-import.test.ts',
];
