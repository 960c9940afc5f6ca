/** La journée d'une crèche, prête à lire : ses chiffres, ses tracés, son équipe, ses sections, ses heures libres. */

import { formatNom } from '#shared/nom-propre.ts';
import { formatDuree, formatMinutes, PAS } from '#shared/quart-d-heure.ts';
import {
  type EtatPoste,
  formatDoute,
  type Journee,
  type Methode,
  type NatureSegment,
  type PosteDuJour,
  type Segment,
  type Serie,
} from '../prevision.ts';
import { computeMarges, listHeuresLibres } from '../rules/heures-libres.ts';
import { isMarcheur } from '../rules/journee.ts';
import { computeBilan, computeEtatQuart, computeManqueDuQuart } from '../rules/manque.ts';
import { formatPlages, listPlages } from '../rules/quarts.ts';
import { isAccompagnant } from '../rules/sortie.ts';
import type { CrecheDuJour } from '../rules/territoire.ts';
import { type Axe, buildBande, computeAxe } from './bande-view.ts';

type Section = Readonly<{ id: string; nom: string; tranche: string }>;
const METHODES: Record<Methode, string> = {
  UN_POUR_SIX: '1 professionnel pour 6 enfants',
  CINQ_HUIT: '1 pour 5 enfants qui ne marchent pas, 1 pour 8 qui marchent',
};

const TRANCHES: Readonly<Record<string, string>> = {
  BEBES: 'Bébés',
  MOYENS: 'Moyens',
  GRANDS: 'Grands',
  MULTI_AGES: 'Âges mélangés',
};

const QUART = 10;
export const HAUTEUR_COURBE = 60;

type Nomme = Readonly<{ id: string; nom: string; prenom: string }>;
type Complements = Readonly<{ sections: readonly Section[]; dureeMin: number; noms: readonly Nomme[] }>;

export function buildJour(creche: CrecheDuJour, { sections, dureeMin, noms }: Complements) {
  const { journee, etablissement, creche: ouverte } = creche;
  const axe = computeAxe([journee]);
  return {
    axe,
    places: ouverte.places === 0 ? 'places inconnues' : `${ouverte.places} places`,
    methode: METHODES[ouverte.methode],
    parSection: ouverte.agregation === 'UNITE',
    faits: buildFaits(creche),
    bande: buildBande(journee, axe),
    courbes: buildCourbes(journee),
    quarts: listLignesDeQuarts(journee),
    pointes: journee.presents !== null,
    equipe: listLignesEquipe(creche, axe),
    sections: listLignesDeSections(creche, sections),
    libres: listLibres(creche, sections, dureeMin),
    doutes: journee.doutes.map(formatDoute),
    sorties: listLignesDeSorties(creche, noms),
    territoireId: etablissement.territoireId,
  };
}
export type JourVu = ReturnType<typeof buildJour>;

function buildFaits({ journee, creche: ouverte }: CrecheDuJour) {
  const bilan = computeBilan(journee);
  const dit = (quarts: readonly number[]) => formatPlages(listPlages(journee, quarts));
  return {
    enfants: journee.enfants,
    maintenant: bilan.maintenant,
    pointe: bilan.pointe,
    occupation: bilan.minutesPlace === 0 ? null : Math.round((bilan.minutesEnfant * 100) / bilan.minutesPlace),
    sousTaux: bilan.sousTaux.length,
    sousTauxHeures: dit(bilan.sousTaux),
    heuresAgent: formatDuree(bilan.aAjouter * PAS),
    surnombre: ouverte.places === 0 ? null : dit(bilan.auDessusCapacite),
    surnombreInterdit: dit(bilan.auDessusSurnombre),
    surnombreAConfirmer: dit(bilan.surnombreAConfirmer),
    sansContinuite: dit(bilan.sansContinuite),
  };
}

/** Des marches d'escalier : la valeur vaut tout le quart d'heure. */
function buildMarches(valeurs: readonly number[], sommet: number): string {
  const y = (valeur: number) => Math.round((HAUTEUR_COURBE - (valeur / sommet) * (HAUTEUR_COURBE - 4)) * 10) / 10;
  return `${valeurs
    .map((valeur, quart) => `${quart === 0 ? 'M0' : `H${quart * QUART}`} ${quart === 0 ? '' : 'V'}${y(valeur)}`)
    .join('')}H${valeurs.length * QUART}`;
}

