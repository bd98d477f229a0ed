import { of } from '../grammar/elision.ts';
/** Confirmation requests that wait for the DANE, from declarations and from campaigns. */
export const daneConfirmationTexts = (office: string) => ({
  title: 'Les demandes à confirmer sur pièces',
  lede: 'Le chef d’établissement n’a pas répondu depuis 30 jours, ou c’est lui qui a déclaré l’engagement. Vous pouvez confirmer vous-même, sur pièces.',
  none: 'Aucune demande n’attend votre décision.',
  byHead: `déclaré par le chef de l’établissement : la ${office} seule peut répondre`,
  settle: 'Régler le double titulaire',
  unreachable: 'Établissements où personne n’est prévenu',
  unreachableText:
    'Des demandes y attendent, et aucun chef d’établissement n’y est connu avec une adresse. Ajoutez-le ; d’ici là, elles vous reviennent au bout de 30 jours.',
  addHead: 'Ajouter le chef',
  documentsLink: 'Les engagements confirmés sur pièces, hors campagne',
  documentsNone: 'Aucun engagement n’a encore été confirmé sur pièces hors d’une campagne.',
  campaigns: 'Les campagnes',
  one: (name: string) => `L’engagement ${of(name)}`,
  confirmOne: 'Confirmer cet engagement sur pièces',
  renewOne: 'Reconduire cet engagement sur pièces',
  renewLede:
    'Cet engagement continue, mais personne ne l’a confirmé cette année. Vous pouvez le reconduire si l’établissement n’a pas de direction connue, ou si elle n’a pas répondu depuis 30 jours. L’engagement reste le même, avec sa réserve éventuelle.',
  back: 'Toutes les demandes',
  /** Stands next to the campaigns. */
  link: 'Toutes les demandes à confirmer sur pièces, avec ou sans campagne',
});
