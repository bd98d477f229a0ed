import { byOffice } from '../../office.ts';
import { count } from '../grammar/page-phrases.ts';

/** Pages of the DANE that revoke many badges in one act. */
export const revocationsTexts = byOffice((office: string) => ({
  title: 'Révoquer plusieurs badges',
  link: 'Révoquer plusieurs badges',
  lede: 'Choisissez un badge, puis ceux de ses titulaires. Rien n’est fait avant la page suivante, qui montre tout.',
  badge: 'Badge',
  version: 'Version des critères',
  uai: 'Établissement',
  from: 'Attribué à partir du',
  until: 'Attribué jusqu’au',
  see: 'Voir ces badges',
  none: 'Aucun badge valable ne correspond. Élargissez le filtre.',
  choose: 'Badges à révoquer',
  of: (badge: string, recipient: string, day: string) => `${badge}, ${recipient}, attribué le ${day}`,
  tickAll: (total: number) => `Tout cocher sur cette page (${total})`,
  more: (most: number, all: number) =>
    `La page montre les ${most} premiers des ${all} badges de ce filtre. Cochez-en, ou choisissez-les tous en bas.`,
  reason: 'Motif public',
  reasonHelp: (most: number) =>
    `Le même pour tous. Toute personne qui vérifie un de ces badges le lira. N’y mettez aucun nom. ${most} caractères au plus.`,
  replacement: 'Badge à attribuer à la place',
  replacementHelp:
    'Le motif public dira « remplacé par … ». Le badge est attribué à ceux qui remplissent ses critères.',
  replacementReason: 'Motif de l’attribution, si les critères ne sont pas remplis ou si c’est le même badge',
  replacementReasonHelp: 'Il reste dans le registre.',
  preview: 'Voir ce qui sera fait',
  previewTicked: 'Voir ce qui sera fait des badges cochés',
  previewAll: (all: number) => `Voir ce qui sera fait des ${all} badges du filtre`,
  changed:
    'Les badges concernés ont changé depuis la page précédente. Vérifiez de nouveau avant de confirmer.',
  mails: (mails: number, badges: number) =>
    mails === 0
      ? 'Aucun message ne partira : aucun titulaire n’a d’adresse.'
      : `${count(mails, 'message partira', 'messages partiront')} pour ${count(badges, 'badge', 'badges')}, un par badge, sauf à qui n’en veut pas.`,
  previewTitle: (many: number) =>
    many === 1 ? 'Révoquer un badge : vérifier' : `Révoquer ${many} badges : vérifier`,
  previewLede: `Une révocation est définitive et publique. Vous aurez dix minutes pour la reprendre ; ensuite, chaque badge est révoqué, inscrit dans l’historique, et son titulaire reçoit un message.`,
  who: 'Qui est concerné',
  andMore: (more: number) => `Et ${count(more, 'autre badge', 'autres badges')}.`,
  publicReason: 'Motif public',
  replacedBy: (reason: string, badge: string) => `${reason} (remplacé par le badge « ${badge} »)`,
  mail: 'Le message que chacun reçoit',
  inPlace: (badge: string) =>
    `À la place : « ${badge} », attribué par la ${office} à ceux qui remplissent ses critères, ou pour le motif donné. Chacun l’acceptera ou le refusera.`,
  confirm: (many: number) => (many === 1 ? 'Révoquer ce badge' : `Révoquer ces ${many} badges`),
  back: 'Revenir au choix',
}));
