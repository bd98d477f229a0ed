import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

describe('the file of people', () => {
  const people = (...lines: string[]) => ({
    'personnes.csv': `email;prenom;nom;ancien_email;profil;uai\n${lines.join('\n')}\n`,
  });
  const find = async (email: string) => (await desk.store.readPeopleByEmail([email]))[0];

  it('replaces the known address and keeps it as an earlier one', async () => {
    const file = people('ada.roy@ac-dijon.fr;Ada;Roy;ada@ac-dijon.fr;;');
    expect((await desk.import(file)).summary).toMatchObject({ updated: 1, created: 0, notices: 0 });
    expect(await find('ada@ac-dijon.fr')).toMatchObject({
      familyName: 'Roy',
      emails: ['ada.roy@ac-dijon.fr', 'ada@ac-dijon.fr'],
    });
    expect((await desk.import(file)).summary).toMatchObject({ unchanged: 1, updated: 0, notices: 0 });
  });

  it('restores an earlier address', async () => {
    await desk.import(people('ada.roy@ac-dijon.fr;Ada;Roy;ada@ac-dijon.fr;;'));
    await desk.import(people('ada@ac-dijon.fr;Ada;Martin;ada.roy@ac-dijon.fr;;'));
    expect((await find('ada@ac-dijon.fr'))?.emails).toEqual(['ada@ac-dijon.fr', 'ada.roy@ac-dijon.fr']);
  });

  it('finds a person by an earlier address in the other files', async () => {
    await desk.import(people('ada.roy@ac-dijon.fr;Ada;Roy;ada@ac-dijon.fr;;'));
    const { refused } = await desk.import({ 'p.csv': 'email;evenement;preuve\nada@ac-dijon.fr;PAF-1;2\n' });
    expect(refused).toEqual([]);
  });

  it('changes nothing for a line older than the address, and reports this each time', async () => {
    const file = people('dan@ac-dijon.fr;Dan;Avant;;;', 'dan2@ac-dijon.fr;Dan;Après;dan@ac-dijon.fr;;');
    await desk.import(file);
    const before = desk.dump();
    const { summary, notices } = await desk.import(file);
    expect(summary).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(notices).toMatchObject([{ line: 2, code: 'former-address' }]);
    expect(desk.dump()).toBe(before);
    expect(await find('dan@ac-dijon.fr')).toMatchObject({ familyName: 'Après' });
  });

  it('knows an earlier address from another line of the file, before or after', async () => {
    const file = people('fay2@ac-dijon.fr;Fay;Lou;fay@ac-dijon.fr;;', 'fay@ac-dijon.fr;Fay;Lou;;;');
    expect((await desk.import(file)).refused).toEqual([]);
    expect((await find('fay@ac-dijon.fr'))?.emails).toEqual(['fay2@ac-dijon.fr', 'fay@ac-dijon.fr']);
  });

  it('knows an earlier address from a file without that column', async () => {
    const files = {
      ...people('fay2@ac-dijon.fr;Fay;Lou;fay@ac-dijon.fr;;'),
      'autres-personnes.csv': 'email;prenom;nom\nfay@ac-dijon.fr;Fay;Lou\n',
    };
    expect((await desk.import(files)).refused).toEqual([]);
    expect((await find('fay@ac-dijon.fr'))?.emails).toEqual(['fay2@ac-dijon.fr', 'fay@ac-dijon.fr']);
  });

  it('applies a chain of addresses in the order of its lines', async () => {
    const lines = ['g1@a.fr;G;Un;;;', 'g2@a.fr;G;Deux;g1@a.fr;;', 'g3@a.fr;G;Trois;g2@a.fr;;'];
    expect((await desk.import(people(...lines))).refused).toEqual([]);
    expect(await find('g1@a.fr')).toMatchObject({
      familyName: 'Trois',
      emails: ['g3@a.fr', 'g2@a.fr', 'g1@a.fr'],
    });
  });

  it('refuses no address that the file knows, in any order, and repeats no change', async () => {
    const file = people('h4@a.fr;H;Un;h3@a.fr;;', 'h0@a.fr;H;Deux;;;', 'h3@a.fr;H;Trois;h0@a.fr;;');
    expect((await desk.import(file)).refused).toEqual([]);
    const before = desk.dump();
    expect((await desk.import(file)).summary).toMatchObject({ created: 0, updated: 0, refused: 0 });
    expect(desk.dump()).toBe(before);
  });

  it('never moves the address of another person who is known under both', async () => {
    const { notices, summary } = await desk.import(people('ada@ac-dijon.fr;Ada;Martin;bob@ac-dijon.fr;;'));
    expect(summary).toMatchObject({ unchanged: 1 });
    expect(notices).toMatchObject([{ code: 'address-of-another', value: 'bob@ac-dijon.fr' }]);
    expect((await find('bob@ac-dijon.fr'))?.givenName).toBe('Bob');
  });

  it('keeps the school of principals only', async () => {
    const { notices } = await desk.import(
      people(`ada@ac-dijon.fr;Ada;Martin;;CHEF;${UAI.guyot}`, `bob@ac-dijon.fr;Bob;Petit;;dane;${UAI.guyot}`),
    );
    expect(await find('ada@ac-dijon.fr')).toMatchObject({ profiles: ['principal'], headOf: UAI.guyot });
    expect(await find('bob@ac-dijon.fr')).not.toHaveProperty('headOf');
    expect(notices).toMatchObject([{ line: 3, column: 'uai', code: 'head-without-profile' }]);
  });

  it('reads an empty profile as a RUPN', async () => {
    expect((await find('ada@ac-dijon.fr'))?.profiles).toEqual(['rupn']);
  });
});
