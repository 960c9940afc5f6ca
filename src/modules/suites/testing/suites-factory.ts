import type {
  InformationDEssai,
  InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import type { BaseDeTest } from '#tests/support/base.ts';
import type { CodeDecision } from '../decision.ts';

type ExecuteSql = BaseDeTest['executeSql'];
type RapportDEssai = {
  proposition?: CodeDecision;
  conclusion?: 'danger' | 'risque' | 'infirme';
  /** Qui l'a validé ; nul : pas encore. */
  valideur: string | null;
  /** Les mineurs qui ont leur volet ; à défaut, tous. */
  volets?: number;
};

/** Une information en validation et son rapport, avec un volet par mineur. */
export async function insertAValider(
  executeSql: ExecuteSql,
  information: InformationDEssai,
  { proposition = 'classement', conclusion = 'risque', valideur, volets }: RapportDEssai,
): Promise<InformationPosee> {
  const posee = await information.etat('en-validation').insert(executeSql);
  await executeSql(
    `insert into ip.rapport (information_id, referentiel, referentiel_version, conclusion, proposition, argumentaire, remis_le, remis_par, valide_le, valide_par)
     select $1, 'HAS', '2021', $2, $3, 'Des éléments concordants.', le, par, le, par
     from (select case when $4::uuid is not null then '2026-11-18'::date end as le, $4::uuid as par) v`,
    [posee.id, conclusion, proposition, valideur],
  );
  for (const mineurId of posee.mineurs.slice(0, volets))
    await executeSql(
      "insert into ip.rubrique (information_id, mineur_id, code, texte) values ($1, $2, 'besoins', 'Vus.')",
      [posee.id, mineurId],
    );
  return posee;
}
