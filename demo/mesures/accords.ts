import { formatNumero, type Numero } from '../calendrier.ts';
import type { Signee } from './decisions.ts';
import type { Bureau, Dossier } from './dossiers.ts';
import type { Etape } from './parcours.ts';

const SANS_ACCORD = new Set(['ACCUEIL_72H', 'RECUEIL_5J', 'APU_MNA', 'PUPILLE', 'TDB']);

type AInscrire = { mesureId: string; etape: Etape; signees: readonly Signee[] };

/** La demande, l'avis de l'équipe et l'accord de la famille, avant chaque décision du département. Rend le jour de la demande. */
export function addAccords(bureau: Bureau, dossier: Dossier, { mesureId, etape, signees }: AInscrire): Numero {
  const [premiere] = signees;
  if (!premiere) return etape.du;
  const { enfant } = dossier;
  const sansAccord = premiere.signataire === null || SANS_ACCORD.has(etape.code);
  const alea = dossier.alea.flux('accords', mesureId);
  const demande = sansAccord ? premiere.le : Math.max(enfant.ouvert, premiere.le - alea.entier(8, 45));
  if (sansAccord) return demande;
  const par =
    etape.code === 'AJM' ? 'Le jeune' : alea.pondere({ 'La mère': 0.55, 'Les deux parents': 0.35, 'Le père': 0.1 });
  for (const { nature, le } of signees) {
    // L'accord se recueille de nouveau à chaque renouvellement ; un sur quinze n'est pas au dossier.
    if (nature !== 'initiale' && alea.chance(0.07)) continue;
    const jour = Math.max(demande, le - alea.entier(0, 6));
    bureau.lignes.accords.push({
      id: alea.identifiant(jour),
      mesureId,
      nature: 'accord',
      forme: etape.code === 'AP' || alea.chance(0.85) ? 'ecrit' : 'oral',
      par,
      le: formatNumero(jour),
      precision: null,
      parId: dossier.findReferent(jour),
      inscritLe: alea.instant(jour),
    });
  }
  if (alea.chance(0.6)) addAvis(bureau, dossier, mesureId, Math.max(demande, premiere.le - alea.entier(0, 5)));
  if (etape.motif === 'RETRAIT_ACCORD_PARENTAL' && etape.au !== null)
    addRetrait(bureau, dossier, mesureId, Math.max(premiere.le, etape.au - alea.entier(0, 3)), par);
  return demande;
}

export function addRetrait(bureau: Bureau, dossier: Dossier, mesureId: string, le: Numero, par: string): void {
  const alea = dossier.alea.flux('retrait', mesureId);
  bureau.lignes.accords.push({
    id: alea.identifiant(le),
    mesureId,
    nature: 'retrait',
    forme: null,
    par,
    le: formatNumero(le),
    precision: 'DONNÉE FICTIVE – Dit au référent, confirmé par courrier.',
    parId: dossier.findReferent(le),
    inscritLe: alea.instant(le),
  });
}

function addAvis(bureau: Bureau, dossier: Dossier, mesureId: string, le: Numero): void {
  const alea = dossier.alea.flux('avis', mesureId);
  const sens = alea.pondere({ favorable: 0.86, reserve: 0.11, defavorable: 0.03 });
  bureau.lignes.avis.push({
    id: alea.identifiant(le),
    mesureId,
    sens,
    motif: 'DONNÉE FICTIVE – Avis de l’équipe du territoire après rencontre de la famille.',
    le: formatNumero(le),
    parId: dossier.findReferent(le),
    inscritLe: alea.instant(le),
  });
}
