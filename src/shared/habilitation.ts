/** Ce qu'un agent peut faire, profil par profil. La base en tient une copie (`acces.habilitation_profil`), refaite à chaque migration. */
export const HABILITATIONS = {
  'perimetre.unite': 'Encadre toute son unité et celles qui en dépendent',
  'organisation.gerer': 'Tenir l’organisation : unités, sites, postes, agents',
  'delegations.gerer': 'Tenir les délégations de signature',
  'parametres.gerer': 'Régler les paramètres du département',
  'trames.gerer': 'Remplacer les trames Word des documents',
  'comptes.gerer': 'Ouvrir et fermer les comptes de connexion',
  'enfants.lire-mission': 'Voir les enfants pour lesquels on a une mission à son nom',
  'enfants.lire-perimetre': 'Voir les enfants suivis par les unités de son périmètre',
  'enfants.lire-clos': 'Relire les dossiers clos que ses unités ont suivis',
  'enfants.creer': 'Ouvrir le dossier d’un enfant',
  'enfants.modifier': 'Compléter et corriger le dossier d’un enfant',
  'enfants.affecter': 'Donner et retirer une mission auprès d’un enfant',
  'enfants.proteger': 'Restreindre un dossier à des personnes nommées',
  'enfants.fusionner': 'Réunir ou séparer des fiches en double',
  'ip.recueillir': 'Recevoir, analyser et orienter les informations préoccupantes de tout le département',
  'ip.lire-perimetre': 'Voir les informations préoccupantes traitées par ses unités',
  'ip.lire-auteur': 'Lire qui a transmis, même quand il a demandé l’anonymat',
  'ip.attribuer': 'Attribuer une évaluation à un territoire et à son équipe',
  'ip.evaluer': 'Mener une évaluation',
  'ip.valider': 'Valider ou rendre un rapport d’évaluation',
  'ip.decider': 'Décider des suites d’une évaluation, sous délégation de signature',
  'mesures.proposer': 'Proposer une mesure et recueillir l’accord de la famille',
  'mesures.donner-avis': 'Donner un avis sur une mesure proposée',
  'mesures.decider': 'Décider une prestation, sous délégation de signature',
  'mesures.recevoir': 'Inscrire une décision de justice reçue',
  'mesures.executer': 'Suivre l’exécution d’une mesure et inscrire ce qui est fait pour l’enfant',
  'creches.lire': 'Voir les crèches de ses unités : enfants, professionnels, heures',
  'creches.tenir': 'Tenir les crèches : autorisation, ouverture, sections, professionnels et horaires',
  'creches.accueillir': 'Tenir les familles, contrats, absences et présences des crèches',
  'creches.financer': 'Voir et tenir les heures, la PSU et les dépenses des crèches',
  'creches.suivre': 'Suivre les contrôles, faits marquants, travaux et lignes budgétaires des crèches',
  'acces.bris-de-glace': 'Ouvrir en urgence un dossier hors de ses missions',
  'acces.revoir': 'Revoir chaque mois les bris de glace',
  'journal.lire': 'Consulter le journal entier',
  'reprise.importer': 'Importer des fichiers',
  'api.gerer': 'Donner et révoquer les jetons de l’API',
  'travaux.lire': 'Suivre les travaux de fond',
  'travaux.relancer': 'Relancer un travail de fond',
} as const;

export type Habilitation = keyof typeof HABILITATIONS;

/** Profils de poste, avec leur libellé. Un poste a un profil ; un agent a ceux des postes qu'il occupe ce jour. */
export const PROFILS = {
  'referent-educatif': 'Référent éducatif',
  evaluateur: 'Évaluateur',
  psychologue: 'Psychologue',
  'agent-crip': 'Agent de la CRIP',
  'cadre-territorial-ase': 'Cadre territorial ASE',
  'responsable-enfance': 'Responsable enfance',
  'responsable-territoire-enfance': 'Responsable de territoire enfance',
  'inspecteur-enfance': 'Inspecteur enfance',
  'responsable-pole': 'Responsable du pôle protection de l’enfance',
  directeur: 'Directeur enfance-famille',
  'chef-projet-strategie': 'Chef de projet stratégie départementale',
  'responsable-territoire-petite-enfance': 'Responsable de territoire petite enfance',
  'responsable-eaje': 'Responsable d’EAJE',
  'professionnel-eaje': 'Professionnel d’EAJE',
  'assistant-administratif': 'Assistant administratif',
  'delegue-protection-donnees': 'Délégué à la protection des données',
  administrateur: 'Administrateur fonctionnel',
} as const;

