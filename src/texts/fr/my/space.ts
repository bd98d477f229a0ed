import { featureTexts } from '../../features.ts';
import { myBadgeTexts } from './badges.ts';
import { myDataTexts } from './data.ts';
import { myEngagementTexts } from './engagements.ts';
import { myHomeTexts } from './home.ts';
import { myNewBadgeTexts } from './new-badges.ts';
import { myRecordTexts } from './records.ts';

/** The pages of /my. */
export const myTexts = (office: string) => ({
  title: 'Mon espace',
  /** Names of the pages in the navigation of the space. */
  pages: {
    ...featureTexts('fr', office).menu.my,
    home: 'Accueil',
    engagements: 'Engagements',
    trainings: 'Formations',
    contributions: 'Contributions',
    badges: 'Badges',
    iprof: 'i-Prof',
    documents: 'Mes documents',
    data: 'Mes données',
  },
  /** The entries of the navigation, each with one or several pages. */
  entries: {
    home: 'Accueil',
    badges: 'Mes badges',
    engagement: 'Mon engagement',
    practice: 'Formations et contributions',
    papers: 'Documents et données',
  },
  navigation: 'Pages de mon espace',
  home: myHomeTexts(office),
  engagements: myEngagementTexts(office),
  records: myRecordTexts(office),
  badges: myBadgeTexts(office),
  moment: myNewBadgeTexts(office),
  iprof: {
    title: 'Mention pour i-Prof',
    lede: 'Un texte factuel pour l’onglet « Formations et compétences », compétence TICE. Il tient en 600 caractères.',
    mention: 'Texte à coller',
    length: (characters: number) => `${characters} caractères sur 600.`,
    how: 'Sans bouton : sélectionnez tout le texte du champ, puis copiez-le. Vous pouvez le modifier une fois collé.',
    none: 'Aucun engagement confirmé à mentionner pour le moment.',
    declare: 'Déclarer un engagement',
  },
  documents: {
    title: 'Mes documents',
    lede: 'Les documents que votre chef d’établissement a préparés à votre sujet. Chacun dit les faits enregistrés le jour où il a été établi.',
    none: 'Aucun document n’a encore été préparé à votre sujet. Votre chef d’établissement peut établir une attestation d’engagement, une lettre de mission et un compte rendu de point d’étape.',
    school: 'Établissement',
  },
  data: myDataTexts(office),
});
