import { type Alea, createAlea } from '../alea.ts';
import { addAnnees, computeJourOuvre, type Numero, parseNumero } from '../calendrier.ts';
import { ANNEES_HISTORIQUE, JOUR_DEMO } from '../jour.ts';
import type { Sexe } from '../noms/identite.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { ModeAccueil, Parts } from '../parametres/parametre.ts';
import { type Commande, PROFILS } from '../parametres/profils.ts';

/**
 * La trame cachée du jeu : qui est suivi, pourquoi, depuis quand. Les tables d'un module la lisent sans la stocker,
 * et les modules à venir (mesures, parcours…) y accrocheront des faits cohérents avec les missions déjà posées.
 */
export type Situation = 'accueil' | 'aemo' | 'aed' | 'evaluation';
export type Dossier = {
  cle: string;
  situation: Situation;
  mode: ModeAccueil | null;
  judiciaire: boolean;
  sexe: Sexe;
  naissance: Numero;
  ouvert: Numero;
  clos: Numero | null;
  mna: boolean;
};
/** Une fratrie suivie ; un mineur isolé est seul dans la sienne. */
export type Fratrie = { cle: string; mna: boolean; pays: string | null; enfants: Dossier[] };

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const DEBUT = addAnnees(AUJOURDHUI, -ANNEES_HISTORIQUE);
const AN = 365.25;
const TRANCHES: Readonly<Record<string, readonly [number, number]>> = {
  '0-2': [0, 3],
  '3-5': [3, 6],
  '6-10': [6, 11],
  '11-15': [11, 16],
  '16-17': [16, 18],
  '18-20': [18, 21],
};
/** Âge des mineurs isolés et anciens mineurs isolés présents un jour donné [C]. */
const PRESENTS_MNA: Parts = { '11-15': 0.1, '16-17': 0.52, '18-20': 0.38 };

type Groupe = { situation: Situation; mna: boolean; actif: boolean; n: number };

function listGroupes({ profil, echelle }: Commande): Groupe[] {
  const p = PROFILS[profil];
  const parJeune = NATIONAUX.mesuresParJeune.valeur;
  const mna = (p.accueils.valeur * p.partMna.valeur) / parJeune;
  const actifs: [Situation, boolean, number][] = [
    ['accueil', false, p.accueils.valeur / parJeune - mna],
    ['accueil', true, mna],
    ['aemo', false, p.aemo.valeur / parJeune],
    ['aed', false, p.aed.valeur / parJeune],
  ];
  const evaluations = (p.evaluationsParAn.valeur * p.evaluationMoyenneJours.valeur) / 365;
  const arrondi = (n: number) => Math.max(1, Math.round(n * echelle));
  return [
    ...actifs.map(([situation, isMna, n]) => ({ situation, mna: isMna, actif: true, n: arrondi(n) })),
    ...actifs.map(([situation, isMna, n]) => ({
      situation,
      mna: isMna,
      actif: false,
      n: arrondi(n * NATIONAUX.closParActif.valeur),
    })),
    { situation: 'evaluation', mna: false, actif: true, n: arrondi(evaluations) },
  ];
}

export function buildFratries(commande: Commande): Fratrie[] {
  const racine = createAlea(commande.graine, commande.profil, 'fratries');
  return listGroupes(commande).flatMap((groupe) => {
    const fratries: Fratrie[] = [];
    const nom = `${groupe.situation}${groupe.mna ? '-mna' : ''}-${groupe.actif ? 'actif' : 'clos'}`;
    for (let rang = 0, reste = groupe.n; reste > 0; rang++) {
      const fratrie = tirerFratrie(racine.flux(nom, rang), groupe, commande, `${nom}-${rang}`, reste);
      fratries.push(fratrie);
      reste -= fratrie.enfants.length;
    }
    return fratries;
  });
}

function tirerFratrie(alea: Alea, groupe: Groupe, commande: Commande, cle: string, reste: number): Fratrie {
  const taille = groupe.mna ? 1 : Math.min(reste, Number(alea.pondere(NATIONAUX.fratrieProtegee.valeur)));
  const fin = groupe.actif ? AUJOURDHUI : alea.entier(DEBUT, AUJOURDHUI - 5);
  const enfants: Dossier[] = [];
  for (let i = 0; i < taille; i++) {
    let enfant = tirerDossier(alea, groupe, commande, `${cle}-${i}`, fin);
    for (let essai = 0; essai < 30 && !isEcartPossible(enfant, enfants, alea); essai++)
      enfant = tirerDossier(alea, groupe, commande, `${cle}-${i}`, fin);
    enfants.push(enfant);
  }
  return { cle, mna: groupe.mna, pays: groupe.mna ? alea.pondere(NATIONAUX.paysMna.valeur) : null, enfants };
}

