import { action, finish, long, onFound, type Scene, type SimulatedAction } from './operation.ts';

const bytesOf = (lines: readonly string[]) => new TextEncoder().encode([...lines, ''].join('\n'));

/** A file of people and one of contributions, as an agent of the DANE sends them. */
function filesOf({ handles, random, today }: Scene) {
  const contributions = [handles.emails.claire, handles.emails.paul].map(
    (email, turn) =>
      `U-${today}-${turn}-${random.integer(100)};${email};projet;${handles.inDays(-turn)};;non`,
  );
  return [
    {
      name: 'contributions.csv',
      bytes: bytesOf(['reference;email;nature;date;lien;validee', ...contributions]),
    },
    {
      name: 'personnes.csv',
      bytes: bytesOf([
        'email;prenom;nom;profil;uai',
        `envoi-${today}-${random.integer(20)}@ac-test.example;Lou;Envoyé;rupn;`,
        'sans-adresse;Lou;Refusé;rupn;',
      ]),
    },
  ];
}

/** Sends files, reads them again at times, and imports them. */
async function upload(scene: Scene): Promise<void> {
  const { process, handles, random } = scene;
  const who = { actor: handles.people.dane, locale: 'fr' } as const;
  const received = await process.services.receiveUpload(filesOf(scene), who);
  const read = random.chance(0.3) ? await process.services.readUploadAgain(received, who) : received;
  if (random.chance(0.7)) await process.services.importUpload(read, who);
}

/** Undoes an import, to its end or until it is stopped. */
async function undo(scene: Scene): Promise<void> {
  const { process, handles, random } = scene;
  const importId = handles.ids['import'] ?? '';
  for (const what of ['look', 'undo'] as const) {
    const job = await process.services.beginUndo({ importId, act: what, actor: handles.people.dane });
    if (random.chance(0.1)) {
      await process.services.undoByProgram({ importId, act: 'stop', actor: handles.people.dane });
      return;
    }
    await finish(scene, job.id);
  }
}

const TITLES = ['Réf', 'Adresse', 'Nature'];

/** Files are sent, and imports are undone. */
export const IMPORTS: readonly SimulatedAction[] = [
  long('files are sent and imported', 1, upload),
  onFound(
    long('contributions: the import is undone', 1, undo),
    () => 'select id as "ids.import" from import_run where undone_at is null order by begun_at desc limit 5',
    'files are sent and imported',
  ),
  action('columns are matched by hand', 0.4, ({ process, handles }) =>
    process.services.matchColumns({
      ...{ personId: handles.people.dane, kind: 'contributions.csv', titles: TITLES },
      columns: { reference: 0, email: 1 },
    }),
  ),
  onFound(
    action('matched columns are forgotten', 0.3, ({ process, handles }) =>
      process.services.forgetColumns(handles.people.dane, handles.ids['fingerprint'] ?? ''),
    ),
    () =>
      'select person_id as "people.dane", fingerprint as "ids.fingerprint" from column_match order by person_id, fingerprint',
    'columns are matched by hand',
  ),
];
