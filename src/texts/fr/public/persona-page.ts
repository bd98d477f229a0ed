/** The sign-in page of the demonstration, with the people one can choose. */
export const personaPageTexts = (office: string) => ({
  title: 'En tant que qui voulez-vous entrer ?',
  demonstration:
    'Démonstration : toutes ces personnes sont inventées, et aucun mot de passe n’est demandé. En production, cette page n’existe pas.',
  groups: {
    rupn: 'Enseignants, RUPN',
    principal: 'Direction d’établissement',
    dane: office,
    unknown: 'Inconnu du service',
  },
  federations: {
    proconnect: 'Connexion par ProConnect, imitée',
    fim: 'Connexion par la fédération des agents du ministère, imitée',
  },
  enter: (name: string) => `Entrer : ${name}`,
  cancel: 'Renoncer',
  failed: {
    title: 'Cette connexion n’a pas abouti',
    text: 'Elle a trop attendu, ou a été ouverte deux fois. Recommencez depuis la page de connexion.',
    back: 'Revenir à l’accueil',
  },
});
