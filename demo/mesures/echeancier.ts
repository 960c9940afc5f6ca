import type { CodeMesure } from '#modules/mesures/index.ts';
import type { Alea } from '../alea.ts';
import { addMois, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { MESURES } from '../parametres/mesures.ts';
import type { Etape } from './parcours.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Un terme commun à la fratrie, et le jour où l'on décide de la suite : une audience, ou une commission. */
export type Terme = { au: Numero; decide: Numero };
/** Les termes d'une fratrie devant le juge, et devant le département. */
export type Echeancier = { judiciaire: readonly Terme[]; administratif: readonly Terme[] };

export type Tuile = {
  nature: 'initiale' | 'renouvellement' | 'prorogation';
  le: Numero;
  du: Numero;
  au: Numero | null;
};

export function createEcheancier(alea: Alea, du: Numero, reference: Numero): Echeancier {
  return {
    judiciaire: listTermes(alea.flux('juge'), MESURES.moisJudiciaires.valeur, du, reference),
    administratif: listTermes(alea.flux('departement'), MESURES.moisAdministratifs.valeur, du, reference),
  };
}

function listTermes(alea: Alea, mois: Readonly<Record<string, number>>, du: Numero, reference: Numero): Terme[] {
  const tirer = () => Number(alea.pondere(mois));
  const termes: Terme[] = [];
  let au = reference + alea.entier(1, tirer() * 30);
  for (; au > du; au = addMois(au, -tirer())) termes.unshift({ au, decide: au - alea.entier(5, 40) });
  return termes;
}

/** Ce que dure une décision : un nombre de jours, ou un nombre de mois au plus, jusqu'au terme de la fratrie. */
const JOURS: Partial<Record<CodeMesure, number>> = { ACCUEIL_72H: 4, RECUEIL_5J: 5, APU_MNA: 5 };
const PLUS_LONGUE: Partial<Record<CodeMesure, number>> = {
  AEMO_RENFORCEE: 12,
  OPP_JUGE: 6,
  MJIE: 6,
  AED: 12,
  AED_RENFORCEE: 12,
  TISF: 6,
  AESF: 6,
  AP: 12,
  MERE_ENFANT: 6,
  AJM: 12,
};
const SANS_TERME: ReadonlySet<CodeMesure> = new Set(['OPP_PARQUET', 'PUPILLE', 'TDB']);
const JUSQU_A_LA_MAJORITE: ReadonlySet<CodeMesure> = new Set(['TUTELLE_DEP', 'DAP_VOLONTAIRE', 'DAP_FORCEE']);
/** Ce que l'autorité proroge, au lieu de le renouveler. */
const PROROGE: ReadonlySet<CodeMesure> = new Set(['APU_MNA', 'OPP_JUGE']);

/** Les décisions successives d'une mesure, de son premier jour à sa fin. `borne` : le jour où l'âge y met fin. */
export function listTuiles(alea: Alea, etape: Etape, termes: readonly Terme[], borne: Numero): Tuile[] {
  const { code, du, au } = etape;
  if (SANS_TERME.has(code)) return [{ nature: 'initiale', le: du, du, au: null }];
  if (JUSQU_A_LA_MAJORITE.has(code)) return [{ nature: 'initiale', le: du, du, au: borne }];
  const tuiles: Tuile[] = [{ nature: 'initiale', le: du, du, au: computeTerme(code, du, termes, borne) }];
  for (let suite = next(alea, etape, tuiles, termes, borne); suite; suite = next(alea, etape, tuiles, termes, borne))
    tuiles.push(suite);
  const derniere = tuiles.at(-1);
  if (derniere && au !== null && etape.motif === 'ECHEANCE' && derniere.du <= au) derniere.au = au;
  return tuiles;
}

function computeTerme(code: CodeMesure, du: Numero, termes: readonly Terme[], borne: Numero): Numero {
  const jours = JOURS[code];
  if (jours !== undefined) return du + jours - 1;
  const plusTard = addMois(du, PLUS_LONGUE[code] ?? 24) - 1;
  // Le juge ou le département ramène l'enfant au terme de sa fratrie, sauf s'il est tout proche.
  const commun = isProvisoire(code) ? plusTard : (termes.find(({ au }) => au >= du + 44)?.au ?? plusTard);
  return Math.max(du, Math.min(commun, plusTard, borne));
}

const isProvisoire = (code: CodeMesure) => code === 'OPP_JUGE' || code === 'MJIE' || code === 'AJM';

function next(
  alea: Alea,
  { code, au: fin }: Etape,
  tuiles: readonly Tuile[],
  termes: readonly Terme[],
  borne: Numero,
): Tuile | null {
  const derniere = tuiles.at(-1);
  if (!derniere || derniere.au === null || derniere.au >= Math.min(fin ?? borne, borne)) return null;
  const { au } = derniere;
  const bref = JOURS[code] !== undefined;
  const tardive = !bref && alea.chance(MESURES.renouvellementTardif.valeur);
  const prevue = termes.find((terme) => terme.au === au)?.decide ?? au - (bref ? 0 : 15);
  const le = tardive ? au + alea.entier(2, 30) : Math.max(prevue, derniere.du + 1);
  const recente = fin === null && au < AUJOURDHUI && au > AUJOURDHUI - 45;
  if (le > AUJOURDHUI || (recente && !bref && alea.chance(MESURES.echueSansDecision.valeur))) return null;
  const du = Math.max(le, au + 1);
  if (fin !== null && du > fin) return null;
  return {
    nature: PROROGE.has(code) ? 'prorogation' : 'renouvellement',
    le,
    du,
    au: computeTerme(code, du, termes, borne),
  };
}
