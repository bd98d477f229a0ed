import { byOffice } from '../../office.ts';
import { suspensionCauses } from './suspension-causes.ts';

/** Pages of the DANE and of the holder about a suspended badge. */
export const suspensionTexts = byOffice((office: string) => ({
  causes: suspensionCauses,
  recognises: 'Ce que ce badge reconnaît',
  title: (badge: string, recipient: string) => `Suspendre : ${badge}, ${recipient}`,
  suspendedTitle: (badge: string, recipient: string) => `Badge suspendu : ${badge}, ${recipient}`,
  about: (badge: string, recipient: string, day: string) =>
    `« ${badge} », attribué à ${recipient} le ${day}.`,
  lede: 'Une suspension est publique et prend fin : vous rendrez le badge tel quel, ou vous le révoquerez. Tant qu’elle dure, toute vérification répond que le badge est suspendu. La personne reçoit un message, maintenant et à la fin.',
  cause: 'Cause publique',
  reason: 'Motif public',
  reasonHelp: (most: number) =>
    `Toute personne qui vérifie le badge le lira. N’y mettez aucun nom. ${most} caractères au plus.`,
  note: `Note pour la ${office}`,
  noteHelp: (most: number) =>
    `Elle n’est montrée qu’ici, et effacée à la fin de la suspension. ${most} caractères au plus.`,
  button: 'Suspendre ce badge',
  revoked: 'Ce badge est révoqué : il n’y a rien à suspendre.',
  since: (moment: string, by: string) => `Ce badge est suspendu depuis le ${moment}, par ${by}.`,
  because: (cause: string, reason: string) => `${cause}. Motif public : ${reason}`,
  noted: (note: string) => `Note : ${note}`,
  endTitle: 'Rendre le badge',
  endText: 'Le badge vaut de nouveau, aussitôt et tel quel. La fin reste inscrite dans l’historique.',
  endReason: 'Ce qui a été établi',
  endReasonHelp: (most: number) => `Pour l’historique seulement. ${most} caractères au plus.`,
  endButton: 'Lever la suspension',
  revokeInstead: 'Révoquer ce badge',
  state: (day: string, by: string) => `Depuis le ${day}, par ${by}.`,
  suspend: 'Suspendre',
  seeSuspension: 'Lever ou révoquer',
  mine: {
    text: (day: string, cause: string, reason: string) =>
      `La ${office} a suspendu ce badge le ${day}. ${cause}. Motif public : ${reason}`,
    means:
      'Une suspension n’est pas une révocation. Tant qu’elle dure, quiconque vérifie le badge lit qu’il est suspendu. Il vous sera rendu tel quel, ou révoqué avec un motif : vous recevrez un message.',
    unanswered: 'Vous pourrez l’accepter ou le refuser quand la suspension sera levée.',
    write: `Pour demander des explications ou transmettre un document, écrivez à la ${office} : `,
  },
}));
