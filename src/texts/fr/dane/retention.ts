import { FACTS_RETENTION_SCHOOL_YEARS, LONGEST_HOLD_DAYS } from '../../../domain/retention.ts';
import { UPTIME_DAYS_NEEDED } from '../../../domain/time/confirmed-uptime-days.ts';
import { plural } from '../grammar/page-phrases.ts';

/** What the retention will delete, and holding it back. */
export const retentionTexts = {
  title: 'Conservation des faits',
  link: 'Effacements annoncés',
  rule: `Les faits d’une personne (engagements, présences, points d’étape, contributions, classes inscrites à un projet) sont effacés ${FACTS_RETENTION_SCHOOL_YEARS} années scolaires après le dernier. Ses badges restent. Un effacement est annoncé ici, et n’a lieu qu’après ${UPTIME_DAYS_NEEDED} jours différents pendant lesquels le service a tourné et rien n’a mis son horloge en doute.`,
  next: (day: string, people: number): string =>
    people === 0
      ? `Le ${day}, personne de plus n’atteint ce terme.`
      : `Le ${day}, ${plural(people, 'une personne atteint', `${people} personnes atteignent`)} ce terme.`,
  none: 'Aucun effacement n’est annoncé.',
  announced: 'Annoncés',
  count: (people: number): string =>
    plural(people, 'Une personne est concernée.', `${people} personnes sont concernées.`),
  shown: (shown: number): string => `Les ${shown} premières sont nommées ici.`,
  lived: (days: number): string =>
    `${plural(days, `${days} jour compté`, `${days} jours comptés`)} sur ${UPTIME_DAYS_NEEDED} depuis la première annonce.`,
  name: 'Nom',
  announcedOn: 'Annoncé le',
  engagements: 'Engagements',
  attended: 'Présences',
  reviews: 'Points d’étape',
  contributions: 'Contributions',
  participations: 'Inscriptions de classes',
  holdTitle: 'Suspendre les effacements',
  holdLede: `Les effacements peuvent être suspendus, avec un motif, pendant ${LONGEST_HOLD_DAYS} jours au plus en tout.`,
  held: (day: string, by: string, reason: string): string =>
    `Suspendus jusqu’au ${day} par ${by}. Motif : ${reason}`,
  untilOn: 'Suspendre jusqu’au',
  untilHelp: (day: string): string => `Le ${day} au plus tard.`,
  reason: 'Motif',
  hold: 'Suspendre',
  endHold: 'Reprendre les effacements',
};

/** Said on the page that follows an act. */
export const retentionDoneTexts = {
  'retention-held': 'Les effacements sont suspendus.',
  'retention-hold-ended': 'Les effacements reprennent à leur heure.',
};

/** The names of its tables in an export. */
export const retentionTableTexts = {
  retention_notice: 'Effacement annoncé de mes faits',
};
