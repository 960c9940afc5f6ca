import type { ProfessionnelPrevu } from '#modules/eaje/index.ts';
import {
  type CrecheDuJour,
  computeManque,
  computePrevus,
  type Journee,
  listCrechesDuJour,
  listPostes,
  type Prevision,
  type Sortie,
} from '#modules/encadrement/index.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatNumero, type Numero } from '../calendrier.ts';
import type { CrecheFictive, MondeCreches } from './creche-fictive.ts';
import { buildSemaine, DUREE_PAUSE } from './horaires.ts';
import type { Professionnel } from './professionnels.ts';

const SEMAINE_OUVREE = [1, 2, 3, 4, 5];

/** La journée d'une crèche selon qui y vient : l'équipe, et ceux qui y renforcent ; rien si elle n'ouvre pas. */
export type JourneeOuverte = (venus?: readonly Professionnel[]) => Journee | undefined;

/**
 * Un jour compté par la règle du produit, comme la page le comptera : les enfants une fois, les encadrants à chaque essai. Les jours fériés
 * n'y sont pas.
 */
export function openJournee(creche: CrecheFictive, le: Numero): JourneeOuverte {
  const jour = formatJour(le);
  const enfants = { etablissements: [buildEtablissement(creche)], accueils: buildAccueils(creche, le) };
  const journee = listCrechesDuJour({ ...enfants, professionnels: [], sorties: [] }, jour)[0]?.journee;
  return (venus = creche.professionnels) => {
    if (!journee) return undefined;
    const postes = listPostes(
      jour,
      venus.filter(({ categorie }) => categorie !== null).map((pro) => buildProfessionnel(pro, le)),
    );
    const ici = postes.filter(({ etablissementId }) => etablissementId === creche.id);
    return { ...journee, ...computePrevus(journee, ici) };
  };
}

/** Le même jour avec son équipe et ces sorties ; rien si la crèche n'ouvre pas. */
export function openJour(creche: CrecheFictive, le: Numero, sorties: readonly Sortie[]): CrecheDuJour | undefined {
  const jour = formatJour(le);
  const professionnels = creche.professionnels.map((pro) => buildProfessionnel(pro, le));
  const inscrites = sorties.map((sortie) => ({ ...sortie, jour, etablissementId: creche.id }));
  const enfants = { etablissements: [buildEtablissement(creche)], accueils: buildAccueils(creche, le) };
  return listCrechesDuJour({ ...enfants, professionnels, sorties: inscrites }, jour)[0];
}

/** Combien de quarts d'heure sous le taux dans chaque crèche ouverte ce jour, renforts compris. */
export function listManques(
  { creches, volants }: Pick<MondeCreches, 'creches' | 'volants'>,
  le: Numero,
): { id: string; quarts: number }[] {
  return creches.flatMap((creche) => {
    const journee = openJournee(creche, le)([...creche.professionnels, ...volants]);
    return journee ? [{ id: creche.id, quarts: computeManque(journee).filter((n) => n > 0).length }] : [];
  });
}

const jours = new Map<Numero, JourCivil>();
/** Le générateur compte des dizaines de milliers de journées : chaque jour ne s'écrit qu'une fois. */
function formatJour(le: Numero): JourCivil {
  const connu = jours.get(le) ?? jourCivil(formatNumero(le));
  jours.set(le, connu);
  return connu;
}

const buildPeriode = ({ du, au }: { du: Numero; au: Numero | null }) => ({
  du: formatJour(du),
  au: au === null ? null : formatJour(au),
});

function buildEtablissement(creche: CrecheFictive): Prevision['etablissements'][number] {
  const { id, uniteId, nom, code, territoireId, methode, ouvre, ferme, qpv } = creche;
  return {
    ...{ id, uniteId, nom, code, territoireId, methode, ouvre, ferme, qpv },
    territoire: null,
    agregation: 'ETABLISSEMENT',
    fournitTout: true,
    jours: SEMAINE_OUVREE,
    autorisations: creche.autorisations.map(({ places, modulations, ...periode }) => ({
      ...buildPeriode(periode),
      places,
      modulations: modulations.map((modulation) => ({ ...modulation, jours: SEMAINE_OUVREE })),
    })),
    fermetures: creche.fermetures.map((fermeture) => ({ ...buildPeriode(fermeture), motif: 'CONGES', libelle: '' })),
  };
}

/** Les enfants de ce jour seulement : contrats, réservations et absences des autres jours n'y changent rien. */
function buildAccueils(creche: CrecheFictive, le: Numero): Prevision['accueils'] {
  const jour = formatJour(le);
  const enfants = new Map(creche.enfants.map((enfant) => [enfant.id, enfant]));
  const buildEnfant = (enfantId: string) => {
    const enfant = enfants.get(enfantId);
    if (!enfant) throw new Error(`Un accueil sans enfant : ${enfantId}`);
    const { sectionId, marcheDepuis, naissance } = enfant;
    return {
      ...{ enfantId, sectionId, etablissementId: creche.id, neLe: formatJour(naissance) },
      marcheDepuis: marcheDepuis === null ? null : formatJour(marcheDepuis),
    };
  };
  const isDuJour = ({ du, au }: { du: Numero; au: Numero | null }) => du <= le && (au ?? le) >= le;
  return {
    contrats: creche.contrats.filter(isDuJour).map(({ enfantId, nature, semaine, ...periode }) => ({
      ...buildEnfant(enfantId),
      ...{ nature, semaine, ...buildPeriode(periode) },
    })),
    reservations: creche.reservations
      .filter((reservation) => reservation.le === le)
      .map(({ enfantId, debut, fin }) => ({ ...buildEnfant(enfantId), nature: 'OCCASIONNEL', jour, debut, fin })),
    absences: [...creche.absences].flatMap(([enfantId, siennes]) =>
      siennes.some(isDuJour) ? [{ enfantId, du: jour, au: jour }] : [],
    ),
  };
}

function buildProfessionnel(pro: Professionnel, le: Numero): ProfessionnelPrevu {
  const jour = formatJour(le);
  const { id, agentId, etablissementId, metier, categorie, poste, libre } = pro;
  const pause = { pauseDebut: poste.pause, pauseFin: poste.pause + DUREE_PAUSE };
  return {
    ...{
      id,
      agentId,
      etablissementId,
      metier,
      categorie,
      nom: '',
      prenom: '',
      uniteId: '',
      sectionId: null,
      quotite: 100,
    },
    experienceDepuis: formatJour(pro.experienceDepuis),
    ...buildPeriode(pro),
    horaires: [{ ...buildPeriode(pro), semaine: buildSemaine(poste, libre), ...pause }],
    vacations: pro.vacations.filter((vacation) => vacation.le === le).map((vacation) => ({ ...vacation, jour })),
    absences: pro.absences.some(({ du, au }) => du <= le && le <= au) ? [{ du: jour, au: jour }] : [],
  };
}
