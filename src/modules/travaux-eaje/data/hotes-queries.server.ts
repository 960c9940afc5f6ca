import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { listAccueilsPrevus } from '#modules/contrats-eaje/index.server.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { overlaps } from '#shared/periode.ts';
import type { DossierTravaux } from '../dossier-travaux.ts';
import { findGelPrevu, type Gel } from '../rules/gel.ts';
import { computePlacesLibres, computeSemainesEntieres, type PlacesLibres } from '../rules/relogement.ts';
import { listGels } from './gels-queries.server.ts';

export type Hote = PlacesLibres & { id: string; nom: string };

/** Les autres crèches du territoire et leurs places libres le temps des travaux, la plus libre d'abord. */
export async function listHotes({ tx, aujourdhui }: Contexte, dossier: DossierTravaux, gel: Gel): Promise<Hote[]> {
  const { du, au } = computeSemainesEntieres(gel);
  const voisines = (await listEtablissementsOuverts(tx, { du, au })).filter(
    ({ id, territoireId }) => id !== dossier.etablissementId && territoireId === dossier.territoireId,
  );
  const ids = voisines.map(({ id }) => id);
  const accueils = await listAccueilsPrevus(tx, { du, au, etablissementIds: ids });
  const gels = Map.groupBy(await listGels(tx, { du, au }, aujourdhui), ({ etablissementId }) => etablissementId);
  const venus = await listVenus(tx, ids, gel);
  const de = <L extends { etablissementId: string }>(lignes: readonly L[]) =>
    Map.groupBy(lignes, (ligne) => ligne.etablissementId);
  const [contrats, reservations, absences] = [de(accueils.contrats), de(accueils.reservations), de(accueils.absences)];
  return voisines
    .map((hote) => ({
      id: hote.id,
      nom: hote.nom,
      ...computePlacesLibres(hote, gel, {
        gels: gels.get(hote.id) ?? [],
        accueils: {
          contrats: contrats.get(hote.id) ?? [],
          reservations: reservations.get(hote.id) ?? [],
          absences: absences.get(hote.id) ?? [],
        },
        reloges: venus.get(hote.id) ?? 0,
      }),
    }))
    .sort((a, b) => b.places - a.places || a.nom.localeCompare(b.nom, 'fr'));
}

/** Les hôtes où ce dossier reloge déjà des enfants, à ses dates d'aujourd'hui. */
export async function listHotesDe(contexte: Contexte, dossier: DossierTravaux): Promise<Hote[]> {
  const gel = findGelPrevu(dossier);
  if (gel === undefined || dossier.reloges === 0) return [];
  const siens = new Set((await listRelogements(contexte.tx, dossier.id)).map(({ hoteId }) => hoteId));
  return (await listHotes(contexte, dossier, gel)).filter(({ id }) => siens.has(id));
}

type Venu = Pick<DossierTravaux, 'debutPrevu' | 'reouverturePrevue' | 'gelDebut' | 'gelFin'> & {
  hoteId: string;
  nombre: number;
};

/** Les enfants que chaque hôte attend d'autres crèches pendant ces jours, ce dossier compris. */
async function listVenus(tx: Transaction, hoteIds: readonly string[], gel: Gel): Promise<Map<string, number>> {
  const { rows } = await sql<Venu>`
    select r.hote_id, r.nombre, d.debut_prevu, d.reouverture_prevue, d.gel_debut, d.gel_fin
    from eaje.relogement r left join eaje.dossier_travaux d on d.id = r.dossier_id
    where r.hote_id = any (${[...hoteIds]}::uuid[]) and coalesce(d.etat, 'BESOIN') not in ('ROUVERT', 'ABANDONNE')`.execute(
    tx,
  );
  const venus = new Map<string, number>();
  for (const { hoteId, nombre, ...prevu } of rows) {
    const sien = findGelPrevu({ ...prevu, placesGelees: 1 });
    // Un dossier d'un autre territoire ne se lit pas : dans le doute, ses enfants prennent leurs places.
    if (sien === undefined || overlaps(sien, gel)) venus.set(hoteId, (venus.get(hoteId) ?? 0) + nombre);
  }
  return venus;
}

export type RelogementLu = {
  id: string;
  hoteId: string;
  /** Nul : une crèche que l'on ne voit pas. */
  hote: string | null;
  enfantId: string | null;
  enfant: string | null;
  nombre: number;
};

export async function listRelogements(tx: Transaction, dossierId: string): Promise<RelogementLu[]> {
  const { rows } = await sql<RelogementLu>`
    select r.id, r.hote_id, u.nom as hote, r.enfant_id, x.prenom || ' ' || x.nom as enfant, r.nombre
    from eaje.relogement r left join eaje.etablissement e on e.id = r.hote_id left join organisation.unite u on u.id = e.unite_id
      left join eaje.enfant x on x.id = r.enfant_id
    where r.dossier_id = ${dossierId}::uuid order by u.nom nulls last, x.nom nulls last, x.prenom, r.id`.execute(tx);
  return rows;
}

export type EnfantAReloger = { id: string; nom: string; prenom: string; neLe: JourCivil; section: string | null };

/** Ces enfants, ceux qui sont déjà relogés exceptés. */
export async function listEnfantsAReloger(
  tx: Transaction,
  dossierId: string,
  ids: readonly string[],
): Promise<EnfantAReloger[]> {
  const { rows } = await sql<EnfantAReloger>`
    select x.id, x.nom, x.prenom, x.ne_le, s.nom as section from eaje.enfant x left join eaje.section s on s.id = x.section_id
    where x.id = any (${[...ids]}::uuid[])
      and not exists (select 1 from eaje.relogement r where r.dossier_id = ${dossierId}::uuid and r.enfant_id = x.id)
    order by s.nom nulls last, acces.normalise(x.nom), acces.normalise(x.prenom)`.execute(tx);
  return rows;
}
