/** The file of the two schools: the one that Marie Chevalier heads, and that of Jeanne Voisin. */
export const TWO_SCHOOLS = [
  'uai;nom;secteur;commune',
  '0210001M;Collège Claude Guyot;Public;Arnay-le-Duc',
  '0210011Y;Lycée Anna Judic;Public;Semur-en-Auxois',
  '',
].join('\n');

/** One school with the cases of a principal: two people who want the same single role, a mission without
 *  authorisation, a principal who is engaged too, and people of other schools. Segments begin on 1 September
 *  2026 or earlier. */
export const SCHOOL_WORLD: Readonly<Record<string, string>> = {
  'etablissements.csv': TWO_SCHOOLS,
  'personnes.csv': [
    'email;prenom;nom;profil;uai',
    'chef@ac-test.example;Marie;Chevalier;chef;0210001M',
    'voisine@ac-test.example;Jeanne;Voisin;chef;0210011Y',
    'dane@ac-test.example;Denis;Danois;dane;',
    'claire@ac-test.example;Claire;Dupont;rupn;',
    'paul@ac-test.example;Paul;Martin;rupn;',
    'luc@ac-test.example;Luc;Bernard;rupn;',
    'autre@ac-test.example;Anne;Autre;rupn;',
    '',
  ].join('\n'),
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le',
    'PAUL-1;paul@ac-test.example;0210001M;01/09/2025;;A1|A2|D1;contact-dane;confirmee;chef@ac-test.example;2025-10-01',
    'CLAIRE-1;claire@ac-test.example;0210001M;01/09/2025;;A1|B1|D1;contact-dane;demandee;;',
    'LUC-1;luc@ac-test.example;0210001M;01/09/2025;;C1|C5;;demandee;;',
    'CHEF-1;chef@ac-test.example;0210001M;01/09/2025;;E1;;demandee;;',
    'AUTRE-1;autre@ac-test.example;0210011Y;01/09/2025;;A1;;demandee;;',
    '',
  ].join('\n'),
};

export const CHEF = 'chef@ac-test.example';
export const NEIGHBOUR = 'voisine@ac-test.example';
export const DANE = 'dane@ac-test.example';
export const CLAIRE = 'claire@ac-test.example';
export const PAUL = 'paul@ac-test.example';
export const LUC = 'luc@ac-test.example';
/** The school that Marie Chevalier heads. */
export const SCHOOL = '/school/0210001M';
