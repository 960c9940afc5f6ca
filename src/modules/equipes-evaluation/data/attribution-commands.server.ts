import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { formatMetier } from '#modules/agents/index.ts';
import {
  getInformationCible,
  type InformationCible,
  recordFait,
  recordTransition,
} from '#modules/informations-preoccupantes/index.server.ts';
import { findUnite } from '#modules/organisation/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus, SaisieInvalide, verifyVerdict } from '#server/errors.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatDaterange } from '#shared/periode.ts';
import { AttributionSaisie } from '../attribution-saisie.ts';
import { canAttribuer } from '../droits.ts';
import { evaluateEquipe } from '../rules/equipe.ts';

type Membre = { id: string; nom: string; metier: string };

/**
 * Confie l'information à un territoire et nomme son équipe, ou la change. Sans équipe, le territoire la reçoit qualifiée et nomme
 * la sienne. Qui quitte l'équipe perd ses missions ce jour ; qui y entre les reçoit : la base les tient d'elle-même.
 */
export const recordAttribution = defineCommand({
  name: 'evaluations.attribuer',
  titre: 'Attribuer une évaluation',
  saisie: AttributionSaisie,
  load: (contexte, { informationId }) => getInformationCible(contexte, informationId),
  can: canAttribuer,
  run: async (contexte, saisie, cible) => {
    if (saisie.version !== cible.version)
      throw new Conflit(`L’information ${cible.numero} a changé pendant que vous l’attribuiez.`);
    const unite = await getTerritoire(contexte, saisie.uniteId);
    const equipe = await listMembres(contexte, saisie.evaluateurs);
    const trace = { objetId: cible.id, detail: { uniteId: saisie.uniteId, evaluateurs: saisie.evaluateurs } };
    if (equipe.length === 0) {
      await recordTerritoire(contexte, cible, { unite, ...saisie });
      return { resultat: cible.id, trace };
    }
    verifyMotif(saisie.motif, cible, equipe);
    const partis = await recordEquipe(contexte, cible, saisie);
    const premiere = cible.etat === 'qualifiee' ? { attribueeLe: contexte.aujourdhui } : {};
    await recordTransition(contexte, cible, 'attribuer', {
      champs: { uniteId: saisie.uniteId, ...premiere },
      motif: formatHistoire(unite, equipe, partis, saisie.motif),
    });
    return { resultat: cible.id, trace };
  },
  contraintes: { evaluateur_habilite: 'Un des agents choisis ne tient pas un poste où l’on évalue.' },
});

/** La cellule confie à tout territoire ; l'encadrement, à une unité de son périmètre. */
function canConfierA(agent: AgentEnSession, uniteId: string): boolean {
  return canDo(agent, 'ip.recueillir') || agent.unites.includes(uniteId);
}

async function getTerritoire({ tx, agent }: Contexte, uniteId: string): Promise<string> {
  const unite = await findUnite(tx, uniteId);
  if (!unite) throw new SaisieInvalide({ uniteId: 'Choisissez le territoire.' });
  if (!canConfierA(agent, uniteId))
    throw new Refus(
      `${unite.nom} n’est pas de votre périmètre : la cellule confie à un autre territoire.`,
      [],
      'uniteId',
    );
  return unite.nom;
}

async function listMembres({ tx }: Contexte, ids: readonly string[]): Promise<Membre[]> {
  if (ids.length === 0) return [];
  const lignes = await tx
    .selectFrom('organisation.agent')
    .select(['id', 'nom', 'prenom', 'metier'])
    .where('id', 'in', ids)
    .orderBy('tri')
    .execute();
  if (lignes.length !== ids.length) throw new SaisieInvalide({ evaluateurs: 'Choisissez des agents de la liste.' });
  return lignes.map(({ prenom, ...ligne }) => ({ ...ligne, nom: formatNom(ligne.nom, prenom) }));
}