/** Deux naissances d'une même mère : jumeaux (rares) ou dix mois d'écart au moins. */
const isEcartPossible = (enfant: Dossier, aines: readonly Dossier[], alea: Alea): boolean =>
  aines.every((a) => Math.abs(a.naissance - enfant.naissance) >= 300) || alea.chance(0.001);

function tirerDossier(alea: Alea, groupe: Groupe, commande: Commande, cle: string, finFratrie: Numero): Dossier {
  const { situation, mna, actif } = groupe;
  const tranche = TRANCHES[alea.pondere(pyramide(situation, mna, commande))] as readonly [number, number];
  // La fin d'un dossier clos est une sortie : au plus tard à 21 ans, parfois à quelques mois de celle de la fratrie.
  const clos = actif ? null : Math.min(AUJOURDHUI - 1, Math.max(DEBUT, Math.round(alea.normale(finFratrie, 120))));
  const reference = clos ?? AUJOURDHUI;
  const naissance = reference - Math.floor((tranche[0] + alea.reel() * (tranche[1] - tranche[0])) * AN);
  const brut = tirerOuverture(alea, situation, mna, naissance, reference, actif);
  // Les dossiers s'ouvrent surtout les jours ouvrés ; les urgences n'attendent pas le lundi.
  const ouvert = alea.chance(0.9) && computeJourOuvre(brut) < reference ? computeJourOuvre(brut) : brut;
  const mode = situation === 'accueil' ? alea.pondere(PROFILS[commande.profil].modesAccueil.valeur) : null;
  return {
    cle,
    situation,
    mode,
    mna,
    naissance,
    ouvert,
    clos,
    judiciaire: situation === 'aemo' || (situation === 'accueil' && alea.chance(0.79)),
    sexe: alea.chance(partGarcons(situation, mna, commande)) ? 'M' : 'F',
  };
}

function tirerOuverture(
  alea: Alea,
  situation: Situation,
  mna: boolean,
  naissance: Numero,
  reference: Numero,
  actif: boolean,
): Numero {
  const age = reference - naissance;
  const majorite = addAnnees(naissance, 18);
  if (situation === 'evaluation')
    return Math.max(naissance, reference - Math.round(Math.min(300, 8 - 55 * Math.log(1 - alea.reel()))));
  if (mna) {
    const arrivee = Number(alea.pondere(NATIONAUX.agesMna.valeur)) * AN + alea.entier(0, 330);
    return Math.min(naissance + Math.round(arrivee), majorite - 15, reference - alea.entier(3, 120));
  }
  let duree: number;
  if (actif) {
    const moyenne = { accueil: 1250, aemo: 470, aed: 330, evaluation: 90 }[situation];
    duree = 10 - moyenne * Math.log(1 - alea.reel());
  } else {
    const [min, max] = alea.pondere(NATIONAUX.dureePriseEnCharge.valeur).split('-').map(Number) as [number, number];
    duree =
      situation === 'accueil' || max <= 3 ? (min + alea.reel() * (max - min)) * AN : (0.5 + alea.reel() * 2.5) * AN;
  }
  const ouvert = reference - Math.round(Math.min(duree, age - alea.entier(0, 60)));
  return Math.max(naissance, Math.min(ouvert, reference > majorite ? majorite - alea.entier(20, 400) : reference - 2));
}

const pyramides = new Map<string, Parts>();

/** Pyramide des âges : celle des profils pour les jeunes majeurs, corrigée de la part des mineurs isolés. */
function pyramide(situation: Situation, mna: boolean, { profil }: Commande): Parts {
  if (mna) return PRESENTS_MNA;
  if (situation !== 'accueil') return NATIONAUX.pyramideActionsEducatives.valeur;
  const connue = pyramides.get(profil);
  if (connue) return connue;
  const partMna = PROFILS[profil].partMna.valeur;
  const majeurs = PROFILS[profil].partJeunesMajeurs.valeur;
  const nationale: Parts = NATIONAUX.pyramideConfies.valeur;
  const mineurs = 1 - (nationale['18-20'] ?? 0);
  const corrigee = Object.fromEntries(
    Object.entries(nationale).map(([tranche, part]) => {
      const voulue = tranche === '18-20' ? majeurs : (part * (1 - majeurs)) / mineurs;
      return [tranche, Math.max(0.01, (voulue - partMna * (PRESENTS_MNA[tranche] ?? 0)) / (1 - partMna))];
    }),
  );
  pyramides.set(profil, corrigee);
  return corrigee;
}

/** Les mineurs isolés sont presque tous des garçons : on en tient compte pour que l'ensemble des confiés fasse 61 %. */
function partGarcons(situation: Situation, mna: boolean, { profil }: Commande): number {
  const garconsMna = 1 - NATIONAUX.fillesMna.valeur;
  if (mna) return garconsMna;
  if (situation !== 'accueil') return NATIONAUX.garconsActionsEducatives.valeur;
  const partMna = PROFILS[profil].partMna.valeur;
  return (NATIONAUX.garconsConfies.valeur - partMna * garconsMna) / (1 - partMna);
}
