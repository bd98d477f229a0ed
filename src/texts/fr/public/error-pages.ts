/** The error pages: each says what happened, then how to go on. */
export const errorPageTexts = {
  kinds: {
    'bad-request': {
      title: 'Cette demande n’a pas pu être lue',
      text: 'Un champ manque ou n’a pas la forme attendue.',
      next: 'Revenez en arrière, corrigez et envoyez de nouveau.',
    },
    'signed-out': {
      title: 'Votre connexion est fermée',
      text: 'Votre connexion s’est fermée avant que cet envoi n’arrive. Rien n’a été enregistré.',
      next: 'Revenez en arrière pour copier ce que vous aviez écrit, connectez-vous, puis envoyez de nouveau.',
    },
    'other-account': {
      title: 'Vous êtes connecté avec un autre compte',
      text: 'Ce formulaire a été ouvert avec un autre compte que celui qui est connecté maintenant. Rien n’a été enregistré.',
      next: 'Ce qui a été saisi est gardé une heure dans ce navigateur, pour la personne qui avait ouvert le formulaire : elle le retrouve en se reconnectant.',
    },
    'not-allowed': {
      title: 'Cette page ne vous est pas ouverte',
      text: 'Votre compte ne donne pas accès à cette page.',
      next: 'Connectez-vous avec un autre compte, ou écrivez à l’équipe qui tient ce service.',
    },
    'not-found': {
      title: 'Il n’y a rien à cette adresse',
      text: 'Cette adresse n’existe pas, ou ce qu’elle désigne n’est pas public. Un badge n’est visible que si son titulaire l’a voulu.',
      next: 'Vérifiez l’adresse lettre par lettre. Si vous tenez ce lien d’une personne, demandez-lui si son badge est public.',
    },
    refused: {
      title: 'Cela n’a pas pu être fait',
      text: 'Ce que vous demandez ne va pas avec ce qui est enregistré. Rien n’a changé.',
      next: 'Revenez à la page précédente, rechargez-la, puis recommencez.',
    },
    'method-not-allowed': {
      title: 'Cette adresse ne s’utilise pas ainsi',
      text: 'La page existe, mais pas pour ce type d’envoi.',
      next: 'Ouvrez-la par un lien plutôt que par un formulaire.',
    },
    gone: {
      title: 'Ce badge a été effacé',
      text: 'Son titulaire a demandé l’effacement de ses données. Le badge n’est plus valable, et cette page ne reviendra pas.',
      next: 'Si vous avez une copie de ce badge, la vérification la dira révoquée.',
    },
    'record-gone': {
      title: 'Ce relevé a été retiré',
      text: 'La personne qui l’avait fait l’a retiré. Il n’est plus valable, et cette page ne reviendra pas.',
      next: 'Si vous avez une copie de ce relevé, la vérification la dira révoquée. Demandez à la personne l’adresse de ses badges.',
    },
    'paper-not-found': {
      title: 'Aucun document n’a cette adresse',
      text: 'Ce service n’a pas établi de document à cette adresse, ou il l’a effacé depuis.',
      next: 'Comparez l’adresse, signe par signe, avec celle du papier. Si elle est exacte, rien ne confirme ce papier : demandez-en un à jour à l’établissement qui y est nommé.',
    },
    'key-gone': {
      title: 'Cette clé a été déclarée compromise',
      text: 'Elle ne signe plus rien et n’est plus publiée. Les badges qu’elle a signés doivent être signés de nouveau.',
      next: 'Pour un badge signé par cette clé, demandez à son titulaire la nouvelle version.',
    },
    'too-large': {
      title: 'Ce fichier est trop volumineux',
      text: 'Un badge tient en quelques centaines de kilo-octets.',
      next: 'Envoyez le badge seul, tel que vous l’avez reçu, plutôt qu’une photo ou une archive.',
    },
    'too-many': {
      title: 'Trop de demandes en peu de temps',
      text: 'Le service protège sa disponibilité pour tous.',
      next: 'Attendez une minute, puis recommencez.',
    },
    unexpected: {
      title: 'Le service a rencontré une erreur',
      text: 'Elle vient de nous. Elle a été enregistrée, sans donnée personnelle.',
      next: 'Recommencez dans un moment. Si l’erreur persiste, écrivez à l’équipe qui tient ce service en citant la référence ci-dessous.',
    },
    unavailable: {
      title: 'Le service est momentanément indisponible',
      text: 'Les badges délivrés restent valables.',
      next: 'Recommencez dans quelques minutes.',
    },
  },
  /** The same page for a signed-in person. */
  notFoundInside: {
    title: 'Cette page n’existe pas, ou plus',
    text: 'Ce qu’elle montrait a peut-être été retiré, supprimé ou traité entre-temps, dans un autre onglet ou par une autre personne.',
    next: 'Revenez à votre espace : les listes y sont à jour. Si vous attendiez un badge, il n’est visible que si son titulaire l’a voulu.',
  },
  status: (status: number) => `Erreur ${status}`,
  requestId: 'Référence',
  home: 'Aller à l’accueil',
  verify: 'Vérifier un badge',
};
