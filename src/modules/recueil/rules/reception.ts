/**
 * Ce qu'une information doit dire pour être reçue, et ce qui ne peut pas être.
 *
 * Ce que dit le texte : l'information préoccupante concerne un mineur, de moins de dix-huit ans (C. civ. 388, CASF R226-2-2) ; chacun
 * des mineurs du domicile a sa part d'évaluation (CASF D226-2-3 I) ; le délai court de la réception (D226-2-4 II) ; qui transmet
 * prévient d'abord les parents, sauf intérêt contraire de l'enfant (L226-2-1, IP-002).
 * Comment il est lu ici : au moins un mineur, même sans nom ; nul n'y est deux fois ; la réception n'est pas à venir ; des parents non
 * prévenus, on dit pourquoi, ou que l'on ne le sait pas. De dix-huit à vingt ans l'information se reçoit, la cellule la requalifie ;
 * au-delà, c'est une faute de frappe.
 * Non traité : la transmission sans délai (IP-001), le jour où qui transmet a connu le danger n'étant pas inscrit ; les ressemblances
 * qui ne sont pas l'égalité, que le rapprochement montre sans rien refuser.
 */

import {
  C_CIV_388,
  CASF_D226_2_3,
  CASF_D226_2_4_II,
  CASF_L226_2_1,
  CASF_R226_2_2,
} from '#modules/informations-preoccupantes/index.ts';
import { ageRevolu, type JourCivil } from '#shared/jour-civil.ts';
import { normaliseNom } from '#shared/nom-propre.ts';
import { formatTexte, type TexteLegal } from '#shared/texte-legal.ts';
import type { AdulteSaisie, InformationSaisie, MineurSaisie } from '../information-saisie.ts';
import { getCategorie } from '../information-saisie.ts';

/** Champ → ce qui ne va pas. */
export type Objections = Record<string, string>;

const AGE_REFUSE = 21;
/** Une grossesse ne dure pas plus ; un terme dépassé depuis plus longtemps est un enfant né. */
const TERME_MOIS_APRES = 10;

function buildObjection(motif: string, texte?: TexteLegal): string {
  return texte ? `${motif} (${formatTexte(texte)})` : motif;
}

type Moment = { jour: JourCivil; heure: string };

/** Tout ce qui empêche de recevoir cette information ; vide si elle peut l'être. */
export function evaluateReception(saisie: InformationSaisie, maintenant: Moment): Objections {
  return { ...evaluateSource(saisie, maintenant), ...evaluateFoyer(saisie, maintenant.jour) };
}

type Source = Pick<
  InformationSaisie,
  'recueLe' | 'recueHeure' | 'transmiseLe' | 'saisineDirecteLe' | 'suitesDemandees' | 'source' | 'categorieSource'
>;

/** La réception n'est pas à venir, la transmission ne la suit pas ; anonyme et demander les suites se contredisent. */
export function evaluateSource(saisie: Source, { jour, heure }: Moment): Objections {
  const { recueLe, recueHeure, transmiseLe, saisineDirecteLe } = saisie;
  const objections: Objections = {};
  if (recueLe > jour) objections.recueLe = buildObjection('Ce jour de réception est à venir.', CASF_D226_2_4_II);
  else if (recueLe === jour && recueHeure > heure)
    objections.recueHeure = buildObjection('Cette heure de réception est à venir.', CASF_D226_2_4_II);
  if (transmiseLe !== null && transmiseLe > recueLe)
    objections.transmiseLe = 'La transmission ne peut pas suivre la réception.';
  if (saisineDirecteLe !== null && saisineDirecteLe > jour)
    objections.saisineDirecteLe = 'Cette saisine du parquet est à venir.';
  if (saisie.suitesDemandees && getCategorie(saisie) === 'anonyme')
    objections.suitesDemandees =
      'Anonyme, et demande les suites : on ne saurait à qui répondre. Changez la catégorie, ou décochez.';
  return objections;
}

type Foyer = Pick<InformationSaisie, 'mineurs' | 'adultes' | 'parentsInformes' | 'motifNonInformation'>;

/** Au moins un mineur, nul deux fois, et des parents non prévenus on dit pourquoi : à la réception comme à la correction. */
export function evaluateFoyer(saisie: Foyer, jour: JourCivil): Objections {
  const objections: Objections = {};
  if (saisie.parentsInformes === false && saisie.motifNonInformation === null)
    objections.motifNonInformation = buildObjection(
      'Les parents n’ont pas été prévenus : dites pourquoi, ou répondez « on ne le sait pas ».',
      CASF_L226_2_1,
    );
  if (saisie.mineurs.length === 0)
    objections['mineurs.0.prenom'] = buildObjection(
      'Décrivez au moins un enfant, même sans son nom : un prénom, un âge à peu près, ou « à naître ».',
      CASF_R226_2_2,
    );
  return {
    ...objections,
    ...evaluateNaissances(saisie.mineurs, jour),
    ...evaluateDoublons(saisie.mineurs, saisie.adultes),
  };
}

