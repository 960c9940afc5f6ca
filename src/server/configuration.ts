import { resolve } from 'node:path';
import { z } from 'zod';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

/** A variable of the environment: what the manual says of it and what the program checks, in one place. */
type Variable = {
  nom: string;
  description: string;
  /** As written in the manual; absent when there is none. */
  defaut?: string;
  /** A default that other variables give, in words. */
  defautDeduit?: string;
  /** The rule a value must follow, and an example: the end of the error message. */
  attendu: string;
  /** Never shown, not even when it is refused. */
  secret?: true;
  schema: z.ZodType;
};

const ouiNon = z.enum(['oui', 'non']).transform((texte) => texte === 'oui');
const url = (protocole: RegExp) => z.url({ protocol: protocole });

const VARIABLES = {
  port: {
    nom: 'PORT',
    description: "Port d'écoute.",
    defaut: '3000',
    attendu: 'un nombre entier de 1 à 65535, par exemple 3000',
    schema: z.coerce.number().int().min(1).max(65_535),
  },
  hote: {
    nom: 'HOTE',
    description:
      "Adresse d'écoute. 127.0.0.1 n'est joignable que de la machine ; 0.0.0.0 l'est du réseau (derrière un mandataire HTTPS).",
    defaut: '127.0.0.1',
    attendu: 'une adresse ou un nom de machine, par exemple 0.0.0.0',
    schema: z.string().regex(/^[\w.:-]+$/),
  },
  adresse: {
    nom: 'MARELLE_ADRESSE',
    description: 'Adresse publique de Marelle, celle que les agents tapent.',
    defautDeduit: 'http://localhost:PORT',
    attendu: 'une adresse complète, par exemple https://marelle.mondepartement.fr',
    schema: url(/^https?$/),
  },
  mandataire: {
    nom: 'MARELLE_MANDATAIRE',
    description: "oui quand Marelle est derrière un mandataire qui dit l'adresse et le protocole d'origine.",
    defaut: 'non',
    attendu: 'oui ou non',
    schema: ouiNon,
  },
  urlBase: {
    nom: 'DATABASE_URL',
    description:
      'PostgreSQL 15 ou plus récent du département, compte propriétaire de la base. Absente : PostgreSQL embarqué.',
    attendu: 'une adresse PostgreSQL, par exemple postgres://marelle:motdepasse@serveur:5432/marelle',
    secret: true,
    schema: url(/^postgres(ql)?$/),
  },
  urlApplication: {
    nom: 'MARELLE_DATABASE_URL_APPLICATION',
    description:
      "Adresse de la base pour l'application, quand un répartiteur de connexions (pgbouncer) est devant le serveur.",
    attendu: 'une adresse PostgreSQL, par exemple postgres://marelle_connexion_agents:motdepasse@serveur:6432/marelle',
    secret: true,
    schema: url(/^postgres(ql)?$/),
  },
  metriques: {
    nom: 'MARELLE_METRIQUES',
    description: "fermees : /metriques ne répond qu'à la machine elle-même ; ouvertes : à qui joint Marelle.",
    defaut: 'fermees',
    attendu: 'fermees ou ouvertes',
    schema: z.enum(['fermees', 'ouvertes']),
  },
  traces: {
    nom: 'MARELLE_TRACES',
    description: 'Niveau du journal technique.',
    defaut: 'info',
    attendu: 'debug, info, warn, error ou silent',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
  },
  travaux: {
    nom: 'MARELLE_TRAVAUX',
    description:
      "oui : cette instance fait aussi les travaux de fond (nuit, imports) ; non : elle les laisse à d'autres.",
    defaut: 'oui',
    attendu: 'oui ou non',
    schema: ouiNon,
  },
  dossier: {
    nom: 'MARELLE_DOSSIER',
    description: 'Dossier des données : base embarquée et secret.',
    defaut: './donnees',
    attendu: 'un chemin de dossier, par exemple /srv/marelle',
    schema: z.string(),
  },
  secret: {
    nom: 'MARELLE_SECRET',
    description: 'Secret dont dérivent les mots de passe internes. Absent : créé une fois dans le dossier des données.',
    attendu: 'au moins 32 caractères tirés au hasard, par exemple la sortie de « openssl rand -base64 32 »',
    secret: true,
    schema: z.string().min(32),
  },
  cleSauvegarde: {
    nom: 'MARELLE_CLE_SAUVEGARDE',
    description:
      'Phrase de passe qui chiffre les sauvegardes et les ouvre. Absente : sauvegardes non chiffrées. Perdue : sauvegardes perdues.',
    attendu: 'au moins 12 caractères',
    secret: true,
    schema: z.string().min(12),
  },
  oidcEmetteur: {
    nom: 'MARELLE_OIDC_EMETTEUR',
    description:
      "Émetteur OpenID Connect du fournisseur d'identité (Keycloak, ADFS, Entra, ProConnect). Absent : comptes locaux seulement.",
    attendu: 'une adresse complète, par exemple https://sso.mondepartement.fr/realms/agents',
    schema: url(/^https?$/),
  },
  oidcClient: {
    nom: 'MARELLE_OIDC_CLIENT',
    description: "Identifiant de Marelle chez le fournisseur d'identité.",
    attendu: 'un identifiant, par exemple marelle',
    schema: z.string(),
  },
  oidcSecret: {
    nom: 'MARELLE_OIDC_SECRET',
    description: "Secret de Marelle chez le fournisseur d'identité.",
    attendu: "le secret donné par le fournisseur d'identité, au moins 8 caractères",
    secret: true,
    schema: z.string().min(8),
  },
  oidcNom: {
    nom: 'MARELLE_OIDC_NOM',
    description: 'Nom du fournisseur sur le bouton de connexion.',
    defaut: 'mon compte du département',
    attendu: 'un nom, par exemple ProConnect',
    schema: z.string(),
  },
  oidcPortees: {
    nom: 'MARELLE_OIDC_PORTEES',
    description:
      'Portées demandées au fournisseur, séparées par des espaces (ProConnect : « openid given_name usual_name email »).',
    defaut: 'openid profile email',
    attendu: 'des mots séparés par des espaces, dont openid et email',
    schema: z
      .string()
      .regex(/\bopenid\b/)
      .transform((texte) => texte.split(/\s+/)),
  },
  oidcSecondFacteur: {
    nom: 'MARELLE_OIDC_SECOND_FACTEUR',
    description: "Qui demande le second facteur après le fournisseur d'identité : lui, ou Marelle en plus.",
    defaut: 'fournisseur',
    attendu: 'fournisseur ou local',
    schema: z.enum(['fournisseur', 'local']),
  },
  smtpUrl: {
    nom: 'MARELLE_SMTP_URL',
    description:
      'Serveur de courriels du département. Absent : aucun courriel ne part ; les alertes se lisent dans Marelle.',
    attendu: 'une adresse SMTP, par exemple smtps://marelle:motdepasse@smtp.mondepartement.fr:465',
    secret: true,
    schema: url(/^smtps?$/),
  },
  smtpExpediteur: {
    nom: 'MARELLE_SMTP_EXPEDITEUR',
    description: 'Adresse dont partent les courriels de Marelle.',
    attendu: 'une adresse électronique, par exemple marelle@mondepartement.fr',
    schema: z.email(),
  },
  demo: {
    nom: 'MARELLE_DEMO',
    description:
      'oui charge le département de démonstration dans une base vide ; non ne le charge jamais. Absente : oui avec la base embarquée, non avec DATABASE_URL.',
    attendu: 'oui ou non',
    schema: ouiNon,
  },
  demoProfil: {
    nom: 'MARELLE_DEMO_PROFIL',
    description: 'Département fictif à charger.',
    defaut: 'manche',
    attendu: 'manche, somme ou val-de-marne',
    schema: z.enum(['manche', 'somme', 'val-de-marne']),
  },
  demoEchelle: {
    nom: 'MARELLE_DEMO_ECHELLE',
    description: 'Taille de la démonstration, 1 pour un département entier.',
    defaut: '0.1',
    attendu: 'un nombre de 0.01 à 5, par exemple 0.1',
    schema: z.coerce.number().min(0.01).max(5),
  },
  demoGraine: {
    nom: 'MARELLE_DEMO_GRAINE',
    description: 'Graine du hasard de la démonstration : la même graine donne les mêmes données.',
    defaut: '1',
    attendu: 'un nombre entier, par exemple 1',
    schema: z.coerce.number().int().nonnegative(),
  },
} satisfies Record<string, Variable>;

