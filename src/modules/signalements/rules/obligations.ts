/**
 * Signer et envoyer un signalement (IP-030), attendre ou relancer le parquet (IP-033).
 *
 * Ce que dit le texte (CASF L226-4 I) : le président avise sans délai le procureur, qui l'informe des suites dans les meilleurs délais.
 * Comment il est lu ici : le délégataire signe, la cellule envoie ; les jours sont ceux de `signalement.ts` : commencé, il se signe et part le jour même ; sans réponse, le parquet
 * se relance après un nombre de jours réglé par le département, compté de l'envoi puis de la dernière relance. On attend le parquet
 * jusqu'à ce jour ; ensuite, c'est à la cellule d'agir.
 * Non traité : la copie du signalement direct d'un autre service (L226-4 II).
 */
import {
  CASF_L226_4,
  IP_033_RELANCE,
  listInformationsSuivies,
  type SignalementSuivi,
} from '#modules/informations-preoccupantes/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Dossier, Obligation, Regle } from '#shared/obligation.ts';
import { buildEtapesEnvoi, buildEtapesRelance, buildEtapesSignature, computeTermeRelance } from './signalement.ts';

const VIGUEUR_AVIS = { du: jourCivil('2016-03-16'), au: null };
const VIGUEUR_SUITES = { du: jourCivil('2007-03-07'), au: null };

type Suivi = SignalementSuivi & { information: string };

function listSuivis(dossier: Dossier): readonly Suivi[] {
  return listInformationsSuivies(dossier).flatMap(({ cle: information, signalements }) =>
    signalements.map((signalement) => ({ ...signalement, information })),
  );
}

/** IP-030 : signer ce qui est commencé, puis envoyer ce qui est signé. */
function listAvis(dossier: Dossier): readonly Obligation[] {
  return listSuivis(dossier).flatMap(({ information, cle, redigeLe, signeLe, envoyeLe, abandonneLe }) => {
    const commun = { eteinteLe: abandonneLe };
    const signature = redigeLe && {
      ...commun,
      cle: `${information}:${cle}:signature`,
      depuis: redigeLe,
      pour: redigeLe,
      faiteLe: signeLe ?? envoyeLe,
      libelle: 'Signer le signalement',
      etapes: () => buildEtapesSignature(redigeLe),
    };
    const envoi = signeLe && {
      ...commun,
      cle: `${information}:${cle}:envoi`,
      depuis: signeLe,
      pour: signeLe,
      faiteLe: envoyeLe,
      acteur: 'crip' as const,
      etapes: () => buildEtapesEnvoi(signeLe),
    };
    return [signature, envoi].filter((obligation) => obligation !== null);
  });
}

/** IP-033 */
function listReponses(dossier: Dossier): readonly Obligation[] {
  return listSuivis(dossier).flatMap(({ information, cle, envoyeLe, relances, reponduLe }): Obligation[] => {
    if (envoyeLe === null) return [];
    const jours = readParametre(dossier, 'ip.relance-parquet-jours');
    const relanceLe = relances.at(-1) ?? null;
    const pour = computeTermeRelance(envoyeLe, relanceLe, jours);
    const attendu = dossier.aujourdhui < pour;
    return [
      {
        cle: `${information}:${cle}`,
        depuis: envoyeLe,
        pour,
        faiteLe: reponduLe,
        acteur: attendu ? 'parquet' : 'crip',
        libelle: attendu ? 'Réponse du parquet, ou relance' : 'Relancer le parquet',
        etapes: () => buildEtapesRelance(envoyeLe, relanceLe, jours),
      },
    ];
  });
}

export const REGLES_SIGNALEMENTS: readonly Regle[] = [
  {
    id: 'IP-030',
    libelle: 'Envoyer le signalement au parquet',
    acteur: 'inspecteur',
    gravite: 'critique',
    textes: [CASF_L226_4],
    vigueur: VIGUEUR_AVIS,
    satisfaite: 'Le signalement est signé, puis envoyé.',
    arretee: 'Le signalement est abandonné, en disant pourquoi.',
    list: listAvis,
  },
  {
    id: 'IP-033',
    libelle: 'Réponse du parquet, ou relance',
    acteur: 'parquet',
    gravite: 'normale',
    textes: [CASF_L226_4, IP_033_RELANCE],
    vigueur: VIGUEUR_SUITES,
    satisfaite: 'Le parquet dit les suites qu’il donne.',
    arretee: 'Rien : sans réponse, on relance.',
    list: listReponses,
  },
];
