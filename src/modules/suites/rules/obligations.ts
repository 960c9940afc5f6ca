/**
 * Décider des suites d'une évaluation (IP-021), et dire à chacun ce qu'on lui doit (IP-015, IP-022 à IP-025).
 *
 * Ce que dit le texte : les règles et leurs délais sont à `information-due.ts`. La décision appartient au président (CASF D226-2-4, lu
 * en partie) ; aucun texte ne chiffre le temps de la prendre : le terme de l'évaluation sert de repère.
 * Comment il est lu ici : ce qui reste à dire l'est encore après la clôture, une information écartée ou transférée comprise. L'accusé de
 * réception et l'information du mineur, qui s'apprécient, ne sont pas des obligations. L'information des suites vaut depuis le
 * 9 février 2022 pour le professionnel et l'élu, le 31 décembre 2022 pour les autres ; la saisine, depuis le 9 février 2022.
 * Non traité : chaque parent séparé.
 */
import {
  CASF_D226_2_4_DECISION,
  CASF_D226_2_6_I,
  CASF_D226_2_7_INFORMATION,
  CASF_L226_5_1,
  CASF_L226_5_2,
  CASF_L226_5_3,
  computeEcheanceEvaluation,
  computeTermeEvaluation,
  type InformationSuivie,
  listInformationsSuivies,
} from '#modules/informations-preoccupantes/index.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, derive, type Obligation, type Regle } from '#shared/obligation.ts';
import { buildEtapes, type Due, type FaitsDus, listDues } from './information-due.ts';

const DECRET_2016 = { du: jourCivil('2016-11-04'), au: null };
const LOI_2022 = { du: jourCivil('2022-02-09'), au: null };
const DECRET_2022 = { du: jourCivil('2022-12-31'), au: null };

/** Ce qui est à dire, rangé par règle. */
const groupADire = derive((dossier: Dossier): ReadonlyMap<string, readonly Obligation[]> => {
  const parRegle = new Map<string, Obligation[]>();
  for (const information of listInformationsSuivies(dossier)) {
    const faits = buildFaits(information);
    for (const due of listDues(faits)) {
      if (due.facultative) continue;
      const siennes = parRegle.get(due.regle);
      const obligation = buildObligation(information, faits, due);
      if (siennes) siennes.push(obligation);
      else parRegle.set(due.regle, [obligation]);
    }
  }
  return parRegle;
});

function buildFaits({ categorie, debuteeLe, signalements, ...information }: InformationSuivie): FaitsDus {
  return {
    ...information,
    categorieSource: categorie,
    evaluationDebuteeLe: debuteeLe,
    saisines: signalements.flatMap(({ cle, envoyeLe }) => (envoyeLe === null ? [] : [{ id: cle, le: envoyeLe }])),
  };
}

function buildObligation(information: InformationSuivie, faits: FaitsDus, due: Due): Obligation {
  const { depuis, pour, signalementId } = due;
  return {
    cle: signalementId === null ? information.cle : `${information.cle}:${signalementId}`,
    depuis,
    pour,
    faiteLe: findDite(information, due),
    etapes: () => buildEtapes(due, faits),
  };
}

/** Le premier jour où c'est dit, ou dispensé ; sans nom, une saisine dite est la dernière partie ce jour-là. */
function findDite({ dites, signalements }: InformationSuivie, { objet, aQui, signalementId }: Due): JourCivil | null {
  const dite = dites.find((candidate) => {
    if (candidate.objet !== objet || candidate.aQui !== aQui) return false;
    if (signalementId === null || candidate.signalement === signalementId) return true;
    const partis = signalements.filter(({ envoyeLe }) => envoyeLe !== null && envoyeLe <= candidate.date);
    return candidate.signalement === undefined && partis.at(-1)?.cle === signalementId;
  });
  return dite?.date ?? null;
}

function buildRegle(regle: Pick<Regle, 'id' | 'libelle' | 'acteur' | 'textes' | 'vigueur'>): Regle {
  return {
    ...regle,
    gravite: 'normale',
    satisfaite: 'C’est dit, ou écrit pourquoi l’intérêt de l’enfant s’y oppose.',
    arretee: 'Rien : ce qui reste à dire l’est encore après la clôture.',
    list: (dossier) => groupADire(dossier).get(regle.id) ?? [],
  };
}

function listDecisions(dossier: Dossier): readonly Obligation[] {
  return listInformationsSuivies(dossier).flatMap((information) => {
    const { cle, recueLe, delaiReduitJours, valideLe, decideeLe, closeLe } = information;
    if (valideLe === null) return [];
    return [
      {
        cle,
        depuis: valideLe,
        pour: computeTermeEvaluation(recueLe, delaiReduitJours),
        faiteLe: decideeLe,
        eteinteLe: closeLe,
        etapes: () => [
          `Rapport validé le ${formatJour(valideLe, 'long')}.`,
          'Aucun texte ne chiffre le temps de décider : le terme de l’évaluation sert de repère.',
          ...computeEcheanceEvaluation(recueLe, delaiReduitJours).etapes,
        ],
      },
    ];
  });
}

export const REGLES_SUITES: readonly Regle[] = [
  buildRegle({
    id: 'IP-015',
    libelle: 'Dire aux parents que l’évaluation commence',
    acteur: 'evaluateurs',
    textes: [CASF_D226_2_6_I],
    vigueur: DECRET_2016,
  }),
  {
    id: 'IP-021',
    libelle: 'Décider des suites de l’évaluation',
    acteur: 'inspecteur',
    gravite: 'critique',
    textes: [CASF_D226_2_4_DECISION],
    vigueur: DECRET_2016,
    satisfaite: 'La décision est prise par un délégataire du président.',
    arretee: 'L’information est close.',
    list: listDecisions,
  },
  buildRegle({
    id: 'IP-022',
    libelle: 'Dire aux parents les conclusions et les suites',
    acteur: 'cadre',
    textes: [CASF_D226_2_7_INFORMATION],
    vigueur: DECRET_2016,
  }),
  buildRegle({
    id: 'IP-023',
    libelle: 'Informer les parents par écrit de la saisine',
    acteur: 'cadre',
    textes: [CASF_L226_5_3],
    vigueur: LOI_2022,
  }),
  buildRegle({
    id: 'IP-024',
    libelle: 'Dire les suites au professionnel ou à l’élu qui a transmis',
    acteur: 'crip',
    textes: [CASF_L226_5_1],
    vigueur: LOI_2022,
  }),
  buildRegle({
    id: 'IP-025',
    libelle: 'Dire les suites à la personne qui les a demandées',
    acteur: 'crip',
    textes: [CASF_L226_5_2],
    vigueur: DECRET_2022,
  }),
];
