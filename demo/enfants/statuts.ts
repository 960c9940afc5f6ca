import type { Alea } from '../alea.ts';
import { addAnnees, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Enfant } from './identites.ts';
import type { Monde } from './monde.ts';
import type { Adulte, Parents } from './parents.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

type Bascule = {
  code: string;
  le: Numero;
  organisme: 'president-conseil-departemental' | 'prefet';
  exercice: string;
  titulaire: boolean;
  fondement: string;
};

/** Statut juridique de l'enfant et autorité parentale : qui en est titulaire, qui l'exerce, depuis quand. */
export function buildStatuts(monde: Monde, enfants: readonly Enfant[], parents: Parents | null, alea: Alea): void {
  const { president: _p, ...lois } = { president: 0, ...NATIONAUX.autoriteParentale.valeur };
  const exercice = alea.pondere({
    conjointe: lois.conjointe,
    'mere-seule': lois['mere-seule'],
    'pere-seul': lois['pere-seul'],
    inconnue: lois.inconnue,
  });
  enfants.forEach((enfant, i) => {
    const flux = alea.flux('statut', i);
    const bascule = tirerBascule(flux, enfant);
    ecrireStatut(monde, flux, enfant, bascule);
    if (parents) ecrireParents(monde, flux, enfant, parents.mere, parents.peres[i] ?? null, exercice, bascule);
    if (bascule) ecrireOrganisme(monde, flux, enfant, bascule);
  });
}

/** Une minorité d'enfants confiés change de statut ; les mineurs isolés reçoivent souvent une tutelle ou une délégation. */
function tirerBascule(alea: Alea, e: Enfant): Bascule | null {
  const borne = Math.min(e.clos ?? AUJOURDHUI, AUJOURDHUI, addAnnees(e.naissance, 18) - 1);
  if (e.situation !== 'accueil' || e.ouvert + 90 >= borne) return null;
  const le = alea.entier(e.ouvert + 60, borne);
  const tutelle = {
    code: 'tutelle-departementale',
    organisme: 'president-conseil-departemental',
    exercice: 'tutelle',
    titulaire: true,
    fondement: 'C. civ. art. 411',
  } as const;
  const delegation = {
    code: 'delegation-autorite-parentale',
    organisme: 'president-conseil-departemental',
    exercice: alea.chance(0.7) ? 'delegation-totale' : 'delegation-partielle',
    titulaire: false,
    fondement: 'C. civ. art. 377',
  } as const;
  if (e.mna)
    return alea.chance(0.62)
      ? { ...(alea.chance(0.6) ? tutelle : delegation), le: Math.min(le, e.ouvert + alea.entier(60, 260)) }
      : null;
  const sort = alea.reel();
  if (sort < NATIONAUX.pupilles.valeur)
    return {
      code: 'pupille-definitif',
      le,
      organisme: 'prefet',
      exercice: 'tutelle',
      titulaire: true,
      fondement: 'CASF art. L224-4',
    };
  if (sort < NATIONAUX.pupilles.valeur + NATIONAUX.tutelleOuDelegation.valeur)
    return { ...(alea.chance(0.3) ? tutelle : delegation), le };
  return null;
}

function ecrireStatut(monde: Monde, alea: Alea, e: Enfant, bascule: Bascule | null): void {
  const majorite = addAnnees(e.naissance, 18);
  const initial = e.mna ? 'a-determiner' : 'autorite-parentale';
  // Le statut d'un mineur isolé n'est connu qu'à son arrivée.
  const debut = e.mna ? e.ouvert : e.naissance;
  const ecrire = (code: string, du: Numero, au: Numero | null, fondement: string | null) => {
    if (au !== null && au < du) return;
    monde.lignes.statuts.push({
      id: alea.identifiant(Math.max(e.ouvert, Math.min(du, AUJOURDHUI))),
      enfantId: e.id,
      code,
      periode: formatPeriode(du, au),
      fondement,
    });
  };
  ecrire(initial, debut, bascule ? bascule.le - 1 : majorite - 1, null);
  // Deux mois avant le définitif, l'admission comme pupille est provisoire.
  if (bascule?.code === 'pupille-definitif') {
    ecrire('pupille-provisoire', bascule.le, Math.min(bascule.le + 61, majorite - 1), bascule.fondement);
    ecrire('pupille-definitif', bascule.le + 62, majorite - 1, bascule.fondement);
  } else if (bascule) ecrire(bascule.code, bascule.le, majorite - 1, bascule.fondement);
  ecrire('majeur', majorite, null, 'C. civ. art. 414');
}

function ecrireParents(
  monde: Monde,
  alea: Alea,
  e: Enfant,
  mere: Adulte | null,
  pere: Adulte | null,
  loi: string,
  bascule: Bascule | null,
): void {
  const majorite = addAnnees(e.naissance, 18);
  const fin = bascule ? bascule.le - 1 : majorite - 1;
  const ecrire = (qui: Adulte, titulaire: boolean, exercice: string, du: Numero, au: Numero) => {
    const dernier = qui.deces === null ? au : Math.min(au, qui.deces);
    if (dernier < du) return;
    monde.lignes.autorites.push({
      id: alea.identifiant(e.ouvert),
      enfantId: e.id,
      personneId: qui.id,
      organisme: null,
      titulaire,
      exercice,
      periode: formatPeriode(du, dernier),
      fondement: null,
    });
  };
  const conjointe = loi === 'conjointe' && mere !== null && pere !== null;
  const seul = conjointe || loi === 'inconnue' ? null : loi === 'pere-seul' ? (pere ?? mere) : (mere ?? pere);
  if (conjointe) for (const parent of [mere, pere]) ecrire(parent, true, 'conjoint', e.naissance, fin);
  if (seul) ecrire(seul, true, 'seul', e.naissance, fin);
  const autre = seul === mere ? pere : mere;
  if (seul && autre && alea.chance(0.3))
    ecrire(autre, !alea.chance(0.04), alea.chance(0.95) ? 'non-exercee' : 'retire', e.naissance, fin);
  if (!bascule || bascule.code === 'pupille-definitif' || bascule.titulaire) return;
  for (const parent of [mere, pere])
    if (parent && (conjointe || parent === seul)) ecrire(parent, true, 'non-exercee', bascule.le, majorite - 1);
}

function ecrireOrganisme(monde: Monde, alea: Alea, e: Enfant, b: Bascule): void {
  const au = addAnnees(e.naissance, 18) - 1;
  if (au < b.le) return;
  monde.lignes.autorites.push({
    id: alea.identifiant(b.le),
    enfantId: e.id,
    personneId: null,
    organisme: b.organisme,
    titulaire: b.titulaire,
    exercice: b.exercice,
    periode: formatPeriode(b.le, au),
    fondement: b.fondement,
  });
}
