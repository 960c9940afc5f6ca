import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { findAgent, getEquipeDe } from '#modules/agents/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange, type Periode, parseDaterange } from '#shared/periode.ts';
import { canRecordRelais } from '../droits.ts';
import { RelaisArret, RelaisSaisie } from '../relais-saisie.ts';
import { evaluateDebutRelais } from '../rules/relais.ts';
import { listCollegues } from './relais-queries.server.ts';

type Relaye = { agentId: string; nom: string; unites: readonly string[] };

/** Celui dont on confie les enfants, avec de quoi dire qui le peut. */
export async function loadRelaye(contexte: Contexte, { agentId }: { agentId: string }): Promise<Relaye> {
  const agent = await findAgent(contexte.tx, agentId);
  if (!agent) throw new Introuvable('Absent, ou hors de vos missions.');
  return { ...(await getEquipeDe(contexte, agentId)), nom: `${agent.prenom} ${agent.nom}` };
}

/** Confie les enfants d'un référent à un collègue, d'un jour à un jour. */
export const recordRelais = defineCommand({
  name: 'acces.relais.confier',
  titre: 'Confier les enfants d’un référent à un collègue',
  saisie: RelaisSaisie,
  load: loadRelaye,
  can: canRecordRelais,
  contraintes: { relais_un_a_la_fois: 'Ces enfants sont déjà confiés sur une partie de ces jours.' },
  run: async (contexte, { agentId, relaisId, du, au, motif }, { nom }) => {
    const avant = evaluateDebutRelais(du, contexte.aujourdhui);
    if (avant) throw new Refus(avant, [], 'du');
    const collegue = (await listCollegues(contexte, agentId)).find(({ id }) => id === relaisId);
    if (!collegue) throw new Refus('Choisissez un collègue du territoire qui suit des enfants.', [], 'relaisId');
    await verifyLibre(contexte, agentId, { du, au });
    const id = createIdentifiant();
    await contexte.tx
      .insertInto('enfants.relais')
      .values({ id, agentId, relaisId, periode: formatDaterange({ du, au }), motif, parId: contexte.agent.id })
      .execute();
    await recordAvisAuxDeux(contexte, {
      titre: 'Des enfants sont confiés à un collègue',
      texte: `Les enfants de ${nom} sont confiés à ${collegue.prenom} ${collegue.nom} ${formatJours({ du, au })}. Motif : ${motif}`,
      destinataires: [agentId, relaisId],
    });
    return { resultat: id, trace: { objetId: id, detail: { agentId, relaisId, du, au } } };
  },
});

/** Un seul relais à la fois : celui qui occupe déjà ces jours se dit. */
async function verifyLibre({ tx }: Contexte, agentId: string, jours: Periode): Promise<void> {
  const pris = await tx
    .selectFrom('enfants.relais as r')
    .innerJoin('organisation.agent as a', 'a.id', 'r.relaisId')
    .select(['a.prenom', 'a.nom', 'r.periode'])
    .where('r.agentId', '=', agentId)
    .where(sql<boolean>`r.periode && ${formatDaterange(jours)}::daterange`)
    .orderBy('r.periode')
    .executeTakeFirst();
  if (!pris) return;
  const quand = formatJours(parseDaterange(pris.periode));
  throw new Refus(`Ces enfants sont déjà confiés à ${pris.prenom} ${pris.nom} ${quand}.`, [], 'du');
}

/** Arrête un relais, en cours ou à venir : il ne vaut plus dès ce jour. */
export const closeRelais = defineCommand({
  name: 'acces.relais.arreter',
  titre: 'Arrêter un relais',
  saisie: RelaisArret,
  load: async (contexte, { id }) => {
    const relais = await contexte.tx
      .selectFrom('enfants.relais')
      .select(['agentId', 'relaisId', 'periode'])
      .where('id', '=', id)
      .where(sql<boolean>`not isempty(periode)`)
      .executeTakeFirst();
    if (!relais) throw new Introuvable('Absent, ou hors de vos missions.');
    return { ...(await loadRelaye(contexte, relais)), ...relais };
  },
  can: canRecordRelais,
  run: async (contexte, { id, version }, { agentId, relaisId, nom, periode }) => {
    const { rows } = await sql<{ arrete: boolean }>`
      select enfants.arreter_relais(${id}::uuid, ${version}) as arrete`.execute(contexte.tx);
    if (!rows[0]?.arrete) throw new Conflit('Ce relais a été changé ou s’est arrêté entre-temps.');
    const { du, au } = parseDaterange(periode);
    await recordAvisAuxDeux(contexte, {
      titre: 'Un relais est arrêté',
      texte: `Les enfants de ${nom}, confiés ${formatJours({ du, au })}, ne le sont plus à compter de ce jour.`,
      destinataires: [agentId, relaisId],
    });
    return { resultat: id, trace: { objetId: id, detail: { agentId, relaisId, du, au } } };
  },
});

function formatJours({ du, au }: Periode): string {
  const fin = au === null ? '' : ` au ${formatJour(au, 'court')}`;
  return `du ${formatJour(du, 'court')}${fin}`;
}

type AvisDeRelais = { titre: string; texte: string; destinataires: readonly string[] };

/** Les deux personnes le savent, sauf celle qui vient de le faire. */
async function recordAvisAuxDeux(
  { tx, agent }: Contexte,
  { titre, texte, destinataires }: AvisDeRelais,
): Promise<void> {
  const autres = destinataires.filter((id) => id !== agent.id);
  if (autres.length === 0) return;
  await tx
    .insertInto('organisation.avis')
    .values(autres.map((agentId) => ({ id: createIdentifiant(), agentId, titre, texte, lien: '/relais' })))
    .execute();
}
