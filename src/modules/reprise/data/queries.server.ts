/** Ce que les pages et la commande lisent d'un import. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { CorrespondanceGardee } from '#documents/colonnes.ts';
import { Introuvable } from '#server/errors.ts';
import type {
  Candidat,
  Decision,
  Ecart,
  EtatImportation,
  EtatLigne,
  NatureImportation,
  RefusDeColonne,
} from '../importation.ts';

import { ETAT_VRAI } from './etat.server.ts';

export type ImportationLigne = {
  id: string;
  nature: NatureImportation;
  fichierNom: string;
  etat: EtatImportation;
  creeLe: string;
  par: string | null;
  lignes: number;
};

export async function listImportations(
  tx: Transaction,
  page: { limite: number; debut: number },
): Promise<{ lignes: ImportationLigne[]; total: number }> {
  const { rows } = await sql<ImportationLigne & { nombre: string }>`
    select i.id, i.nature, i.fichier_nom, ${ETAT_VRAI} as etat, i.cree_le, a.prenom || ' ' || a.nom as par,
      (select count(*)::integer from reprise.ligne l where l.importation_id = i.id) as lignes, count(*) over () as nombre
    from reprise.importation i left join organisation.agent a on a.id = i.par_id
    order by i.cree_le desc, i.id limit ${page.limite} offset ${page.debut}`.execute(tx);
  return { lignes: rows, total: Number(rows[0]?.nombre ?? 0) };
}

export type ImportationFiche = Omit<ImportationLigne, 'lignes'> & {
  parId: string | null;
  motif: string | null;
  interrompuePendant: string | null;
  entetes: string[];
  avertissements: string[];
  titres: CorrespondanceGardee;
  total: number;
  avancement: number;
  comptes: Record<EtatLigne, number> & {
    tranchees: number;
    retenues: number;
    ecrites: number;
    annulees: number;
    laissees: number;
  };
};

export async function getImportation(tx: Transaction, id: string): Promise<ImportationFiche> {
  const { rows } = await sql<ImportationFiche>`
    select i.id, i.nature, i.fichier_nom, ${ETAT_VRAI} as etat, i.cree_le, i.par_id, a.prenom || ' ' || a.nom as par, i.motif,
      coalesce(i.interrompue_pendant, i.etat) as interrompue_pendant, i.entetes, i.avertissements, i.titres, i.total, i.avancement,
      (select jsonb_build_object(
        'creee', count(*) filter (where l.etat = 'creee'), 'modifiee', count(*) filter (where l.etat = 'modifiee'),
        'inchangee', count(*) filter (where l.etat = 'inchangee'), 'douteuse', count(*) filter (where l.etat = 'douteuse'),
        'refusee', count(*) filter (where l.etat = 'refusee'),
        'retenues', count(*) filter (where l.etat = 'douteuse' and l.decision in ('creer', 'lier')),
        'tranchees', count(*) filter (where l.etat = 'douteuse' and l.decision is not null),
        'ecrites', count(*) filter (where l.executee_le is not null), 'annulees', count(*) filter (where l.annulee_le is not null),
        'laissees', count(*) filter (where l.laissee is not null))
      from reprise.ligne l where l.importation_id = i.id) as comptes
    from reprise.importation i left join organisation.agent a on a.id = i.par_id where i.id = ${id}`.execute(tx);
  const fiche = rows[0];
  if (!fiche) throw new Introuvable('Absent, ou hors de vos missions.');
  return fiche;
}

export type LigneImportee = {
  numero: number;
  etat: EtatLigne;
  brut: Record<string, string>;
  motif: string | null;
  refus: RefusDeColonne[];
  candidats: (Candidat & { visible: boolean })[];
  remarques: string[];
  decision: Decision | null;
  decisionObjetId: string | null;
  objetId: string | null;
  ecrite: boolean;
  annulee: boolean;
  laissee: string | null;
  /** `avant` nul : l'agent ne voit pas cette fiche. */
  ecarts: (Omit<Ecart, 'avant'> & { avant: string | null })[];
};

export type FiltreLignes = EtatLigne | 'laissee' | null;

/** Les lignes d'un état. Un candidat ou un état d'avant que l'agent ne voit pas par ailleurs n'est pas montré. */
export async function listLignes(
  tx: Transaction,
  id: string,
  options: { etat: FiltreLignes; limite: number; debut: number },
): Promise<LigneImportee[]> {
  const condition =
    options.etat === 'laissee' ? sql`l.laissee is not null` : options.etat ? sql`l.etat = ${options.etat}` : sql`true`;
  const { rows } = await sql<LigneImportee>`
    select l.numero, l.etat, l.brut, l.motif, l.refus, l.remarques, l.decision, l.decision_objet_id, l.objet_id,
      l.executee_le is not null as ecrite, l.annulee_le is not null as annulee, l.laissee,
      coalesce((select jsonb_agg(c || jsonb_build_object('visible', acces_candidat.visible) order by c ->> 'libelle')
        from jsonb_array_elements(l.candidats) c,
        lateral (select exists (select 1 from organisation.agent a where a.id = nullif(c ->> 'id', '')::uuid)
          or exists (select 1 from enfants.personne p where p.id = nullif(c ->> 'id', '')::uuid) as visible) acces_candidat), '[]') as candidats,
      coalesce((select jsonb_agg(jsonb_build_object('champ', e.champ, 'avant', a.avant, 'apres', e.apres) order by e.rang)
        from reprise.ecart e left join reprise.ecart_avant a using (importation_id, numero, rang)
        where e.importation_id = l.importation_id and e.numero = l.numero), '[]') as ecarts
    from reprise.ligne l where l.importation_id = ${id} and ${condition} order by l.numero limit ${options.limite} offset ${options.debut}`.execute(
    tx,
  );
  return rows;
}

/** Lignes refusées ou laissées de côté, au fil de l'eau, pour le fichier à corriger. */
export async function* listRefusees(
  tx: Transaction,
  id: string,
): AsyncGenerator<Pick<LigneImportee, 'numero' | 'brut' | 'refus'>> {
  for (let apres = 0; ; ) {
    const { rows } = await sql<Pick<LigneImportee, 'numero' | 'brut' | 'refus'>>`
      select numero, brut, refus from reprise.ligne where importation_id = ${id} and etat = 'refusee' and numero > ${apres}
      order by numero limit 500`.execute(tx);
    yield* rows;
    const derniere = rows.at(-1);
    if (!derniere) return;
    apres = derniere.numero;
  }
}

export async function listCorrespondances(tx: Transaction): Promise<{ nature: NatureImportation; nom: string }[]> {
  const rows = await tx
    .selectFrom('reprise.correspondance')
    .select(['nature', 'nom'])
    .orderBy('nature')
    .orderBy('nom')
    .execute();
  return rows as { nature: NatureImportation; nom: string }[];
}
