import {
  type AttenteComptee,
  type AttenteFiltre,
  type AttenteLigne,
  findCode,
  formatMesure,
  getMesure,
  RAISONS_ATTENTE,
} from '#modules/mesures/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { formatAdresseMesure, formatAdresseMesures } from './adresses.ts';
import { buildAncienneteAttente, buildTerme, formatAttente, formatJours, formatLe } from './mesure-view.ts';

export const ADRESSE_ATTENTES = '/mesures/ordonne-pas-execute';

/** Le début réel que le département vise, en jours : un accueil, une autre mesure. */
export type DebutsVises = Readonly<{ accueil: number; autre: number }>;

/** Une mesure ordonnée et pas commencée, prête à lire. */
export function buildLigneAttente(
  ligne: AttenteLigne,
  jour: JourCivil,
  { vises, peutExecuter }: { vises: DebutsVises; peutExecuter: boolean },
) {
  const { id, enfantId, numero, code, decideeLe, attente, raison, raisonDepuis, detenteur, risque, au } = ligne;
  return {
    id,
    numero,
    enfant: formatPersonne(ligne),
    href: formatAdresseMesure(id),
    hrefEnfant: formatAdresseMesures(enfantId),
    mesure: formatMesure(code),
    decideeLe,
    decidee: formatLe(decideeLe),
    attente,
    attenteDite: formatAttente(attente),
    anciennete: buildAncienneteAttente(attente, isAccueil(code, jour) ? vises.accueil : vises.autre),
    raison: raison === null ? '' : RAISONS_ATTENTE[raison],
    raisonDepuis: raisonDepuis === null ? null : `depuis le ${formatLe(raisonDepuis)}`,
    detenteur: detenteur ?? '',
    risque: risque ?? '',
    au,
    terme: buildTerme(au, jour),
    unite: ligne.unite,
    service: ligne.service ?? '',
    debut: peutExecuter ? formatAdresseMesure(id, 'debut') : null,
    pourquoi: peutExecuter ? formatAdresseMesure(id, 'attente') : null,
  };
}
export type LigneAttente = ReturnType<typeof buildLigneAttente>;

function isAccueil(code: string, jour: JourCivil): boolean {
  const connu = findCode(code);
  return connu !== undefined && getMesure(connu, jour).groupe === 'hebergement';
}

type Axe = 'unite' | 'service';

/** Les chiffres d'un axe ; chacun ouvre la même liste, filtrée. */
export function buildChiffresAttente(comptes: readonly AttenteComptee[], axe: Axe, filtre: AttenteFiltre) {
  return comptes.map(({ id, nom, nombre, plusLongue }) => {
    const valeur = axe === 'unite' ? id : nom;
    return {
      nom: nom || 'Service à désigner',
      nombre,
      plusLongueDite: formatJours(plusLongue),
      href: valeur ? formatAdresseFiltree(filtre, axe, valeur) : null,
    };
  });
}
export type ChiffreAttente = ReturnType<typeof buildChiffresAttente>[number];

function formatAdresseFiltree({ q, code, origine, unite, service }: AttenteFiltre, axe: Axe, valeur: string): string {
  const gardes = Object.entries({ q, code, origine, unite, service, [axe]: valeur }).filter(([, v]) => v !== '');
  return `${ADRESSE_ATTENTES}?${new URLSearchParams(gardes)}`;
}
