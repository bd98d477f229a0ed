/** Words of the API's reference page. Its descriptions, in English, come from the OpenAPI document. */
export const apiReferenceTexts = (office: string) => ({
  titles: { service: 'Interface pour les programmes', standards: 'Interfaces des normes' },
  descriptions: {
    service: 'La référence de l’API du service : adresses, paramètres, réponses.',
    standards: 'La référence des interfaces des normes : VC-API, portefeuilles, hôte Open Badges, OAuth.',
  },
  ledes: {
    service:
      'Une page par ressource, faite du document OpenAPI 3.1 du service. Les descriptions techniques sont en anglais.',
    standards:
      'Ces adresses et leurs réponses sont celles des normes : VC-API du W3C, portefeuilles (OpenID4VCI 1.0 et échanges), hôte Open Badges 3.0 et son OAuth 2.0. Un document qui définit lui-même le sens de ses mots (un contexte écrit dedans, un type donné par une adresse) n’est pas lu : ce service ne lit que les vocabulaires publiés. Les descriptions techniques sont en anglais.',
  },
  resource: (name: string) => `Interface : ${name}`,
  resourceDescription: (name: string) => `La référence de l’API du service pour « ${name} ».`,
  resourceLede: (count: number) =>
    count === 1
      ? 'Une adresse. Les descriptions techniques sont en anglais.'
      : `${count} adresses. Les descriptions techniques sont en anglais.`,
  toStandards: 'Les interfaces des normes : VC-API, portefeuilles, hôte Open Badges',
  toService: 'L’interface propre au service',
  document: 'Le document OpenAPI',
  server: 'Racine des adresses',
  contents: 'Sommaire',
  callers: {
    anyone: 'Sans jeton',
    token: 'Jeton nécessaire',
    granted: 'Accès accordé par une personne (OAuth 2.0)',
    client: 'Client enregistré, par son secret',
    wallet: 'Portefeuille, par le jeton de son code',
    person: 'Personne connectée',
    'token-or-session': `Jeton nécessaire, ou session d’une personne de la ${office}`,
  },
  parameters: 'Paramètres',
  body: 'Corps de la demande',
  responses: 'Réponses',
  schemas: 'Modèles',
  name: 'Nom',
  place: 'Place',
  type: 'Type',
  meaning: 'Sens',
  required: 'obligatoire',
  status: 'Statut',
  problems: 'Codes d’erreur',
  problemsText: 'Toute erreur est un document RFC 9457 ; son membre « code » ne change pas.',
});
