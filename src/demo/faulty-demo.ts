import type { DemoFile } from './generate-demo.ts';
import { writeCsv } from './write-csv.ts';

/** A line of a faulty file. */
interface Line {
  readonly cells: readonly string[];
  /** Column that the import refuses the line for; `''` where not even that is said. Absent on a good line. */
  readonly fault?: string;
}

interface FaultyFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

const GOOD_UAI = '0210001M';
const TEACHER = 'modele.demo@ac-dijon.example';
const COLLEAGUE = 'collegue.demo@ac-dijon.example';
/** Put together here, so that nothing that looks like a NUMEN stands in any file of the project. */
const FALSE_NUMEN = ['21E', '0000000', 'XYZ'].join('');

const good = (...cells: readonly string[]): Line => ({ cells });
const bad = (fault: string, ...cells: readonly string[]): Line => ({ fault, cells });

const FAULTY_FILES: readonly FaultyFile[] = [
  {
    name: 'etablissements.csv',
    columns: ['uai', 'type', 'nom', 'commune', 'code_departement', 'departement', 'secteur', 'couleur'],
    lines: [
      good(GOOD_UAI, 'Collège', 'Collège Claude Guyot', 'Arnay-le-Duc', '21', 'Côte-d’Or', 'Public', 'bleu'),
      bad(
        'uai',
        '0210001A',
        'Collège',
        'Lettre de contrôle fausse',
        'Dijon',
        '21',
        'Côte-d’Or',
        'Public',
        '',
      ),
      bad('nom', '0210011Y', 'Collège', '', 'Bligny-sur-Ouche', '21', 'Côte-d’Or', 'Public', ''),
      bad('secteur', '0210014B', 'Collège', 'Secteur inconnu', 'Dijon', '21', 'Côte-d’Or', 'Associatif', ''),
    ],
  },
  {
    name: 'personnes.csv',
    columns: ['email', 'prenom', 'nom', 'ancien_email', 'profil', 'uai'],
    lines: [
      good(TEACHER, 'Modèle', 'Demo', '', 'rupn', ''),
      good(COLLEAGUE, 'Collègue', 'Demo', '', '', ''),
      bad('prenom', 'sans.prenom@ac-dijon.example', '', 'Demo', '', 'rupn', ''),
      bad('profil', 'profil.faux@ac-dijon.example', 'Profil', 'Demo', '', 'proviseur', ''),
      bad('uai', 'chef.ailleurs@ac-dijon.example', 'Chef', 'Demo', '', 'chef', '0750001U'),
      bad('', 'numen@ac-dijon.example', 'Numéro', FALSE_NUMEN, '', 'rupn', ''),
    ],
  },
  {
    name: 'engagements.csv',
    columns: [
      'reference',
      'email',
      'uai',
      'debut',
      'fin',
      'missions',
      'roles',
      'confirmation',
      'confirme_le',
    ],
    lines: [
      good('F-01', TEACHER, GOOD_UAI, '01/09/2025', '31/08/2026', 'A1|D1', 'contact-dane', 'confirmee', ''),
      // Said and kept: a second contact on the same days, and the same key twice.
      good('F-02', COLLEAGUE, GOOD_UAI, '01/01/2026', '', 'D1', 'contact-dane', 'confirmee', ''),
      good('F-03', COLLEAGUE, GOOD_UAI, '01/09/2024', '31/08/2025', 'A1', '', 'demandee', ''),
      good('F-03', COLLEAGUE, GOOD_UAI, '01/09/2024', '31/08/2025', 'A1|A2', '', 'demandee', ''),
      bad('debut', 'F-04', TEACHER, GOOD_UAI, '31/02/2025', '', 'A1', '', '', ''),
      bad('fin', 'F-05', TEACHER, GOOD_UAI, '01/09/2025', '01/06/2025', 'A1', '', '', ''),
      bad('missions', 'F-06', TEACHER, GOOD_UAI, '01/09/2025', '', 'A1|Z9', '', '', ''),
      bad('roles', 'F-07', TEACHER, GOOD_UAI, '01/09/2025', '', 'A1', 'contact-mairie', '', ''),
      bad('confirmation', 'F-08', TEACHER, GOOD_UAI, '01/09/2025', '', 'A1', '', 'validee', ''),
      bad('confirme_le', 'F-09', TEACHER, GOOD_UAI, '01/09/2025', '', 'A1', '', 'confirmee', 'hier'),
      bad('email', 'F-10', 'inconnue@ac-dijon.example', GOOD_UAI, '01/09/2025', '', 'A1', '', '', ''),
      bad('uai', 'F-11', TEACHER, '0750001U', '01/09/2025', '', 'A1', '', '', ''),
      bad('missions', 'F-12', TEACHER, GOOD_UAI, '01/09/2025', '', '', '', '', ''),
    ],
  },
  {
    name: 'autorisations.csv',
    columns: ['uai', 'mission', 'collectivite', 'debut', 'fin', 'convention'],
    lines: [
      good(GOOD_UAI, 'C6', 'Conseil départemental (Côte-d’Or)', '01/09/2025', '', ''),
      bad('mission', GOOD_UAI, 'C66', 'Conseil départemental (Côte-d’Or)', '01/09/2025', '', ''),
      bad('collectivite', GOOD_UAI, 'C7', '', '01/09/2025', '', ''),
    ],
  },
  {
    name: 'evenements.csv',
    columns: ['code', 'nature', 'intitule', 'debut', 'fin', 'heures', 'etiquettes', 'uai'],
    lines: [
      good('F-PAF', 'EV-PAF', 'Formation en règle', '2025-11-06', '', '6', 'ENT', ''),
      bad('nature', 'F-NATURE', 'EV-FETE', 'Nature inconnue', '2025-11-06', '', '', '', ''),
      bad('heures', 'F-HEURES', 'EV-FIL', 'Heures illisibles', '2025-11-06', '', 'six', '', ''),
    ],
  },
  {
    name: 'presences.csv',
    columns: ['email', 'evenement', 'heures', 'preuve'],
    lines: [
      good(TEACHER, 'F-PAF', '', '3'),
      bad('evenement', TEACHER, 'F-INCONNU', '', '3'),
      bad('preuve', COLLEAGUE, 'F-PAF', '', '4'),
    ],
  },
  {
    name: 'points-etape.csv',
    columns: ['email', 'uai', 'date', 'nature'],
    lines: [
      good(TEACHER, GOOD_UAI, '02/06/2026', ''),
      bad('date', TEACHER, GOOD_UAI, 'juin 2026', 'point-etape'),
      bad('nature', TEACHER, GOOD_UAI, '03/06/2026', 'entretien'),
    ],
  },
  {
    name: 'contributions.csv',
    columns: ['reference', 'email', 'nature', 'date', 'lien', 'validee'],
    lines: [
      good('F-C1', TEACHER, 'valorisation', '2026-03-05', 'https://ressources.ac-dijon.example/f-c1', 'non'),
      bad('nature', 'F-C2', TEACHER, 'chef-d-oeuvre', '2026-03-05', '', 'non'),
      bad('validee', 'F-C3', TEACHER, 'projet', '2026-03-05', '', 'peut-être'),
    ],
  },
];

/** A small set of files with one fault of every kind, to see what the import says of each and how to mend it. */
export function generateFaultyDemo(): readonly DemoFile[] {
  return FAULTY_FILES.map(({ name, columns, lines }) => ({
    name,
    text: writeCsv(
      columns,
      lines.map((line) => line.cells),
    ),
  }));
}

/** Which lines of {@link generateFaultyDemo} must be refused and for which column; line 1 is the header. */
export function listExpectedRefusals(): readonly { file: string; line: number; column: string }[] {
  return FAULTY_FILES.flatMap(({ name, lines }) =>
    lines.flatMap(({ fault }, index) =>
      fault === undefined ? [] : [{ file: name, line: index + 2, column: fault }],
    ),
  );
}
