import type { Recipient } from '../../src/domain/award/types.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

export const CLAIRE = 'claire.dupont@ac-test.example';
export const PAUL = 'paul.durand@ac-test.example';
export const ANNE = 'anne.petit@ac-test.example';
export const GUYOT = '0210001M';
export const LACAILLE = '0210011Y';

/** Claire has one confirmed year, one contested engagement, trainings and contributions; Paul is the DANE's contact at her
 *  school; Anne heads it. */
const FILES: Readonly<Record<string, string>> = {
  'etablissements.csv': [
    'uai;nom;commune;secteur',
    '0210001M;Collège Claude Guyot;Arc-sur-Tille;Public',
    '0210011Y;Lycée Étienne Lacaille;Dole;Public',
    '',
  ].join('\n'),
  'personnes.csv': [
    'email;prenom;nom;profil;uai',
    `${CLAIRE};Claire;Dupont;rupn;`,
    `${PAUL};Paul;Durand;rupn;`,
    `${ANNE};Anne;Petit;chef;0210001M`,
    '',
  ].join('\n'),
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `SEG-1;${CLAIRE};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
    `SEG-2;${CLAIRE};0210011Y;01/09/2024;31/08/2025;A1;;contestee`,
    `SEG-3;${PAUL};0210001M;01/09/2020;;D1;contact-dane;confirmee`,
    '',
  ].join('\n'),
  'evenements.csv': [
    'code;nature;intitule;debut;fin;heures;etiquettes',
    'PAF-1;EV-PAF;Scénariser avec le numérique;10/10/2015;;6;ENT',
    'PAF-2;EV-PAF;Les données à l’école;10/10/2025;;3;RGPD',
    'RENC-1;EV-RENC;Rencontre des référents;12/12/2023;;3;',
    '',
  ].join('\n'),
  'presences.csv': [
    'email;evenement;heures;preuve',
    `${CLAIRE};PAF-1;6;3`,
    `${CLAIRE};PAF-2;3;1`,
    `${CLAIRE};RENC-1;;2`,
    '',
  ].join('\n'),
  'contributions.csv': [
    'reference;email;nature;date;lien;validee',
    `C-1;${CLAIRE};valorisation;03/03/2024;https://exemple.fr/article;oui`,
    `C-2;${CLAIRE};projet;04/04/2024;;non`,
    '',
  ].join('\n'),
};

export interface MyFixture {
  readonly service: TestService;
  /** Last part of the addresses of Claire's badge and of her school's. */
  readonly badge: string;
  readonly schoolBadge: string;
}

/** The service with the world in it, Claire's badge and her school's signed. */
export async function startMyFixture(): Promise<MyFixture> {
  const service = await startTestService();
  const { services, ports } = service;
  await service.importText(FILES);
  await drain(
    services.grantAwards({
      scope: { kind: 'person', email: CLAIRE, achievement: 'RUPN-ENG' },
      actor: 'test',
    }),
  );
  const scope = { kind: 'establishment' as const, uai: GUYOT as Uai, achievement: 'RUPN-EQUIPE' };
  await drain(services.grantAwards({ scope, actor: 'test', reason: 'Équipe reconnue sur place' }));
  await drain(services.issueCredentials({ actor: 'test' }));
  const [claire] = await ports.store.readPeopleByEmail([CLAIRE]);
  const idOf = async (recipient: Recipient) => {
    const [award] = await ports.store.readAwardsOf([recipient]);
    return award?.credential?.id ?? '';
  };
  return {
    service,
    badge: await idOf({ kind: 'person', personId: claire?.id as PersonId }),
    schoolBadge: await idOf({ kind: 'establishment', uai: GUYOT as Uai }),
  };
}

/** The same, in which Claire is signed in. */
export async function startWithClaire() {
  const world = await startMyFixture();
  const claire: SignedInBrowser = await signInAs(world.service, CLAIRE);
  return { world, claire, stop: () => world.service.stop() };
}

async function drain(outcomes: AsyncIterable<{ readonly kind: string }>): Promise<void> {
  for await (const { kind } of outcomes) if (kind === 'failed' || kind === 'skipped') throw new Error(kind);
}