function buildCourbes(journee: Journee) {
  const enfants = Array.from(journee.nm, (nm, quart) => nm + (journee.m[quart] ?? 0));
  const marcheurs = Array.from(journee.m);
  const capacite = Array.from(journee.capacite);
  const [requis, prevus] = [Array.from(journee.requis), Array.from(journee.prevus)];
  const { m: presentsMarcheurs } = journee.presents ?? {};
  const presents =
    journee.presents && Array.from(journee.presents.nm, (nm, quart) => nm + (presentsMarcheurs?.[quart] ?? 0));
  const sommetEnfants = Math.max(1, ...capacite, ...enfants, ...(presents ?? []));
  const sommetEquipe = Math.max(1, ...requis, ...prevus);
  const ferme = (trace: string) => `${trace}V${HAUTEUR_COURBE}H0Z`;
  return {
    largeur: journee.nombre * QUART,
    enfants: ferme(buildMarches(enfants, sommetEnfants)),
    marcheurs: ferme(buildMarches(marcheurs, sommetEnfants)),
    presents: presents && buildMarches(presents, sommetEnfants),
    capacite: buildMarches(capacite, sommetEnfants),
    prevus: ferme(buildMarches(prevus, sommetEquipe)),
    requis: buildMarches(requis, sommetEquipe),
    enfantsAuPlus: Math.max(0, ...enfants),
    requisAuPlus: Math.max(0, ...requis),
    prevusAuPlus: Math.max(0, ...prevus),
  };
}

/** Chaque sortie et sa propre règle d'effectif (CAP-12). */
function listLignesDeSorties({ sorties, postes }: CrecheDuJour, noms: readonly Nomme[]) {
  return sorties.map(({ sortie, enfants, comptent, requis, manque, verdict }) => ({
    id: sortie.id,
    lieu: sortie.lieu,
    heures: formatPlages([sortie]),
    enfants,
    noms: noms.filter(({ id }) => sortie.enfants.includes(id)).map(({ nom, prenom }) => formatNom(nom, prenom)),
    accompagnants: postes
      .filter(({ professionnelId }) => sortie.accompagnants.includes(professionnelId))
      .map((poste) => {
        const nom = formatNom(poste.nom, poste.prenom);
        if (poste.categorie === null) return `${nom} (ne compte pas)`;
        return isAccompagnant(poste, sortie) ? nom : `${nom} (n’y est pas du départ au retour)`;
      }),
    comptent,
    requis: requis.total,
    manque,
    motif: verdict.issue === 'accepte' ? '' : verdict.motif,
  }));
}

const ETATS_QUART = { sous: 'sous le taux', exact: 'juste', marge: 'de la marge', vide: 'aucun enfant' } as const;

function listLignesDeQuarts(journee: Journee) {
  const lu = (serie: Serie, quart: number) => serie[quart] ?? 0;
  return Array.from({ length: journee.nombre }, (_, quart) => {
    const etat = computeEtatQuart(journee, quart);
    const manque = computeManqueDuQuart(journee, quart);
    return {
      heure: formatMinutes(journee.ouvre + quart * PAS),
      nm: lu(journee.nm, quart),
      m: lu(journee.m, quart),
      presents: journee.presents && {
        nm: lu(journee.presents.nm, quart),
        tous: lu(journee.presents.nm, quart) + lu(journee.presents.m, quart),
      },
      capacite: lu(journee.capacite, quart),
      // CAP-11b : un seul ne suffit que s'il est de catégorie 1.
      requis: lu(journee.requis, quart) === 1 ? '1 de catégorie 1, ou 2' : String(lu(journee.requis, quart)),
      requisCat1: lu(journee.requisCat1, quart),
      prevus: lu(journee.prevus, quart),
      prevusCat1: lu(journee.prevusCat1, quart),
      ecart: manque > 0 ? -manque : lu(journee.prevus, quart) - lu(journee.requis, quart),
      etat: ETATS_QUART[etat],
      sous: etat === 'sous',
    };
  });
}

