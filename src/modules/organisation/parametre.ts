/**
 * Les paramètres du département : ce que la loi lui laisse choisir, daté, sourcé, jamais confondu avec elle.
 * Chaque clé a ici son schéma, son libellé et la valeur tenue tant que le département n'a rien réglé.
 */
import { z } from 'zod';
import { texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { Confiance } from '#shared/texte-legal.ts';
import { PARAMETRES_BUDGET } from './parametre-budget.ts';
import { PARAMETRES_CONTRATS } from './parametre-contrat.ts';
import { buildEntier, type Definition, defineParametre, local, mot } from './parametre-definition.ts';
import { PARAMETRES_EAJE } from './parametre-eaje.ts';
import { PARAMETRES_ENCADREMENT } from './parametre-encadrement.ts';
import { PARAMETRES_MESURES } from './parametre-mesure.ts';
import { PARAMETRES_POINTAGE } from './parametre-pointage.ts';
import { PARAMETRES_SUIVI } from './parametre-suivi.ts';
import { PARAMETRES_TRAVAUX } from './parametre-travaux.ts';

export const PARAMETRES = {
  'vocabulaire.site': defineParametre({
    ...local,
    groupe: 'Vocabulaire',
    libelle: 'Mot pour un site',
    aide: 'Comme on le dit ici : EDS, pôle, CMS, MDS…',
    unite: '',
    schema: mot,
    defaut: 'site',
  }),
  'vocabulaire.territoire': defineParametre({
    ...local,
    groupe: 'Vocabulaire',
    libelle: 'Mot pour un territoire',
    aide: 'Comme on le dit ici : territoire, groupement, UTAS…',
    unite: '',
    schema: mot,
    defaut: 'territoire',
  }),
  'acces.bris-de-glace-heures': defineParametre({
    ...local,
    groupe: 'Accès',
    libelle: 'Durée d’un bris de glace',
    aide: 'Temps pendant lequel un dossier ouvert en urgence le reste. Aucun texte ne la fixe.',
    unite: 'heures',
    schema: buildEntier(1, 168),
    defaut: 24,
  }),
  'acces.bris-de-glace-plafond': defineParametre({
    ...local,
    groupe: 'Accès',
    libelle: 'Bris de glace permis par agent en 24 heures',
    aide: 'Au-delà, l’ouverture est refusée.',
    unite: 'ouvertures',
    schema: buildEntier(1, 50),
    defaut: 5,
  }),
  'acces.revue-mensuelle-jour': defineParametre({
    ...local,
    groupe: 'Accès',
    libelle: 'Jour de la revue mensuelle des bris de glace',
    aide: 'Quantième du mois ; 28 au plus, pour exister tous les mois.',
    unite: 'du mois',
    schema: buildEntier(1, 28),
    defaut: 5,
  }),
  'evaluation.delai-interne-jours': defineParametre({
    ...local,
    groupe: 'Informations préoccupantes',
    libelle: 'Délai interne de rendu d’une évaluation',
    aide: 'Objectif du département, plus court que le délai du texte ; il avertit, il ne bloque pas.',
    unite: 'jours',
    schema: buildEntier(1, 92),
    defaut: 75,
  }),
  'evaluation.attribution-jours': defineParametre({
    ...local,
    groupe: 'Informations préoccupantes',
    libelle: 'Attribution d’une évaluation à son équipe',
    aide: 'Depuis la qualification. Aucun texte ne la chiffre ; le délai de trois mois court déjà depuis la réception.',
    unite: 'jours',
    schema: buildEntier(0, 30),
    defaut: 3,
  }),
  'evaluation.tri-jours-ouvres': defineParametre({
    ...local,
    groupe: 'Informations préoccupantes',
    libelle: 'Première lecture par la cellule de recueil',
    aide: 'Aucun délai légal propre n’est connu pour cette première analyse (IP-005).',
    unite: 'jours ouvrés',
    schema: buildEntier(1, 15),
    defaut: 3,
  }),
  'ip.relance-parquet-jours': defineParametre({
    ...local,
    groupe: 'Informations préoccupantes',
    libelle: 'Relance du parquet sans réponse',
    aide: 'Le parquet répond « dans les meilleurs délais » (CASF, art. L226-4 I) ; compté de l’envoi, puis de chaque relance (IP-033).',
    unite: 'jours',
    schema: buildEntier(1, 365),
    defaut: 30,
  }),
  'ip.delai-evaluation-reduit-jours': defineParametre({
    ...local,
    groupe: 'Informations préoccupantes',
    libelle: 'Délai d’évaluation réduit',
    aide: 'Pour un mineur de moins de deux ans, ou quand le danger le veut : le texte réduit le délai sans le chiffrer (IP-011).',
    unite: 'jours',
    schema: buildEntier(1, 91),
    defaut: 45,
  }),
  'referent.charge-cible': defineParametre({
    ...local,
    groupe: 'Équipes',
    libelle: 'Situations par référent, cible',
    aide: 'Sert à comparer les charges ; elle ne limite rien.',
    unite: 'situations',
    schema: buildEntier(1, 100),
    defaut: 30,
  }),
  'ppe.objectif-a-jour': defineParametre({
    ...local,
    groupe: 'Projet pour l’enfant',
    libelle: 'Part des projets pour l’enfant à jour, objectif',
    aide: 'Entre 0 et 1 : 0,6 veut dire six enfants sur dix.',
    unite: '',
    schema: z
      .number({ error: 'Indiquez un nombre entre 0 et 1.' })
      .min(0, { error: 'Indiquez un nombre entre 0 et 1.' })
      .max(1, { error: 'Indiquez un nombre entre 0 et 1.' }),
    defaut: 0.6,
  }),
  'ppe.mise-a-jour-jours': defineParametre({
    ...local,
    groupe: 'Projet pour l’enfant',
    libelle: 'Mise à jour du projet pour l’enfant',
    aide: 'Après ce qui change la situation : lieu, mesure, référent, droits de visite… Aucun texte ne la chiffre (PPE-011).',
    unite: 'jours',
    schema: buildEntier(1, 180),
    defaut: 30,
  }),
  'rapport.seuil-age-semestriel-ans': defineParametre({
    ...local,
    groupe: 'Projet pour l’enfant',
    libelle: 'Âge jusqu’où le rapport de situation est dû tous les six mois',
    aide: 'Trois ans depuis le 23 février 2022 (CASF, art. L223-5) ; le règlement dit encore deux ans (RS-001).',
    unite: 'ans',
    schema: buildEntier(2, 6),
    defaut: 3,
    confiance: 'a-confirmer',
    source: 'CASF, art. L223-5, et règlement qui en diffère',
  }),
  'rapport.communication-jours': defineParametre({
    ...local,
    groupe: 'Projet pour l’enfant',
    libelle: 'Communication du rapport de situation à la famille',
    aide: 'Depuis sa validation, et avant l’envoi au juge. Aucun texte ne la chiffre (RS-006).',
    unite: 'jours',
    schema: buildEntier(1, 90),
    defaut: 15,
  }),
  'bilan-sante.delai-jours': defineParametre({
    ...local,
    groupe: 'Projet pour l’enfant',
    libelle: 'Bilan de santé et de prévention à l’entrée',
    aide: 'Le texte l’impose dès le début de la mesure, sans chiffrer le délai (BS-002).',
    unite: 'jours',
    schema: buildEntier(1, 365),
    defaut: 60,
  }),
  'autonomie.entretien-tardif-jours': defineParametre({
    ...local,
    groupe: 'Autonomie',
    libelle: 'Entretien d’un jeune pris en charge après ses 17 ans',
    aide: 'Le texte dit « dans les meilleurs délais » (JM-002).',
    unite: 'jours',
    schema: buildEntier(1, 180),
    defaut: 30,
  }),
  'autonomie.projet-jours': defineParametre({
    ...local,
    groupe: 'Autonomie',
    libelle: 'Projet d’accès à l’autonomie après l’entretien',
    aide: 'Aucun texte ne chiffre ce délai (JM-005).',
    unite: 'jours',
    schema: buildEntier(1, 365),
    defaut: 30,
  }),
  'autonomie.reponse-jours': defineParametre({
    ...local,
    groupe: 'Autonomie',
    libelle: 'Réponse à la demande d’un jeune majeur',
    aide: 'Aucun texte lu ne chiffre ce délai (JM-010).',
    unite: 'jours',
    schema: buildEntier(1, 180),
    defaut: 30,
  }),
  'autonomie.sortie-seche-jours': defineParametre({
    ...local,
    groupe: 'Autonomie',
    libelle: 'Alerte avant une sortie sans solution',
    aide: 'Avant les 18 ans, ou la fin de l’accompagnement, sans suite décidée (JM-023).',
    unite: 'jours',
    schema: buildEntier(1, 365),
    defaut: 90,
  }),
  'mesures.voies-recours': defineParametre({
    groupe: 'Mesures',
    libelle: 'Voies et délais de recours contre une décision',
    aide: 'Écrits dans l’arrêté et la lettre de notification (MES-004). À relire par le service juridique.',
    unite: '',
    schema: z.string().trim().min(1, { error: 'Écrivez les voies de recours.' }).max(1500),
    defaut:
      'Vous pouvez, dans les deux mois de sa notification, demander par écrit au président du conseil départemental de revoir cette décision, ou saisir le tribunal administratif.',
    confiance: 'a-confirmer',
    source: 'Code de justice administrative, art. R421-1, à lire sur Légifrance',
  }),
  'instances.seuil-age-cessec-ans': defineParametre({
    ...local,
    groupe: 'Instances',
    libelle: 'Âge jusqu’où la CESSEC examine tous les six mois',
    aide: 'Deux ans dans le texte lu, trois peut-être depuis la loi n° 2022-219 (CES-002).',
    unite: 'ans',
    schema: buildEntier(2, 6),
    defaut: 3,
    confiance: 'a-confirmer',
    source: 'Référentiel métier, CES-002',
  }),
  'instances.cessec-jours': defineParametre({
    ...local,
    groupe: 'Instances',
    libelle: 'Passage en CESSEC d’une situation repérée',
    aide: 'Risque de délaissement ou statut inadapté : aucun texte ne chiffre ce délai (CES-001).',
    unite: 'jours',
    schema: buildEntier(1, 365),
    defaut: 60,
  }),
  'budget.accueil-par-jeune': defineParametre({
    ...local,
    groupe: 'Budget',
    libelle: 'Dépense moyenne d’accueil par jeune et par an',
    aide: 'Sert aux prévisions tant que la facture n’est pas connue.',
    unite: 'euros',
    schema: z
      .number({ error: 'Indiquez un montant.' })
      .min(0, { error: 'Indiquez un montant positif.' })
      .max(1_000_000),
    defaut: 40_000,
    confiance: 'a-confirmer',
  }),
  'alertes.jours': defineParametre<'lundi-vendredi' | 'lundi-samedi' | 'tous'>({
    ...local,
    groupe: 'Alertes',
    libelle: 'Jours où le résumé du matin est envoyé',
    aide: 'Sauf les jours fériés, si tous les jours ne sont pas retenus.',
    unite: '',
    schema: z.enum(['lundi-vendredi', 'lundi-samedi', 'tous'], { error: 'Choisissez des jours.' }),
    defaut: 'lundi-vendredi',
    choix: { 'lundi-vendredi': 'du lundi au vendredi', 'lundi-samedi': 'du lundi au samedi', tous: 'tous les jours' },
  }),
  'alertes.escalade-critique-jours': defineParametre({
    ...local,
    groupe: 'Alertes',
    libelle: 'Retard critique porté au supérieur',
    aide: 'Depuis le dernier jour utile ; puis encore autant pour chaque niveau au-dessus.',
    unite: 'jours',
    schema: buildEntier(1, 60),
    defaut: 2,
  }),
  'alertes.escalade-normale-jours': defineParametre({
    ...local,
    groupe: 'Alertes',
    libelle: 'Retard ordinaire porté au supérieur',
    aide: 'Depuis le dernier jour utile ; puis encore autant pour chaque niveau au-dessus.',
    unite: 'jours',
    schema: buildEntier(1, 180),
    defaut: 15,
  }),
  'alertes.escalade-niveaux': defineParametre({
    ...local,
    groupe: 'Alertes',
    libelle: 'Jusqu’où un retard remonte',
    aide: 'Nombre de supérieurs prévenus, l’un après l’autre.',
    unite: 'niveaux',
    schema: buildEntier(1, 3),
    defaut: 2,
  }),
  ...PARAMETRES_MESURES,
  ...PARAMETRES_CONTRATS,
  ...PARAMETRES_EAJE,
  ...PARAMETRES_ENCADREMENT,
  ...PARAMETRES_POINTAGE,
  ...PARAMETRES_SUIVI,
  ...PARAMETRES_TRAVAUX,
  ...PARAMETRES_BUDGET,
  'age.anniversaire-29-fevrier': defineParametre<'28-fevrier' | '1er-mars'>({
    groupe: 'Calcul des âges',
    libelle: 'Anniversaire d’une personne née un 29 février, les années communes',
    aide: 'Le 28 février fait la majorité un jour plus tôt (TPS-07).',
    unite: '',
    schema: z.enum(['28-fevrier', '1er-mars'], { error: 'Choisissez un jour.' }),
    defaut: '28-fevrier',
    confiance: 'a-confirmer',
    source: 'Référentiel métier, TPS-07',
    choix: { '28-fevrier': 'le 28 février', '1er-mars': 'le 1er mars' },
  }),
} as const;

export type CleParametre = keyof typeof PARAMETRES;
export type ValeurParametre<C extends CleParametre> = z.output<(typeof PARAMETRES)[C]['schema']>;
export const CleParametre = z.enum(Object.keys(PARAMETRES) as [CleParametre, ...CleParametre[]], {
  error: 'Ce paramètre n’existe pas.',
});

/** Ce que le département a réglé dans un dossier, ou la valeur tenue à défaut. */
export function readParametre<C extends CleParametre>(
  { parametres }: Readonly<{ parametres: Readonly<Record<string, unknown>> }>,
  cle: C,
): ValeurParametre<C> {
  return (parametres[cle] ?? PARAMETRES[cle].defaut) as ValeurParametre<C>;
}

/** La définition d'une clé, sans le type de sa valeur : pour les écrans, qui les montrent toutes. */
export function getDefinition(cle: CleParametre): Definition<unknown> {
  return PARAMETRES[cle];
}

/** Une valeur telle qu'on la lit : « 24 heures », « 0,6 », « le 28 février ». */
export function formatValeur(cle: CleParametre, valeur: unknown): string {
  const { unite, choix } = getDefinition(cle);
  if (typeof valeur === 'string') return choix?.[valeur] ?? valeur;
  const texte = String(valeur)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
  return unite ? `${texte}\u00a0${unite}` : texte;
}

/** Lit une valeur tapée selon sa clé. Le message est une phrase à montrer. */
export function parseValeur(
  cle: CleParametre,
  texte: string,
): { ok: true; valeur: unknown } | { ok: false; message: string } {
  const { schema, defaut } = getDefinition(cle);
  const net = texte.replace(/[\u00a0\u202f]/g, ' ').trim();
  const brut =
    typeof defaut === 'number' ? (net === '' ? Number.NaN : Number(net.replace(/ /g, '').replace(',', '.'))) : net;
  const lu = schema.safeParse(brut);
  return lu.success
    ? { ok: true, valeur: lu.data }
    : { ok: false, message: lu.error.issues[0]?.message ?? 'Cette valeur n’est pas lisible.' };
}

export const ParametreVersion = z.object({
  id: Identifiant,
  du: JourCivil,
  au: JourCivil.nullable(),
  valeur: z.unknown(),
  confiance: Confiance,
  source: z.string(),
});
export type ParametreVersion = z.infer<typeof ParametreVersion>;

/** Un paramètre, sa valeur du jour et toutes celles qu'il a eues, de la plus récente à la plus ancienne. */
export const Parametre = z.object({
  cle: CleParametre,
  groupe: z.string(),
  libelle: z.string(),
  aide: z.string(),
  valeur: z.unknown(),
  lisible: z.string(),
  regle: z.boolean(),
  confiance: Confiance,
  source: z.string(),
  depuis: JourCivil.nullable(),
  historique: z.array(ParametreVersion.extend({ lisible: z.string() })),
});
export type Parametre = z.infer<typeof Parametre>;

export const ParametreSaisie = z
  .object({
    cle: CleParametre,
    valeur: z.string({ error: 'Indiquez une valeur.' }),
    du: jourCivilSaisi(),
    confiance: Confiance.exclude(['verifie'], { error: 'Dites si cette valeur est sûre.' }),
    source: texteSaisi('Dites d’où vient cette valeur : délibération, note, schéma…'),
  })
  .superRefine(({ cle, valeur }, contexte) => {
    const lu = parseValeur(cle, valeur);
    if (!lu.ok) contexte.addIssue({ code: 'custom', message: lu.message, path: ['valeur'] });
  });
export type ParametreSaisie = z.infer<typeof ParametreSaisie>;
