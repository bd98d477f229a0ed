/** A running service, and the cookie of an agent of the DANE. */
export interface BusyService {
  readonly url: string;
  readonly cookie: string;
  /** Paths of public badges. */
  readonly badges: readonly string[];
  /** A table of engagements. */
  readonly table: Uint8Array<ArrayBuffer>;
}

const LISTS = [
  '/dane',
  '/dane/people',
  '/dane/people?q=martin-1999',
  '/dane/decisions',
  '/dane/coverage',
  '/dane/exports/attributions.csv',
  '/dane/exports/engagements.csv',
  '/dane/coverage/report.pdf',
];
const FORMS = ['.pdf', '.png', '/image.png', '/preview.png', ''];
const WORKBOOK = '/dane/exports/jalon.xlsx';

const LIST_ROUNDS = 5;
const PICTURED_BADGES = 20;
const WORKBOOKS = 5;
const IMPORTS = 2;
const IMPORTS_AT_ONCE = 2;
const CONNECTIONS = 4;

/** What the DANE does in its busiest hour, all at once: lists and tables, pictures and certificates, the workbook of
 *  everything five times, and imports, two at a time. Throws where an answer is an error. */
export async function spendOfficeHour(service: BusyService): Promise<void> {
  const lists = Array.from({ length: LIST_ROUNDS }, () => LISTS).flat();
  const pictures = service.badges
    .slice(0, PICTURED_BADGES)
    .flatMap((path) => FORMS.map((form) => `${path}${form}`));
  await Promise.all([
    inTurn(lists, CONNECTIONS, (path) => read(service, path)),
    inTurn(pictures, CONNECTIONS, (path) => read(service, path)),
    inTurn(Array(WORKBOOKS).fill(WORKBOOK), WORKBOOKS, (path) => read(service, path)),
    inTurn(Array(IMPORTS).fill(service.table), IMPORTS_AT_ONCE, (table) => send(service, table)),
  ]);
}

async function inTurn<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>) {
  const left = items.values();
  const one = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

async function read({ url, cookie }: BusyService, path: string): Promise<void> {
  const answer = await fetch(`${url}${path}`, { headers: { Cookie: cookie, Accept: '*/*' } });
  for await (const _ of answer.body ?? []);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
}

/** Sends a table as the page for imports does, and waits until it is checked. */
async function send({ url, cookie }: BusyService, table: BusyService['table']): Promise<void> {
  const body = new FormData();
  body.append('files', new Blob([table]), 'engagements.csv');
  const headers = { Cookie: cookie, Origin: new URL(url).origin };
  const sent = await fetch(`${url}/dane/imports`, { method: 'POST', headers, body, redirect: 'manual' });
  const report = sent.headers.get('Location');
  await sent.body?.cancel();
  if (report === null) throw new Error(`an import was answered ${sent.status}`);
  await read({ url, cookie, badges: [], table }, report);
}
