import { readFileSync } from 'node:fs';
import { generateDemo } from '../../demo/generate-demo.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { EVENT, fillWorkspace, SCHOOL } from './fill-workspace.ts';
import { TODAY } from './now.ts';
import { startTestService, type TestService } from './service.ts';
import { type SignedInBrowser, signInAs } from './sign-in.ts';

/** The viewer of a page. */
export type Viewer = 'anyone' | 'teacher' | 'head' | 'dane' | 'deputy';

/** A service, its signed-in browsers, and the value of each `{name}` in the addresses of its pages. */
export interface WorkspaceWorld {
  readonly service: TestService;
  readonly viewers: Readonly<Record<Exclude<Viewer, 'anyone'>, SignedInBrowser>>;
  readonly values: Readonly<Record<string, string>>;
}

const EMAILS = {
  teacher: 'helene.marceau@ac-dijon.example',
  head: 'veronique.chambard@ac-dijon.example',
  dane: 'pascal.vuillemin@ac-dijon.example',
  deputy: 'aurelie.bressan@ac-dijon.example',
} as const;

/** Added to the demonstration: segments that wait for the head of one school, and an event of today. */
const WAITING: Readonly<Record<string, string>> = {
  'attente.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `ECR-1;${EMAILS.teacher};${SCHOOL};01/09/2026;;A1|C1;;demandee`,
    `ECR-2;karim.delorme@ac-dijon.example;${SCHOOL};01/09/2026;;A2|B1|D1;contact-dane;demandee`,
    `ECR-3;nadia.lagrange@ac-dijon.example;${SCHOOL};01/09/2026;;C4|E1;contact-dane;demandee`,
    '',
  ].join('\n'),
  'rencontre.csv': [
    'code;nature;intitule;debut;heures;etiquettes',
    `${EVENT};EV-PAF;Scénariser un cours avec le numérique;${TODAY};6;ENT|RGPD`,
    '',
  ].join('\n'),
  'signatures.csv': [
    'email;evenement;heures;preuve',
    `${EMAILS.teacher};${EVENT};6;3`,
    `karim.delorme@ac-dijon.example;${EVENT};3;1`,
    '',
  ].join('\n'),
  'projets.csv': [
    'reference;email;nature;date;lien;validee',
    `ECR-C1;${EMAILS.teacher};projet;12/05/2026;;non`,
    '',
  ].join('\n'),
};

/** The demonstration, with one of everything that people can do: each page has content. */
export async function startFullWorld(): Promise<WorkspaceWorld> {
  const service = await startTestService();
  const demo = generateDemo({
    establishmentsCsv: readFileSync('data/establishments-dijon.csv', 'utf8'),
    today: TODAY,
  });
  await service.importText(Object.fromEntries(demo.map(({ name, text }) => [name, text])));
  await service.importText(WAITING);
  await service.services.keepUp();
  const viewers = await signEveryoneIn(service);
  const values = {
    uai: SCHOOL,
    department: '71',
    event: EVENT,
    waiting: 'ECR-2',
    clashing: 'ECR-3',
    me: viewers.teacher.personId,
    pastImport: (await service.ports.store.readImportRuns(1))[0]?.id ?? '',
    ...(await fillWorkspace({ service, viewers, email: EMAILS.teacher })),
  };
  return { service, viewers, values };
}

/** The same people, without any records. */
export async function startEmptyWorld(): Promise<WorkspaceWorld> {
  const service = await startTestService();
  await service.importText({
    'etablissements.csv': `uai;nom;secteur;commune;code_departement\n${SCHOOL};Collège Anne Frank;Public;Cluny;71\n`,
    'personnes.csv': [
      'email;prenom;nom;profil;uai',
      `${EMAILS.teacher};Hélène;Marceau;rupn;`,
      `${EMAILS.head};Véronique;Chambard;chef;${SCHOOL}`,
      `${EMAILS.dane};Pascal;Vuillemin;dane;`,
      `${EMAILS.deputy};Aurélie;Bressan;chef;`,
      '',
    ].join('\n'),
  });
  const viewers = await signEveryoneIn(service);
  return { service, viewers, values: { uai: SCHOOL, department: '71', me: viewers.teacher.personId } };
}

async function signEveryoneIn(service: TestService): Promise<WorkspaceWorld['viewers']> {
  return {
    teacher: await signInAs(service, EMAILS.teacher),
    head: await signInAs(service, EMAILS.head),
    dane: await signInAs(service, EMAILS.dane),
    deputy: await signInAs(service, EMAILS.deputy, [SCHOOL as Uai]),
  };
}
