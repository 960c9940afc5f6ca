import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { overlaps } from '#shared/periode.ts';
import type { DossierTravaux } from '../dossier-travaux.ts';
import { buildSansTravaux, computeHeuresRouvertes, computeMinutesGelees, findGel, type Gel } from '../rules/gel.ts';

type Bornes = { du: JourCivil; au: JourCivil };
type Prevu = Pick<
  DossierTravaux,
  | 'id'
  | 'etablissementId'
  | 'etat'
  | 'debutPrevu'
  | 'reouverturePrevue'
  | 'placesGelees'
  | 'gelDebut'
  | 'gelFin'
  | 'commenceLe'
  | 'rouvertLe'
>;
export type GelDeCreche = Gel & { dossierId: string; etablissementId: string };

/** Les gels programmés, en cours ou passés qui touchent la période, pour les crèches que l'on suit. */
export async function listGels(tx: Transaction, { du, au }: Bornes, aujourdhui: JourCivil): Promise<GelDeCreche[]> {
  const { rows } = await sql<Prevu>`
    select d.id, d.etablissement_id, d.etat, d.debut_prevu, d.reouverture_prevue, d.places_gelees, d.gel_debut, d.gel_fin, d.commence_le,
      d.rouvert_le
    from eaje.dossier_travaux d
    where d.places_gelees > 0 and d.etat in ('PROGRAMME', 'EN_COURS', 'RECU', 'ROUVERT')
      and least(d.debut_prevu, d.commence_le) <= ${au} order by d.debut_prevu, d.id`.execute(tx);
  return rows.flatMap((dossier) => {
    const gel = findGel(dossier, aujourdhui);
    return gel && overlaps(gel, { du, au })
      ? [{ ...gel, dossierId: dossier.id, etablissementId: dossier.etablissementId }]
      : [];
  });
}

export type PlacesGelees = {
  etablissementId: string;
  heures: number;
  /** Les heures-places que la crèche aurait ouvertes sans ses fermetures pour travaux : elles manquent aux heures ouvertes comptées. */
  heuresRouvertes: number;
};

/** Par crèche que l'on suit, les heures-places que des travaux gèlent sur la période (IND-10) ; aucune ligne sans gel. */
export async function listPlacesGelees({ tx, aujourdhui }: Contexte, { du, au }: Bornes): Promise<PlacesGelees[]> {
  const gels = Map.groupBy(await listGels(tx, { du, au }, aujourdhui), ({ etablissementId }) => etablissementId);
  const creches = await listEtablissementsOuverts(tx, { du, au, ids: [...gels.keys()] });
  return creches.map((creche) => {
    const etab = buildSansTravaux(creche);
    return {
      etablissementId: creche.id,
      heures: computeMinutesGelees(etab, gels.get(creche.id) ?? [], { du, au }) / 60,
      heuresRouvertes: computeHeuresRouvertes(creche, { du, au }),
    };
  });
}
