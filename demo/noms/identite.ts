import type { Alea } from '../alea.ts';
import type { Numero } from '../calendrier.ts';
import type { Profil } from '../parametres/profils.ts';
import { GROUPES, type Origine, PARTS_ORIGINES } from './origines.ts';
import { PATRONYMES, REGIONAUX } from './patronymes.ts';
import { listPrenoms, type Sexe } from './prenoms.ts';

export type { Sexe };
export type Lignee = Origine | 'ancienne';

export function createLignee(alea: Alea, profil: Profil): Lignee {
  const parts = PARTS_ORIGINES[profil];
  const reste = 1 - Object.values(parts).reduce((somme, p) => somme + p, 0);
  return alea.pondere<Lignee>({ ...parts, ancienne: reste });
}

export function createNom(alea: Alea, profil: Profil, lignee: Lignee): string {
  if (lignee !== 'ancienne') return alea.choix(GROUPES[lignee].noms).replace(/^(Da|De|Dos)-/, '$1 ');
  return alea.choix(alea.chance(0.22) ? REGIONAUX[profil] : PATRONYMES);
}

export function createPrenom(alea: Alea, sexe: Sexe, naissance: Numero, lignee: Lignee): string {
  if (lignee === 'ancienne' || alea.chance(GROUPES[lignee].partPrenomCommun))
    return alea.choix(listPrenoms(sexe, naissance));
  return alea.choix(GROUPES[lignee][sexe]);
}

/** Numéros réservés à la fiction par le plan de numérotation (Arcep) : jamais attribués à quelqu'un. */
export function createTelephone(alea: Alea, portable: boolean): string {
  const suite = String(alea.entier(0, 9999)).padStart(4, '0');
  return `${portable ? '06 39 98' : '01 99 00'} ${suite.slice(0, 2)} ${suite.slice(2)}`;
}

export const normaliseNom = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

export const formatCourriel = (prenom: string, nom: string, domaine = 'example.org'): string =>
  `${normaliseNom(prenom)}.${normaliseNom(nom)}@${domaine}`;
