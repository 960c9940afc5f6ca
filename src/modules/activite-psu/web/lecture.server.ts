import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { parseFiltre } from '#web/filtre.ts';
import { listBilans } from '../data/bilans.server.ts';
import { listEnfantsDeLAnnee } from '../data/declarations.server.ts';
import { canListActivite } from '../droits.ts';
import type { NatureAfas } from '../rules/afas.ts';
import { computeTotaux } from '../rules/territoire.ts';
import { ActiviteFiltre, buildLigne, compareLignes } from './activite-view.ts';
import { buildFaitsAfas, type Declaree } from './declarations-view.ts';

/** L'année demandée, à défaut celle d'aujourd'hui. */
export function parseAnnee(request: Request, { aujourdhui }: Pick<Contexte, 'aujourdhui'>): number {
  return parseFiltre(request, ActiviteFiltre).filtre.annee ?? Number(aujourdhui.slice(0, 4));
}

/** Le tableau, tel qu'il se montre et s'exporte : mêmes filtres, même ordre. */
export async function loadActivite(contexte: Contexte, request: Request) {
  if (!canListActivite(contexte.agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
  const { filtre } = parseFiltre(request, ActiviteFiltre);
  const annee = parseAnnee(request, contexte);
  const { suivies, bareme } = await listBilans(contexte, annee);
  const territoires = new Map(suivies.map(({ creche }) => [creche.territoireId ?? '', creche.territoire ?? '']));
  const duTerritoire = suivies.filter(({ creche }) => !filtre.territoire || creche.territoireId === filtre.territoire);
  const lignes = duTerritoire.map((suivie) => buildLigne(suivie, annee, bareme));
  return {
    filtre,
    annee,
    bareme,
    territoires: [...territoires].map(([valeur, libelle]) => ({ valeur, libelle })),
    totaux: computeTotaux(duTerritoire.map(({ bilan }) => bilan)),
    alertes: lignes.filter(({ alertes }) => alertes.length > 0).length,
    lignes: lignes.filter(({ alertes }) => filtre.vue === 'toutes' || alertes.length > 0).sort(compareLignes(filtre)),
  };
}

/** Ce qu'une déclaration lit d'une année : les crèches, et leurs enfants différents jusqu'au jour où elle va. */
export async function loadDeclaration(contexte: Contexte, annee: number, nature: NatureAfas): Promise<Declaree[]> {
  const { suivies } = await listBilans(contexte, annee);
  const [du, fin] = [jourCivil(`${annee}-01-01`), jourCivil(`${annee}-12-31`)];
  const au = nature === 'reel' && contexte.aujourdhui < fin ? contexte.aujourdhui : fin;
  const enfants = au < du ? new Map() : await listEnfantsDeLAnnee(contexte, { du, au });
  return suivies.map((suivie) => ({
    suivie,
    faits: buildFaitsAfas(suivie, enfants.get(suivie.creche.id), annee, contexte.aujourdhui),
  }));
}

/** Un fichier à télécharger, qui ne reste nulle part. */
export function sendCsv(contenu: string, nom: string): Response {
  return new Response(contenu, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nom.replace(/[^\w.-]+/g, '-')}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
