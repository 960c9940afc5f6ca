import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { findEtablissement } from '#modules/eaje/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { PropositionEcartee, RemedeSaisie } from '../acte-saisie.ts';
import { canProposer, canTenirPlanning } from '../droits.ts';
import type { Remede } from '../remede.ts';
import { formatPlages, listPlages } from '../rules/quarts.ts';
import { computeEmpreinte, findProposition } from '../rules/situation.ts';
import { listCrechesDuJour } from '../rules/territoire.ts';
import { listPropositionsFaites, listResponsables, readPrevision } from './previsions.server.ts';
import { recordJournees } from './vacation-commands.server.ts';

type Vu = { etablissementId: string; jour: JourCivil; empreinte: string };

/** La proposition recalculée sur la journée de maintenant : celle que l'on a lue, ou un conflit. */
async function loadProposition({ tx, aujourdhui }: Contexte, { etablissementId, jour, empreinte }: Vu) {
  if (jour < aujourdhui) throw new Refus('Cette journée est passée : aucun remède ne la change plus.');
  const prevision = await readPrevision(tx, { du: addJours(jour, -1), au: addJours(jour, 1) });
  const trouve = findProposition(prevision, jour, listCrechesDuJour(prevision, jour), etablissementId);
  if (!trouve) throw new Introuvable('Absente, fermée ce jour, ou hors de vos missions.');
  const { cible, proposition } = trouve;
  return {
    ...cible.etablissement,
    journee: cible.journee,
    professionnels: prevision.professionnels,
    remede: proposition.moindre,
    vu: computeEmpreinte(proposition) === empreinte,
  };
}

type Cible = Awaited<ReturnType<typeof loadProposition>>;

function getRemede({ remede, vu }: Cible): Remede {
  const actuel = formatRemede(remede);
  if (!vu || !remede)
    throw new Conflit('La journée a changé depuis que vous l’avez lue.', { 'Le moindre remède': actuel });
  return remede;
}

function formatRemede(remede: Remede | null): string {
  return remede ? remede.mouvements.map(({ phrase }) => phrase).join(' ; ') : 'plus rien à corriger, ou plus de remède';
}

function formatDetail({ mouvements, corrige, reste }: Remede) {
  return { natures: mouvements.map(({ nature }) => nature), corrige: corrige.length, reste: reste.length };
}

/** Adresse le remède à qui répond de la crèche : elle décide, et l'inscrit si elle le retient. */
export const sendProposition = defineCommand({
  name: 'encadrement.remede.proposer',
  titre: 'Proposer un remède à la responsable de la crèche',
  saisie: RemedeSaisie,
  load: loadProposition,
  can: canProposer,
  run: async ({ tx, agent, aujourdhui }, { jour, etablissementId, empreinte }, cible) => {
    const remede = getRemede(cible);
    const responsables = await listResponsables(tx, cible.uniteId, aujourdhui);
    if (responsables.length === 0)
      throw new Refus('Personne ne répond de cette crèche aujourd’hui : le poste est vacant, ou sa titulaire absente.');
    const reste = formatPlages(listPlages(cible.journee, remede.reste));
    const texte = `${formatRemede(remede)}.${reste ? ` Resterait sous le taux : ${reste}.` : ''}`;
    const avis = {
      titre: `${cible.nom}, ${formatJour(jour, 'semaine')} : tenir le taux d’encadrement`,
      texte,
      lien: `/creches/${etablissementId}/jour?jour=${jour}`,
    };
    await tx
      .insertInto('eaje.proposition')
      .values({
        ...{ id: createIdentifiant(), etablissementId, jour, empreinte, texte, proposeePar: agent.id },
        adresseeA: responsables.map(({ agentId }) => agentId),
      })
      .execute();
    await tx
      .insertInto('organisation.avis')
      .values(responsables.map(({ agentId }) => ({ id: createIdentifiant(), agentId, ...avis })))
      .execute();
    const noms = responsables.map(({ nom, prenom }) => formatNom(nom, prenom)).join(', ');
    return {
      resultat: noms,
      trace: { objetId: etablissementId, detail: { jour, ...formatDetail(remede), avis: responsables.length } },
    };
  },
  contraintes: {
    proposition_une_en_cours: 'Ce remède est déjà proposé et attend sa réponse : la page dit par qui, à qui et quand.',
  },
});

