import type { RelaisDuJour } from '#modules/acces/index.server.ts';
import { type AgentLigne, formatMetier } from '#modules/agents/index.ts';
import type { Avis } from '#modules/organisation/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { COULOIRS, type Couloir, type EcheanceDue, evaluateCouloir } from '#shared/echeance.ts';
import { differenceEnJours, type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Page } from '#shared/pagination.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { listPortees, PORTEES, type Portee } from '../echeance-filtre.ts';

/** Couloirs montrés, dans l'ordre où l'on agit. */
const MONTRES = ['en-retard', 'aujourd-hui', 'a-venir', 'en-attente'] as const satisfies readonly Couloir[];
type CouloirMontre = (typeof MONTRES)[number];

const RANG = { critique: 0, normale: 1, information: 2 } as const;
const TON = { 'en-retard': 'retard', 'aujourd-hui': 'bientot', 'a-venir': 'accent', 'en-attente': 'attente' } as const;

const VIDE: Record<CouloirMontre, string> = {
  'en-retard': 'Rien n’est en retard. Une obligation dont la date est passée viendrait ici, avec son texte.',
  'aujourd-hui': 'Rien n’est dû aujourd’hui.',
  'a-venir': 'Rien dans les trente jours. Les échéances de vos dossiers viendront ici, la plus proche en haut.',
  'en-attente':
    'Vous n’attendez personne. Ce qui dépend d’un autre (juge, parquet, service) viendra ici, avec l’ancienneté de l’attente.',
};

export type LigneVue = {
  cle: string;
  ton: (typeof TON)[CouloirMontre];
  quand: string;
  quandDetail: string;
  jourComplet: string;
  qui: EcheanceDue['qui'];
  quoi: string;
  quoiDetail: string;
  acte: EcheanceDue['acte'];
  etapes: readonly string[];
  textes: readonly string[];
};

export type CouloirVu = {
  cle: CouloirMontre;
  titre: string;
  /** Combien d'échéances, celles d'une ligne qui en montre plusieurs comprises. */
  nombre: number;
  /** Il y a d'autres lignes que celles montrées. */
  coupe: boolean;
  vide: string;
  lignes: LigneVue[];
};

export const LIGNES_PAR_COULOIR = 12;

/** Range les échéances en couloirs ; `entier` nomme le couloir montré sans coupe. */
export function buildMaJournee(
  dues: readonly EcheanceDue[],
  aujourdhui: JourCivil,
  entier?: string | null,
): CouloirVu[] {
  return MONTRES.map((cle) => {
    const siennes = dues.filter((due) => evaluateCouloir(due, aujourdhui) === cle);
    // Dans les retards, un enfant sans fondement passe avant un papier en retard.
    if (cle === 'en-retard') siennes.sort((a, b) => RANG[a.gravite] - RANG[b.gravite]);
    const lignes = entier === cle ? siennes : siennes.slice(0, LIGNES_PAR_COULOIR);
    return {
      coupe: lignes.length < siennes.length,
      cle,
      titre: COULOIRS[cle],
      nombre: siennes.reduce((somme, { ensemble = 1 }) => somme + ensemble, 0),
      vide: VIDE[cle],
      lignes: lignes.map((due) => buildLigne(due, cle, aujourdhui)),
    };
  });
}

function buildLigne(due: EcheanceDue, couloir: CouloirMontre, aujourdhui: JourCivil): LigneVue {
  return {
    cle: `${due.regle}-${due.objet.type}-${due.objet.id}`,
    ton: TON[couloir],
    quand: formatQuand(due.pour, couloir, aujourdhui),
    quandDetail: couloir === 'aujourd-hui' ? '' : formatDate(due.pour, aujourdhui),
    jourComplet: formatJour(due.pour, 'complet'),
    qui: due.qui,
    quoi: due.libelle,
    // Le texte qui fonde ; les autres se déplient avec le décompte.
    quoiDetail: [...due.textes.slice(0, 1).map(formatTexte), due.detail].filter(Boolean).join(' · '),
    acte: due.acte,
    etapes: due.etapes,
    textes: due.textes.map(formatTexte),
  };
}

