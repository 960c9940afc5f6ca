/**
 * Préparer une audience, jalon par jalon (référentiel §7, préparation type ; AUD-013).
 *
 * Ce que dit la règle : aucun texte. L'usage prépare l'audience à rebours, selon l'autorité : bilan et synthèse, rencontre, rédaction,
 * envoi, présence arrêtée ; puis la décision reçue s'inscrit.
 * Comment elle est lue ici : chaque jalon tombe le nombre de jours avant l'audience que le département a réglé. Ce qui précède le jour
 * où l'on a su l'audience n'est pas demandé. Bilan, rencontre et présence s'inscrivent un à un, pour l'audience de la même autorité
 * qui suit (PRE-001, AUD-013) ; l'envoi du rapport, des conclusions ou des pièces satisfait aussi leur rédaction (PRE-003). L'audience
 * passée éteint ce qui reste. Une décision est attendue huit jours après l'audience du juge. Rien de cela n'est jamais critique.
 * Non traité : une préparation propre à un tribunal ; deux audiences préparées à la fois devant la même autorité.
 */
import { listMesuresSuivies } from '#modules/mesures/index.ts';
import { type CleParametre, readParametre } from '#modules/organisation/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import {
  type Acteur,
  type Dossier,
  type FaitDate,
  listFaits,
  type Obligation,
  type Regle,
} from '#shared/obligation.ts';
import type { JalonAudience, NatureAudience } from '../audience.ts';
import { PREPARATION_AUDIENCE, RAPPORT_AUDIENCE } from '../faits.ts';
import { type AudienceSuivie, listAudiences } from './audience-suivie.ts';
import { TOUJOURS } from './periode.ts';
import { AUD_013, CPC_1190, PREPARATION } from './textes.ts';

const JALONS = {
  bilan: 'audience.bilan-jours',
  rencontre: 'audience.rencontre-jours',
  redaction: 'audience.redaction-jours',
  envoi: 'audience.envoi-jours',
} as const satisfies Record<string, CleParametre>;
type Jalon = keyof typeof JALONS;
const ENVOIS = ['redaction', 'envoi'] as const satisfies readonly Jalon[];
const PREPARES = ['bilan', 'rencontre'] as const satisfies readonly (Jalon & JalonAudience)[];

/** Ce qui se fait à chaque jalon ; un jalon absent n'a pas d'usage devant cette autorité. */
const PREPARATIONS: Record<NatureAudience, Partial<Record<Jalon, string>>> = {
  juge: {
    bilan: 'Faire le bilan du référent et la réunion de synthèse',
    rencontre: 'Rencontrer l’enfant et les parents, recueillir leurs avis',
    redaction: 'Rédiger le rapport',
    envoi: 'Valider et envoyer le rapport',
  },
  'cour-d-appel': {
    bilan: 'Analyser la décision',
    rencontre: 'Envoyer la note au conseil du département',
    redaction: 'Préparer les conclusions',
    envoi: 'Envoyer les conclusions',
  },
  penal: {
    bilan: 'Vérifier l’administrateur ad hoc et l’avocat',
    rencontre: 'Préparer l’enfant',
    envoi: 'Constituer la partie civile',
  },
  statut: {
    bilan: 'Passer en commission d’examen, réunir la preuve des contacts',
    rencontre: 'Préparer la requête et les pièces',
    redaction: 'Faire valider en droit',
    envoi: 'Déposer la requête',
  },
  'conseil-de-famille': {
    bilan: 'Planifier la séance',
    rencontre: 'Réunir le rapport de situation et les bilans',
    redaction: 'Écrire le projet de vie',
    envoi: 'Envoyer aux membres',
  },
};

function buildJalon(
  { cle, fait, convoqueeLe, closeLe }: AudienceSuivie,
  jours: number,
  suffixe: string,
): Obligation & { connue: boolean } {
  const pour = addJours(fait.date, -jours);
  return {
    cle: `${cle}:${suffixe}`,
    mesure: fait.mesure,
    depuis: pour,
    pour,
    eteinteLe: closeLe,
    etapes: () => [
      `Audience le ${formatJour(fait.date, 'long')}.`,
      `${jours} jours avant, réglage du département : ${formatJour(pour, 'long')}.`,
    ],
    connue: convoqueeLe === null || convoqueeLe <= pour,
  };
}

/** Le premier de ces faits qui vaut pour cette audience : après la précédente de la même autorité, au plus tard le jour même. */
function findPour({ fait, precedente }: AudienceSuivie, faits: readonly FaitDate[]): JourCivil | null {
  return faits.find(({ date }) => date <= fait.date && (precedente === null || date > precedente))?.date ?? null;
}

