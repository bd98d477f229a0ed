import { ACTIONS, CHANNELS } from './actions.ts';

const ABOVE = [
  '# Acts, by the roads that lead to them',
  'An act is the same by every road: the pages, the command line and the API call one use case, so that the same records, lines of the audit and mails follow, and a command and a program get the same answer. `npm test -- test/channel-parity` does each act below by each of its roads in copies of one world, and compares all tables, without ids, instants and signatures, which each run draws anew. A cell that differs is a defect.',
  "What belongs to the road itself is not compared: the session, the files that a browser sends before they are imported, and the work that a page follows, with its line of the audit (`job-begun-…`). A line of the audit says its road, which is left out too. Who acts is compared as one actor: the agent, `cli`, or the token's name. Awards of the command line and the API are signed by `issue`; those of the screen at once. A status list is published once or several times, with the same bits at the end.",
  'An act on many badges leaves out what a person should look at first, unless it is asked to take it. `grant --dry-run` looks before the act, and `--in` and `waitSeconds` give a time in which it can be taken back, on every road: the page, `jalon decisions`, and `/api/v1/decisions`. A decision that is dated, by `--at` or `at`, shows what it would come to today and judges everybody anew at its hour; until then it can be held, released or cancelled, and afterwards it tells who got what, and what was left and why.',
];

const BELOW =
  'Acts that only one road offers are not in the table: requests to principals, contests, campaigns, criteria, settings and messages to the network are decided on the pages, as are a school that is added, changed, closed, merged or opened again and a person who is added by hand (a file of schools or people has lines of its own in the audit, and closes nothing), keys and databases are kept by the command line.';

/** `docs/acts.md`: the acts by the channels on which they exist. `npm test -- test/channel-parity -u` writes it. */
export function actionsDocument(): string {
  const head = ['| act | screen | command | API |', '|---|---|---|---|'];
  const rows = ACTIONS.map(
    (action) => `| ${[action.name, ...CHANNELS.map((channel) => action[channel]?.how ?? '—')].join(' | ')} |`,
  );
  return `${[...ABOVE, [...head, ...rows].join('\n'), BELOW].join('\n\n')}\n`;
}
