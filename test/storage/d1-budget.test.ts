import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import { type D1Service, openD1Service, QUERIES_AN_INVOCATION } from './d1-service.ts';

const PEOPLE = 1500;
const MET = 104;
/** The largest number that one call may ask for. */
const MOST = 50;

let running: D1Service;
let token: string;

beforeAll(async () => {
  running = await openD1Service();
  const command = { role: 'dane', name: 'essai', actor: 'test' } as const;
  token = (await running.service.services.createToken(command)).secret;
});
afterAll(() => running.stop());

/** One invocation: its answer, and its number of queries. No statement may have more than 100 parameters, or
 *  the platform would refuse it. */
async function invoke(path: string, body: FormData | object) {
  const before = running.platform.statements();
  const isForm = body instanceof FormData;
  const answer = await running.service.app.request(`${TEST_ORIGIN}/api/v1${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, ...(!isForm && { 'Content-Type': 'application/json' }) },
    body: isForm ? body : JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  const queries = running.platform.statements() - before;
  expect(queries).toBeLessThanOrEqual(QUERIES_AN_INVOCATION);
  return { answered: await answer.json(), queries };
}

const email = (turn: number) => `personne.${turn}@ac-test.example`;
const many = <T>(count: number, make: (turn: number) => T) =>
  Array.from({ length: count }, (_, turn) => make(turn));

function manyFiles(): FormData {
  const files = {
    'etablissements.csv': ['uai;nom;secteur', '0210001M;Collège Claude Guyot;Public'],
    'personnes.csv': ['email;prenom;nom', ...many(PEOPLE, (turn) => `${email(turn)};Camille;Martin ${turn}`)],
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...many(MET, (turn) => `SEG-${turn};${email(turn)};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`),
    ],
  };
  const form = new FormData();
  for (const [name, lines] of Object.entries(files)) form.append('files', new File([lines.join('\n')], name));
  return form;
}

describe('one invocation on D1', { timeout: 240_000 }, () => {
  it('imports more people than one query has parameters', async () => {
    const tried = await invoke('/imports?dryRun=true', manyFiles());
    expect(tried.answered.summary).toMatchObject({ created: 1 + PEOPLE + MET, refused: 0 });
    const done = await invoke('/imports', manyFiles());
    expect(done.answered).toMatchObject({ summary: tried.answered.summary });
    expect(done.queries).toBeLessThan(100);
  });

  it('judges everyone part by part', async () => {
    const emails = new Set<string>();
    let place = {};
    for (;;) {
      const { answered } = await invoke('/evaluations', { badge: 'RUPN-ENG', ...place });
      for (const line of answered.evaluations) emails.add(line.email);
      if (!answered.next) break;
      place = { after: answered.next };
    }
    expect(emails.size).toBe(PEOPLE);
  });

  it('grants part by part, each award once', async () => {
    const granted: string[] = [];
    let parts = 0;
    for (let place = {}; ; ) {
      const { answered } = await invoke('/awards', {
        allMet: true,
        alsoToLookAt: true,
        badge: 'RUPN-ENG',
        ...place,
      });
      parts += 1;
      for (const line of answered.outcomes) granted.push(`${line.kind} ${line.email}`);
      if (!answered.next) break;
      place = { after: answered.next };
    }
    expect(granted.toSorted()).toEqual(many(MET, (turn) => `granted ${email(turn)}`).toSorted());
    expect(parts).toBeGreaterThan(1);
  });

  it('signs and accepts as many as a call may ask for', async () => {
    const issued = await invoke('/credentials', { limit: MOST });
    expect(issued.answered).toMatchObject({ remaining: MET - MOST });
    expect(issued.answered.outcomes).toHaveLength(MOST);
    const accepted = await invoke('/credentials/acceptances', { name: 'initials', limit: MOST });
    expect(accepted.answered.accepted).toHaveLength(MOST);
  });
});