/** Le jour où ce jalon a été tenu, pour cette audience. */
function findTenu(dossier: Dossier, audience: AudienceSuivie, jalon: JalonAudience): JourCivil | null {
  const tenus = listFaits(dossier, PREPARATION_AUDIENCE).filter(
    ({ jalon: tenu, nature = 'juge' }) => tenu === jalon && nature === audience.nature,
  );
  return findPour(audience, tenus);
}

function buildJalonDe(dossier: Dossier, audience: AudienceSuivie, jalon: Jalon, faiteLe: JourCivil | null) {
  const { nature } = audience;
  const libelle = PREPARATIONS[nature][jalon];
  const { connue, ...due } = buildJalon(audience, readParametre(dossier, JALONS[jalon]), jalon);
  return libelle === undefined || !connue ? [] : [{ ...due, libelle, acteur: getActeur(nature), faiteLe }];
}

function listPreparations(dossier: Dossier): readonly Obligation[] {
  return listAudiences(dossier).flatMap((audience) =>
    PREPARES.flatMap((jalon) => buildJalonDe(dossier, audience, jalon, findTenu(dossier, audience, jalon))),
  );
}

function listEnvois(dossier: Dossier): readonly Obligation[] {
  const envois = listFaits(dossier, RAPPORT_AUDIENCE);
  return listAudiences(dossier).flatMap((audience) =>
    ENVOIS.flatMap((jalon) => buildJalonDe(dossier, audience, jalon, findPour(audience, envois))),
  );
}

function getActeur(nature: NatureAudience): Acteur {
  return nature === 'juge' || nature === 'penal' ? 'referent' : 'inspecteur';
}

function listPresences(dossier: Dossier): readonly Obligation[] {
  return listAudiences(dossier).flatMap((audience) => {
    const { connue, ...due } = buildJalon(audience, readParametre(dossier, 'audience.presence-jours'), 'presence');
    return connue ? [{ ...due, faiteLe: findTenu(dossier, audience, 'presence') }] : [];
  });
}

/** Les jours où le juge des enfants a décidé, dans toutes les mesures. */
function listJoursDeDecision(dossier: Dossier): readonly JourCivil[] {
  return listMesuresSuivies(dossier).flatMap(({ definie, actes }) =>
    definie.decideur === 'juge' ? actes.map(({ date }) => date) : [],
  );
}

function listDecisionsAttendues(dossier: Dossier): readonly Obligation[] {
  const decisions = listJoursDeDecision(dossier);
  return listAudiences(dossier).flatMap(({ cle, fait, nature, suivante }) => {
    if (nature !== 'juge' || fait.tenue === false || fait.date > dossier.aujourdhui) return [];
    const apres = decisions.filter((jour) => jour >= fait.date).sort();
    const pour = addJours(fait.date, 8);
    return [
      {
        cle,
        mesure: fait.mesure,
        depuis: fait.date,
        pour,
        faiteLe: apres[0] ?? null,
        eteinteLe: suivante !== null && suivante <= dossier.aujourdhui ? suivante : null,
        etapes: () => [
          `Audience le ${formatJour(fait.date, 'long')}.`,
          `Huit jours après, comme la notification de la décision : ${formatJour(pour, 'long')}.`,
        ],
      },
    ];
  });
}

const COMMUN = {
  gravite: 'information',
  vigueur: TOUJOURS,
  satisfaite: 'Le jalon est inscrit, pour cette audience.',
  arretee: 'L’audience est passée ou renvoyée.',
} as const;

export const REGLES_PREPARATION: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'PRE-001',
    libelle: 'Préparer l’audience',
    acteur: 'referent',
    textes: [PREPARATION],
    acte: PREPARATION_AUDIENCE,
    list: listPreparations,
  },
  {
    ...COMMUN,
    id: 'PRE-003',
    libelle: 'Écrire et envoyer pour l’audience',
    acteur: 'referent',
    textes: [PREPARATION],
    satisfaite: 'L’envoi du rapport, des conclusions ou des pièces.',
    acte: RAPPORT_AUDIENCE,
    list: listEnvois,
  },
  {
    ...COMMUN,
    id: 'AUD-013',
    libelle: 'Arrêter qui sera présent à l’audience',
    acteur: 'cadre',
    textes: [AUD_013],
    acte: PREPARATION_AUDIENCE,
    list: listPresences,
  },
  {
    ...COMMUN,
    id: 'PRE-002',
    libelle: 'Inscrire la décision rendue à l’audience',
    acteur: 'referent',
    textes: [PREPARATION, CPC_1190],
    satisfaite: 'Une décision du juge est inscrite.',
    arretee: 'Une autre audience a suivi.',
    list: listDecisionsAttendues,
  },
];
