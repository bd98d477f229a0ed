/** What each warning and each refusal of `/health/ready` means, and what to do. */
export const healthTexts = {
  warnings: {
    'catching-up':
      'Le service vient de démarrer et rattrape le travail en attente : journal, courriels, listes. Les pages répondent déjà.',
    'database-not-writable':
      'La base ne peut pas être écrite : verrouillée par un autre programme, en lecture seule, ou disque plein. Les pages restent lisibles.',
    'disk-nearly-full': 'Il reste moins de 256 Mo sur le disque de la base : faites de la place.',
    'signing-unavailable':
      'Le dossier des clés manque, est illisible ou incomplet : rien ne se signe. Remettez-le en place.',
    'keys-missing':
      'Un fichier de clé n’est plus dans le dossier : ce processus signe encore, mais ne le pourra plus après un redémarrage. Remettez le dossier en place.',
    'clock-off-database': 'L’horloge de cette machine et celle de la base diffèrent de plus de deux minutes.',
    'clock-off-identity-provider':
      'L’horloge de cette machine et celle du fournisseur d’identité diffèrent de plus de deux minutes.',
    'clock-off-fetched':
      'L’horloge de cette machine et celle d’un serveur nommé par les réglages diffèrent de plus de deux minutes.',
    'clock-before-version': 'L’horloge de cette machine est avant le jour de cette version.',
    'clock-jumped': 'L’horloge de cette machine a sauté pendant que le service tournait.',
    'clock-behind-signatures': 'L’horloge de cette machine est avant la dernière signature.',
    'clock-behind-lived-days': 'L’horloge de cette machine est avant le dernier jour vécu par le service.',
    'clock-far-from-record':
      'L’horloge de cette machine a plus de 400 jours d’avance sur le dernier enregistrement. Si elle est juste, redémarrez avec TRUST_CLOCK=1.',
    'clock-leftovers':
      'Une horloge fausse a daté des lignes de l’avenir : « jalon clock clear » les supprime. Rien n’est abîmé.',
    'badge-dated-ahead': 'Un badge est daté de l’avenir : il sera signé de nouveau quand l’heure sera sûre.',
    'status-list-dated-ahead':
      'Une liste de révocation est datée de l’avenir : elle est signée de nouveau au prochain passage.',
    'status-list-ends-soon':
      'Une liste de révocation n’a pas été signée de nouveau depuis deux jours : passé huit jours, aucun badge ne se vérifie plus.',
    'checkpoint-dated-ahead':
      'Un état signé du journal est daté de l’avenir : il est signé de nouveau au prochain passage.',
    'job-set-aside':
      'Un travail a échoué huit fois et reste de côté : lisez /dane/jobs, ou lancez « jalon jobs list ».',
    'job-not-moving': 'Un travail dû n’avance pas depuis un quart d’heure : lisez le journal et /dane/jobs.',
    'invariant-broken':
      'La dernière visite de nuit a trouvé une contradiction : lisez /dane/settings/doctor, ou lancez « jalon doctor ».',
    'invariant-not-looked-at': 'La dernière visite de nuit n’a pas tout regardé : lancez « jalon doctor ».',
  },
  unreadable: 'La base ne répond pas, ou ne peut pas être lue.',
  /** By the cause of a PostgreSQL database that cannot be used, if it is known. */
  databases: {
    silent: 'La base laisse ses connexions ouvertes et ne répond plus.',
    connections: 'La base n’a plus de connexion libre.',
    standby:
      'La base n’accepte que des lectures : c’est un serveur de secours, ou elle est en lecture seule.',
  },
  refusals: {
    database: 'La base ne peut pas être écrite.',
    disk: 'Le disque de la base est plein.',
    clock: 'L’heure est contredite par une autre machine : rien ne se signe.',
    keys: 'Les clés sont absentes : rien ne se signe.',
    'status-lists': 'Les listes de révocation ne sont plus signées depuis deux jours.',
  },
};
