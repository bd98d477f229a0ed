import { of, ofSchool } from '../grammar/elision.ts';
import { count } from '../grammar/page-phrases.ts';
import { companionName } from './names.ts';
import { paperTexts } from './phrases.ts';

/** Words of the document that accompanies a mission letter, besides those of the framework page. */
export const companionTexts = {
  name: companionName,
  title: (name: string) => `${companionName} ${of(name)}`,
  lead: (name: string, school: string, period: string) =>
    `Ce document accompagne la lettre de mission ${of(name)}, au titre ${ofSchool(school)}, ${period}.`,
  missions: 'Les missions et leur organisation',
  proposed: (organisation: string) => `Organisation proposée : ${paperTexts.uncapitalised(organisation)}.`,
  shared: (others: number) => `partagée avec ${count(others, 'autre personne', 'autres personnes')}`,
  authorised: 'Les actions autorisées par la collectivité',
  given: (name: string) => `À la disposition ${of(name)} :`,
  noneGiven: 'Aucun moyen n’est enregistré à ce jour.',
  projects: (name: string) => `Projets auxquels ${name} participe :`,
  project: (title: string, period: string) => `${title}, ${period}`,
  ask: (email: string, address: string) => `Demandez un accompagnement à l’adresse ${address} ou à ${email}.`,
  link: (name: string, address: string) => `${name} : ${address}`,
};
