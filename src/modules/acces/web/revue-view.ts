import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { formatInstantEcrit, parseInstant } from '#shared/instant.ts';
import { addMois, isJourCivil, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Ton } from '#web/ui/ton.ts';
import { LIBELLE_BRIS_DE_GLACE_MOTIF, LIBELLE_REVUE } from '../bris-de-glace.ts';
import type { BrisRevu } from '../data/consultations-queries.server.ts';
import { canRecordRevue } from '../droits.ts';

export type LigneDeRevue = {
  id: string;
  quand: string;
  duree: string;
  agent: string;
  /** Le numéro seul : qui revoit n'a pas à savoir de quel enfant il s'agit. */
  dossier: string;
  motif: string;
  explication: string;
  verdict: string;
  ton: Ton;
  conclusion: string | null;
  /** Encore à conclure, ou à conclure autrement après explication. */
  ouverte: boolean;
  /** Sa propre ouverture : une autre personne la reverra. */
  sienne: boolean;
};

export function buildLigneDeRevue(bris: BrisRevu, agent: AgentEnSession): LigneDeRevue {
  const peut = canRecordRevue(agent, bris);
  return {
    id: bris.id,
    quand: formatInstantEcrit(bris.ouvertLe),
    duree: formatDuree(bris.ouvertLe, bris.expireLe),
    agent: bris.agent,
    dossier: bris.numero ?? 'absent',
    motif: LIBELLE_BRIS_DE_GLACE_MOTIF[bris.motif],
    explication: bris.explication,
    verdict: bris.revue ? LIBELLE_REVUE[bris.revue] : 'à revoir',
    ton: bris.revue === null ? 'bientot' : bris.revue === 'justifie' ? 'fait' : 'retard',
    conclusion: bris.revue
      ? `Revu par ${bris.reviseur ?? 'un agent'}${bris.revueCommentaire ? ` : ${bris.revueCommentaire}` : ''}`
      : null,
    ouverte: peut && (bris.revue === null || bris.revue === 'a-expliquer'),
    sienne: !peut,
  };
}

/** « 24 h », « 1 h ». */
export function formatDuree(du: string, au: string): string {
  const [debut, fin] = [parseInstant(du), parseInstant(au)];
  return debut && fin ? `${Math.round(debut.vue.until(fin.vue).total('hours'))} h` : 'durée inconnue';
}

/** « 5 ouvertures : 2 à revoir, 2 justifiées, 1 à expliquer ». */
export function formatComptes(brises: readonly Pick<BrisRevu, 'revue'>[]): string {
  const nombre = brises.length;
  if (nombre === 0) return 'Aucune ouverture';
  const compte = (revue: BrisRevu['revue'], un: string, plusieurs: string) => {
    const n = brises.filter((bris) => bris.revue === revue).length;
    return n === 0 ? [] : [`${n} ${n > 1 ? plusieurs : un}`];
  };
  const detail = [
    ...compte(null, 'à revoir', 'à revoir'),
    ...compte('justifie', 'justifiée', 'justifiées'),
    ...compte('a-expliquer', 'à expliquer', 'à expliquer'),
    ...compte('injustifie', 'injustifiée', 'injustifiées'),
  ];
  return `${nombre} ouverture${nombre > 1 ? 's' : ''} : ${detail.join(', ')}`;
}

/** Le mois demandé, à défaut celui du jour : son premier jour, son nom, ses voisins. */
export function readMois(url: string, aujourdhui: JourCivil) {
  const demande = `${new URL(url).searchParams.get('mois') ?? ''}-01`;
  const premier = isJourCivil(demande) ? demande : jourCivil(`${aujourdhui.slice(0, 7)}-01`);
  return {
    mois: premier.slice(0, 7),
    titre: formatMois(premier.slice(0, 7)),
    avant: addMois(premier, -1).slice(0, 7),
    apres: addMois(premier, 1).slice(0, 7),
  };
}

/** « novembre 2026 ». */
export function formatMois(mois: string): string {
  return formatJour(jourCivil(`${mois}-01`), 'long').replace(/^\S+ /, '');
}
