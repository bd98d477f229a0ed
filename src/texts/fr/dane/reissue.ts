import type { OutdatedSubject } from '../../../domain/award/credential-change.ts';
import { count } from '../grammar/page-phrases.ts';

/** Sentences of `/dane/re-signing`: the signed badges that no longer agree with the records. */
export const correctionTexts = {
  title: 'Badges signés à corriger',
  lede: 'Chaque badge signé est relu ici et comparé à ce que sa décision d’attribution établit, au même jour. Ceux qui disent autre chose sont listés. Corrigés, ils gardent leur adresse et leur date d’attribution ; leurs titulaires reçoivent un message qui dit pourquoi.',
  read: (from: number, total: number) => `${count(from, 'badge relu', 'badges relus')} sur ${total}.`,
  none: 'Rien à corriger ici.',
  misstated: (many: number) =>
    many === 1
      ? 'Un badge dit autre chose que ce qui est établi'
      : `${many} badges disent autre chose que ce qui est établi`,
  revoked: {
    title: (many: number) =>
      many === 1 ? 'Un badge révoqué, laissé tel quel' : `${many} badges révoqués, laissés tels quels`,
    text: 'Ils disent autre chose que ce qui est établi. Un badge révoqué n’est pas signé de nouveau : sa page dit qu’il est révoqué.',
  },
  toDecide: {
    'day-to-come': {
      title: 'À décider : attribués à un jour qui n’était pas encore vécu',
      text: 'Ces badges comptent des jours que personne n’avait vécus. Les signer de nouveau dirait la même chose : ils restent comme ils sont tant que vous ne décidez pas. Révoquez-les, ou gardez-les jusqu’au jour où ils seront remplis ; ils restent dans cette liste d’ici là.',
      judgedOn: (day: string, metToday: boolean) =>
        `Attribué comme si l’on était le ${day}. ${metToday ? 'Ses critères sont remplis aujourd’hui.' : 'Ses critères ne sont pas remplis aujourd’hui.'}`,
    },
    'record-changed': {
      title: 'À décider : un engagement a changé depuis l’attribution',
      text: 'Un engagement a été terminé, changé ou corrigé après l’attribution, et le badge dit autre chose que la fiche d’aujourd’hui. Le signer de nouveau dirait la même chose : révoquez-le, ou gardez-le si la fiche est à compléter.',
      judgedOn: (day: string, metToday: boolean) =>
        `Jugé au ${day}. ${metToday ? 'Ses critères sont remplis aujourd’hui.' : 'Ses critères ne sont pas remplis aujourd’hui.'}`,
    },
  },
  badge: 'Badge',
  what: 'Ce qui ne va pas',
  said: 'Il dit',
  willSay: 'Il dira',
  of: {
    'email-identifier': 'il contient une empreinte de l’adresse e-mail que personne n’a demandée',
    holder: 'il ne nomme pas son titulaire comme il se nomme aujourd’hui',
    title: 'son titre ne dit pas de quelle année il parle',
    contributions: 'il dit reconnues des contributions que personne n’a validées, ou ne dit pas par qui',
    evidence: 'il dit autrement les années, les points d’étape ou les critères',
    figures: 'un de ses chiffres n’est pas celui qui est établi',
    dates: 'une de ses dates n’est pas la bonne',
    words: 'les mots de chefs d’établissement n’y sont pas ceux que son titulaire a choisi de montrer',
  } satisfies Record<OutdatedSubject, string>,
  revoke: 'Révoquer ce badge',
  start: 'Signer de nouveau tous les badges à corriger',
  startText:
    'Tous les badges signés sont relus, ceux des pages suivantes aussi. Ceux qui sont à décider ne changent pas.',
  more: 'Relire les badges suivants',
  link: 'Relire les badges déjà signés',
};
