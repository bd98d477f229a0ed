import { featureTexts } from '../../features.ts';
import type { myTexts as fr } from '../../fr/my/space.ts';
import { myBadgeTexts } from './badges.ts';
import { myDataTexts } from './data.ts';
import { myEngagementTexts } from './engagements.ts';
import { myHomeTexts } from './home.ts';
import { myNewBadgeTexts } from './new-badges.ts';
import { myRecordTexts } from './records.ts';

/** The pages of /my. */
export const myTexts = (office: string): ReturnType<typeof fr> => ({
  title: 'My space',
  pages: {
    ...featureTexts('en', office).menu.my,
    home: 'Home',
    engagements: 'Engagements',
    trainings: 'Trainings',
    contributions: 'Contributions',
    badges: 'Badges',
    iprof: 'i-Prof',
    documents: 'My documents',
    data: 'My data',
  },
  entries: {
    home: 'Home',
    badges: 'My badges',
    engagement: 'My engagement',
    practice: 'Trainings and contributions',
    papers: 'Papers and data',
  },
  navigation: 'Pages of my space',
  home: myHomeTexts(office),
  engagements: myEngagementTexts(office),
  records: myRecordTexts(office),
  badges: myBadgeTexts(office),
  moment: myNewBadgeTexts(office),
  iprof: {
    title: 'Mention for i-Prof',
    lede: 'A factual text, in French, for the tab « Formations et compétences », competence TICE. It fits in 600 characters.',
    mention: 'Text to paste',
    length: (characters) => `${characters} characters of 600.`,
    how: 'Without a button: select all of the field’s text, then copy it. You may change it once pasted.',
    none: 'There is no confirmed engagement to mention yet.',
    declare: 'Declare an engagement',
  },
  documents: {
    title: 'My documents',
    lede: 'The papers that your principal made about you. Each says the facts on record on the day it was made.',
    none: 'No paper was made about you yet. Your principal can make an engagement statement, a mission letter and the record of a progress review.',
    school: 'School',
  },
  data: myDataTexts(office),
});
