/**
 * Le service fait d'un prestataire, à attester chaque mois (PRS-01).
 *
 * Ce que dit le référentiel : le bon de service fait est obligatoire pour le ménage externalisé ; les heures d'intérim se rapprochent.
 * Comment il est lu ici : une ligne de ménage fait devoir une attestation par mois fini, même si personne n'a rien inscrit ; une ligne
 * d'intérim, une par commande. Le délai, après le dernier jour du mois, est celui que le département se donne.
 * Non traité : les prestations qui ne sont pas mensuelles.
 */
import { addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, type Fait, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { LIGNE_BUDGETAIRE, SERVICE_FAIT } from '../faits.ts';
import { isPrestation } from '../ligne-budget.ts';
import { getExercice, getFinExercice } from './exercice.ts';
import { readReglages, SERVICE_FAIT_LOCAL } from './reglages.ts';

const getPremier = (jour: JourCivil): JourCivil => jourCivil(`${jour.slice(0, 7)}-01`);
const getDernier = (mois: JourCivil): JourCivil => addJours(addMois(mois, 1), -1);

function listServicesFaits(dossier: Dossier): Obligation[] {
  const services = listFaits(dossier, SERVICE_FAIT);
  const lignes = new Map(listFaits(dossier, LIGNE_BUDGETAIRE).map((ligne) => [ligne.ligne, ligne]));
  return [...lignes.values()].flatMap((ligne) => {
    if (!isPrestation(ligne.nature)) return [];
    const siens = services.filter((service) => service.ligne === ligne.ligne && service.nature === ligne.nature);
    const attendus = ligne.nature === 'MENAGE' ? listMois(ligne.date, dossier.aujourdhui, siens) : listCommandes(siens);
    return attendus
      .filter(({ mois }) => getDernier(mois) <= dossier.aujourdhui)
      .map((du) => buildObligation(dossier, ligne, du));
  });
}

type Attendu = { cle: string; mois: JourCivil; attesteLe: JourCivil | null };

/** Chaque mois de la ligne, de son premier à décembre. */
function listMois(du: JourCivil, aujourdhui: JourCivil, siens: readonly Fait<typeof SERVICE_FAIT>[]): Attendu[] {
  const fin = getFinExercice(getExercice(du));
  const attendus: Attendu[] = [];
  for (let mois = getPremier(du); mois <= fin && mois <= aujourdhui; mois = addMois(mois, 1)) {
    const faits = siens.filter(({ date }) => getPremier(date) === mois).map(({ attesteLe }) => attesteLe ?? null);
    attendus.push({ cle: mois.slice(0, 7), mois, attesteLe: faits.find((le) => le !== null) ?? null });
  }
  return attendus;
}

/** Chaque commande d'intérim ; sans identité, celle du mois. */
function listCommandes(siens: readonly Fait<typeof SERVICE_FAIT>[]): Attendu[] {
  const parCle = new Map(
    siens.map(({ date, service, attesteLe }): [string, Attendu] => {
      const mois = getPremier(date);
      const cle = service ?? mois.slice(0, 7);
      return [cle, { cle, mois, attesteLe: attesteLe ?? null }];
    }),
  );
  return [...parCle.values()];
}

function buildObligation(
  dossier: Dossier,
  ligne: Fait<typeof LIGNE_BUDGETAIRE>,
  { cle, mois, attesteLe }: Attendu,
): Obligation {
  const { joursServiceFait: jours } = readReglages(dossier);
  const fin = getDernier(mois);
  const nom = ligne.nature === 'MENAGE' ? 'ménage' : 'intérim';
  const dit = formatJour(mois, 'long').replace(/^1er /, '');
  return {
    cle: `${ligne.ligne} ${cle}`,
    depuis: mois,
    pour: addJours(fin, jours),
    faiteLe: attesteLe !== null && attesteLe >= mois ? attesteLe : null,
    libelle: `Attester le service fait : ${nom}, ${dit}`,
    textes: [SERVICE_FAIT_LOCAL],
    etapes: () => [
      `Ligne « ${ligne.libelle ?? nom} », mois de ${dit}, fini le ${formatJour(fin, 'long')} ; le département se donne ${jours} jours ensuite.`,
    ],
  };
}

export const REGLES_SERVICE: readonly Regle[] = [
  {
    id: 'PRS-01',
    libelle: 'Attester le service fait d’un prestataire',
    acteur: 'creche',
    gravite: 'normale',
    textes: [SERVICE_FAIT_LOCAL],
    vigueur: { du: jourCivil('1900-01-01'), au: null },
    satisfaite: 'Le service fait du mois est attesté.',
    arretee: 'La crèche ferme.',
    list: listServicesFaits,
  },
];