function evaluateNaissances(mineurs: readonly MineurSaisie[], jour: JourCivil): Objections {
  const objections: Objections = {};
  for (const [rang, mineur] of mineurs.entries()) {
    const { champ, motif, texte } = findObjectionNaissance(mineur, jour) ?? {};
    if (champ && motif) objections[`mineurs.${rang}.${champ}`] = buildObjection(motif, texte);
  }
  return objections;
}

function findObjectionNaissance(
  { dateNaissance, ageEstime, aNaitre, termePrevu }: MineurSaisie,
  jour: JourCivil,
): { champ: string; motif: string; texte?: TexteLegal } | undefined {
  if (aNaitre && (dateNaissance !== null || ageEstime !== null))
    return { champ: 'aNaitre', motif: 'Un enfant à naître n’a ni date de naissance ni âge : décochez, ou videz-les.' };
  if (!aNaitre && termePrevu !== null)
    return { champ: 'termePrevu', motif: 'Un terme ne se donne que d’un enfant à naître : cochez « à naître ».' };
  if (termePrevu !== null && Math.abs(ecartEnMois(termePrevu, jour)) > TERME_MOIS_APRES)
    return { champ: 'termePrevu', motif: 'Ce terme est à plus de dix mois : vérifiez l’année.' };
  if (dateNaissance !== null && dateNaissance > jour)
    return {
      champ: 'dateNaissance',
      motif: 'Cette date de naissance est à venir : pour un enfant à naître, donnez le terme.',
    };
  const age = dateNaissance === null ? ageEstime : ageRevolu(dateNaissance, jour);
  if (age === null || age < AGE_REFUSE) return undefined;
  return {
    champ: dateNaissance === null ? 'ageEstime' : 'dateNaissance',
    motif: `À ${age} ans, cette personne n’est plus mineure : vérifiez la date, ou décrivez-la parmi les adultes.`,
    texte: C_CIV_388,
  };
}

function ecartEnMois(a: JourCivil, b: JourCivil): number {
  return (Number(a.slice(0, 4)) - Number(b.slice(0, 4))) * 12 + Number(a.slice(5, 7)) - Number(b.slice(5, 7));
}

type Nomme = {
  champ: string;
  ou: string;
  adulte: boolean;
  nom: string | null;
  prenom: string | null;
  dateNaissance: JourCivil | null;
  /** Le dossier ou la fiche reconnue comme la sienne. */
  reference: string | null;
};

/** La même personne deux fois. Des jumeaux n'ont pas le même prénom. */
function evaluateDoublons(mineurs: readonly MineurSaisie[], adultes: readonly AdulteSaisie[]): Objections {
  const personnes: Nomme[] = [
    ...mineurs.map((m, rang) => buildNomme(m, m.enfantId, `mineurs.${rang}`, `l’enfant ${rang + 1}`)),
    ...adultes.map((a, rang) => buildNomme(a, a.personneId, `adultes.${rang}`, `l’adulte ${rang + 1}`)),
  ];
  const objections: Objections = {};
  for (const [rang, personne] of personnes.entries()) {
    const deja = personnes.slice(0, rang).find((autre) => isMemePersonne(autre, personne));
    if (deja)
      objections[personne.champ] = buildObjection(
        `C’est la même personne que ${deja.ou} : si elles sont deux, donnez leurs dates de naissance.`,
        CASF_D226_2_3,
      );
  }
  return objections;
}

function buildNomme(
  { nom, prenom, dateNaissance }: Pick<Nomme, 'nom' | 'prenom' | 'dateNaissance'>,
  reference: string | null,
  bloc: string,
  ou: string,
): Nomme {
  return { champ: `${bloc}.prenom`, ou, adulte: bloc.startsWith('adultes'), nom, prenom, dateNaissance, reference };
}

/** Même fiche, ou même prénom sans que ni le nom ni la naissance les séparent ; un père et son fils ont souvent le même nom. */
function isMemePersonne(a: Nomme, b: Nomme): boolean {
  if (a.reference !== null && b.reference !== null) return a.reference === b.reference;
  const prenom = normaliseNom(a.prenom ?? '');
  if (prenom === '' || prenom !== normaliseNom(b.prenom ?? '')) return false;
  const compatible = (x: string | null, y: string | null) => x === null || y === null || x === y;
  const nom = (personne: Nomme) => (personne.nom === null ? null : normaliseNom(personne.nom));
  if (!compatible(nom(a), nom(b)) || !compatible(a.dateNaissance, b.dateNaissance)) return false;
  return a.adulte === b.adulte || (a.dateNaissance !== null && b.dateNaissance !== null);
}
