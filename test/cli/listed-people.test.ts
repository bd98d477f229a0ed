import { afterAll, beforeAll, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

const CLAIRE = 'claire.dupont@ac-test.example';
const LISTED = `Claire Dupont (Collège Claude Guyot, Dijon)  ${CLAIRE}`;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'etablissements.csv': 'uai;nom;commune;secteur\n0210001M;Collège Claude Guyot;Dijon;Public\n',
  });
});
afterAll(() => service.stop());

const run = async (...texts: string[]) => {
  const { code, stdout, stderr } = await jalon([...texts, '--lang', 'fr'], {
    environment: service.environment,
  });
  return { code, stdout, stderr };
};

it('names people with their school wherever it judges, grants, signs, revokes or leaves their facts', async () => {
  await service.importText({
    'points.csv': `email;uai;date\n${CLAIRE};0210001M;12/05/2024\n`,
    'segments.csv': `reference;email;uai;debut;fin;missions;confirmation\nN-9;${CLAIRE};0210001M;01/09/2022;31/08/2023;A1|B1;confirmee\n`,
  });
  const [latest] = await service.ports.store.readImportRuns(1);
  const id = latest?.id ?? '';
  expect((await run('evaluate', '--person', CLAIRE)).stdout).toContain(`${LISTED}  RUPN-ENG`);
  expect((await run('evaluate', '--establishment', '0210001M')).stdout).toContain(
    'Collège Claude Guyot, Dijon  0210001M  RUPN-EQUIPE',
  );
  expect((await run('grant', '--all-met', '--also-to-look-at', '--dry-run')).stdout).toContain(
    `○ ${LISTED}  RUPN-ENG`,
  );
  expect((await run('grant', '--all-met', '--also-to-look-at')).stdout).toContain(`✔ ${LISTED}  RUPN-ENG`);
  const issued = (await run('issue')).stdout;
  expect(issued).toContain(`✔ ${LISTED}  RUPN-ENG  ${service.ports.origin}/credentials/`);
  expect((await run('unanswered', 'list')).stdout).toContain(`· ${LISTED}  RUPN-ENG`);

  const left = await run('imports', 'undo', id);
  expect(left.code).toBe(1);
  expect(left.stdout).toContain(`· Engagements  N-9  ${LISTED}`);
  expect(left.stdout).toContain('Un badge attribué depuis la compte.');
  const badges = issued.match(/\/credentials\/[\w-]{22}/g) ?? [];
  expect(badges.some((badge) => left.stdout.includes(badge))).toBe(true);
  expect(left.stderr).toContain(`jalon imports undo ${id}`);

  const ids = badges.map((badge) => badge.replace('/credentials/', ''));
  const revoked = await run('revoke', ...ids, '--reason', 'Erreur');
  expect(revoked.stdout).toContain(`Révoqué\u00a0: ${LISTED}  RUPN-ENG`);
  const rest = await run('imports', 'undo', id);
  expect([rest.code, rest.stderr]).toEqual([0, '']);
  expect(await service.ports.store.readEngagements(['N-9'])).toEqual([]);
});

it('says of an unknown import that there is none of this id, and what shows the others', async () => {
  const { code, stderr } = await run('imports', 'undo', 'abc');
  expect(code).toBe(2);
  expect(stderr).toContain('Aucun import n’a l’identifiant «\u00a0abc\u00a0»');
  expect(stderr).toContain('jalon imports list');
});