/** For the manual, which is made from it. */
export const VARIABLES_D_ENVIRONNEMENT: readonly Variable[] = Object.values(VARIABLES);

type Champ = keyof typeof VARIABLES;
type Valeurs = { [C in Champ]: z.output<(typeof VARIABLES)[C]['schema']> };
type Obligatoire = { [C in Champ]: (typeof VARIABLES)[C] extends { defaut: string } ? C : never }[Champ];

export type Configuration = Pick<Valeurs, Obligatoire | 'adresse'> & Partial<Valeurs>;

/** Reads the whole environment at start, and tells every wrong variable at once. */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const fautes: string[] = [];
  const read = (variable: Variable): unknown => {
    const texte = env[variable.nom]?.trim() || variable.defaut;
    if (texte === undefined) return undefined;
    const lecture = variable.schema.safeParse(texte);
    if (!lecture.success) fautes.push(formatFaute(variable, texte));
    return lecture.data;
  };
  const valeurs = Object.fromEntries(Object.entries(VARIABLES).map(([champ, variable]) => [champ, read(variable)]));
  if (fautes.length === 0) fautes.push(...formatOidcIncomplet(valeurs), ...formatSmtpIncomplet(valeurs));
  if (fautes.length > 0) throw new ErreurExploitation(fautes.join('\n'));
  const configuration = valeurs as Pick<Valeurs, Obligatoire> & Partial<Valeurs>;
  const { adresse = `http://localhost:${configuration.port}`, dossier } = configuration;
  return { ...configuration, adresse, dossier: resolve(dossier) };
}

