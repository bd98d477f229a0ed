/** The least that `NODE_ENV=production` asks for. */
export const PRODUCTION_SETTINGS = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://badges.example.fr',
  DATABASE_URL: 'sqlite:./var/jalon.db',
  KEYS_PASSPHRASE: 'sixteen characters or more',
  ISSUER_NAME: 'DANE',
  ISSUER_URL: 'https://dane.example.fr',
  ISSUER_EMAIL: 'dane@example.fr',
  OPERATOR_NAME: 'Rectorat d’essai',
  OPERATOR_ADDRESS: '1 rue de l’Essai, 21000 Dijon',
  PUBLICATION_DIRECTOR: 'Camille Essai',
  HOSTING: 'Hébergeur d’essai, 2 rue de l’Essai, 21000 Dijon, 03 00 00 00 00',
  DPO_EMAIL: 'dpd@example.fr',
} as const;
