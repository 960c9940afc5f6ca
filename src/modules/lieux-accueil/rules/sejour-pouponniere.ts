/**
 * La durée d'un séjour en pouponnière (POU-001).
 *
 * Ce que dit le texte (décret n° 2025-900 du 5 septembre 2025, en vigueur le 7) : le séjour dure quatre mois, renouvelable une fois après
 * évaluation.
 * Comment il est lu ici : quatre mois de date à date depuis l'entrée, sans report ; renouvelé, huit mois depuis l'entrée. Une alerte vient
 * un mois avant chaque terme (troisième et septième mois) et s'efface devant lui. Rien n'est bloqué : le séjour qui dépasse reste dû, en
 * retard. Un second renouvellement n'ouvre rien de plus.
 * Non traité : le séjour commencé avant le 7 septembre 2025 ; l'entrée dans une seconde pouponnière le jour où l'on quitte la première,
 * qui commence un nouveau séjour ; la capacité (POU-002), l'encadrement (POU-003) et l'équipe dédiée (POU-004) d'une pouponnière,
 * l'autorisation, l'évaluation, l'habilitation, le contrat et les événements graves d'un établissement (LIE-001 à LIE-014), l'agrément,
 * la formation, la suspension et le contrat d'un assistant familial (AF-001 à AF-041) : Marelle ne tient encore ni établissement ni
 * assistant familial, aucun fait ne les nourrit.
 */
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { ENTREE_POUPONNIERE, RENOUVELLEMENT_POUPONNIERE, SORTIE_LIEU } from '../faits.ts';

const MOIS_DE_SEJOUR = 4;
const MOIS_D_ALERTE = 1;

type Sejour = { entreeLe: JourCivil; renouveleLe: JourCivil | null; sortieLe: JourCivil | null };

/** Un séjour par entrée, jusqu'à la sortie ou à l'entrée suivante. */
function listSejours(dossier: Dossier): Sejour[] {
  const entrees = [...new Set(listFaits(dossier, ENTREE_POUPONNIERE).map(({ date }) => date))];
  return entrees.map((entreeLe, rang) => {
    const suivante = entrees[rang + 1] ?? null;
    const findDans = (type: typeof SORTIE_LIEU) =>
      listFaits(dossier, type).find(({ date }) => date >= entreeLe && (suivante === null || date < suivante))?.date;
    const sortieLe = findDans(SORTIE_LIEU) ?? suivante;
    const renouveleLe = findDans(RENOUVELLEMENT_POUPONNIERE) ?? null;
    return { entreeLe, sortieLe, renouveleLe };
  });
}

function listTermes(dossier: Dossier): readonly Obligation[] {
  return listSejours(dossier).flatMap((sejour) => {
    const { entreeLe, renouveleLe, sortieLe } = sejour;
    const premier = {
      rang: 1,
      faiteLe: renouveleLe ?? sortieLe,
      libelle: 'Renouveler le séjour après évaluation, ou l’achever',
    };
    const second = { rang: 2, faiteLe: sortieLe, libelle: 'Achever le séjour : il ne se renouvelle plus' };
    const termes = renouveleLe === null ? [premier] : [premier, second];
    return termes.flatMap((terme) => buildTermes(entreeLe, terme, dossier.aujourdhui));
  });
}

/** Le terme et, un mois avant, son alerte. */
function buildTermes(
  entreeLe: JourCivil,
  { rang, faiteLe, libelle }: { rang: number; faiteLe: JourCivil | null; libelle: string },
  aujourdhui: JourCivil,
): Obligation[] {
  const mois = rang * MOIS_DE_SEJOUR;
  const terme = computeTerme(entreeLe, { valeur: mois, unite: 'mois' }, 'protection', 'Entrée en pouponnière');
  const alerte = addMois(entreeLe, mois - MOIS_D_ALERTE);
  return [
    { ...terme, cle: `${entreeLe}:${mois}`, depuis: entreeLe, faiteLe, libelle },
    {
      cle: `${entreeLe}:${mois - MOIS_D_ALERTE}`,
      depuis: entreeLe,
      pour: alerte,
      faiteLe,
      eteinteLe: aujourdhui >= terme.pour ? terme.pour : null,
      libelle: rang === 1 ? 'Évaluer le séjour en pouponnière' : 'Préparer la fin du séjour en pouponnière',
      etapes: () => [
        `Entrée le ${formatJour(entreeLe, 'long')} + ${mois - MOIS_D_ALERTE} mois = ${formatJour(alerte, 'long')}.`,
        `Alerte, un mois avant le terme du ${formatJour(terme.pour, 'long')}.`,
      ],
    },
  ];
}

export const REGLES_LIEUX_ACCUEIL: readonly Regle[] = [
  {
    id: 'POU-001',
    libelle: 'Renouveler le séjour après évaluation, ou l’achever',
    acteur: 'cadre',
    gravite: 'critique',
    textes: [
      {
        code: 'Décret n° 2025-900 du 5 septembre 2025',
        source: 'Référentiel, source S16',
        confiance: 'verifie',
        verifieLe: jourCivil('2026-04-03'),
      },
    ],
    vigueur: { du: jourCivil('2025-09-07'), au: null },
    satisfaite: 'Le séjour est renouvelé une fois après évaluation, ou l’enfant quitte la pouponnière.',
    arretee: 'L’alerte s’efface devant le terme.',
    list: listTermes,
  },
];