/** «mardi 24 nov.», ou «24/11/2025» d'une autre année. */
function formatDate(jour: JourCivil, aujourdhui: JourCivil): string {
  return formatJour(jour, jour.slice(0, 4) === aujourdhui.slice(0, 4) ? 'semaine' : 'court');
}

function formatQuand(pour: JourCivil, couloir: CouloirMontre, aujourdhui: JourCivil): string {
  const jours = Math.abs(differenceEnJours(aujourdhui, pour));
  const dits = `${jours} jour${jours > 1 ? 's' : ''}`;
  if (couloir === 'en-retard') return dits;
  return couloir === 'aujourd-hui' || jours === 0 ? 'aujourd’hui' : `dans ${dits}`;
}

/** «4 en retard, 3 aujourd'hui, 13 dans les 30 jours» */
export function formatResume(couloirs: readonly CouloirVu[]): string {
  const nombre = (cle: CouloirMontre) => couloirs.find((c) => c.cle === cle)?.nombre ?? 0;
  return `${nombre('en-retard')} en retard, ${nombre('aujourd-hui')} aujourd’hui, ${nombre('a-venir')} dans les 30 jours`;
}

/** Les regards offerts, quand il y en a plus d'un. */
export function buildPortees(agent: AgentEnSession, portee: Portee) {
  const portees = listPortees(agent);
  if (portees.length < 2) return [];
  return portees.map((cle) => ({ titre: PORTEES[cle], href: `/?portee=${cle}`, actif: cle === portee }));
}

export type AvisVu = { id: string; titre: string; texte: string; lien: string | null; quand: string; lu: boolean };

export function buildAvis(avis: readonly Avis[], aujourdhui: JourCivil): AvisVu[] {
  return avis.map(({ id, titre, texte, lien, creeLe, luLe }) => {
    const jour = jourCivilDeInstant(creeLe);
    return {
      id,
      titre,
      texte,
      lien,
      lu: luLe !== null,
      quand: jour === aujourdhui ? 'aujourd’hui' : formatJour(jour, 'semaine'),
    };
  });
}

export type RelaisVu = { cle: string; titre: string; detail: string };

/** Qui je relaie, qui me relaie, et jusqu'au bout de quel jour. */
export function buildRelais(relais: readonly RelaisDuJour[], moi: AgentEnSession): RelaisVu[] {
  return relais.map(({ agentId, agent, relais: collegue, jusquAu }) => ({
    cle: agentId,
    titre: agentId === moi.id ? `${collegue} vous relaie` : `Vous relayez ${agent}`,
    detail: `jusqu’au ${formatJour(jusquAu, 'long')}`,
  }));
}

type AgentVu = { id: string; nom: string; metier: string; absence: string | null };
export type EquipeVue = { titre: string; href: string; agents: AgentVu[]; autres: number };

/** Les collègues de l'unité, les absents d'abord : c'est d'eux qu'il faut s'occuper. */
export function buildEquipe(equipe: Page<AgentLigne>, moi: AgentEnSession, aujourdhui: JourCivil): EquipeVue {
  const agents = equipe.lignes
    .filter(({ id }) => id !== moi.id)
    .map((agent) => ({
      id: agent.id,
      nom: `${agent.prenom} ${agent.nom}`,
      metier: agent.poste ?? formatMetier(agent.metier),
      absence: agent.absent ? formatAbsence(agent.absentJusquAu, aujourdhui) : null,
    }));
  agents.sort((a, b) => Number(b.absence !== null) - Number(a.absence !== null));
  return {
    titre: moi.uniteNom ?? 'Équipe',
    href: `/organisation/unites/${moi.uniteId}`,
    agents,
    autres: equipe.total - equipe.lignes.length,
  };
}

function formatAbsence(jusquAu: JourCivil | null, aujourdhui: JourCivil): string {
  if (jusquAu === null) return 'absent';
  return jusquAu === aujourdhui
    ? 'absent aujourd’hui'
    : `absent → ${formatJour(jusquAu, 'semaine').replace(/^\S+ /, '')}`;
}
