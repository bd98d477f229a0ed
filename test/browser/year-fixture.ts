import type { SignInPersona } from '../../demo/sign-in-personas.ts';
import { TWO_SCHOOLS } from '../support/fixtures/schools.ts';

/** Two schools with their principals, the DANE, and teachers: Claire and Paul have no record yet, Luc waits
 *  for his principal, Anne has a confirmed year that earns RUPN-ENG. */
export const YEAR_FIXTURE: Readonly<Record<string, string>> = {
  'etablissements.csv': TWO_SCHOOLS,
  'personnes.csv': [
    'email;prenom;nom;profil;uai',
    'marie.chevalier@ac-test.example;Marie;Chevalier;chef;0210001M',
    'jeanne.voisin@ac-test.example;Jeanne;Voisin;chef;0210011Y',
    'denis.danois@ac-test.example;Denis;Danois;dane;',
    'claire.dupont@ac-test.example;Claire;Dupont;rupn;',
    'paul.martin@ac-test.example;Paul;Martin;rupn;',
    'luc.bernard@ac-test.example;Luc;Bernard;rupn;',
    'anne.autre@ac-test.example;Anne;Autre;rupn;',
    '',
  ].join('\n'),
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    'LUC-1;luc.bernard@ac-test.example;0210011Y;01/09/2023;31/08/2024;A1|B1;;demandee',
    'ANNE-1;anne.autre@ac-test.example;0210011Y;01/09/2023;31/08/2024;A1|B1;;confirmee',
    '',
  ].join('\n'),
};

/** Everyone in the files, as a person to sign in as. */
export const YEAR_PERSONAS: readonly SignInPersona[] = [
  toPersona('Marie Chevalier', 'principal'),
  toPersona('Jeanne Voisin', 'principal'),
  toPersona('Denis Danois', 'dane'),
  toPersona('Claire Dupont', 'rupn'),
  toPersona('Paul Martin', 'rupn'),
  toPersona('Luc Bernard', 'rupn'),
  toPersona('Anne Autre', 'rupn'),
];

/** A person to sign in as; `mailbox` where the files have another address than the one made of the name. */
export function toPersona(name: string, group: SignInPersona['group'], mailbox?: string): SignInPersona {
  const [givenName = '', familyName = ''] = name.split(' ');
  const local = `${givenName}.${familyName}`.toLowerCase();
  return {
    subject: local,
    email: `${mailbox ?? local}@ac-test.example`,
    givenName,
    familyName,
    group,
    what: { fr: 'Une personne du monde d’essai.', en: 'Somebody of the test world.' },
    federation: 'proconnect',
  };
}
