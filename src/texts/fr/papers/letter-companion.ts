import { of, ofSchool } from '../elision.ts';
import { count } from '../page-words.ts';
import { companionName } from '../paper-names.ts';

/** Words of the document that accompanies a mission letter, besides those of the framework page. */
export const companionTexts = {
  name: companionName,
  title: (name: string) => `${companionName} ${of(name)}`,
  lead: (name: string, school: string, period: string) =>
    `Ce document accompagne la lettre de mission ${of(name)}, au titre ${ofSchool(school)}, ${period}. Il dit à quoi la mission se rattache, comment elle s’organise, avec quels moyens, et comment elle est reconnue.`,
  missions: 'Les missions et leur organisation',
  columns: {
    mission: 'Mission',
    proposed: 'Organisation proposée',
    here: 'Dans l’établissement',
  },
  alone: 'Tenue par cette seule personne',
  shared: (others: number) => `Partagée avec ${count(others, 'autre personne', 'autres personnes')}`,
  held: 'Tenue par cette personne',
  authorised: 'Les actions autorisées par la collectivité',
  given: (name: string) => `À la disposition ${of(name)} :`,
  noneGiven: 'Aucun moyen n’est enregistré à ce jour.',
  projects: (name: string) => `Projets auxquels ${name} participe :`,
  project: (title: string, period: string) => `${title}, ${period}`,
  ask: (email: string, address: string) =>
    `Pour demander un accompagnement, remplissez la demande à l’adresse ${address} ou écrivez à ${email}.`,
  link: (name: string, address: string) => `${name} : ${address}`,
};
