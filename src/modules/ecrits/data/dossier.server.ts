import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import {
  type AvisLu,
  type FaitsLus,
  getFaits,
  listAvisRecueillis,
  listRencontres,
  listRubriquesEcrites,
  listVolets,
  type RencontreLue,
  type RubriqueLue,
  type VoletLu,
} from '#modules/evaluations/index.server.ts';
import { type FicheInformation, getFicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import type { Signalement } from '#modules/signalements/index.ts';
import { getInformationSuivie } from '#modules/suites/index.server.ts';
import type { FaitsSuites } from '#modules/suites/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { FaitsEcrits } from '../rules/possibles.ts';

/** Ce que montre la page des écrits, et de quoi remplir chacun. */
export type DossierEcrits = { aujourdhui: JourCivil; fiche: FicheInformation; faits: FaitsSuites };

/** De quoi écrire le rapport en entier. */
export type EvaluationLue = {
  faits: FaitsLus;
  rencontres: readonly RencontreLue[];
  avis: readonly AvisLu[];
  volets: readonly VoletLu[];
  rubriques: readonly RubriqueLue[];
};

export async function getDossierEcrits(contexte: Contexte, informationId: string): Promise<DossierEcrits> {
  const fiche = await getFicheInformation(contexte, informationId);
  const { faits } = await getInformationSuivie(contexte, informationId);
  return { aujourdhui: contexte.aujourdhui, fiche, faits };
}

export async function getEvaluationLue(contexte: Contexte, informationId: string): Promise<EvaluationLue> {
  return {
    faits: await getFaits(contexte, informationId),
    rencontres: await listRencontres(contexte, informationId),
    avis: await listAvisRecueillis(contexte, informationId),
    volets: await listVolets(contexte, informationId),
    rubriques: await listRubriquesEcrites(contexte, informationId),
  };
}

export type Equipier = { nom: string; prenom: string; metier: string };

/** L'équipe qui a remis le rapport ou, à défaut, celle de ce jour, et le métier de chacun. */
export async function listEquipe({ tx, aujourdhui }: Contexte, informationId: string): Promise<Equipier[]> {
  const { rows } = await sql<Equipier>`
    select g.nom, g.prenom, g.metier from ip.evaluateur v
      join ip.information i on i.id = v.information_id join organisation.agent g on g.id = v.agent_id
    where i.id = ${informationId} and v.periode @> coalesce(i.rapport_remis_le, ${aujourdhui}::date) order by g.nom, g.prenom`.execute(
    tx,
  );
  return rows;
}

/** L'intitulé du poste que tenait qui a signé, le jour où il a signé. */
export async function findQualite({ tx }: Contexte, signe: { informationId: string; signalementId: string | null }) {
  const { rows } = await sql<{ intitule: string }>`
    select p.intitule
    from (select s.signataire_id as agent_id, s.valide_le as le from ip.signalement s where s.id = ${signe.signalementId}::uuid
      union all select d.signataire_id, d.decidee_le from ip.decision d
        where d.information_id = ${signe.informationId} and ${signe.signalementId}::uuid is null) par
    join organisation.affectation f on f.agent_id = par.agent_id and f.periode @> par.le
    join organisation.poste p on p.id = f.poste_id
    order by f.nature = 'titulaire' desc, p.intitule limit 1`.execute(tx);
  return rows[0]?.intitule ?? null;
}

/** Les faits que lisent les règles, pour un signalement donné ou, à défaut, le dernier qui n'est pas abandonné. */
export function buildFaitsEcrits({ fiche, faits }: DossierEcrits, signalementId: string | null): FaitsEcrits {
  return {
    ...faits,
    transferee: fiche.transfert !== null,
    signalement: findSignalement(faits, signalementId),
  };
}

function findSignalement({ signalements }: FaitsSuites, id: string | null): Signalement | null {
  const vifs = signalements.filter(({ etat }) => etat !== 'abandonne');
  if (id === null) return vifs.at(-1) ?? null;
  const designe = vifs.find((signalement) => signalement.id === id);
  if (!designe) throw new Introuvable('Absent, ou hors de vos missions.');
  return designe;
}
