import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { type Ensemble, readEnsemble } from '#database/ensemble.ts';
import type { Filiation, LienQualite } from '../lien.ts';
import type { Identite } from '../personne.ts';
import { computeFratrie, LIBELLE_NATURE_FRATRIE, type LienDeFiliation } from '../rules/fratrie.ts';

export type FrereOuSoeur = { id: string | null; prenom: string; identite: Identite | null; nature: string };

type Ligne = Identite & { enfantId: string; parentId: string; qualite: LienQualite; filiation: Filiation | null };

type HorsMissions = { prenom: string; meres: number; peres: number; communs: number };

/** De quoi dire la fratrie : les filiations partagées, les frères et sœurs déclarés, et ceux que l'agent ne voit pas. */
export function buildFratrie({ tx }: Contexte, enfantId: string) {
  return {
    filiations: sql<Ligne>`
      select l.enfant_id, l.personne_id as parent_id, l.qualite, l.filiation, p.nom, p.nom_usage, p.prenom, p.sexe, p.date_naissance, p.naissance_precision
      from enfants.lien l join enfants.personne p on p.id = l.enfant_id
      where p.fusionnee_dans is null and (l.enfant_id = ${enfantId}
        or l.personne_id = any (array(select m.personne_id from enfants.lien m where m.enfant_id = ${enfantId} and m.filiation is not null)))`,
    freresDits: tx
      .selectFrom('enfants.lien as l')
      .innerJoin('enfants.personne as p', 'p.id', 'l.personneId')
      .select(['p.id', 'p.nom', 'p.nomUsage', 'p.prenom', 'p.sexe', 'p.dateNaissance', 'p.naissancePrecision'])
      .where('l.enfantId', '=', enfantId)
      .where('l.qualite', '=', 'frere-soeur'),
    horsMissions: sql<HorsMissions>`
      select prenom, meres, peres, communs from enfants.fratrie_hors_missions(${enfantId}) order by rang`,
  };
}

/** La fratrie que l'agent voit, puis le prénom seul de ceux qui sont hors de ses missions. */
export function parseFratrie(enfantId: string, lues: Ensemble<ReturnType<typeof buildFratrie>>): FrereOuSoeur[] {
  const identites = new Map<string, Identite>();
  for (const { enfantId: id, parentId: _, qualite: __, filiation: ___, ...identite } of lues.filiations)
    identites.set(id, identite);
  for (const { id, ...identite } of lues.freresDits) identites.set(id, identite as Identite);
  const filiations: LienDeFiliation[] = lues.filiations.map(({ enfantId: id, parentId, qualite, filiation }) => ({
    enfantId: id,
    parentId,
    qualite,
    filiation,
  }));
  const fratrie = computeFratrie(
    enfantId,
    filiations,
    lues.freresDits.map(({ id }) => id),
  );
  const vus = [...fratrie].map(([id, nature]) => {
    const identite = identites.get(id) ?? null;
    return { id, identite, prenom: identite?.prenom ?? '', nature: LIBELLE_NATURE_FRATRIE[nature] };
  });
  return [...vus.toSorted(compareNaissances), ...lues.horsMissions.map(buildHorsMissions)];
}

export async function listFratrie(contexte: Contexte, enfantId: string): Promise<FrereOuSoeur[]> {
  return parseFratrie(enfantId, await readEnsemble(contexte.tx, buildFratrie(contexte, enfantId)));
}

function compareNaissances(a: FrereOuSoeur, b: FrereOuSoeur): number {
  return (a.identite?.dateNaissance ?? '9999') < (b.identite?.dateNaissance ?? '9999') ? -1 : 1;
}

function buildHorsMissions({ prenom, meres, peres, communs }: HorsMissions): FrereOuSoeur {
  return {
    id: null,
    prenom,
    identite: null,
    nature: communs > 1 ? 'mêmes parents' : meres > 0 ? 'même mère' : peres > 0 ? 'même père' : 'un parent commun',
  };
}
