import type { EtatMesure } from '#modules/mesures/index.ts';
import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { MESURES } from '../parametres/mesures.ts';
import { drawHeure } from './decisions.ts';
import type { Bureau, Dossier } from './dossiers.ts';
import type { Tuile } from './echeancier.ts';
import type { LigneExecution } from './lignes.ts';
import type { Etape } from './parcours.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Le premier acte réel ; nul : la mesure attend encore, ou a fini sans avoir commencé. `suite` : elle en prolonge une autre. */
export function computeDebut(
  alea: Alea,
  { enfant, equipeDu }: Dossier,
  { code, du, au }: Etape,
  suite: boolean,
): Numero | null {
  const fin = Math.min(au ?? AUJOURDHUI, AUJOURDHUI);
  const avant = (jour: Numero) => (jour <= fin ? jour : null);
  if (suite) return avant(du);
  if (enfant.situation === 'aemo') return equipeDu === null ? null : avant(Math.max(du, equipeDu));
  if (enfant.situation === 'aed') {
    const recente = au === null && du > AUJOURDHUI - 40;
    return recente && alea.chance(MESURES.aedEnAttente.valeur) ? null : avant(du + alea.entier(1, 18));
  }
  const ordonnee = code.startsWith('PLACEMENT') && au === null && du > AUJOURDHUI - 120;
  if (ordonnee && alea.chance(MESURES.placementEnAttente.valeur)) return null;
  return avant(code.startsWith('PLACEMENT') ? du + alea.entier(0, 12) : du);
}

type AInscrire = { mesureId: string; etape: Etape; debut: Numero | null; decidee: Numero; service: string | null };
const URGENCES: ReadonlySet<string> = new Set(['ACCUEIL_72H', 'RECUEIL_5J', 'APU_MNA', 'OPP_PARQUET']);

/** L'attente, le début et la fin. Une mesure qui attend sans que personne ait dit pourquoi n'a aucune ligne. */
export function addExecution(
  { lignes }: Bureau,
  dossier: Dossier,
  { mesureId, etape, debut, decidee, service }: AInscrire,
): { dite: boolean; suspendue: boolean } {
  const alea = dossier.alea.flux('execution', mesureId);
  const poser = (le: Numero, nature: LigneExecution['nature'], plus: Partial<LigneExecution> = {}) =>
    lignes.executions.push({
      id: alea.identifiant(le),
      mesureId,
      nature,
      le: formatNumero(le),
      instant: null,
      raison: null,
      detenteurId: null,
      detenteur: null,
      risque: null,
      motif: null,
      parId: dossier.findReferent(le),
      inscriteLe: alea.instant(le),
      ...plus,
    });
  const attendue = (debut ?? etape.au ?? AUJOURDHUI) - decidee;
  const dite = attendue > 12 && !alea.chance(MESURES.attenteSansRaison.valeur);
  if (dite) poser(decidee + alea.entier(1, 10), 'attente', drawAttente(alea, etape, service));
  if (debut !== null)
    poser(debut, 'debut-effectif', URGENCES.has(etape.code) ? { instant: drawHeure(alea, debut) } : {});
  const suspendue = debut !== null && etape.au === null && debut < AUJOURDHUI - 200 && alea.chance(0.008);
  if (suspendue) poser(AUJOURDHUI - alea.entier(5, 40), 'suspension');
  if (etape.au !== null && etape.motif !== null) poser(etape.au, 'fin', { motif: etape.motif });
  return { dite, suspendue };
}

function drawAttente(alea: Alea, { code }: Etape, service: string | null): Partial<LigneExecution> {
  const placement = code.startsWith('PLACEMENT');
  const raison = placement
    ? alea.pondere({ 'sans-place': 0.7, 'enfant-absent': 0.15, 'famille-refuse': 0.15 })
    : alea.pondere({
        'liste-attente': 0.62,
        'sans-intervenant': 0.2,
        'decision-attendue': 0.08,
        'famille-injoignable': 0.1,
      });
  return {
    raison,
    detenteur: placement ? 'Accueil familial et établissements' : (service ?? 'Équipe éducative du territoire'),
    risque: alea.chance(0.35) ? 'DONNÉE FICTIVE – L’enfant reste au domicile ; l’école est attentive.' : null,
  };
}

const RENOUVELEES = /^(AED|AEMO|AP$|AJM|PLACEMENT|MERE)/;

/** L'état que la suite des actes donne à la mesure. */
export function evaluateEtat(
  alea: Alea,
  { code, au, motif }: Etape,
  {
    tuiles,
    debut,
    dite,
    suspendue,
  }: { tuiles: readonly Tuile[]; debut: Numero | null; dite: boolean; suspendue: boolean },
): EtatMesure {
  if (au !== null)
    return motif === 'MAINLEVEE_JUGE' ? 'mainlevee' : motif === 'DEMENAGEMENT' ? 'transferee' : 'terminee';
  if (debut === null) return dite ? 'en-attente-execution' : 'decidee';
  if (suspendue) return 'suspendue';
  const terme = RENOUVELEES.test(code) ? (tuiles.at(-1)?.au ?? null) : null;
  if (terme !== null && terme - AUJOURDHUI < 75 && terme >= AUJOURDHUI && alea.chance(0.5)) return 'en-renouvellement';
  return tuiles.length > 1 ? 'renouvelee' : 'en-cours';
}