/** Une équipe incomplète (IP-013) ou une équipe que l'on change : on dit pourquoi. */
function verifyMotif(motif: string | null, cible: InformationCible, equipe: readonly Membre[]): void {
  const [manque] = verifyVerdict(evaluateEquipe(equipe));
  if (motif !== null) return;
  if (manque) throw new SaisieInvalide({ motif: `${manque.motif} Dites pourquoi.` });
  if (cible.etat !== 'qualifiee')
    throw new SaisieInvalide({ motif: 'Dites pourquoi l’équipe ou le territoire change.' });
}

/** Confie au territoire, qui nommera son équipe : l'information reste qualifiée, et visible de lui. */
async function recordTerritoire(
  contexte: Contexte,
  cible: InformationCible,
  { unite, uniteId, motif }: { unite: string; uniteId: string; motif: string | null },
): Promise<void> {
  if (cible.etat !== 'qualifiee') throw new SaisieInvalide({ evaluateurs: 'Choisissez au moins un évaluateur.' });
  if (cible.uniteId === uniteId)
    throw new SaisieInvalide({ evaluateurs: `${unite} a déjà cette information : choisissez son équipe.` });
  await recordFait(contexte, cible, 'confier', { motif: [`${unite}.`, motif].filter(Boolean).join(' ') });
  await contexte.tx
    .updateTable('ip.information')
    .set({ uniteId, version: cible.version + 1 })
    .where('id', '=', cible.id)
    .where('version', '=', cible.version)
    .execute();
}

/** Termine la période de qui part, ouvre celle de qui entre et l'en avertit ; rend les noms de ceux qui partent. */
async function recordEquipe(
  contexte: Contexte,
  cible: InformationCible,
  { evaluateurs, motif }: Pick<AttributionSaisie, 'evaluateurs' | 'motif'>,
): Promise<string[]> {
  const partants = cible.evaluateurs.filter((id) => !(evaluateurs as string[]).includes(id));
  const entrants = evaluateurs.filter((id) => !cible.evaluateurs.includes(id));
  await closePeriodes(contexte, cible.id, partants, motif);
  if (entrants.length > 0) {
    const periode = formatDaterange({ du: contexte.aujourdhui, au: null });
    await contexte.tx
      .insertInto('ip.evaluateur')
      .values(entrants.map((agentId) => ({ id: createIdentifiant(), informationId: cible.id, agentId, periode })))
      .execute();
    await recordAvis(contexte, cible, entrants);
  }
  return (await listMembres(contexte, partants)).map(({ nom }) => nom);
}

/** Qui est entré ce jour même n'a pas de période à garder : l'histoire de l'information le dit. */
async function closePeriodes(
  { tx, aujourdhui }: Contexte,
  informationId: string,
  partants: readonly string[],
  motif: string | null,
): Promise<void> {
  if (partants.length === 0) return;
  const siennes = sql`information_id = ${informationId} and agent_id = any (${partants}::uuid[]) and periode @> ${aujourdhui}::date`;
  await sql`delete from ip.evaluateur where ${siennes} and lower(periode) = ${aujourdhui}::date`.execute(tx);
  await sql`update ip.evaluateur set periode = daterange(lower(periode), ${aujourdhui}::date), motif_fin = ${motif} where ${siennes}`.execute(
    tx,
  );
}

async function recordAvis({ tx }: Contexte, cible: InformationCible, agents: readonly string[]): Promise<void> {
  await tx
    .insertInto('organisation.avis')
    .values(
      agents.map((agentId) => ({
        id: createIdentifiant(),
        agentId,
        titre: 'Une évaluation vous est confiée',
        texte: `Vous êtes de l’équipe d’évaluation de l’information ${cible.numero}.`,
        lien: `/informations/${cible.id}/evaluation`,
      })),
    )
    .execute();
}

function formatHistoire(
  unite: string,
  equipe: readonly Membre[],
  partis: readonly string[],
  motif: string | null,
): string {
  const membres = equipe.map(({ nom, metier }) => `${nom} (${formatMetier(metier).toLocaleLowerCase('fr')})`);
  return [
    `${unite} : ${membres.join(', ')}.`,
    partis.length > 0 ? `${partis.join(', ')} ${partis.length > 1 ? 'quittent' : 'quitte'} l’équipe.` : null,
    motif,
  ]
    .filter(Boolean)
    .join(' ');
}
