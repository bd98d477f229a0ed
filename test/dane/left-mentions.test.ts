import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const DANE = 'dane@ac-test.example';
const ZOE = 'zoe.zorglub@ac-test.example';
const { erase } = fr.dane.people;

let service: TestService;
let dane: SignedInBrowser;
let zoe: string;
let ada: string;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv': [
      'email;prenom;nom;profil;uai',
      `${DANE};Dan;Morel;dane;`,
      `${ZOE};Zoé;Zorglub;rupn;`,
      'ada.martin@ac-test.example;Ada;Martin;rupn;',
      '',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation;reserve',
      `S-1;${ZOE};0210001M;01/09/2023;31/08/2024;A1;;confirmee;`,
      'S-2;ada.martin@ac-test.example;0210001M;01/09/2023;31/08/2024;A1;;confirmee-avec-reserve;Remplaçait ZORGLUB Zoé',
      '',
    ].join('\n'),
  });
  dane = await signInAs(service, DANE);
  const people = await service.ports.store.readPeopleByEmail([ZOE, 'ada.martin@ac-test.example']);
  const idOf = (name: string) => people.find(({ familyName }) => familyName === name)?.id ?? '';
  [zoe, ada] = [idOf('Zorglub'), idOf('Martin')];
});
afterEach(() => service.stop());

const preview = async () => (await dane.get(`/dane/people/${zoe}/erasure`)).text();
const eraseZoe = () => dane.post(`/dane/people/${zoe}/erasure`, { confirm: erase.word });
const write = (sql: string, ...values: readonly string[]) => {
  const connection = new Sqlite(join(service.folder, 'jalon.db'));
  connection.prepare(sql).run(...values);
  connection.close();
};

describe('the page of an erasure', () => {
  it('lists the texts of other records that contain the name or address, each with its page', async () => {
    write(
      "insert into authorisation (uai, mission, local_authority, convention, starts_on) values ('0210001M', 'A1', 'Mairie', ?, '2026-09-01')",
      `Voir ${ZOE}`,
    );
    const page = await preview();
    expect(page).toContain(erase.left.before(2));
    expect(page).toContain(`<a href="/dane/people/${ada}">${erase.left.tables.engagement} : Martin Ada</a>`);
    expect(page).toContain(
      `<a href="/dane/schools/0210001M">${erase.left.tables.authorisation} : Collège Claude Guyot</a>`,
    );
  });

  it('lists no text of the person’s own record, and none in which the name is part of a longer one', async () => {
    write("update engagement set reservation = 'Zoé Zorglub absente' where reference = 'S-1'");
    write("update engagement set reservation = 'Voir Zorglubine' where reference = 'S-2'");
    expect(await preview()).toContain(erase.left.none);
  });
});

describe('the page after an erasure', () => {
  it('lists what was left, and the audit gives its number', async () => {
    const answer = await eraseZoe();
    const page = await (await dane.get(answer.headers.get('Location') ?? '')).text();
    expect(page).toContain(erase.left.after(1));
    expect(page).toContain(`<a href="/dane/people/${ada}">${erase.left.tables.engagement} : Martin Ada</a>`);
    const [line] = await service.ports.store.readAuditOf(zoe, 1);
    expect(line).toMatchObject({ action: 'person-erased', details: { textsLeft: 1 } });
  });

  it('shows no note if nothing was left', async () => {
    write("update engagement set reservation = 'Remplaçait une collègue' where reference = 'S-2'");
    const answer = await eraseZoe();
    expect(answer.headers.get('Location')).toBe('/dane/people?done=person-erased');
  });

  it('shows only known tables and places of an altered address', async () => {
    const page = await dane.get(
      '/dane/people?left=secrets~person~1&left=engagement~elsewhere~1&left=%3Cb%3E',
    );
    expect(await page.text()).not.toContain('class="notice"');
  });
});
