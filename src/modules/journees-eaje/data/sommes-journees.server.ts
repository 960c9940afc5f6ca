/** Ce que les journées comptées disent d'une période : par crèche et par mois, par crèche et par semaine, ou jour par jour. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { evaluateOccupationHebdomadaire, getBareme } from '#modules/encadrement/index.ts';
import { addJours, differenceEnJours, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { computeQuota } from '../rules/quota.ts';

type Bornes = Readonly<{ du: JourCivil; au: JourCivil }>;

/** Un mois d'une crèche : des sommes de journées. Les quarts d'heure sont des quarts ; l'occupation est en minutes. */
export type MoisDeJournees = {
  etablissementId: string;
  mois: JourCivil;
  jours: number;
  joursSansPointage: number;
  joursSansAutorisation: number;
  joursContinuite: number;
  /** Le plus d'enfants différents venus un même jour. */
  enfants: number;
  presences: number;
  presencesDouteuses: number;
  quarts: number;
  quartsConformes: number;
  requis: number;
  cat1: number;
  manque: number;
  minutesEnfant: number;
  minutesPlace: number;
  quartsSurCapacite: number;
  quartsSurnombre: number;
  quartsAConfirmer: number;
  quartsLibres: number;
  marcheInconnue: number;
  postesDouteux: number;
  /** CAP-10, sur le mois entier : nul si aucun enfant n'était là. */
  quotaTenu: boolean | null;
};

const SOMMES = sql`
  count(*)::int as jours, count(*) filter (where j.presences = 0)::int as jours_sans_pointage,
  count(*) filter (where j.sans_autorisation)::int as jours_sans_autorisation, count(*) filter (where j.continuite)::int as jours_continuite,
  max(j.enfants)::int as enfants, sum(j.presences)::int as presences, sum(j.presences_douteuses)::int as presences_douteuses,
  sum(j.quarts)::int as quarts, sum(j.quarts_conformes)::int as quarts_conformes, sum(j.requis)::int as requis, sum(j.cat1)::int as cat1,
  sum(j.manque)::int as manque, sum(j.minutes_enfant)::int as minutes_enfant, sum(j.minutes_place)::int as minutes_place,
  sum(j.quarts_sur_capacite)::int as quarts_sur_capacite, sum(j.quarts_surnombre)::int as quarts_surnombre,
  sum(j.quarts_a_confirmer)::int as quarts_a_confirmer,
  sum(j.libres_matin + j.libres_apres_midi)::int as quarts_libres, sum(j.marche_inconnue)::int as marche_inconnue,
  sum(j.postes_douteux)::int as postes_douteux`;

/** Les mois de ces crèches, du plus ancien au plus récent. */
export async function listMoisDeJournees(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Bornes,
  ids: readonly string[],
): Promise<MoisDeJournees[]> {
  const { rows } = await sql<Omit<MoisDeJournees, 'quotaTenu'>>`
    select j.etablissement_id, date_trunc('month', j.jour)::date as mois, ${SOMMES}
    from eaje.journee_resumee j where j.jour between ${du} and ${au} and j.etablissement_id = any (${[...ids]}::uuid[])
    group by 1, 2 order by 2, 1`.execute(tx);
  return rows.map((mois) => ({
    ...mois,
    quotaTenu: mois.requis === 0 ? null : computeQuota(mois, getBareme(mois.mois)).tenu,
  }));
}

/** CAP-06, semaine par semaine : combien, combien au-dessus de 100 %, et la plus chargée. */
export type SemainesDeCreche = {
  etablissementId: string;
  semaines: number;
  depassees: number;
  plusChargee: { lundi: JourCivil; minutesEnfant: number; minutesPlace: number } | null;
};

/** Les semaines finies dont le lundi est dans la période, entières même si elles finissent après : on ne juge pas celle qui court. */
export async function listSemaines(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  { du, au }: Bornes,
  ids: readonly string[],
): Promise<SemainesDeCreche[]> {
  const premier = addJours(du, (8 - jourDeSemaine(du)) % 7);
  const finie = addJours(aujourdhui, -7);
  const semaines = Math.floor(differenceEnJours(premier, au < finie ? au : finie) / 7) + 1;
  const { rows } = await sql<{
    etablissementId: string;
    lundi: JourCivil;
    minutesEnfant: number;
    minutesPlace: number;
  }>`
    select j.etablissement_id, ${premier}::date + (j.jour - ${premier}::date) / 7 * 7 as lundi,
      sum(j.minutes_enfant)::int as minutes_enfant, sum(j.minutes_place)::int as minutes_place
    from eaje.journee_resumee j
    where j.jour >= ${premier} and j.jour < ${addJours(premier, 7 * semaines)}
      and j.etablissement_id = any (${[...ids]}::uuid[])
    group by 1, 2 having sum(j.minutes_place) > 0 order by 1, sum(j.minutes_enfant)::float8 / sum(j.minutes_place) desc, 2`.execute(
    tx,
  );
  return [...Map.groupBy(rows, ({ etablissementId }) => etablissementId)].map(([etablissementId, siennes]) => ({
    etablissementId,
    semaines: siennes.length,
    depassees: siennes.filter(
      ({ lundi, minutesEnfant, minutesPlace }) =>
        evaluateOccupationHebdomadaire(minutesEnfant, minutesPlace, getBareme(lundi)).issue === 'refuse',
    ).length,
    plusChargee: siennes[0] ?? null,
  }));
}

/** Les crèches dont un acte a changé des jours de la période, et qui ne sont pas encore recomptées. */
export async function countMoisARecompter(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Bornes,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ nombre: number }>`
    select count(distinct (r.etablissement_id, r.mois))::int as nombre from eaje.mois_a_resumer r
    where r.mois between ${du} and ${au} and r.etablissement_id = any (${[...ids]}::uuid[])`.execute(tx);
  return rows[0]?.nombre ?? 0;
}

/** Un jour de la semaine, matin et après-midi, toutes crèches et toutes semaines ensemble : des quarts d'heure de place (IND-28). */
export type JourLibre = Readonly<{
  /** 1 : lundi. */
  rang: number;
  /** Jours de crèche ouverts. */
  jours: number;
  libresMatin: number;
  libresApresMidi: number;
  libresMatinMarcheurs: number;
  libresApresMidiMarcheurs: number;
}>;

/** Du lundi au dimanche, ce que ces crèches auraient pu offrir. */
export async function listJoursLibres(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Bornes,
  ids: readonly string[],
): Promise<JourLibre[]> {
  const { rows } = await sql<JourLibre>`
    select extract(isodow from j.jour)::int as rang, count(*)::int as jours, sum(j.libres_matin)::int as libres_matin,
      sum(j.libres_apres_midi)::int as libres_apres_midi, sum(j.libres_matin_marcheurs)::int as libres_matin_marcheurs,
      sum(j.libres_apres_midi_marcheurs)::int as libres_apres_midi_marcheurs
    from eaje.journee_resumee j where j.jour between ${du} and ${au} and j.etablissement_id = any (${[...ids]}::uuid[])
    group by 1 order by 1`.execute(tx);
  return rows;
}
