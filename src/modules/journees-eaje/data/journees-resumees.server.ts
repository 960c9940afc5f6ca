/** Compter les journées finies d'un mois, et les garder : le tableau du territoire ne relit ni présences, ni horaires. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { readPrevision } from '#modules/encadrement/index.server.ts';
import { listCrechesDuJour } from '#modules/encadrement/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { listPresencesFinies, type PresenceFinie } from '#modules/pointages/index.server.ts';
import { addJours, addMois, type JourCivil } from '#shared/jour-civil.ts';
import { computeJourneeResumee } from '../rules/journee-resumee.ts';

type Demande = Readonly<{
  /** Le premier jour du mois. */
  mois: JourCivil;
  aujourdhui: JourCivil;
  ids?: readonly string[];
}>;

/** Recompte les jours finis d'un mois, pour toutes les crèches ou celles-ci. Rend combien de journées ont été comptées. */
export async function updateJourneesResumees(tx: Transaction, { mois: du, aujourdhui, ids }: Demande): Promise<number> {
  const finDeMois = addJours(addMois(du, 1), -1);
  const au = finDeMois < aujourdhui ? finDeMois : addJours(aujourdhui, -1);
  if (au < du) return 0;
  const etablissements = await listEtablissementsOuverts(tx, { du, au, ...(ids ? { ids } : {}) });
  const etablissementIds = etablissements.map(({ id }) => id);
  const prevision = await readPrevision(tx, { du, au, etablissementIds }, etablissements);
  const presences = Map.groupBy(await listPresencesFinies(tx, { du, au, etablissementIds }), formatCle);
  const dureeMin = await getParametre(tx, 'encadrement.plage-offerte-minutes', du);
  const sections = await listSectionsParCreche(tx, etablissementIds);
  const lignes: unknown[] = [];
  for (let jour = du; jour <= au; jour = addJours(jour, 1))
    for (const creche of listCrechesDuJour(prevision, jour)) {
      const etablissementId = creche.creche.id;
      const siennes = presences.get(formatCle({ etablissementId, jour })) ?? [];
      const reglage = { dureeMin, sections: sections.get(etablissementId) ?? [] };
      lignes.push({ etablissementId, jour, ...computeJourneeResumee(creche, { presences: siennes, ...reglage }) });
    }
  await writeJournees(tx, { du, au }, etablissementIds, lignes);
  return lignes.length;
}

async function listSectionsParCreche(tx: Transaction, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ etablissementId: string; sections: string[] }>`
    select s.etablissement_id, array_agg(s.id order by s.id) as sections from eaje.section s
    where s.etablissement_id = any (${[...ids]}::uuid[]) group by 1`.execute(tx);
  return new Map(rows.map(({ etablissementId, sections }) => [etablissementId, sections]));
}

function formatCle({ etablissementId, jour }: Pick<PresenceFinie, 'etablissementId' | 'jour'>): string {
  return `${etablissementId}|${jour}`;
}

/** Les jours que la crèche n'ouvre plus s'effacent ; ceux qui n'ont pas bougé ne se réécrivent pas. */
async function writeJournees(
  tx: Transaction,
  { du, au }: { du: JourCivil; au: JourCivil },
  ids: readonly string[],
  lignes: readonly unknown[],
): Promise<void> {
  await sql`
    with voulue as materialized (
      select v.* from jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) as v ("etablissementId" uuid, jour date, presences smallint,
        "presencesDouteuses" smallint, enfants smallint, quarts smallint, "quartsConformes" smallint, requis integer, cat1 integer,
        manque integer, "minutesEnfant" integer, "minutesPlace" integer, "quartsSurCapacite" smallint, "quartsSurnombre" smallint,
        "quartsAConfirmer" smallint,
        continuite boolean, "libresMatin" integer, "libresApresMidi" integer, "sansAutorisation" boolean, "marcheInconnue" smallint,
        "postesDouteux" smallint, "libresMatinMarcheurs" integer, "libresApresMidiMarcheurs" integer)),
    otee as (
      delete from eaje.journee_resumee j where j.etablissement_id = any (${[...ids]}::uuid[]) and j.jour between ${du} and ${au}
        and (j.etablissement_id, j.jour) not in (select v."etablissementId", v.jour from voulue v))
    insert into eaje.journee_resumee as j (etablissement_id, jour, presences, presences_douteuses, enfants, quarts, quarts_conformes, requis,
      cat1, manque, minutes_enfant, minutes_place, quarts_sur_capacite, quarts_surnombre, quarts_a_confirmer, continuite, libres_matin, libres_apres_midi,
      sans_autorisation, marche_inconnue, postes_douteux, libres_matin_marcheurs, libres_apres_midi_marcheurs)
    select * from voulue
    on conflict (etablissement_id, jour) do update set presences = excluded.presences, presences_douteuses = excluded.presences_douteuses,
      enfants = excluded.enfants, quarts = excluded.quarts, quarts_conformes = excluded.quarts_conformes, requis = excluded.requis,
      cat1 = excluded.cat1, manque = excluded.manque, minutes_enfant = excluded.minutes_enfant, minutes_place = excluded.minutes_place,
      quarts_sur_capacite = excluded.quarts_sur_capacite, quarts_surnombre = excluded.quarts_surnombre,
      quarts_a_confirmer = excluded.quarts_a_confirmer, continuite = excluded.continuite,
      libres_matin = excluded.libres_matin, libres_apres_midi = excluded.libres_apres_midi, sans_autorisation = excluded.sans_autorisation,
      marche_inconnue = excluded.marche_inconnue, postes_douteux = excluded.postes_douteux,
      libres_matin_marcheurs = excluded.libres_matin_marcheurs, libres_apres_midi_marcheurs = excluded.libres_apres_midi_marcheurs
    where j is distinct from excluded`.execute(tx);
}

/** Le plus ancien mois que des actes ont changé, et ses crèches ; ils n'y sont plus. Rien : tout est à jour. */
async function takeMoisMarque(tx: Transaction): Promise<{ mois: JourCivil; ids: string[] } | undefined> {
  const { rows } = await sql<{ mois: JourCivil; ids: string[] }>`
    with prise as (
      delete from eaje.mois_a_resumer where mois = (select min(r.mois) from eaje.mois_a_resumer r) returning mois, etablissement_id)
    select p.mois, array_agg(distinct p.etablissement_id) as ids from prise p group by p.mois`.execute(tx);
  return rows[0];
}

type EnSysteme = (
  fn: (contexte: { tx: Transaction; aujourdhui: JourCivil }) => Promise<number | undefined>,
) => Promise<number | undefined>;

/** Reprend les mois marqués, un mois une transaction : coupé en chemin, rien n'est perdu. Rend combien de journées. */
export async function updateJourneesMarquees(enSysteme: EnSysteme, signal?: AbortSignal): Promise<number> {
  let journees = 0;
  for (let encore = true; encore && !signal?.aborted; ) {
    const comptees = await enSysteme(async ({ tx, aujourdhui }) => {
      const marque = await takeMoisMarque(tx);
      return marque && updateJourneesResumees(tx, { ...marque, aujourdhui });
    });
    encore = comptees !== undefined;
    journees += comptees ?? 0;
  }
  return journees;
}
