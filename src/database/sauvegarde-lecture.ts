import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { readTrames, type Trame } from './sauvegarde-format.ts';

export const Entete = z.object({
  faiteLe: z.string(),
  serveur: z.string(),
  /** Reconnaît le secret de l'installation sans le dire : les seconds facteurs en dépendent. */
  secret: z.string(),
  migrations: z.array(z.object({ nom: z.string(), empreinte: z.string() })),
  sequences: z.array(z.object({ nom: z.string(), valeur: z.string().nullable() })),
});
export type Entete = z.infer<typeof Entete>;

export const Table = z.object({ nom: z.string(), colonnes: z.array(z.string()) });
export type Table = z.infer<typeof Table>;

const FinTable = z.object({ empreinte: z.string(), lignes: z.number() });
const Fin = z.object({ empreinte: z.string(), tables: z.number() });

export type Bilan = { entete: Entete; tables: { nom: string; lignes: number }[] };

/** Ce que fait celui qui lit : l'en-tête d'abord, puis chaque table avec ses lignes (format texte de COPY). */
export type Lecteur = {
  onEntete?: (entete: Entete) => Promise<void>;
  onTable?: (table: Table, lignes: AsyncIterable<Buffer>) => Promise<void>;
};

/**
 * Lit toute la sauvegarde en vérifiant tout : ordre des trames, empreinte de chaque table, empreinte de l'ensemble,
 * trame de fin. Ne rend son bilan que si rien ne manque.
 */
export async function readSauvegarde(
  fichier: string,
  phrase: string | undefined,
  lecteur: Lecteur = {},
): Promise<Bilan> {
  const lecture = new Lecture(fichier, readTrames(fichier, phrase));
  const entete = lecture.parseTrame(Entete, await lecture.getTrame(), 'entete');
  await lecteur.onEntete?.(entete);
  const tables: Bilan['tables'] = [];
  for (let trame = await lecture.getTrame(); ; trame = await lecture.getTrame()) {
    if (trame.genre === 'fin') {
      lecture.verifyFin(trame, tables.length);
      await lecture.verifyBout();
      return { entete, tables };
    }
    const table = lecture.parseTrame(Table, trame, 'table');
    const lignes = lecture.listLignes();
    await lecteur.onTable?.(table, lignes);
    for await (const _ of lignes);
    tables.push({ nom: table.nom, lignes: lecture.lignes });
  }
}

class Lecture {
  lignes = 0;
  readonly #fichier: string;
  readonly #trames: AsyncIterator<Trame>;
  #ensemble = createHash('sha256');

  constructor(fichier: string, trames: AsyncGenerator<Trame>) {
    this.#fichier = fichier;
    this.#trames = trames;
  }

  async getTrame(): Promise<Trame> {
    const { value, done } = await this.#trames.next();
    if (done) throw this.buildDefaut();
    const trame = value as Trame;
    if (trame.genre !== 'fin') this.#ensemble.update(trame.contenu);
    return trame;
  }

  parseTrame<T>(schema: z.ZodType<T>, trame: Trame, genre: Trame['genre']): T {
    if (trame.genre !== genre) throw this.buildDefaut();
    try {
      return schema.parse(JSON.parse(trame.contenu.toString()));
    } catch {
      throw this.buildDefaut();
    }
  }

  /** Les lignes de la table en cours, jusqu'à sa trame de fin, vérifiée. */
  async *listLignes(): AsyncGenerator<Buffer> {
    const empreinte = createHash('sha256');
    for (let trame = await this.getTrame(); ; trame = await this.getTrame()) {
      if (trame.genre === 'lignes') {
        empreinte.update(trame.contenu);
        yield trame.contenu;
        continue;
      }
      const fin = this.parseTrame(FinTable, trame, 'fin-table');
      if (fin.empreinte !== empreinte.digest('hex')) throw this.buildDefaut();
      this.lignes = fin.lignes;
      return;
    }
  }

  verifyFin(trame: Trame, nombre: number): void {
    const fin = this.parseTrame(Fin, trame, 'fin');
    if (fin.tables !== nombre || fin.empreinte !== this.#ensemble.digest('hex')) throw this.buildDefaut();
  }

  /** Le sceau du chiffrement et la somme de gzip ne se vérifient qu'au dernier octet. */
  async verifyBout(): Promise<void> {
    if (!(await this.#trames.next()).done) throw this.buildDefaut();
  }

  buildDefaut(): ErreurExploitation {
    return new ErreurExploitation(
      `La sauvegarde ${this.#fichier} est abîmée ou incomplète : rien n'a été restauré, prenez-en une autre.`,
    );
  }
}
