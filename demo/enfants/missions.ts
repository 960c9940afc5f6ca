import type { Alea } from '../alea.ts';
import { type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import type { Occupation } from '../organisation/agents.ts';
import { DECOUPAGES } from '../organisation/territoires/decoupages.ts';
import type { Bassin } from '../organisation/unites.ts';
import type { Enfant } from './identites.ts';
import type { LigneMission } from './lignes.ts';
import type { Monde } from './monde.ts';
import { isEnPoste } from './monde.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

type PosteReferent = { occupants: Occupation[]; charge: number };

/** Le plan de charge au fil de la fabrication : les postes de référent par territoire, et qui suit qui aujourd'hui. */
export type Missions = {
  monde: Monde;
  postes: ReadonlyMap<string, PosteReferent[]>;
  actuels: readonly Occupation[];
  referents: Map<string, string[]>;
  /** Les territoires où le milieu ouvert attend. */
  engorges: ReadonlySet<string>;
};

type Qui = { agentId: string } | { uniteId: string };
type Nature = LigneMission['nature'];

export function createMissions(monde: Monde): Missions {
  const postes = new Map<string, PosteReferent[]>();
  const parPoste = new Map<string, PosteReferent>();
  for (const o of monde.organisation.occupations) {
    if (o.decrit.profil !== 'referent-educatif' || o.decrit.territoireCode === null) continue;
    const poste = parPoste.get(o.posteId) ?? { occupants: [], charge: 0 };
    if (!parPoste.has(o.posteId)) {
      parPoste.set(o.posteId, poste);
      postes.set(o.decrit.territoireCode, [...(postes.get(o.decrit.territoireCode) ?? []), poste]);
    }
    poste.occupants.push(o);
  }
  const { organisation, commande } = monde;
  return {
    monde,
    postes,
    actuels: organisation.occupations.filter((o) => o.au === null),
    referents: new Map(),
    engorges: new Set(DECOUPAGES[commande.profil].territoires.slice(0, 2).map(({ code }) => code)),
  };
}

/**
 * Qui suit qui. Une fratrie est donnée à un poste, non à une personne : ses référents sont les occupants successifs de
 * ce poste, et un poste vacant laisse des enfants à découvert, comme dans la vie.
 */
export function addMissions(m: Missions, enfants: readonly Enfant[], bassin: Bassin, alea: Alea): void {
  const mna = enfants[0]?.mna === true;
  const territoire = mna ? 'MNA' : bassin.territoireCode;
  const uniteId = mna ? m.monde.organisation.idDe('MNA') : bassin.siteId;
  for (const e of enfants) {
    ajouter(m, alea, e, { uniteId }, 'territoire', e.ouvert, e.clos);
    eclairer(m, e, territoire, alea);
  }
  const situation = enfants[0]?.situation;
  if (situation === 'accueil' || situation === 'aed') suivre(m, enfants, territoire, alea);
  if (situation === 'aemo') confierAuService(m, enfants, uniteId, territoire, alea);
  if (situation === 'evaluation') evaluer(m, enfants, territoire, alea);
}

function ajouter(
  m: Missions,
  alea: Alea,
  e: Enfant,
  qui: Qui,
  nature: Nature,
  du: Numero,
  au: Numero | null,
  motif: string | null = null,
): void {
  if (au !== null && au < du) return;
  m.monde.lignes.missions.push({
    id: alea.identifiant(Math.min(du, AUJOURDHUI)),
    enfantId: e.id,
    agentId: null,
    uniteId: null,
    ...qui,
    nature,
    periode: formatPeriode(du, au),
    motif,
  });
  if (nature === 'referent' && au === null && 'agentId' in qui) {
    m.referents.set(e.id, [...(m.referents.get(e.id) ?? []), qui.agentId]);
  }
}

function suivre(m: Missions, enfants: readonly Enfant[], territoire: string, alea: Alea): void {
  const poste = choisirPoste(m.postes.get(territoire) ?? [], enfants, alea);
  if (!poste) return;
  for (const e of enfants) {
    if (e.clos === null) poste.charge += 1;
    const debut = e.ouvert + Math.max(0, Math.round(alea.normale(11, 7)));
    for (const o of poste.occupants) {
      const fins = [o.au, e.clos].filter((n) => n !== null);
      const du = Math.max(debut, o.du);
      if (du > AUJOURDHUI) continue;
      ajouter(m, alea, e, { agentId: o.agentId }, 'referent', du, fins.length === 0 ? null : Math.min(...fins));
    }
  }
}

/**
 * Une AEMO est exercée par un service habilité : l'équipe en répond, sans référent de l'ASE. Deux territoires font attendre de trois
 * à neuf mois près d'une fratrie sur deux ; ailleurs quelques semaines suffisent.
 */
function confierAuService(
  m: Missions,
  enfants: readonly Enfant[],
  uniteId: string,
  territoire: string,
  alea: Alea,
): void {
  const engorge = m.engorges.has(territoire) && alea.chance(0.45);
  for (const e of enfants) {
    const attente = engorge && e.ouvert > AUJOURDHUI - 900 ? alea.entier(90, 270) : alea.entier(5, 60);
    const du = e.ouvert + attente;
    if (du <= Math.min(AUJOURDHUI, e.clos ?? AUJOURDHUI))
      ajouter(m, alea, e, { uniteId }, 'equipe', du, e.clos, 'AEMO exercée par le service habilité');
  }
}

/** Deux professionnels de métiers différents évaluent ; une évaluation sur sept attend encore les siens. */
function evaluer(m: Missions, enfants: readonly Enfant[], territoire: string, alea: Alea): void {
  const evaluateurs = alea.melange(m.actuels.filter((o) => o.decrit.profil === 'evaluateur'));
  const premier = evaluateurs.find((o) => o.decrit.territoireCode === territoire);
  const differents = evaluateurs.filter((o) => o.decrit.metier !== premier?.decrit.metier);
  const second = differents.find((o) => o.decrit.territoireCode === territoire) ?? differents[0];
  const equipe = alea.chance(0.15) ? [] : [premier, second].filter((o) => o !== undefined);
  const crip = m.monde.organisation.idDe('CRIP');
  for (const e of enfants) {
    ajouter(m, alea, e, { uniteId: crip }, 'equipe', e.ouvert, e.clos, 'Recueil de l’information préoccupante');
    for (const o of equipe) {
      const du = Math.max(o.du, Math.min(e.ouvert + alea.entier(1, 12), AUJOURDHUI));
      ajouter(m, alea, e, { agentId: o.agentId }, 'evaluation', du, null);
    }
  }
}

function eclairer(m: Missions, e: Enfant, territoire: string, alea: Alea): void {
  const psychologue = m.actuels.find(
    (o) => o.decrit.profil === 'psychologue' && o.decrit.territoireCode === territoire,
  );
  if (!psychologue || e.clos !== null || e.situation !== 'accueil' || !alea.chance(0.3)) return;
  const du = Math.max(e.ouvert, psychologue.du);
  ajouter(m, alea, e, { agentId: psychologue.agentId }, 'equipe', du, null, 'Éclairage clinique');
}

/** Le poste le moins chargé du territoire ; un poste vacant garde ses situations quatre fois sur dix. */
function choisirPoste(
  postes: readonly PosteReferent[],
  enfants: readonly Enfant[],
  alea: Alea,
): PosteReferent | undefined {
  if (enfants.every((e) => e.clos !== null)) return postes.length > 0 ? alea.choix(postes) : undefined;
  const pourvus = postes.filter((p) => p.occupants.some((o) => isEnPoste(o, AUJOURDHUI)));
  const possibles = pourvus.length === 0 || alea.chance(0.4) ? postes : pourvus;
  return possibles.reduce<PosteReferent | undefined>(
    (min, p) => (min === undefined || p.charge < min.charge ? p : min),
    undefined,
  );
}
