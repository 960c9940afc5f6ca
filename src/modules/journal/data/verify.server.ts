import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** Le premier maillon rompu : où il est, et ce qui ne va pas. */
export type Rupture = { chaine: number | 'sceaux'; rang: number; evenementId: string | null; motif: string };

export type Verification = { evenements: number; chaines: number; sceaux: number; rupture: Rupture | null };

const SEPARATEUR = '\x1f';
const PAR_LOT = 5000;

function computeEmpreinte(precedent: Buffer, parties: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(precedent).update(parties.join(SEPARATEUR)).digest();
}

function computeOrigine(nom: string): Buffer {
  return createHash('sha256').update(`marelle/${nom}`).digest();
}

type Ligne = {
  id: string;
  rang: string;
  microsecondes: string;
  agent: string;
  systeme: string;
  acte: string;
  enfant: string;
  objet: string;
  detail: string;
  precedent: Buffer;
  empreinte: Buffer;
};

/** Une page de la chaîne ; la base rend le texte, jamais l'empreinte recalculée : on la refait ici, hors d'elle. */
async function listMaillons(tx: Transaction, chaine: number, apres: number): Promise<Ligne[]> {
  const { rows } = await sql<Ligne>`
    select id, rang::text, (extract(epoch from le) * 1000000)::bigint::text as microsecondes,
      coalesce(agent_id::text, '-') as agent, coalesce(systeme, '-') as systeme, acte,
      coalesce(enfant_id::text, '-') as enfant, coalesce(objet_id::text, '-') as objet, detail::text as detail, precedent, empreinte
    from journal.evenement where chaine = ${chaine} and rang > ${apres} order by evenement.rang limit ${PAR_LOT}`.execute(
    tx,
  );
  return rows;
}

/** Ce que les sceaux ont vu : par chaîne, rang → empreinte attendue. */
type Attendus = Map<number, Map<number, string>>;

function findRuptureDeMaillon(
  chaine: number,
  l: Ligne,
  rang: number,
  precedent: Buffer,
  attendu?: string,
): Rupture | null {
  const rupture = (motif: string): Rupture => ({ chaine, rang, evenementId: l.id, motif });
  if (Number(l.rang) !== rang) return rupture(`Le rang ${rang} manque : un évènement a été retiré.`);
  if (!l.precedent.equals(precedent)) return rupture('Le lien avec le maillon précédent est rompu.');
  const parties = [chaine, l.rang, l.microsecondes, l.agent, l.systeme, l.acte, l.enfant, l.objet, l.id, l.detail];
  if (!computeEmpreinte(precedent, parties).equals(l.empreinte))
    return rupture('Le contenu de l’évènement a été modifié.');
  if (attendu && attendu !== l.empreinte.toString('hex'))
    return rupture('Le sceau posé ce jour-là porte une autre empreinte.');
  return null;
}

async function verifyChaine(
  tx: Transaction,
  chaine: number,
  attendus: Map<number, string>,
): Promise<{ nombre: number; rupture: Rupture | null }> {
  let precedent = computeOrigine(String(chaine));
  let rang = 0;
  for (let lot = await listMaillons(tx, chaine, 0); lot.length > 0; lot = await listMaillons(tx, chaine, rang)) {
    for (const ligne of lot) {
      rang += 1;
      const rupture = findRuptureDeMaillon(chaine, ligne, rang, precedent, attendus.get(rang));
      if (rupture) return { nombre: rang, rupture };
      precedent = ligne.empreinte;
    }
  }
  const arrache = [...attendus.keys()].find((scelle) => scelle > rang);
  if (arrache === undefined) return { nombre: rang, rupture: null };
  const motif = `La fin de la chaîne a été retirée : un sceau y a vu ${arrache} évènements.`;
  return { nombre: rang, rupture: { chaine, rang: rang + 1, evenementId: null, motif } };
}

async function verifySceaux(tx: Transaction): Promise<{ nombre: number; attendus: Attendus; rupture: Rupture | null }> {
  const { rows } = await sql<{
    rang: string;
    microsecondes: string;
    texte: string;
    tetes: Record<string, [number, string]>;
    precedent: Buffer;
    empreinte: Buffer;
  }>`
    select rang::text, (extract(epoch from le) * 1000000)::bigint::text as microsecondes, tetes::text as texte, tetes, precedent, empreinte
    from journal.sceau order by sceau.rang`.execute(tx);
  const attendus: Attendus = new Map();
  let precedent = computeOrigine('sceau');
  for (const [index, s] of rows.entries()) {
    const rang = index + 1;
    const juste = Number(s.rang) === rang && s.precedent.equals(precedent);
    if (!juste || !computeEmpreinte(precedent, [s.rang, s.microsecondes, s.texte]).equals(s.empreinte)) {
      return {
        nombre: rang,
        attendus,
        rupture: { chaine: 'sceaux', rang, evenementId: null, motif: 'Un sceau a été modifié ou retiré.' },
      };
    }
    for (const [chaine, [vu, empreinte]] of Object.entries(s.tetes)) {
      const deLaChaine = attendus.get(Number(chaine)) ?? new Map<number, string>();
      attendus.set(Number(chaine), deLaChaine.set(vu, empreinte));
    }
    precedent = s.empreinte;
  }
  return { nombre: rows.length, attendus, rupture: null };
}

/** Recalcule tout le journal hors de la base, par lots, et nomme le premier maillon rompu. */
export async function verifyJournal(
  tx: Transaction,
  progression?: (evenements: number) => void,
): Promise<Verification> {
  const sceaux = await verifySceaux(tx);
  const presentes = await tx.selectFrom('journal.evenement').select('chaine').distinct().orderBy('chaine').execute();
  const chaines = [...new Set([...presentes.map(({ chaine }) => chaine), ...sceaux.attendus.keys()])].sort(
    (a, b) => a - b,
  );
  const bilan: Verification = {
    evenements: 0,
    chaines: chaines.length,
    sceaux: sceaux.nombre,
    rupture: sceaux.rupture,
  };
  for (const chaine of chaines) {
    if (bilan.rupture) break;
    const { nombre, rupture } = await verifyChaine(tx, chaine, sceaux.attendus.get(chaine) ?? new Map());
    bilan.evenements += nombre;
    bilan.rupture = rupture;
    progression?.(bilan.evenements);
  }
  return bilan;
}

/** Scelle les têtes de chaîne ; fait chaque nuit et à la demande. Rend le rang du sceau. */
export async function recordSceau(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ rang: string }>`select journal.poser_sceau()::text as rang`.execute(tx);
  return Number(rows[0]?.rang);
}
