import { readFileSync } from 'node:fs';
import { toSource } from '../support/servers/service.ts';
import { action, long, type Scene, type SimulatedAction } from './operation.ts';

const [, ...SCHOOLS] = readFileSync('data/establishments-dijon.csv', 'utf8')
  .split('\n')
  .filter((line) => line !== '');

const GIVEN_NAMES = ['Ana', 'Karim', 'Jeanne', 'Élise', 'Noé', 'Maud'] as const;
const FAMILY_NAMES = ['Petit', 'Roux', 'Leroy', 'Da Silva', 'N’Diaye', 'Berger'] as const;

async function nextAddress({ place }: Scene): Promise<string> {
  const [row] = await place.ask("select count(*) as people from person_email where address like 'nouveau-%'");
  const [gone] = await place.ask("select count(*) as people from audit where action = 'person-added'");
  return `nouveau-${Number(row?.['people'] ?? 0) + Number(gone?.['people'] ?? 0)}@ac-test.example`;
}

const nameOf = ({ random }: Scene) => ({
  givenName: random.pick(GIVEN_NAMES),
  familyName: random.pick(FAMILY_NAMES),
});

/** A name, an address and an engagement that began this year, as the DANE enters them. */
async function arrive(scene: Scene): Promise<void> {
  const { process, handles, random, today } = scene;
  const email = await nextAddress(scene);
  const personId = await process.services.addPerson({
    ...{ ...nameOf(scene), email, profiles: ['rupn'], headOf: undefined, actor: handles.people.dane },
  });
  const open = await scene.place.ask(
    `select uai from establishment where closed_on is null and uai in (select head_of_uai from person) order by uai`,
  );
  const uai = random.pick(open.length > 0 ? open : [{ uai: handles.uai }])['uai'];
  await process.services.declareEngagement({
    personId,
    declaration: {
      ...{ uai: uai as never, period: { from: handles.inDays(-random.integer(40)) }, roles: [] },
      missions: random.sample(['A1', 'A2', 'B1', 'C1', 'D1', 'E1'] as const, 3).toSorted() as never,
    },
  });
  if (random.chance(0.5))
    await process.services.addContribution({
      personId,
      said: { kind: 'project', on: today, title: 'Un projet de classe' },
    });
}

/** The life does not run dry: people come, schools open, and events are planned. */
export const NEWCOMERS: readonly SimulatedAction[] = [
  long('someone arrives', 2, arrive),
  action('a head takes up a school', 0.6, async (scene) => {
    const { process, place, random, handles } = scene;
    const free = await place.ask(
      'select uai from establishment where closed_on is null and uai not in (select head_of_uai from person where head_of_uai is not null) order by uai',
    );
    const uai = free.length > 0 ? random.pick(free)['uai'] : handles.uai;
    await process.services.addPerson({
      ...{ ...nameOf(scene), email: await nextAddress(scene), actor: handles.people.dane },
      ...{ profiles: ['principal'], headOf: uai as never },
    });
  }),
  long('an agent of the DANE arrives', 0.3, async (scene) => {
    const { process } = scene;
    const { givenName, familyName } = nameOf(scene);
    const text = `email;prenom;nom;profil;uai\n${await nextAddress(scene)};${givenName};${familyName};dane;\n`;
    await process.services.importFiles([toSource(['personnes.csv', text])], { dryRun: false, actor: 'cli' });
  }),
  action('a school opens', 0.5, async ({ process, place, random, handles }) => {
    const known = new Set((await place.ask('select uai from establishment')).map(({ uai }) => uai));
    const fresh = SCHOOLS.filter((line) => !known.has(line.slice(0, line.indexOf(','))));
    const [uai = '', type = '', name = ''] = random.pick(fresh).split(',');
    await process.services.addSchool({
      said: {
        ...{ uai, type, name, postalCode: '21000', commune: 'Dijon', sector: 'public' },
        agricultural: false,
      } as never,
      by: {
        personId: handles.people.dane,
        address: handles.emails.dane,
        as: 'dane',
        confirms: false,
      } as never,
    });
  }),
  action('an event is planned', 0.8, ({ process, random, handles }) =>
    process.services.saveEvent({
      event: {
        ...{ code: `PLAN-${handles.today}-${random.integer(10_000)}`, title: 'Une rencontre', hours: 3 },
        ...{ kind: random.pick(['EV-RENC', 'EV-RENC', 'EV-PAF'] as const), tags: [] },
        startsOn: handles.inDays(5 + random.integer(40)),
      },
      details: { place: 'Dijon' },
      ...{ isNew: true, actor: handles.people.dane },
    }),
  ),
  action('an event is held today', 0.4, async ({ process, random, handles }) => {
    const code = `JOUR-${handles.today}-${random.integer(10_000)}`;
    await process.services.saveEvent({
      event: { code, title: 'Un stage', kind: 'EV-PAF', tags: [], startsOn: handles.today, hours: 6 },
      ...{ isNew: true, actor: handles.people.dane },
    });
  }),
];
