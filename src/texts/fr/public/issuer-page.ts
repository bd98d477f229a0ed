import { withArticle } from '../grammar/names.ts';
import { count } from '../grammar/page-phrases.ts';

/** `/issuer`: who issues the badges, how one is decided, and the keys. */
export const issuerPageTexts = (office: string) => ({
  title: 'Qui délivre ces badges',
  description: (name: string) =>
    `Qui délivre les badges de ce service : ${name}, comment un badge se décide, et avec quelles clés il est signé.`,
  is: (name: string, about: string) => {
    const sentence = `${withArticle(name)}, ${about}, délivre les badges de ce service.`;
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  },
  site: 'Site',
  email: 'Adresse électronique',
  how: 'Comment un badge se décide',
  steps: {
    declared: {
      title: 'L’engagement est déclaré',
      text: 'L’enseignante ou l’enseignant dit dans quel établissement, depuis quand et pour quelles missions.',
      drawing: 'Une feuille, et le stylo qui la remplit.',
    },
    confirmed: {
      title: 'Le chef d’établissement confirme',
      text: `Il confirme l’engagement, ou le conteste. Sans réponse de sa part, la ${office} peut confirmer sur pièces.`,
      drawing: 'Un établissement scolaire, coché.',
    },
    judged: {
      title: 'Les critères publiés sont comparés aux faits',
      text: 'Le service compare les années, les missions et les formations aux critères. Il propose ; il ne décide de rien.',
      drawing: 'Une liste dont chaque ligne est cochée.',
    },
    decided: {
      title: `La ${office} décide, puis signe`,
      text: 'Une personne accorde le badge ou le refuse. Le badge accordé est signé, et reste privé jusqu’à ce que son titulaire l’accepte.',
      drawing: 'Un badge : un cairn sur une plaque à six côtés.',
    },
  },
  criteria: 'Lire les critères de chaque badge',
  delivered: 'Combien de badges',
  deliveredText: (total: number, moment: string) =>
    total === 0
      ? `Aucun badge n’était encore délivré le ${moment}.`
      : `${count(total, 'badge délivré', 'badges délivrés')} depuis l’ouverture du service, compte fait le ${moment}.`,
  technical: 'Les clés et les documents techniques',
  did: 'Identifiant (DID)',
  keys: 'Les clés de signature',
  keysText:
    'Une clé retirée ne signe plus rien ; les badges qu’elle a signés restent valables. Une clé compromise n’est plus publiée : ses badges doivent être signés de nouveau.',
  key: 'Clé',
  algorithm: 'Algorithme',
  state: 'État',
  since: 'Depuis le',
  states: { active: 'en service', retired: 'retirée', compromised: 'compromise' },
  retiredOn: (day: string) => `retirée le ${day}`,
  compromisedOn: (day: string, reason: string) => `compromise le ${day} : ${reason}`,
  documents: 'Pour les programmes',
});
