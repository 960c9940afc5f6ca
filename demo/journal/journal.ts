import { type Alea, createAlea } from '../alea.ts';
import { parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import type { LigneBrisDeGlace } from '../enfants/lignes.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const JOURS = 30;

type LigneEvenement = {
  id: string;
  le: string;
  agentId: string;
  acte: string;
  enfantId: string;
  objetId: string | null;
  detail: string;
};

/** Qui a ouvert quels dossiers depuis un mois, et les avis nés des ouvertures en urgence : la fiche et l'accueil ne sont pas vides. */
export function buildJournal({ commande, enfants }: Departement): Lot[] {
  const racine = createAlea(commande.graine, commande.profil, 'journal');
  const referents = enfants.lignes.missions.filter(
    ({ nature, periode }) => nature === 'referent' && periode.endsWith(',]'),
  );
  const evenements = referents.flatMap(({ id, agentId, enfantId }) =>
    agentId ? buildConsultations(racine.flux(id), agentId, enfantId) : [],
  );
  const bris = enfants.lignes.brisDeGlace;
  evenements.push(...bris.flatMap((b) => buildOuverture(racine.flux(b.id), b)));
  evenements.sort((a, b) => (a.le < b.le ? -1 : 1));
  const suiviPar = new Map(referents.map(({ enfantId, agentId }) => [enfantId, agentId]));
  const numeros = new Map(enfants.lignes.enfants.map(({ id, numero }) => [id, numero]));
  const avis = bris.flatMap((b) => {
    const agentId = suiviPar.get(b.enfantId);
    if (!agentId || agentId === b.agentId) return [];
    return [
      {
        id: racine.flux('avis', b.id).identifiant(AUJOURDHUI),
        agentId,
        titre: 'Bris de glace sur un dossier que vous suivez',
        texte: `Dossier ${numeros.get(b.enfantId)} ouvert hors mission. Motif : ${b.explication}`,
        lien: `/enfants/${b.enfantId}`,
        creeLe: b.ouvertLe,
        luLe: b.revuLe,
      },
    ];
  });
  return [
    { table: 'journal.evenement', lignes: evenements },
    { table: 'organisation.avis', lignes: avis },
  ];
}

function buildConsultations(alea: Alea, agentId: string, enfantId: string): LigneEvenement[] {
  return Array.from({ length: alea.entier(0, 3) }, () => {
    const jour = AUJOURDHUI - 1 - alea.entier(0, JOURS);
    return buildEvenement(alea, jour, {
      agentId,
      acte: 'enfants.dossier.consulter',
      enfantId,
      objetId: null,
      detail: '{}',
    });
  });
}

function buildOuverture(alea: Alea, { id, agentId, enfantId, motif, ouvertLe }: LigneBrisDeGlace): LigneEvenement[] {
  const detail = JSON.stringify({ motif });
  const jour = parseNumero(ouvertLe.slice(0, 10));
  const ouverture = buildEvenement(alea, jour, {
    agentId,
    acte: 'acces.bris-de-glace.ouvrir',
    enfantId,
    objetId: id,
    detail,
  });
  const consultation = buildEvenement(alea, jour, {
    agentId,
    acte: 'enfants.dossier.consulter',
    enfantId,
    objetId: null,
    detail: '{}',
  });
  return [
    { ...ouverture, le: ouvertLe },
    { ...consultation, le: ouvertLe.replace('.000Z', '.500Z') },
  ];
}

function buildEvenement(alea: Alea, jour: number, faits: Omit<LigneEvenement, 'id' | 'le'>): LigneEvenement {
  return { id: alea.identifiant(jour), le: alea.instant(jour), ...faits };
}