export const ETATS_POSTE: Record<EtatPoste, string> = {
  PREVU: '',
  ABSENT: 'absent',
  SANS_HORAIRE: 'sans horaire',
  REPOS: 'ne travaille pas ce jour',
  AILLEURS: 'dans une autre crèche ce jour',
};
const NATURES: Record<NatureSegment, string> = {
  POSTE: 'auprès des enfants',
  PAUSE: 'pause',
  REUNION: 'réunion',
  FORMATION: 'formation',
  SORTIE: 'sortie',
};

function listLignesEquipe({ postes, creche }: CrecheDuJour, axe: Axe) {
  const debut = ({ segments }: PosteDuJour) => segments[0]?.debut ?? 1440;
  return postes
    .toSorted(
      (a, b) =>
        Number(a.categorie === null) - Number(b.categorie === null) ||
        debut(a) - debut(b) ||
        a.nom.localeCompare(b.nom, 'fr'),
    )
    .map((poste) => ({
      id: poste.professionnelId,
      nom: formatNom(poste.nom, poste.prenom),
      metier: poste.libelleMetier,
      categorie: poste.categorie,
      renfort: poste.rattachementId !== creche.id,
      etat: poste.deuxLieux ? 'prévu dans deux crèches à la fois' : ETATS_POSTE[poste.etat],
      segments: poste.segments.map((segment) => buildSegmentVu(segment, axe, poste.categorie === null)),
      texte: poste.segments
        .map(
          ({ debut: de, fin, nature }) =>
            `${formatMinutes(de)}–${formatMinutes(fin)} ${nature === 'POSTE' && poste.categorie === null ? 'sur place' : NATURES[nature]}`,
        )
        .join(', '),
    }));
}
export type LigneEquipe = ReturnType<typeof listLignesEquipe>[number];

function buildSegmentVu({ debut, fin, nature }: Segment, axe: Axe, horsTaux: boolean) {
  const part = (minutes: number) => Math.round(((minutes - axe.debut) / (axe.fin - axe.debut)) * 10_000) / 100;
  const gauche = Math.max(0, part(debut));
  return {
    gauche,
    largeur: Math.max(0, Math.min(100, part(fin)) - gauche),
    nature: nature === 'POSTE' && horsTaux ? 'horsTaux' : nature.toLowerCase(),
    titre: `${formatMinutes(debut)}–${formatMinutes(fin)} : ${NATURES[nature]}`,
  };
}

function listLignesDeSections({ accueils, journee }: CrecheDuJour, sections: readonly Section[]) {
  const parSection = Map.groupBy(accueils, ({ sectionId }) => sectionId);
  const connues = [...sections, { id: null, nom: 'Sans section', tranche: '' }];
  return connues.flatMap(({ id, nom, tranche }) => {
    const ici = parSection.get(id) ?? [];
    if (ici.length === 0 && id === null) return [];
    const enfants = [...new Map(ici.map((accueil) => [accueil.enfantId, accueil])).values()];
    const marcheurs = enfants.filter((accueil) => isMarcheur(accueil, journee.jour)).length;
    return [
      {
        id: id ?? '',
        nom,
        tranche: TRANCHES[tranche] ?? '',
        enfants: enfants.length,
        marcheurs,
        nonMarcheurs: enfants.length - marcheurs,
        heures:
          ici.length === 0
            ? ''
            : `${formatMinutes(Math.min(...ici.map(({ debut }) => debut)))}–${formatMinutes(Math.max(...ici.map(({ fin }) => fin)))}`,
      },
    ];
  });
}

/** Ce que l'on peut encore offrir ; par section quand la crèche arrondit par section. */
function listLibres({ creche, journee }: CrecheDuJour, sections: readonly Section[], dureeMin: number) {
  const groupes = creche.agregation === 'UNITE' ? sections : [{ id: null, nom: 'Toute la crèche' }];
  return groupes.flatMap(({ id, nom }) =>
    (['NON_MARCHEURS', 'MARCHEURS'] as const).flatMap((marche) =>
      listHeuresLibres(journee, computeMarges(creche, journee, marche, id), dureeMin).map((libre) => ({
        cle: `${id}-${marche}-${libre.debut}-${libre.fin}`,
        section: nom,
        marche: marche === 'MARCHEURS' ? 'Enfants qui marchent' : 'Enfants qui ne marchent pas',
        heures: formatPlages([libre]),
        places: libre.places,
        duree: formatDuree((libre.fin - libre.debut) * libre.places),
      })),
    ),
  );
}