function formatFaute({ nom, attendu, secret }: Variable, texte: string): string {
  const recu = secret ? '' : ` (reçu : « ${texte} »)`;
  return `La variable ${nom} attend ${attendu}${recu}.`;
}

/** The identity provider, when there is one. */
export function buildOidc(configuration: Configuration) {
  const { oidcEmetteur: emetteur, oidcClient: client, oidcSecret: secret } = configuration;
  if (!emetteur || !client || !secret) return undefined;
  const { oidcNom: nom, oidcPortees: portees, oidcSecondFacteur: secondFacteur } = configuration;
  return { emetteur, client, secret, nom, portees, secondFacteur };
}

/** The mail server, when there is one. */
export function buildCourriels({ smtpUrl: url, smtpExpediteur: expediteur, adresse }: Configuration) {
  return url && expediteur ? { url, expediteur, adresse } : undefined;
}

/** Half an identity provider would silently be none. */
function formatOidcIncomplet(valeurs: Record<string, unknown>): string[] {
  const donnees = [valeurs.oidcEmetteur, valeurs.oidcClient, valeurs.oidcSecret].filter(Boolean).length;
  return donnees === 0 || donnees === 3
    ? []
    : ['Les variables MARELLE_OIDC_EMETTEUR, MARELLE_OIDC_CLIENT et MARELLE_OIDC_SECRET se donnent ensemble.'];
}

function formatSmtpIncomplet(valeurs: Record<string, unknown>): string[] {
  return Boolean(valeurs.smtpUrl) === Boolean(valeurs.smtpExpediteur)
    ? []
    : ['Les variables MARELLE_SMTP_URL et MARELLE_SMTP_EXPEDITEUR se donnent ensemble.'];
}
