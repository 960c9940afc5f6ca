/**
 * L'autorisation d'une crèche et son renouvellement (CAP-03).
 *
 * Ce que dit le texte : l'autorisation du président du conseil départemental vaut quinze ans (CSP, art. L2324-1-1) ; une extension ou une
 * transformation la renouvelle pour quinze ans (CSP, art. R2324-20-3).
 * Comment il est lu ici : le terme est le dernier jour que dit l'arrêté, et jamais après quinze ans. L'autorisation qui suit, quelle
 * qu'en soit la raison, satisfait le renouvellement de la précédente et fait courir son propre terme. Préparer un renouvellement prend du
 * temps, qu'aucun texte ne chiffre : il s'engage des mois avant le terme, ceux que le département règle ; rien ne dit qu'il est engagé
 * avant que l'arrêté suivant soit inscrit. Une crèche fermée ne doit plus rien.
 * Non traité : la réduction de places qui ne renouvellerait pas l'autorisation ; le retrait et la suspension.
 */
import { readParametre } from '#modules/organisation/index.ts';
import { addAns, addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, type Fait, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { AUTORISATION_CRECHE } from '../faits.ts';

const DUREE_ANS = 15;

const CSP_L2324_1_1: TexteLegal = {
  code: 'CSP',
  article: 'L2324-1-1',
  source: 'Référentiel petite enfance, sources S20 et S21',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-21'),
};
const CSP_R2324_20_3: TexteLegal = {
  code: 'CSP',
  article: 'R2324-20-3',
  source: 'Référentiel petite enfance, sources S20 et S21',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-21'),
};
const PREPARATION: TexteLegal = {
  code: 'Préparation du renouvellement',
  source: 'pratique du département, aucun texte connu',
  confiance: 'local',
};

function computeTermeAutorisation({ date, au }: Pick<Fait<typeof AUTORISATION_CRECHE>, 'date' | 'au'>): JourCivil {
  const quinzeAns = addJours(addAns(date, DUREE_ANS), -1);
  return au !== undefined && au >= date && au < quinzeAns ? au : quinzeAns;
}

/** Une autorisation, son terme, et celle qui la renouvelle. */
type Autorisation = { date: JourCivil; terme: JourCivil; suivieLe: JourCivil | null };

/** Deux arrêtés du même jour : le dernier inscrit vaut. */
function listAutorisations(dossier: Dossier): Autorisation[] {
  const parJour = new Map(listFaits(dossier, AUTORISATION_CRECHE).map((fait) => [fait.date, fait]));
  return [...parJour.values()].map((autorisation, rang, toutes) => {
    const { date } = autorisation;
    const suivieLe = toutes[rang + 1]?.date ?? null;
    // Coupée par celle qui suit, une autorisation finit la veille : son terme était à quinze ans.
    const coupee = suivieLe !== null && autorisation.au === addJours(suivieLe, -1);
    return { date, terme: computeTermeAutorisation(coupee ? { date } : autorisation), suivieLe };
  });
}

/** Pour chaque autorisation, le terme à ne pas dépasser et le jour où s'y prendre ; celle qui suit satisfait les deux. */
function listRenouvellements(dossier: Dossier): Obligation[] {
  const mois = readParametre(dossier, 'creches.renouvellement-mois');
  return listAutorisations(dossier).flatMap(({ date, terme, suivieLe }): Obligation[] => {
    const accordee = `Autorisée le ${formatJour(date, 'long')}, jusqu’au ${formatJour(terme, 'long')} inclus.`;
    const engager = addMois(terme, -mois);
    return [
      {
        cle: `${date}:terme`,
        depuis: date,
        pour: terme,
        faiteLe: suivieLe,
        etapes: () => [accordee, 'Le lendemain, la crèche n’est plus autorisée à accueillir.'],
      },
      {
        cle: `${date}:engager`,
        depuis: date,
        pour: engager,
        faiteLe: suivieLe,
        libelle: 'Engager le renouvellement de l’autorisation',
        gravite: 'normale',
        textes: [PREPARATION, CSP_L2324_1_1],
        etapes: () => [accordee, `Le renouvellement s’engage ${mois} mois avant : ${formatJour(engager, 'long')}.`],
      },
    ];
  });
}

export const REGLES_AUTORISATION: readonly Regle[] = [
  {
    id: 'CAP-03',
    libelle: 'Renouveler l’autorisation de la crèche',
    acteur: 'petite-enfance',
    gravite: 'critique',
    textes: [CSP_L2324_1_1, CSP_R2324_20_3],
    vigueur: { du: jourCivil('1900-01-01'), au: null },
    satisfaite: 'Un nouvel arrêté d’autorisation est inscrit.',
    arretee: 'La crèche ferme.',
    list: listRenouvellements,
  },
];
