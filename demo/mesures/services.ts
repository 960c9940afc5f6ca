import type { CodeMesure } from '#modules/mesures/index.ts';
import type { Alea } from '../alea.ts';
import { createTelephone } from '../noms/identite.ts';
import type { Profil } from '../parametres/profils.ts';

/** Les services et les tribunaux : aucun établissement réel. */
const MILIEU_OUVERT = [
  'Service de milieu ouvert Les Deux Rives',
  'Service de milieu ouvert La Passerelle',
  'Service d’action éducative Le Trait d’union',
];
const MAISONS = [
  'Maison d’enfants Les Tilleuls',
  'Maison d’enfants La Hêtraie',
  'Foyer départemental Le Phare',
  'Lieu de vie Les Ajoncs',
  'Village d’enfants Le Grand Pré',
];
const JURIDICTIONS: Readonly<Record<Profil, readonly string[]>> = {
  manche: ['Tribunal pour enfants de Coutances', 'Tribunal pour enfants de Cherbourg-en-Cotentin'],
  somme: ['Tribunal pour enfants d’Amiens'],
  'val-de-marne': ['Tribunal pour enfants de Créteil'],
};
/** Qui prend une décision que le département reçoit, quand ce n'est pas le juge des enfants. */
const AUTORITES: Partial<Record<CodeMesure, string>> = {
  OPP_PARQUET: 'Parquet des mineurs',
  TUTELLE_DEP: 'Juge aux affaires familiales, tutelles des mineurs',
  DAP_VOLONTAIRE: 'Juge aux affaires familiales',
  DAP_FORCEE: 'Juge aux affaires familiales',
  PUPILLE: 'Préfecture, tutelle des pupilles de l’État',
};

export function drawService(alea: Alea, code: CodeMesure, mode: string | null): string | null {
  if (/^(AEMO|PEAD|MJIE)/.test(code)) return alea.choix(MILIEU_OUVERT);
  if (/^(AED|TISF|AESF)/.test(code)) return 'Équipe éducative du territoire';
  if (/^(PLACEMENT_TDC|TDB)$/.test(code)) return null;
  if (/^(PLACEMENT|OPP|AP$|PUPILLE|TUTELLE|DAP|ACCUEIL|RECUEIL)/.test(code))
    return mode === 'accueil-familial' ? 'Accueil familial départemental' : alea.choix(MAISONS);
  if (code === 'MERE_ENFANT') return 'Centre maternel Les Mouettes';
  return code === 'APU_MNA' || code === 'AJM' ? 'Service des mineurs non accompagnés et jeunes majeurs' : null;
}

export const createContact = (alea: Alea): string => `Secrétariat, ${createTelephone(alea, false)}`;

export function findJuridiction(profil: Profil, code: CodeMesure, cle: string): string {
  const tribunaux = JURIDICTIONS[profil];
  return AUTORITES[code] ?? tribunaux[cle.length % tribunaux.length] ?? '';
}
