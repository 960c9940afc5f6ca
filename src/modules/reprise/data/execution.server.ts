/** La reprise : un lot, une transaction. Ce qui est dit écrit l'est avec de quoi le défaire ; un arrêt se reprend au lot suivant. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Json } from '#database/types.generated.ts';
import { formatErreurDeBase, Refus } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { computeEmpreinte, evaluateLot, type LigneEvaluee } from './analyse.server.ts';
import { executeParMoities } from './bissection.server.ts';
import { type EcritureDeLigne, executeEcritures, FicheChangee } from './ecritures.server.ts';
import { type Importation, listLignesATraiter, recordAvancement } from './etat.server.ts';
import { getImport } from './imports.server.ts';

const CHANGE_DEPUIS = 'La fiche ou l’organisation a changé depuis l’essai à blanc : recommencez l’essai.';

/** Écrit le lot suivant ; rend vrai s'il n'y a plus rien à écrire. */
export async function executeLotSuivant(
  tx: Transaction,
  importation: Importation,
  aujourdhui: JourCivil,
): Promise<boolean> {
  const importDefini = getImport(importation.nature);
  const lignes = await listLignesATraiter(tx, importation.id, {
    phase: 'execution',
    apres: 0,
    limite: importDefini.taille,
  });
  if (lignes.length === 0) return true;
  const evaluees = await evaluateLot(tx, { importation, importDefini, lignes, aujourdhui });
  const conformes = evaluees.filter(isConforme);
  for (const evaluee of evaluees)
    if (!isConforme(evaluee)) await recordRefus(tx, importation.id, evaluee, CHANGE_DEPUIS);
  await giveNumeros(tx, conformes, aujourdhui);
  const ecrites: LigneEvaluee[] = [];
  await executeParMoities(
    tx,
    conformes,
    async (partie) => {
      await executeEcritures(tx, importation.id, partie.flatMap(listEcritures));
      ecrites.push(...partie);
    },
    (evaluee, erreur) => recordRefus(tx, importation.id, evaluee, formatMotif(erreur)),
  );
  await recordEcrites(tx, importation, ecrites);
  await recordAvancement(tx, importation.id, importation.avancement + lignes.length);
  return false;
}

/** Une ligne tranchée s'écrit comme la personne l'a dit ; les autres, seulement si elles sont ce que l'essai a montré. */
function isConforme({ ligne, evaluation }: LigneEvaluee): boolean {
  if (evaluation.etat !== 'creee' && evaluation.etat !== 'modifiee' && evaluation.etat !== 'inchangee') return false;
  return ligne.decision !== null || computeEmpreinte(evaluation) === ligne.empreinte;
}

function listEcritures({ ligne, evaluation }: LigneEvaluee): EcritureDeLigne[] {
  if (!('ecritures' in evaluation)) return [];
  return evaluation.ecritures.map((ecriture, rang) => ({ ...ecriture, numero: ligne.numero, rang }));
}

/** Un dossier sans numéro prend le rang suivant de son année, sous le même verrou que la création à l'écran. */
async function giveNumeros(tx: Transaction, evaluees: readonly LigneEvaluee[], aujourdhui: JourCivil): Promise<void> {
  const sansNumero = evaluees
    .flatMap(listEcritures)
    .filter((e) => e.relation === 'enfants.enfant' && e.valeurs.numero === null);
  const parAnnee = Map.groupBy(sansNumero, ({ valeurs }) => String(valeurs.ouvert_le ?? aujourdhui).slice(0, 4));
  for (const [annee, ecritures] of [...parAnnee].sort()) {
    const { rows } = await sql<{ dernier: number }>`
      select coalesce(max(substr(e.numero, 6)::integer), 0) as dernier
      from enfants.enfant e, (select pg_advisory_xact_lock(1296126533, ${annee}::integer)) verrou
      where e.numero ~ ${`^${annee}-\\d{1,8}$`}`.execute(tx);
    const dernier = Number(rows[0]?.dernier ?? 0);
    for (const [rang, ecriture] of ecritures.entries())
      ecriture.valeurs.numero = `${annee}-${String(dernier + rang + 1).padStart(5, '0')}`;
  }
}

function formatMotif(erreur: unknown): string {
  if (erreur instanceof FicheChangee) return CHANGE_DEPUIS;
  const lisible = formatErreurDeBase(erreur);
  if (lisible instanceof Refus) return lisible.message;
  throw erreur;
}

async function recordRefus(
  tx: Transaction,
  importationId: string,
  { ligne }: LigneEvaluee,
  motif: string,
): Promise<void> {
  await sql`
    update reprise.ligne set etat = 'refusee', refus = ${JSON.stringify([{ colonne: '', motif }])}::jsonb
    where importation_id = ${importationId} and numero = ${ligne.numero}`.execute(tx);
}

/** Marque les lignes faites et les inscrit au journal, au nom de qui a importé. */
async function recordEcrites(
  tx: Transaction,
  importation: Importation,
  ecrites: readonly LigneEvaluee[],
): Promise<void> {
  const faites = ecrites.flatMap(({ ligne, evaluation, restreints }) =>
    'objetId' in evaluation
      ? [
          {
            numero: ligne.numero,
            objet_id: evaluation.objetId,
            etat: evaluation.etat,
            champs: evaluation.ecarts.map(({ champ }) => champ),
            restreints,
          },
        ]
      : [],
  );
  await sql`
    update reprise.ligne l set executee_le = clock_timestamp(), objet_id = f.objet_id
    from jsonb_to_recordset(${JSON.stringify(faites)}::jsonb) as f(numero integer, objet_id uuid)
    where l.importation_id = ${importation.id} and l.numero = f.numero`.execute(tx);
  await recordTraces(
    tx,
    importation,
    'reprise.ligne.ecrire',
    faites.map(({ numero, objet_id, etat, champs }) => ({
      objetId: objet_id,
      detail: { importation: importation.id, ligne: numero, etat, champs },
    })),
  );
  await sendAvis(
    tx,
    faites.flatMap(({ objet_id, restreints }) => restreints.map((restreint) => ({ restreint, cree: objet_id }))),
  );
}

export type TraceDeReprise = { objetId: string; detail: Record<string, Json> };

export async function recordTraces(
  tx: Transaction,
  importation: Importation,
  acte: string,
  traces: readonly TraceDeReprise[],
): Promise<void> {
  if (traces.length === 0) return;
  const enfants = importation.nature === 'enfants';
  await tx
    .insertInto('journal.evenement')
    .values(
      traces.map(({ objetId, detail }) => ({
        agentId: importation.parId,
        systeme: 'reprise',
        acte,
        enfantId: enfants ? objetId : null,
        objetId,
        detail: JSON.stringify(detail),
      })),
    )
    .execute();
}

/** Qui tient un dossier restreint apprend qu'un import a créé un enfant du même nom, né le même jour : à lui de les réunir. */
async function sendAvis(tx: Transaction, paires: readonly { restreint: string; cree: string }[]): Promise<void> {
  if (paires.length === 0) return;
  await sql`
    insert into organisation.avis (id, agent_id, titre, texte, lien)
    select gen_random_uuid(), n.agent_id, 'Un import a créé un dossier semblable à un dossier restreint',
      'Même nom, même naissance que le dossier restreint que vous suivez. S’il s’agit du même enfant, réunissez les deux fiches.', '/enfants/' || p.restreint
    from jsonb_to_recordset(${JSON.stringify(paires)}::jsonb) as p(restreint uuid, cree uuid)
    join enfants.acces_nomme n on n.enfant_id = p.restreint and n.periode @> acces.aujourdhui()`.execute(tx);
}
