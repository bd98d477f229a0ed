import { myBadgeTexts } from './my-badges.ts';
import { myDataTexts } from './my-data.ts';
import { myEngagementTexts } from './my-engagements.ts';
import { myHomeTexts } from './my-home.ts';
import { myRecordTexts } from './my-records.ts';

/** The pages of /my. */
export const myTexts = {
  title: 'Mon espace',
  /** The pages of the space, as its navigation names them. */
  pages: {
    home: 'En bref',
    engagements: 'Engagements',
    trainings: 'Formations',
    contributions: 'Contributions',
    badges: 'Badges',
    data: 'Mes données',
  },
  navigation: 'Pages de mon espace',
  home: myHomeTexts,
  engagements: myEngagementTexts,
  records: myRecordTexts,
  badges: myBadgeTexts,
  data: myDataTexts,
};
