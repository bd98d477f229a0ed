import type { CarryRejection } from '../../../domain/engagement/carry-decision.ts';
import { of } from '../grammar/elision.ts';
import { plural } from '../grammar/page-phrases.ts';

const days = (day: string | undefined, texts: (day: string) => string, else_: string) =>
  day === undefined ? else_ : texts(day);

/** The page that carries last year's split over. */
export const carryOverTexts = (office: string) => ({
  title: (year: string) => `Reconduire la répartition, ${year}`,
  description: 'La répartition de l’année passée, à ajuster et à proposer d’un coup.',
  lede: (year: string) =>
    `Voici ce que chacun tenait en ${year}. Décochez, ajustez, puis proposez le tout : chaque personne accepte ou décline sa part, et votre proposition confirme ce qu’elle accepte.`,
  toCarry: 'À reconduire',
  settled: 'Rien à faire pour ces personnes',
  nothing: 'Rien n’est à reconduire : tout continue, est déjà demandé ou déjà proposé.',
  waiting: (many: number): string =>
    plural(
      many,
      'Une part de la répartition attend la réponse de la personne.',
      `${many} parts de la répartition attendent la réponse des personnes.`,
    ),
  seeWaiting: 'Voir les propositions',
  withdraw: (many: number): string =>
    plural(many, 'Retirer la proposition sans réponse', `Retirer les ${many} propositions sans réponse`),
  choose: 'Reconduire',
  chooseOne: (name: string) => `Reconduire la part ${of(name)}`,
  person: 'Personne',
  held: 'Missions et rôles',
  state: 'L’an passé',
  missions: 'Missions',
  roles: 'Rôles',
  adjust: 'ajuster',
  inWords: 'Les missions en toutes lettres',
  from: 'Premier jour',
  to: 'Dernier jour',
  carry: 'Proposer la répartition cochée',
  ticked: (all: number): readonly string[] =>
    Array.from({ length: all + 1 }, (_, count) =>
      count === 0
        ? 'Aucune personne cochée'
        : `${count} ${plural(count, 'personne cochée', 'personnes cochées')} sur ${all}`,
    ),
  other: 'Proposer une mission à une autre personne',
  otherYear: (year: string) => `Voir ${year}`,
  own: `C’est votre propre engagement : déclarez-le dans votre espace, la ${office} en décide.`,
  states: {
    ended: (day?: string) => days(day, (it) => `jusqu’au ${it}`, 'jusqu’à la fin de l’année'),
    left: (day?: string) => days(day, (it) => `parti ou arrêté le ${it}`, 'arrêté en cours d’année'),
    'goes-on': (_day?: string) => 'Son engagement confirmé continue.',
    asked: (_day?: string) => 'Un engagement de la nouvelle année attend déjà sa confirmation.',
    proposed: (_day?: string) => 'Une proposition attend sa réponse.',
  },
  clash: (role: string, name: string) =>
    `« ${role} » est déjà tenu par ${name} cette année-là : ôtez le rôle.`,
  shared: (code: string, texts: string) => `${code}, ${texts}`,
  result: (proposed: number, left: readonly (readonly [CarryRejection, number])[]): string => {
    const parts: Readonly<Record<CarryRejection, (count: number) => string>> = {
      own: () => 'la vôtre ne se propose pas à vous-même',
      unknown: (count) => `${count} ${plural(count, 'personne n’a', 'personnes n’ont')} pas d’engagement ici`,
      waits: (count) => `${count} ${plural(count, 'a', 'ont')} déjà une proposition qui attend`,
      held: (count) => `${count} ${plural(count, 'tient', 'tiennent')} déjà tout cela`,
      'role-held': (count) =>
        `${count} ${plural(count, 'aurait', 'auraient')} un rôle unique que quelqu’un d’autre tient ou reçoit`,
      nothing: (count) => `${count} ${plural(count, 'n’a', 'n’ont')} plus aucune mission cochée`,
    };
    const begin =
      proposed === 0
        ? 'Aucune part n’est proposée'
        : `${proposed} ${plural(proposed, 'part est proposée', 'parts sont proposées')} : rien n’est enregistré avant la réponse`;
    const rest = left.map(([why, count]) => parts[why](count));
    const why =
      rest.length > 0 ? ` Non ${plural(rest.length, 'proposé', 'proposés')} : ${rest.join(' ; ')}.` : '';
    return `${begin}.${proposed + left.length === 0 ? ' Aucune personne n’était cochée.' : why}`;
  },
});

/** Said on the page that follows an act. */
export const carryOverDoneTexts = {
  'split-carried': 'La répartition est proposée. Rien n’est enregistré avant les réponses.',
  'carried-withdrawn': 'Les propositions sans réponse sont retirées.',
};
