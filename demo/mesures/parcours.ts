import type { CodeMesure, MotifFin } from '#modules/mesures/index.ts';
import type { Alea } from '../alea.ts';
import { addAnnees, type Numero, parseNumero } from '../calendrier.ts';
import type { Enfant } from '../enfants/identites.ts';
import { JOUR_DEMO } from '../jour.ts';
import { MESURES } from '../parametres/mesures.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Une mesure de la vie d'un enfant : de quand à quand elle est voulue, et pourquoi elle a cessé. `au` nul : elle dure. */
export type Etape = { code: CodeMesure; du: Numero; au: Numero | null; motif: MotifFin | null };
/** Un changement de statut qui prend le pas sur l'assistance éducative. */
export type Bascule = { code: CodeMesure; le: Numero };
export type Vie = { enfant: Enfant; majorite: Numero; bascule: Bascule | null };

/** `derniere` : rien ne la suit, même si le dossier reste ouvert quelque temps. */
type Suite = { code: CodeMesure; jours: number | null; derniere?: true };
const dure = (code: CodeMesure): Suite => ({ code, jours: null });

/** Les mesures successives d'un enfant, du dossier ouvert au dossier clos. */
export function listEtapes(alea: Alea, vie: Vie): Etape[] {
  const { enfant, majorite, bascule } = vie;
  if (enfant.situation === 'evaluation') return [];
  const debut = enfant.situation === 'aed' ? computeDebutAide(alea, enfant) : enfant.ouvert;
  const finDossier = enfant.clos;
  const finMinorite = plusTot(finDossier, majorite - 1);
  const finAvant = bascule === null ? finMinorite : plusTot(finMinorite, bascule.le - 1);
  const etapes =
    debut < majorite ? enchainer(alea, vie, debut, finAvant, listSuites(alea, vie, finAvant ?? AUJOURDHUI)) : [];
  if (bascule !== null && bascule.le < majorite && bascule.le <= (finDossier ?? AUJOURDHUI))
    etapes.push(...enchainer(alea, vie, bascule.le, finMinorite, [dure(bascule.code)]));
  if (majorite <= AUJOURDHUI && (finDossier === null || finDossier > majorite + 5))
    etapes.push(...enchainer(alea, vie, Math.max(majorite, debut), finDossier, [dure('AJM')]));
  return etapes;
}

/** Le premier des deux jours, s'il est passé ; une fin à venir n'en est pas une. */
function plusTot(fin: Numero | null, borne: Numero): Numero | null {
  const jour = Math.min(fin ?? borne, borne);
  return jour >= AUJOURDHUI ? null : jour;
}

/** Une aide à domicile se demande, s'accorde, puis se décide. */
function computeDebutAide(alea: Alea, { ouvert, clos }: Enfant): Numero {
  return Math.min(ouvert + alea.entier(3, 25), (clos ?? AUJOURDHUI) - 1);
}

function listSuites(alea: Alea, { enfant }: Vie, fin: Numero): Suite[] {
  const duree = fin - enfant.ouvert;
  if (enfant.mna) return listSuitesMna(alea, duree, enfant.clos);
  if (enfant.situation === 'aemo') return [dure(alea.pondere(MESURES.milieuOuvert.valeur))];
  if (enfant.situation === 'aed') return [dure(alea.pondere(MESURES.aideADomicile.valeur))];
  return enfant.judiciaire ? listSuitesJudiciaires(alea, enfant, duree) : listSuitesAdministratives(alea, enfant, fin);
}

function listSuitesJudiciaires(alea: Alea, enfant: Enfant, duree: number): Suite[] {
  const avant: Suite[] =
    duree > 720 && alea.chance(MESURES.milieuOuvertAvantPlacement.valeur)
      ? [{ code: alea.pondere(MESURES.milieuOuvert.valeur), jours: alea.entier(190, 500) }]
      : [];
  if (enfant.mode === 'autre' && enfant.ouvert < PEAD_CREE_JUSQU_AU && alea.chance(MESURES.placementADomicile.valeur))
    return [...avant, ...listSuitesADomicile(alea, enfant)];
  return [...avant, ...listEntree(alea), dure(tirerPlacement(alea, enfant))];
}

/** Le placement à domicile ne se crée plus depuis octobre 2024 : ce qui court alors devient du milieu ouvert renforcé. */
const PEAD_CREE_JUSQU_AU = parseNumero('2023-06-01');
const REQUALIFIE = parseNumero('2024-10-02');

function listSuitesADomicile(alea: Alea, { ouvert }: Enfant): Suite[] {
  const jours = Math.min(alea.entier(300, 720), REQUALIFIE - ouvert - alea.entier(30, 200));
  return [{ code: 'PEAD', jours: Math.max(60, jours) }, dure('AEMO_RENFORCEE')];
}

