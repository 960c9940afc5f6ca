import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { DossierTravaux } from '../dossier-travaux.ts';
import {
  computeProposition,
  countJoursAuDessus,
  type InscritAuCalendrier,
  isDebordant,
  type PropositionCalendrier,
} from '../rules/calendrier.ts';
import { buildSansTravaux, findGelPrevu, type Gel } from '../rules/gel.ts';

/** Ce que le dossier a inscrit au calendrier de sa crèche, le premier jour d'abord. `places` : nulles, la crèche ferme. */
export async function listInscrits(tx: Transaction, dossierId: string): Promise<InscritAuCalendrier[]> {
  const { rows } = await sql<InscritAuCalendrier>`
    select lower(f.periode) as du, upper(f.periode) - 1 as au, null::integer as places from eaje.fermeture f
    where f.dossier_id = ${dossierId}::uuid
    union all
    select lower(m.periode), upper(m.periode) - 1, m.places::integer from eaje.modulation m where m.dossier_id = ${dossierId}::uuid
    order by 1, 2`.execute(tx);
  return rows;
}

export type CalendrierDuDossier = {
  proposition: (PropositionCalendrier & { du: JourCivil; au: JourCivil }) | null;
  inscrits: InscritAuCalendrier[];
  /** Jours où le calendrier offre encore ce que les travaux prennent. */
  ouvertsATort: number;
  /** Ce qui est inscrit dépasse les dates du dossier. */
  deborde: boolean;
};

export async function readCalendrier(tx: Transaction, dossier: DossierTravaux): Promise<CalendrierDuDossier> {
  const inscrits = await listInscrits(tx, dossier.id);
  const gel = findGelPrevu(dossier);
  const etab = gel && (await findEtab(tx, dossier, gel));
  if (!gel || !etab) return { proposition: null, inscrits, ouvertsATort: 0, deborde: false };
  const { du, au } = gel;
  return {
    proposition: { ...computeProposition(buildSansTravaux(etab), gel), du, au },
    inscrits,
    ouvertsATort: countJoursAuDessus(etab, gel),
    deborde: isDebordant(inscrits, gel),
  };
}

async function findEtab(tx: Transaction, { etablissementId }: DossierTravaux, { du, au }: Gel) {
  return (await listEtablissementsOuverts(tx, { du, au, ids: [etablissementId] }))[0];
}

type Decision = { choix: 'FERMER' | 'MODULER'; placesOffertes: number | null };

/** Inscrit la fermeture, ou la modulation, aux dates du dossier ; ce qu'il avait inscrit est remplacé. */
export async function writeCalendrier(
  { tx }: Pick<Contexte, 'tx'>,
  dossier: DossierTravaux,
  { choix, placesOffertes }: Decision,
): Promise<void> {
  const gel = findGelPrevu(dossier);
  const etab = gel && (await findEtab(tx, dossier, gel));
  if (!gel || !etab)
    throw new Refus('Ces travaux ne gèlent aucune place : le calendrier ne change pas.', [], 'calendrier');
  await closeInscrits(tx, dossier.id);
  if (choix === 'FERMER') return writeFermeture(tx, dossier, gel);
  const { places, debut, fin } = computeProposition(buildSansTravaux(etab), gel);
  const offertes = placesOffertes ?? places;
  for (const { id, periode, autorisees } of await listAutorisationsTouchees(tx, dossier.etablissementId, gel)) {
    if (offertes > autorisees) throw new Refus(`L’arrêté n’autorise que ${autorisees} places.`, [], 'placesOffertes');
    const ligne = { id: createIdentifiant(), autorisationId: id, etablissementId: dossier.etablissementId };
    await tx
      .insertInto('eaje.modulation')
      .values({ ...ligne, jours: [...etab.jours], debut, fin, places: offertes, periode, dossierId: dossier.id })
      .execute();
  }
}

/** Les jours qu'une autre fermeture couvre déjà restent à elle. */
async function writeFermeture(
  tx: Transaction,
  { id, etablissementId, objet }: DossierTravaux,
  { du, au }: Pick<Gel, 'du' | 'au'>,
): Promise<void> {
  await sql`
    insert into eaje.fermeture (id, etablissement_id, periode, motif, libelle, dossier_id)
    select gen_random_uuid(), ${etablissementId}::uuid, p.periode, 'TRAVAUX', ${objet}, ${id}::uuid
    from unnest(datemultirange(${formatDaterange({ du, au })}::daterange) - coalesce((select range_agg(f.periode) from eaje.fermeture f
      where f.etablissement_id = ${etablissementId}::uuid), '{}'::datemultirange)) p (periode)`.execute(tx);
}

async function listAutorisationsTouchees(tx: Transaction, etablissementId: string, { du, au }: Gel) {
  const { rows } = await sql<{ id: string; periode: string; autorisees: number }>`
    select a.id, (a.periode * ${formatDaterange({ du, au })}::daterange)::text as periode, a.places as autorisees from eaje.autorisation a
    where a.etablissement_id = ${etablissementId}::uuid and a.periode && ${formatDaterange({ du, au })}::daterange`.execute(
    tx,
  );
  return rows;
}

/** Plus rien de ce dossier au calendrier. */
export async function closeInscrits(tx: Transaction, dossierId: string): Promise<void> {
  for (const table of ['eaje.fermeture', 'eaje.modulation'] as const)
    await tx.deleteFrom(table).where('dossierId', '=', dossierId).execute();
}

/** La crèche rouvre ce jour : ce qui est inscrit finit la veille, plus tôt ou plus tard que prévu. */
export async function closeCalendrier(tx: Transaction, dossier: DossierTravaux, le: JourCivil): Promise<void> {
  const inscrits = await listInscrits(tx, dossier.id);
  for (const table of ['eaje.fermeture', 'eaje.modulation'] as const) {
    await sql`delete from ${sql.table(table)} where dossier_id = ${dossier.id}::uuid and lower(periode) >= ${le}::date`.execute(
      tx,
    );
    await sql`update ${sql.table(table)} set periode = daterange(lower(periode), ${le}::date)
      where dossier_id = ${dossier.id}::uuid and periode @> ${le}::date`.execute(tx);
  }
  const fin = inscrits.at(-1);
  if (fin === undefined || fin.au >= le) return;
  if (fin.places === null) return writeFermeture(tx, dossier, { du: fin.du, au: addJours(le, -1) });
  await sql`update eaje.modulation m set periode = daterange(lower(m.periode), ${le}::date) * a.periode
    from eaje.autorisation a
    where a.id = m.autorisation_id and m.dossier_id = ${dossier.id}::uuid and upper(m.periode) = ${fin.au}::date + 1`.execute(
    tx,
  );
}