export type Profil = keyof typeof PROFILS;

const INTERVENANT = [
  'enfants.lire-mission',
  'enfants.modifier',
  'ip.evaluer',
  'mesures.proposer',
  'mesures.donner-avis',
  'mesures.executer',
  'acces.bris-de-glace',
] as const;
const CADRE = [
  'perimetre.unite',
  'enfants.lire-mission',
  'enfants.lire-perimetre',
  'enfants.lire-clos',
  'enfants.creer',
  'enfants.modifier',
  'enfants.affecter',
  'ip.lire-perimetre',
  'mesures.proposer',
  'mesures.donner-avis',
  'mesures.recevoir',
  'mesures.executer',
  'acces.bris-de-glace',
] as const;
/** Qui encadre l'évaluation : l'attribuer, la valider, décider de ses suites et des mesures quand une délégation le permet. */
const ENCADRE_EVALUATION = ['ip.attribuer', 'ip.valider', 'ip.decider', 'mesures.decider'] as const;

/** La seule table profil → habilitations. */
export const HABILITATIONS_DU_PROFIL: Record<Profil, readonly Habilitation[]> = {
  'referent-educatif': INTERVENANT,
  evaluateur: INTERVENANT,
  psychologue: INTERVENANT,
  'agent-crip': [
    ...CADRE.filter((h) => h !== 'enfants.affecter'),
    'enfants.fusionner',
    'ip.recueillir',
    'ip.lire-auteur',
    'ip.attribuer',
  ],
  'cadre-territorial-ase': [...CADRE, ...ENCADRE_EVALUATION],
  'responsable-enfance': [...CADRE, ...ENCADRE_EVALUATION],
  'responsable-territoire-enfance': [...CADRE, ...ENCADRE_EVALUATION, 'enfants.fusionner'],
  'inspecteur-enfance': [...CADRE, ...ENCADRE_EVALUATION],
  'responsable-pole': [
    ...CADRE,
    ...ENCADRE_EVALUATION,
    'ip.recueillir',
    'ip.lire-auteur',
    'enfants.proteger',
    'enfants.fusionner',
    'acces.revoir',
    'delegations.gerer',
    'parametres.gerer',
    'trames.gerer',
  ],
  directeur: [
    ...CADRE,
    ...ENCADRE_EVALUATION,
    'creches.lire',
    'creches.financer',
    'creches.suivre',
    'enfants.proteger',
    'acces.revoir',
    'delegations.gerer',
    'parametres.gerer',
    'trames.gerer',
  ],
  'chef-projet-strategie': ['trames.gerer'],
  'responsable-territoire-petite-enfance': [
    'perimetre.unite',
    'creches.lire',
    'creches.tenir',
    'creches.accueillir',
    'creches.financer',
    'creches.suivre',
  ],
  'responsable-eaje': ['perimetre.unite', 'creches.lire', 'creches.accueillir', 'creches.suivre'],
  // Son poste dit où il travaille ; Marelle ne lui ouvre rien.
  'professionnel-eaje': [],
  'assistant-administratif': ['enfants.lire-mission', 'mesures.recevoir'],
  'delegue-protection-donnees': ['journal.lire', 'acces.revoir', 'travaux.lire'],
  administrateur: [
    'organisation.gerer',
    'delegations.gerer',
    'parametres.gerer',
    'trames.gerer',
    'comptes.gerer',
    'reprise.importer',
    'api.gerer',
    'journal.lire',
    'travaux.lire',
    'travaux.relancer',
  ],
};

/** Les profils qui donnent l'une de ces habilitations. */
export function listProfilsQuiPeuvent(...habilitations: readonly Habilitation[]): Profil[] {
  const profils = Object.entries(HABILITATIONS_DU_PROFIL) as [Profil, readonly Habilitation[]][];
  return profils.filter(([, siennes]) => habilitations.some((h) => siennes.includes(h))).map(([profil]) => profil);
}