function listEntree(alea: Alea): Suite[] {
  const entree = alea.pondere(MESURES.entreesPlacement.valeur);
  const proroge = alea.chance(MESURES.provisoireProroge.valeur);
  const juge: Suite = { code: 'OPP_JUGE', jours: proroge ? alea.entier(190, 300) : alea.entier(70, 178) };
  if (entree === 'PLACEMENT_ASE') return [];
  if (entree === 'OPP_JUGE') return [juge];
  const parquet: Suite = { code: 'OPP_PARQUET', jours: alea.entier(9, 23) };
  return alea.chance(0.6) ? [parquet, juge] : [parquet];
}

function tirerPlacement(alea: Alea, { mode }: Enfant): CodeMesure {
  const direct = alea.chance(
    mode === 'autre' ? 3 * MESURES.placementsDirects.valeur : MESURES.placementsDirects.valeur,
  );
  if (!direct) return 'PLACEMENT_ASE';
  return mode === 'etablissement' ? 'PLACEMENT_DIRECT' : 'PLACEMENT_TDC';
}

function listSuitesAdministratives(alea: Alea, enfant: Enfant, fin: Numero): Suite[] {
  if (fin < addAnnees(enfant.naissance, 3) && alea.chance(0.4)) return [dure('MERE_ENFANT')];
  if (enfant.mode === 'autre' && alea.chance(0.15)) return [dure('TDB')];
  const urgence = alea.reel();
  if (urgence < 0.12) return [{ code: 'ACCUEIL_72H', jours: 3 }, dure('AP')];
  if (urgence < 0.2) return [{ code: 'RECUEIL_5J', jours: 5 }, dure('AP')];
  return [dure('AP')];
}

/** Mis à l'abri, évalué, puis confié ; celui qui n'est pas reconnu mineur sort de l'abri. */
function listSuitesMna(alea: Alea, duree: number, clos: Numero | null): Suite[] {
  const abri: Suite = { code: 'APU_MNA', jours: alea.choix([5, 10, 15, 15]) };
  if (clos !== null && duree < 60 && alea.chance(MESURES.mnaNonReconnus.valeur)) return [{ ...abri, derniere: true }];
  return [abri, { code: 'OPP_PARQUET', jours: alea.entier(9, 20) }, dure('PLACEMENT_ASE')];
}

/** Met bout à bout des mesures, de `du` à `fin` ; la dernière prend fin comme le dossier. */
function enchainer(alea: Alea, vie: Vie, du: Numero, fin: Numero | null, suites: readonly Suite[]): Etape[] {
  const etapes: Etape[] = [];
  let debut = du;
  for (const { code, jours, derniere } of suites) {
    if (debut > (fin ?? AUJOURDHUI)) break;
    const terme = jours === null ? null : debut + jours - 1;
    if (terme === null || terme >= (fin ?? AUJOURDHUI)) {
      etapes.push({ code, du: debut, au: fin, motif: fin === null ? null : tirerMotif(alea, vie, code, fin) });
      break;
    }
    etapes.push({ code, du: debut, au: terme, motif: derniere ? 'ECHEANCE' : 'CHANGEMENT_MESURE' });
    if (derniere) break;
    debut = terme + 1;
  }
  return etapes;
}

function tirerMotif(alea: Alea, { enfant, majorite, bascule }: Vie, code: CodeMesure, fin: Numero): MotifFin {
  if (fin === majorite - 1) return 'MAJORITE';
  if (bascule !== null && fin === bascule.le - 1) return 'CHANGEMENT_MESURE';
  if (code === 'PUPILLE') return 'ADOPTION';
  if (code === 'APU_MNA') return 'ECHEANCE';
  if (/^(TUTELLE|DAP)/.test(code)) return 'RETOUR_FAMILLE';
  if (code === 'AJM') return alea.pondere({ ECHEANCE: 0.55, OBJECTIFS_ATTEINTS: 0.25, REFUS_JEUNE: 0.2 });
  if (code === 'AED' || code === 'AED_RENFORCEE')
    return alea.pondere({ ECHEANCE: 0.55, OBJECTIFS_ATTEINTS: 0.27, RETRAIT_ACCORD_PARENTAL: 0.1, DEMENAGEMENT: 0.08 });
  if (enfant.situation === 'aemo') return alea.pondere({ ECHEANCE: 0.72, MAINLEVEE_JUGE: 0.2, DEMENAGEMENT: 0.08 });
  if (!enfant.judiciaire)
    return alea.pondere({ RETOUR_FAMILLE: 0.5, ECHEANCE: 0.3, RETRAIT_ACCORD_PARENTAL: 0.14, DEMENAGEMENT: 0.06 });
  return alea.pondere({ MAINLEVEE_JUGE: 0.5, RETOUR_FAMILLE: 0.2, ECHEANCE: 0.24, DEMENAGEMENT: 0.06 });
}
