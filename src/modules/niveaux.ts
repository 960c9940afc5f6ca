/**
 * La seule liste des modules et de leurs niveaux. Les règles d'import (.dependency-cruiser.mjs) et la carte de
 * docs/architecture.md en sont tirées. Un module n'importe que des modules d'un niveau strictement inférieur ;
 * entre deux modules d'un même niveau ne passent que des identifiants.
 * `src/shared` est le niveau 0 : tous peuvent l'importer, il n'importe personne.
 */
export type Niveau = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;

export type ModuleDeclare = Readonly<{ nom: string; niveau: Niveau; sujet: string }>;

export const modules: readonly ModuleDeclare[] = [
  {
    nom: 'organisation',
    niveau: 1,
    sujet: 'le département, ses unités, ses communes et leurs secteurs, ses paramètres et les avis adressés à un agent',
  },
  {
    nom: 'trames',
    niveau: 2,
    sujet: 'les trames Word : remplir celle de Marelle ou celle que le département met à sa place',
  },
  {
    nom: 'delegations',
    niveau: 2,
    sujet: 'les délégations de signature du président : qui peut signer quoi, où, quand',
  },
  {
    nom: 'agents',
    niveau: 3,
    sujet: 'les agents, leurs postes, affectations, absences et hiérarchie, et l’organigramme qui en résulte',
  },
  {
    nom: 'acces',
    niveau: 4,
    sujet:
      'les missions auprès d’un enfant et leur relais, les dossiers restreints, le bris de glace et qui a consulté',
  },
  {
    nom: 'rapprochement',
    niveau: 5,
    sujet: 'reconnaître une même personne sous deux écritures : score, raisons, clés de recherche',
  },
  {
    nom: 'personnes',
    niveau: 6,
    sujet: 'les personnes, leurs noms, leurs liens et leurs foyers, la recherche et les fiches en double',
  },
  {
    nom: 'enfants',
    niveau: 7,
    sujet: 'le dossier de l’enfant, son statut, l’autorité parentale et les partenaires autour de lui',
  },

  { nom: 'comptes', niveau: 8, sujet: 'les comptes, sessions et seconds facteurs' },
  { nom: 'jetons', niveau: 8, sujet: 'les jetons de service, qui ouvrent l’API à un autre système' },
  {
    nom: 'travaux',
    niveau: 8,
    sujet: 'les travaux de fond : ce qui passe la nuit ou à la demande, ses passages, ses pannes',
  },
  { nom: 'journal', niveau: 8, sujet: 'le journal des actes et des consultations, sa lecture et sa preuve' },
  {
    nom: 'informations-preoccupantes',
    niveau: 8,
    sujet: 'les informations préoccupantes : leurs états et leurs délais, leur fiche, leurs listes',
  },
  { nom: 'mesures', niveau: 8, sujet: 'les mesures administratives et judiciaires, leur fondement et leur exécution' },
  {
    nom: 'lieux-accueil',
    niveau: 8,
    sujet: 'les établissements, services, assistants familiaux, habilitations et places',
  },
  {
    nom: 'eaje',
    niveau: 8,
    sujet: 'les crèches : autorisation, ouverture, sections, professionnels, ce que leur catégorie exige',
  },

  {
    nom: 'recueil',
    niveau: 9,
    sujet: 'le travail de la cellule : recevoir une information, reconnaître ceux dont elle parle, la relier',
  },
  {
    nom: 'equipes-evaluation',
    niveau: 9,
    sujet: 'le territoire et l’équipe d’une évaluation, leur charge, ce que les absences laissent à découvert',
  },
  { nom: 'parcours', niveau: 9, sujet: 'les accueils, mises à l’abri, fugues et changements de lieu d’un enfant' },
  {
    nom: 'projet-pour-l-enfant',
    niveau: 9,
    sujet: 'le projet pour l’enfant, les rapports de situation et leurs échéances',
  },
  {
    nom: 'autonomie',
    niveau: 9,
    sujet: 'l’accès à l’autonomie d’un jeune confié, l’accompagnement du jeune majeur, sa sortie',
  },
  { nom: 'instances', niveau: 9, sujet: 'les instances (CESSEC, synthèses), leurs séances, avis et suites' },
  { nom: 'audiences', niveau: 9, sujet: 'les audiences, convocations, rapports dus au juge et décisions rendues' },
  {
    nom: 'suivi-mesures',
    niveau: 9,
    sujet: 'proposer, décider, recevoir et suivre une mesure ; ce qui est ordonné et pas exécuté',
  },
  {
    nom: 'contrats-eaje',
    niveau: 9,
    sujet: 'les familles des crèches, leurs enfants, contrats, absences et participation horaire',
  },
  {
    nom: 'tenue-eaje',
    niveau: 9,
    sujet: 'tenir une crèche : ses heures, son autorisation, ses sections, ses fermetures, ses professionnels',
  },
  {
    nom: 'suivi-eaje',
    niveau: 9,
    sujet: 'la vie des crèches : contrôles et suites, faits marquants',
  },
  { nom: 'attribution', niveau: 9, sujet: 'les demandes et commissions d’attribution des places en crèche' },
  {
    nom: 'ecrits-mesures',
    niveau: 9,
    sujet: 'les écrits d’une prestation : formulaire d’accord, arrêté, notification, dans la trame du département',
  },
  { nom: 'astreintes', niveau: 9, sujet: 'le tour d’astreinte des cadres et la main courante' },

  {
    nom: 'qualification',
    niveau: 10,
    sujet: 'la première analyse d’une information, son urgence, sa qualification ou son orientation',
  },
  {
    nom: 'obligations-mesures',
    niveau: 10,
    sujet: 'ce que les mesures font devoir : terme, début, lieu, rapports au juge, urgence, mineurs non accompagnés',
  },
  { nom: 'evaluations', niveau: 10, sujet: 'l’évaluation d’une information préoccupante, son rapport, sa validation' },

  {
    nom: 'pointages',
    niveau: 10,
    sujet: 'la présence réelle des enfants des crèches : badges importés, tablette de la section, saisie',
  },

  {
    nom: 'encadrement',
    niveau: 11,
    sujet: 'enfants et professionnels des crèches au quart d’heure : le taux, ce qui manque, ce qui peut s’offrir',
  },
  { nom: 'activite-psu', niveau: 11, sujet: 'les heures et la prestation de service unique des crèches' },
  {
    nom: 'signalements',
    niveau: 11,
    sujet: 'le signalement au procureur : sa rédaction, sa signature, son envoi, la réponse du parquet',
  },

  {
    nom: 'budget-eaje',
    niveau: 12,
    sujet: 'les lignes budgétaires des crèches : rythme, atterrissage, alertes, service fait des prestataires',
  },
  {
    nom: 'journees-eaje',
    niveau: 12,
    sujet: 'les journées finies des crèches en quelques nombres : effectif exigé et tenu, surnombre, places libres',
  },
  {
    nom: 'travaux-eaje',
    niveau: 12,
    sujet: 'les travaux des crèches : besoin, impact chiffré, relogement, réouverture',
  },
  {
    nom: 'suites',
    niveau: 12,
    sujet: 'les suites d’une évaluation : décision, clôture, ce que l’on doit dire à chacun',
  },

  {
    nom: 'ecrits',
    niveau: 13,
    sujet: 'les écrits du circuit d’une information : courriers, rapport et saisine, dans la trame du département',
  },
  {
    nom: 'tableau-eaje',
    niveau: 13,
    sujet: 'le tableau du territoire petite enfance : indicateurs, tendances, crèches comparées à leurs pairs',
  },
  { nom: 'echeances', niveau: 13, sujet: 'les échéances que doivent les modules, réunies ; aucun délai n’est à elle' },

  {
    nom: 'alertes',
    niveau: 14,
    sujet: 'ce qui va au-devant des personnes : courriels du matin et de la semaine, escalades, calendriers',
  },
  {
    nom: 'equipes',
    niveau: 14,
    sujet: 'la charge, les absences, l’intérim, les entretiens, la formation et le recrutement',
  },
  {
    nom: 'droit-public',
    niveau: 14,
    sujet: 'le droit à lire, à compter, à simuler : ce que chacun peut faire sans enfant ni écriture',
  },
  { nom: 'budget', niveau: 14, sujet: 'les lignes, engagements, journées facturées et prévisions' },
  { nom: 'pilotage', niveau: 14, sujet: 'les indicateurs, alertes, bilans et diagnostics de territoire' },
  { nom: 'observation', niveau: 14, sujet: 'les remontées nationales OLINPE et enquêtes de la DREES' },

  {
    nom: 'strategie',
    niveau: 15,
    sujet: 'les axes, actions, feuilles de route, réunions et partenaires de la stratégie départementale',
  },
  { nom: 'procedures', niveau: 15, sujet: 'les procédures, le règlement départemental et la veille' },

  {
    nom: 'reprise',
    niveau: 16,
    sujet: 'la reprise de données : imports de tableurs, essai à blanc, refus, annulation',
  },
];

/**
 * Ce qu'un module ouvre aux autres modules. Il n'y a pas d'autre porte. `web/composants.tsx` : ce que les pages d'un module
 * plus haut montrent de celui-ci (l'en-tête d'une information sur la page de son évaluation).
 */
export const portes = ['index.ts', 'index.server.ts', 'web/composants.tsx'] as const;

/** Ce qu'un module ouvre aux assemblages (routes, API, commande `marelle`, démonstration), qui sont au-dessus de tous. */
export const portesAssemblage = [
  'web/routes.ts',
  'web/api.ts',
  'web/navigation.ts',
  'web/accueil.ts',
  'web/recherche.ts',
  'web/onglets.ts',
  'web/apport.ts',
  'exports/trames.ts',
  'demo/index.ts',
] as const;
