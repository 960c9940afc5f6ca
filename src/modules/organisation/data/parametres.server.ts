import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { createDonneeDatee, type DonneeDatee, type VersionDatee } from '#shared/donnee-datee.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import {
  CleParametre,
  formatValeur,
  getDefinition,
  PARAMETRES,
  type Parametre,
  type ParametreVersion,
  type ValeurParametre,
} from '../parametre.ts';

async function readVersions(tx: Transaction, cle?: CleParametre): Promise<(ParametreVersion & { cle: string })[]> {
  const { rows } = await sql<ParametreVersion & { cle: string }>`
    select p.id, p.cle, p.valeur, ${buildBornes('p.periode')}, p.confiance, p.source
    from organisation.parametre p where ${cle ?? null}::text is null or p.cle = ${cle ?? null}::text
    order by p.cle, lower(p.periode) desc`.execute(tx);
  return rows;
}

/** Une valeur que son schéma refuse (reprise, version plus ancienne) ne compte pas : la valeur par défaut tient. */
function parseVersions<C extends CleParametre>(
  cle: C,
  versions: readonly ParametreVersion[],
): VersionDatee<ValeurParametre<C>>[] {
  return versions.flatMap(({ du, au, valeur }) => {
    const lu = PARAMETRES[cle].schema.safeParse(valeur);
    return lu.success ? [{ du, au, valeur: lu.data as ValeurParametre<C> }] : [];
  });
}

/** Un paramètre et toutes ses valeurs ; `.at(jour)` rend la valeur par défaut quand le département n'a rien réglé ce jour-là. */
export async function getParametreDate<C extends CleParametre>(
  tx: Transaction,
  cle: C,
): Promise<DonneeDatee<ValeurParametre<C>>> {
  const donnee = createDonneeDatee(cle, parseVersions(cle, await readVersions(tx, cle)));
  const defaut = PARAMETRES[cle].defaut as ValeurParametre<C>;
  return {
    ...donnee,
    at: (jour) => {
      const version = donnee.versions.find((candidate) => containsJour(candidate, jour));
      return version ? version.valeur : defaut;
    },
  };
}

/** La valeur d'un paramètre ce jour, ou sa valeur par défaut. */
export async function getParametre<C extends CleParametre>(
  tx: Transaction,
  cle: C,
  jour: JourCivil,
): Promise<ValeurParametre<C>> {
  return (await getParametreDate(tx, cle)).at(jour);
}

/** Tous les paramètres du catalogue, réglés ou non, avec leur histoire. */
export async function listParametres({ tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>): Promise<Parametre[]> {
  const versions = Map.groupBy(await readVersions(tx), ({ cle }) => cle);
  return CleParametre.options.map((cle) => buildParametre(cle, versions.get(cle) ?? [], aujourdhui));
}

export async function getParametreFiche(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  cle: CleParametre,
): Promise<Parametre> {
  return buildParametre(cle, await readVersions(tx, cle), aujourdhui);
}

function buildParametre(cle: CleParametre, versions: readonly ParametreVersion[], jour: JourCivil): Parametre {
  const { groupe, libelle, aide, defaut, confiance, source, schema } = getDefinition(cle);
  const enCours = versions.find((version) => containsJour(version, jour) && schema.safeParse(version.valeur).success);
  const valeur = enCours ? enCours.valeur : defaut;
  return {
    cle,
    groupe,
    libelle,
    aide,
    valeur,
    lisible: formatValeur(cle, valeur),
    regle: enCours !== undefined,
    confiance: enCours?.confiance ?? confiance,
    source: enCours?.source ?? source,
    depuis: enCours?.du ?? null,
    historique: versions.map((version) => ({ ...version, lisible: formatValeur(cle, version.valeur) })),
  };
}
