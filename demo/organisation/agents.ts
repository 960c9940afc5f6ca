import { type Alea, createAlea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import {
  createLignee,
  createNom,
  createPrenom,
  createTelephone,
  formatCourriel,
  normaliseNom,
  type Sexe,
} from '../noms/identite.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Commande } from '../parametres/profils.ts';
import type { LigneAffectation, LigneAgent, LignePoste } from './lignes.ts';
import type { PosteDecrit } from './poste-decrit.ts';
import type { Unites } from './unites.ts';

/** Quelqu'un à un poste pendant un temps ; `au` nul : encore aujourd'hui. */
export type Occupation = { agentId: string; posteId: string; du: Numero; au: Numero | null; decrit: PosteDecrit };

export type Agents = {
  agents: LigneAgent[];
  postes: LignePoste[];
  affectations: LigneAffectation[];
  occupations: Occupation[];
  vacants: Occupation[];
};

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const DEBUT = parseNumero('2016-11-01');
const PART_FEMMES = 0.84;
const CADRES = /^(?:directeur|responsable|chef|cadre|inspecteur)/;

export function buildAgents(commande: Commande, unites: Unites, decrits: readonly PosteDecrit[]): Agents {
  const racine = createAlea(commande.graine, commande.profil, 'agents');
  const adresses = new Set<string>();
  const resultat: Agents = { agents: [], postes: [], affectations: [], occupations: [], vacants: [] };
  const posteParCle = new Map(decrits.map((d) => [d.cle, racine.flux('poste', d.cle).identifiant(DEBUT)]));

  decrits.forEach((decrit, rang) => {
    const alea = racine.flux('parcours', decrit.cle);
    const posteId = posteParCle.get(decrit.cle) as string;
    const chaine = tirerOccupants(alea, decrit);
    const ouverture = Math.min(...chaine.map((c) => c.du));
    resultat.postes.push({
      id: posteId,
      numero: `P${String(rang + 1).padStart(4, '0')}`,
      intitule: decrit.intitule,
      profil: decrit.profil,
      metier: decrit.metier,
      uniteId: unites.idDe(decrit.uniteCode),
      responsableId: decrit.responsable === null ? null : (posteParCle.get(decrit.responsable) ?? null),
      quotite: decrit.carte === null && alea.chance(0.18) ? 80 : 100,
      periode: formatPeriode(ouverture, null),
    });
    chaine.forEach(({ du, au }, i) => {
      const flux = alea.flux('agent', i);
      const agent = tirerAgent(flux, commande, decrit, du, au, `${10_000 + rang * 10 + i}`, adresses);
      resultat.agents.push(agent);
      const occupation = { agentId: agent.id, posteId, du, au, decrit };
      resultat.occupations.push(occupation);
      resultat.affectations.push({
        id: flux.flux('affectation').identifiant(du),
        posteId,
        agentId: agent.id,
        nature: 'titulaire',
        periode: formatPeriode(du, au),
      });
    });
    const dernier = chaine.at(-1);
    if (dernier && dernier.au !== null)
      resultat.vacants.push({ agentId: '', posteId, du: dernier.au + 1, au: null, decrit });
  });
  return faireCarriere(racine.flux('carrieres'), resultat);
}

/** Les titulaires successifs d'un poste, du plus ancien au plus récent. */
function tirerOccupants(alea: Alea, decrit: PosteDecrit): { du: Numero; au: Numero | null }[] {
  const vacant = decrit.carte === null && alea.chance(NATIONAUX.vacancePostes.valeur);
  const tenure = () => Math.round(Math.min(3600, 150 - 1250 * Math.log(1 - alea.reel())));
  const chaine: { du: Numero; au: Numero | null }[] = [];
  let fin: Numero | null = vacant ? AUJOURDHUI - alea.entier(15, 260) : null;
  let reperage = fin ?? AUJOURDHUI;
  do {
    const du = Math.min(
      reperage - 60,
      reperage - (decrit.carte !== null && fin === null ? Math.max(500, tenure()) : tenure()),
    );
    chaine.unshift({ du, au: fin });
    fin = du - 1 - (alea.chance(0.5) ? 0 : alea.entier(10, 150));
    reperage = fin;
  } while (reperage > DEBUT && chaine.length < 8);
  return chaine;
}

function tirerAgent(
  alea: Alea,
  commande: Commande,
  decrit: PosteDecrit,
  du: Numero,
  au: Numero | null,
  matricule: string,
  adresses: Set<string>,
): LigneAgent {
  const sexe: Sexe = decrit.carte === 'directrice' || alea.chance(PART_FEMMES) ? 'F' : 'M';
  const cadre = CADRES.test(decrit.profil);
  const naissance = du - alea.entier((cadre ? 36 : 24) * 365, (cadre ? 57 : 54) * 365);
  const lignee = createLignee(alea, commande.profil);
  const [nom, prenom] = [createNom(alea, commande.profil, lignee), createPrenom(alea, sexe, naissance, lignee)];
  const simple = formatCourriel(prenom, nom);
  const adresse = adresses.has(simple)
    ? `${normaliseNom(prenom)}.${normaliseNom(nom)}.${matricule}@example.org`
    : simple;
  adresses.add(adresse);
  return {
    id: alea.identifiant(du),
    matricule,
    nom,
    prenom,
    courriel: adresse,
    telephone: createTelephone(alea, alea.chance(0.4)),
    metier: decrit.metier,
    periode: formatPeriode(du, au),
  };
}

/** Un cadre sur deux a d'abord été référent ou évaluateur ici : il prend la place d'un ancien occupant de ces postes. */
function faireCarriere(alea: Alea, a: Agents): Agents {
  const cadres = a.occupations.filter(
    (o) => o.au === null && /cadre-territorial|responsable-territoire-enfance|responsable-pole/.test(o.decrit.profil),
  );
  const remplaces = new Map<string, string>();
  for (const cadre of cadres) {
    if (!alea.chance(0.5)) continue;
    const place = a.occupations.find(
      (o) =>
        /referent|evaluateur/.test(o.decrit.profil) &&
        o.au !== null &&
        o.au < cadre.du &&
        cadre.du - o.au < 700 &&
        !remplaces.has(o.agentId),
    );
    if (place) remplaces.set(place.agentId, cadre.agentId);
  }
  const debuts = new Map(
    a.occupations.filter((o) => remplaces.has(o.agentId)).map((o) => [remplaces.get(o.agentId) as string, o.du]),
  );
  const vrai = <T extends { agentId: string }>(x: T): T => ({ ...x, agentId: remplaces.get(x.agentId) ?? x.agentId });
  return {
    ...a,
    occupations: a.occupations.map(vrai),
    affectations: a.affectations.map(vrai),
    agents: a.agents
      .filter((g) => !remplaces.has(g.id))
      .map((g) =>
        debuts.has(g.id)
          ? { ...g, periode: g.periode.replace(/^\[[^,]*/, `[${formatNumero(debuts.get(g.id) ?? 0)}`) }
          : g,
      ),
  };
}
