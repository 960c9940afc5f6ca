import { formatNumeroDeDossier } from '#modules/personnes/index.ts';
import type { Alea } from '../alea.ts';
import { formatNumero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import type { Bassin } from '../organisation/unites.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Enfant } from './identites.ts';
import type { LigneEnfant, LignePersonne } from './lignes.ts';
import type { Missions } from './missions.ts';
import type { Monde } from './monde.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Doublon d'identité : la même personne saisie une seconde fois, un peu autrement. Rien ne relie les deux fiches. */
export function addDoublon(
  monde: Monde,
  e: Enfant,
  personne: LignePersonne,
  bassin: Bassin,
  alea: Alea,
): Enfant | null {
  if (!alea.chance(NATIONAUX.doublonsIdentite.valeur)) return null;
  const ouvert = Math.min(e.ouvert + alea.entier(20, 500), (e.clos ?? AUJOURDHUI) - 1);
  if (ouvert <= e.ouvert) return null;
  const id = alea.identifiant(ouvert);
  monde.lignes.personnes.push({
    ...personne,
    ...varier(personne, alea),
    id,
    creeLe: alea.instant(ouvert),
    creePar: monde.findAuteur(alea, ouvert),
    version: 1,
    telephone: null,
  });
  monde.lignes.missions.push({
    id: alea.identifiant(ouvert),
    enfantId: id,
    agentId: null,
    uniteId: e.mna ? monde.organisation.idDe('MNA') : bassin.siteId,
    nature: 'territoire',
    periode: formatPeriode(ouvert, e.clos),
    motif: null,
  });
  return { ...e, id, ouvert, cle: `${e.cle}-doublon` };
}

function varier(p: LignePersonne, alea: Alea): Partial<LignePersonne> {
  const sansSignes = (texte: string) => texte.normalize('NFD').replace(/\p{M}/gu, '').replace(/[-’']/g, ' ');
  const voisine = (texte: string) =>
    texte.replace(/(.)\1/u, '$1').replace(/ph/, 'f').replace(/y/, 'i').replace(/lt$/, 'ld').replace(/eau$/, 'aud');
  const variantes: (() => Partial<LignePersonne>)[] = [
    () => ({ nom: sansSignes(p.nom), prenom: sansSignes(p.prenom) }),
    () => ({ nom: voisine(p.nom) }),
    () => ({ prenom: voisine(sansSignes(p.prenom)), autresPrenoms: null }),
    () => ({ nom: p.prenom, prenom: p.nom }),
    () => ({ dateNaissance: inverser(p.dateNaissance), nom: sansSignes(p.nom) }),
  ];
  // Toutes ne changent pas tous les noms : on prend la première qui fait une différence.
  const essais = alea.melange(variantes).map((variante) => variante());
  return (
    essais.find((essai) => {
      const v = { ...p, ...essai };
      return v.nom !== p.nom || v.prenom !== p.prenom || v.dateNaissance !== p.dateNaissance;
    }) ?? {}
  );
}

/** Jour et mois inversés à la reprise, quand la date reste possible. */
function inverser(date: string | null): string | null {
  if (date === null) return null;
  const [a, m, j] = date.split('-');
  return Number(j) <= 12 ? `${a}-${j}-${m}` : date;
}

/** Dossiers restreints : quelques enfants d'agents ou de personnes connues, ouverts à des personnes nommées. */
export function addRestrictions(monde: Monde, enfants: readonly LigneEnfant[], missions: Missions): void {
  const alea = monde.racine.flux('proteges');
  const actifs = enfants.filter((e) => e.closLe === null && missions.referents.has(e.id));
  const nombre = Math.min(actifs.length, Math.max(3, Math.round(actifs.length * NATIONAUX.dossiersProteges.valeur)));
  const cadres = monde.organisation.occupations
    .filter((o) => o.decrit.carte === 'directrice' || o.decrit.carte === 'chef-pole')
    .filter((o) => o.au === null);
  const choisis = new Set(
    alea
      .melange(actifs)
      .slice(0, nombre)
      .map((e) => e.id),
  );
  monde.lignes.enfants = enfants.map((e) => (choisis.has(e.id) ? { ...e, restreint: true } : e));
  for (const enfantId of choisis) {
    for (const agentId of new Set([...cadres.map((o) => o.agentId), ...(missions.referents.get(enfantId) ?? [])])) {
      const du = AUJOURDHUI - alea.entier(20, 200);
      monde.lignes.accesNommes.push({
        id: alea.identifiant(du),
        enfantId,
        agentId,
        motif: 'Parent agent du département',
        periode: formatPeriode(du, null),
      });
    }
  }
}

/** Les numéros de dossier suivent l'ordre d'ouverture, année par année. */
export function buildNumeros(monde: Monde, enfants: readonly Enfant[]): LigneEnfant[] {
  const rangs = new Map<string, number>();
  const ordonnes = [...enfants].sort((a, b) => a.ouvert - b.ouvert || (a.cle < b.cle ? -1 : 1));
  return ordonnes.map((e) => {
    const alea = monde.racine.flux('numero', e.cle);
    const annee = formatNumero(e.ouvert).slice(0, 4);
    const rang = (rangs.get(annee) ?? 0) + 1;
    rangs.set(annee, rang);
    return {
      id: e.id,
      numero: formatNumeroDeDossier(annee, rang),
      restreint: false,
      ouvertLe: formatNumero(e.ouvert),
      closLe: e.clos === null ? null : formatNumero(e.clos),
      creePar: monde.findAuteur(alea, e.ouvert),
      creeLe: alea.instant(e.ouvert),
    };
  });
}