/** Inscrit le remède au planning : les journées qu'il change remplacent les horaires. */
export const recordRemede = defineCommand({
  name: 'encadrement.remede.inscrire',
  titre: 'Inscrire un remède au planning du jour',
  saisie: RemedeSaisie,
  load: loadProposition,
  can: canTenirPlanning,
  run: async (contexte, { jour, etablissementId, empreinte }, cible) => {
    const remede = getRemede(cible);
    const vacations = remede.mouvements.flatMap((mouvement) => mouvement.vacations);
    if (vacations.length === 0)
      throw new Refus('Ce remède ne se lit pas au planning : il s’organise avec l’équipe ou les familles.');
    const ids = new Set(vacations.map(({ professionnelId }) => professionnelId));
    const personnes = cible.professionnels.filter(({ id }) => ids.has(id));
    await recordJournees(contexte, { jour, vacations, motif: 'Taux d’encadrement', lieu: cible, personnes });
    await contexte.tx
      .updateTable('eaje.proposition')
      .set({ suite: 'INSCRITE', suitePar: contexte.agent.id, suiteLe: sql`transaction_timestamp()` })
      .where('etablissementId', '=', etablissementId)
      .where('jour', '=', jour)
      .where('empreinte', '=', empreinte)
      .where('suite', 'is', null)
      .execute();
    return {
      resultat: etablissementId,
      trace: { objetId: etablissementId, detail: { jour, ...formatDetail(remede) } },
    };
  },
  contraintes: { vacation_un_seul_lieu: 'Cette personne est déjà attendue ailleurs à ces heures.' },
});

/** Qui répond de la crèche ne retient pas le remède ; qui l'a proposé en sait la raison. */
export const closeProposition = defineCommand({
  name: 'encadrement.remede.ecarter',
  titre: 'Écarter un remède proposé',
  saisie: PropositionEcartee,
  load: async ({ tx }, { etablissementId, jour }) => {
    const etablissement = await findEtablissement(tx, etablissementId);
    if (!etablissement) throw new Introuvable('Absente, ou hors de vos missions.');
    const faite = (await listPropositionsFaites(tx, jour, etablissementId)).get(etablissementId);
    return { uniteId: etablissement.uniteId, nom: etablissement.nom, faite };
  },
  can: canTenirPlanning,
  run: async ({ tx, agent }, { etablissementId, jour, propositionId, raison }, { nom, faite }) => {
    const { numUpdatedRows } = await tx
      .updateTable('eaje.proposition')
      .set({ suite: 'ECARTEE', suitePar: agent.id, suiteLe: sql`transaction_timestamp()`, motif: raison })
      .where('id', '=', propositionId)
      .where('etablissementId', '=', etablissementId)
      .where('suite', 'is', null)
      .executeTakeFirst();
    if (!faite || faite.id !== propositionId || Number(numUpdatedRows) === 0)
      throw new Conflit('Cette proposition a déjà sa suite, ou une autre l’a remplacée.');
    if (faite.proposeeParId !== agent.id)
      await tx
        .insertInto('organisation.avis')
        .values({
          id: createIdentifiant(),
          agentId: faite.proposeeParId,
          titre: `${nom}, ${formatJour(jour, 'semaine')} : remède écarté`,
          texte: raison,
          lien: `/creches/${etablissementId}/jour?jour=${jour}`,
        })
        .execute();
    return {
      resultat: etablissementId,
      trace: { objetId: etablissementId, detail: { jour, proposition: propositionId } },
    };
  },
});
