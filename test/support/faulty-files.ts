/** A line of a faulty file as it is written: cells between semicolons. */
interface CsvLine {
  readonly text: string;
  /** The fault for which the line is refused; absent on a good line. */
  readonly fault?: ValidationError;
}

/** Code of the refusal, and its column: `''` for the whole line. */
interface ValidationError {
  readonly code: string;
  readonly column: string;
}

export interface FaultyFile {
  readonly name: string;
  /** The header. */
  readonly columns: string;
  readonly lines: readonly CsvLine[];
  /** The file is refused as a whole. */
  readonly fault?: ValidationError;
}

const UAI = '0210001M';
/** A well-formed UAI of another académie, which is in no file. */
const UNKNOWN_UAI = '0750001U';
const TEACHER = 'modele.demo@ac-dijon.example';
const COLLEAGUE = 'collegue.demo@ac-dijon.example';
/** Put together here, so that no file of the project contains a text that looks like a NUMEN. */
const FALSE_NUMEN = ['21E', '0000000', 'XYZ'].join('');

const good = (text: string): CsvLine => ({ text });
const bad = (code: string, column: string, text: string): CsvLine => ({ text, fault: { code, column } });

/** One fault of every kind that a file can have. Some good lines are accepted with a notice. */
export const FAULTY_FILES: readonly FaultyFile[] = [
  {
    name: 'etablissements.csv',
    columns: 'uai;type;nom;commune;code_departement;departement;secteur;couleur',
    lines: [
      good(`${UAI};Collège;Collège Claude Guyot;Arnay-le-Duc;21;Côte-d’Or;Public;bleu`),
      bad('invalid-uai', 'uai', '0210001A;Collège;Lettre de contrôle fausse;Dijon;21;Côte-d’Or;Public;'),
      bad('missing-value', 'nom', '0210011Y;Collège;;Bligny-sur-Ouche;21;Côte-d’Or;Public;'),
      bad('invalid-value', 'secteur', '0210014B;Collège;Secteur inconnu;Dijon;21;Côte-d’Or;Associatif;'),
    ],
  },
  {
    name: 'personnes.csv',
    columns: 'email;prenom;nom;ancien_email;profil;uai',
    lines: [
      good(`${TEACHER};Modèle;Demo;;rupn;`),
      good(`${COLLEAGUE};Collègue;Demo;;;`),
      bad('invalid-email', 'email', 'adresse fausse;Adresse;Demo;;rupn;'),
      bad(
        'unknown-email',
        'ancien_email',
        'ancienne@ac-dijon.example;Ancienne;Demo;jamais.vue@ac-dijon.example;rupn;',
      ),
      bad('missing-value', 'prenom', 'sans.prenom@ac-dijon.example;;Demo;;rupn;'),
      bad('too-long', 'nom', `nom.long@ac-dijon.example;Nom;${'de '.repeat(40)}Demo;;rupn;`),
      bad('invalid-value', 'profil', 'profil.faux@ac-dijon.example;Profil;Demo;;proviseur;'),
      bad('unknown-establishment', 'uai', `chef.ailleurs@ac-dijon.example;Chef;Demo;;chef;${UNKNOWN_UAI}`),
      bad('numen-refused', '', `numen@ac-dijon.example;Numéro;${FALSE_NUMEN};;rupn;`),
    ],
  },
  {
    name: 'evenements.csv',
    columns: 'code;nature;intitule;debut;fin;heures;etiquettes;uai',
    lines: [
      good('F-PAF;EV-PAF;Formation en règle;2025-11-06;;6;ENT;'),
      bad('invalid-value', 'nature', 'F-NATURE;EV-FETE;Nature inconnue;2025-11-06;;;;'),
      bad('invalid-number', 'heures', 'F-HEURES;EV-FIL;Heures illisibles;2025-11-06;;six;;'),
    ],
  },
  {
    name: 'autorisations.csv',
    columns: 'uai;mission;collectivite;debut;fin;convention',
    lines: [
      good(`${UAI};C6;Conseil départemental (Côte-d’Or);01/09/2025;;`),
      bad('invalid-value', 'mission', `${UAI};C66;Conseil départemental (Côte-d’Or);01/09/2025;;`),
      bad('missing-value', 'collectivite', `${UAI};C7;;01/09/2025;;`),
    ],
  },
  {
    name: 'engagements.csv',
    columns: 'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_le',
    lines: [
      good(`F-01;${TEACHER};${UAI};01/09/2025;31/08/2026;A1|D1;contact-dane;confirmee;`),
      // Accepted with a notice: a second contact on the same days, and the same key twice.
      good(`F-02;${COLLEAGUE};${UAI};01/01/2026;;D1;contact-dane;confirmee;`),
      good(`F-03;${COLLEAGUE};${UAI};01/09/2024;31/08/2025;A1;;demandee;`),
      good(`F-03;${COLLEAGUE};${UAI};01/09/2024;31/08/2025;A1|A2;;demandee;`),
      bad('invalid-date', 'debut', `F-04;${TEACHER};${UAI};31/02/2025;;A1;;;`),
      bad('ends-before-start', 'fin', `F-05;${TEACHER};${UAI};01/09/2025;01/06/2025;A1;;;`),
      bad('invalid-value', 'missions', `F-06;${TEACHER};${UAI};01/09/2025;;A1|Z9;;;`),
      bad('invalid-value', 'roles', `F-07;${TEACHER};${UAI};01/09/2025;;A1;contact-mairie;;`),
      bad('invalid-value', 'confirmation', `F-08;${TEACHER};${UAI};01/09/2025;;A1;;peut-être;`),
      bad('invalid-date', 'confirme_le', `F-09;${TEACHER};${UAI};01/09/2025;;A1;;confirmee;hier`),
      bad('unknown-email', 'email', `F-10;inconnue@ac-dijon.example;${UAI};01/09/2025;;A1;;;`),
      bad('unknown-establishment', 'uai', `F-11;${TEACHER};${UNKNOWN_UAI};01/09/2025;;A1;;;`),
      bad('missing-value', 'missions', `F-12;${TEACHER};${UAI};01/09/2025;;;;;`),
      bad('date-out-of-reason', 'debut', `F-13;${TEACHER};${UAI};31/08/1999;31/08/2025;A1;;;`),
    ],
  },
  {
    name: 'presences.csv',
    columns: 'email;evenement;heures;preuve',
    lines: [
      good(`${TEACHER};F-PAF;;3`),
      bad('unknown-event', 'evenement', `${TEACHER};F-INCONNU;;3`),
      bad('invalid-value', 'preuve', `${COLLEAGUE};F-PAF;;4`),
    ],
  },
  {
    name: 'points-etape.csv',
    columns: 'email;uai;date;nature',
    lines: [
      good(`${TEACHER};${UAI};02/06/2026;`),
      bad('invalid-date', 'date', `${TEACHER};${UAI};juin 2026;point-etape`),
      bad('invalid-value', 'nature', `${TEACHER};${UAI};03/06/2026;entretien`),
    ],
  },
  {
    name: 'contributions.csv',
    columns: 'reference;email;nature;date;lien;validee',
    lines: [
      good(`F-C1;${TEACHER};valorisation;2026-03-05;https://ressources.ac-dijon.example/f-c1;non`),
      bad('invalid-value', 'nature', `F-C2;${TEACHER};chef-d-oeuvre;2026-03-05;;non`),
      bad('invalid-value', 'validee', `F-C3;${TEACHER};projet;2026-03-05;;peut-être`),
      bad('wrong-cell-count', '', `F-C4;${TEACHER};projet;2026-03-05;;non;de trop`),
      bad('stray-quote', '', `F-C5;${TEACHER};projet;2026-03-05;"lien" de trop;non`),
      bad('unclosed-quote', '', `F-C6;${TEACHER};projet;2026-03-05;"lien sans fin;non`),
    ],
  },
  {
    name: 'inventaire.csv',
    columns: 'salle;postes',
    fault: { code: 'unrecognised-file', column: '' },
    lines: [good('B12;16')],
  },
  {
    name: 'doublon.csv',
    columns: 'email;prenom;nom;nom',
    fault: { code: 'duplicate-column', column: 'nom' },
    lines: [good('double@ac-dijon.example;Double;Demo;Demo')],
  },
  {
    name: 'parcours.csv',
    columns: 'Prénom;Nom de famille;Adresse de courriel;Cours achevé',
    fault: { code: 'event-needed', column: '' },
    lines: [good(`Modèle;Demo;${TEACHER};4/10/26, 10:15`)],
  },
  {
    name: 'vide.csv',
    columns: '',
    fault: { code: 'unreadable-file', column: '' },
    lines: [],
  },
];
