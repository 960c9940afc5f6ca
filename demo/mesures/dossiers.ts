import type { CodeMesure } from '#modules/mesures/index.ts';
import { type Alea, createAlea } from '../alea.ts';
import { addAnnees, type Numero, parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import type { LigneMission } from '../enfants/lignes.ts';
import { createSignataires, type Signataires } from '../organisation/signataires.ts';
import type { Profil } from '../parametres/profils.ts';
import { createLignesMesures, type LignesMesures } from './lignes.ts';
import type { Bascule, Vie } from './parcours.ts';

/** Ce que partagent les étapes du générateur des mesures. */
export type Bureau = {
  lignes: LignesMesures;
  racine: Alea;
  profil: Profil;
  signataires: Signataires;
};

/** Ce qu'on sait d'un enfant avant d'écrire ses mesures : sa vie, qui le suit, et les lots de décisions de sa fratrie. */
export type Dossier = Vie & {
  uniteId: string;
  pupilleLe: readonly { etape: 'provisoire' | 'definitive'; le: Numero }[];
  /** Le premier jour où l'équipe qui exerce le milieu ouvert en répond. */
  equipeDu: Numero | null;
  /** Le référent de ce jour. */
  findReferent: (le: Numero) => string | null;
  /** Le premier jour de chacun d'eux. */
  referentsDepuis: readonly Numero[];
  alea: Alea;
  /** L'urgence du jour que la démonstration montre sur cet enfant. */
  urgence: Urgence | null;
};
/** Les mesures d'urgence en cours : de cette semaine, de ce soir, au bout de ses prolongations. */
export type Urgence = { code: 'OPP_PARQUET' | 'ACCUEIL_72H' | 'APU_MNA'; le: Numero };
export type FratrieSuivie = { cle: string; dossiers: Dossier[]; alea: Alea; lots: Map<string, string> };

export function createBureau({ commande, organisation }: Departement): Bureau {
  return {
    lignes: createLignesMesures(),
    racine: createAlea(commande.graine, commande.profil, 'mesures'),
    profil: commande.profil,
    signataires: createSignataires(organisation),
  };
}

/** Les enfants suivis, par fratrie. */
export function listFratries({ racine }: Bureau, { enfants }: Departement): FratrieSuivie[] {
  const missions = Map.groupBy(enfants.lignes.missions, ({ enfantId }) => enfantId);
  const statuts = Map.groupBy(enfants.lignes.statuts, ({ enfantId }) => enfantId);
  const fratries = Map.groupBy(enfants.suivis, ({ cle }) => cle.slice(0, cle.lastIndexOf('-')));
  return [...fratries].map(([cle, freres]) => {
    const alea = racine.flux(cle);
    const dossiers = freres.map((enfant, i): Dossier => {
      const siens = (statuts.get(enfant.id) ?? []).map(({ code, periode }) => ({ code, le: parseDebut(periode) }));
      return {
        enfant,
        urgence: null,
        alea: alea.flux('enfant', i),
        majorite: addAnnees(enfant.naissance, 18),
        bascule: findBascule(alea.flux('statut', i), siens),
        pupilleLe: siens.flatMap(({ code, le }) => listAdmissions(code, le)),
        ...lireMissions(missions.get(enfant.id) ?? []),
      };
    });
    return { cle, dossiers, alea, lots: new Map() };
  });
}

const parseDebut = (periode: string): Numero => parseNumero(periode.slice(1, periode.indexOf(',')));
const parseFin = (periode: string): Numero => {
  const fin = periode.slice(periode.indexOf(',') + 1, -1);
  return fin === '' ? Number.POSITIVE_INFINITY : parseNumero(fin);
};

const CODES_STATUT: Readonly<Record<string, readonly CodeMesure[]>> = {
  'pupille-provisoire': ['PUPILLE'],
  'tutelle-departementale': ['TUTELLE_DEP'],
  'delegation-autorite-parentale': ['DAP_FORCEE', 'DAP_FORCEE', 'DAP_VOLONTAIRE'],
};

/** Le statut qui remplace l'assistance éducative, tel que le dossier le dit déjà. */
function findBascule(alea: Alea, statuts: readonly { code: string; le: Numero }[]): Bascule | null {
  const bascule = statuts.find(({ code }) => code in CODES_STATUT);
  return bascule ? { code: alea.choix(CODES_STATUT[bascule.code] ?? []), le: bascule.le } : null;
}

function listAdmissions(code: string, le: Numero): { etape: 'provisoire' | 'definitive'; le: Numero }[] {
  if (code === 'pupille-provisoire') return [{ etape: 'provisoire', le }];
  return code === 'pupille-definitif' ? [{ etape: 'definitive', le }] : [];
}

function lireMissions(
  missions: readonly LigneMission[],
): Pick<Dossier, 'uniteId' | 'equipeDu' | 'findReferent' | 'referentsDepuis'> {
  const referents = missions.flatMap(({ nature, agentId, periode }) =>
    nature === 'referent' && agentId ? [{ agentId, du: parseDebut(periode), au: parseFin(periode) }] : [],
  );
  const equipe = missions.find(({ nature, uniteId }) => nature === 'equipe' && uniteId !== null);
  return {
    uniteId: missions.find(({ nature }) => nature === 'territoire')?.uniteId ?? '',
    equipeDu: equipe ? parseDebut(equipe.periode) : null,
    referentsDepuis: referents.map(({ du }) => du),
    findReferent: (le) => referents.find(({ du, au }) => du <= le && le <= au)?.agentId ?? null,
  };
}
