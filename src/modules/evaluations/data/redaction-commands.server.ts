import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { canEvaluer } from '../droits.ts';
import { RubriquesSaisie } from '../rapport-saisie.ts';
import { listRubriques } from '../rubrique.ts';
import { lockInformation, verifyEnEvaluation, verifyMineurs } from './cible.server.ts';
import {
  computeEmpreinte,
  listRubriquesEcrites,
  normaliseTexte,
  type RubriqueLue,
} from './redaction-queries.server.ts';

export type RedactionFaite = {
  /** Ce qui vient d'être écrit, avec sa nouvelle version. */
  ecrites: { code: string; version: number; empreinte: string; le: string }[];
  /** Ce qu'un autre a écrit entre-temps : rien n'y est changé. */
  conflits: RubriqueLue[];
};

/**
 * Écrit les rubriques d'un volet auxquelles on a touché. Chacune est jugée seule : deux personnes qui écrivent chacune la leur ne se
 * gênent pas ; sur la même, la seconde reçoit le texte de la première et garde le sien.
 */
export const updateRubriques = defineCommand({
  name: 'evaluations.rubriques.ecrire',
  titre: 'Écrire le rapport',
  saisie: RubriquesSaisie,
  load: lockInformation,
  can: canEvaluer,
  run: async (contexte, { informationId, mineurId, texte, version, empreinte }, cible) => {
    verifyEnEvaluation(cible);
    verifyMineurs(cible, [mineurId]);
    const ecrites = new Map(
      (await listRubriquesEcrites(contexte, informationId, mineurId)).map((rubrique) => [rubrique.code, rubrique]),
    );
    const resultat: RedactionFaite = { ecrites: [], conflits: [] };
    for (const { code } of listRubriques(mineurId === null ? null : { aNaitre: false })) {
      const saisi = normaliseTexte(texte[code] ?? '');
      if (texte[code] === undefined || computeEmpreinte(saisi) === empreinte[code]) continue;
      const actuelle = ecrites.get(code);
      if ((actuelle?.texte ?? '') === saisi) continue;
      const lue = version[code] ?? 0;
      const rubrique = { informationId, mineurId, code, lue, saisi };
      const ecriteLe = (actuelle?.version ?? 0) === lue ? await writeRubrique(contexte, rubrique) : null;
      if (ecriteLe === null)
        resultat.conflits.push(...(await listRubriquesEcrites(contexte, informationId, mineurId, code)));
      else resultat.ecrites.push({ code, version: lue + 1, empreinte: computeEmpreinte(saisi), le: ecriteLe });
    }
    const codes = resultat.ecrites.map(({ code }) => code);
    return { resultat, trace: { objetId: informationId, detail: { mineurId, codes } } };
  },
});

type RubriqueSaisie = { informationId: string; mineurId: string | null; code: string; lue: number; saisi: string };

/** L'instant de l'écriture ; nul si quelqu'un est passé depuis la lecture. */
async function writeRubrique(
  { tx, agent }: Contexte,
  { informationId, mineurId, code, lue, saisi }: RubriqueSaisie,
): Promise<string | null> {
  const { rows } = await (lue === 0
    ? sql<{ le: string }>`insert into ip.rubrique (information_id, mineur_id, code, texte, modifiee_par)
        values (${informationId}, ${mineurId}, ${code}, ${saisi}, ${agent.id}) on conflict do nothing returning modifiee_le as le`
    : sql<{ le: string }>`update ip.rubrique
        set texte = ${saisi}, modifiee_par = ${agent.id}, modifiee_le = transaction_timestamp(), version = version + 1
        where information_id = ${informationId} and mineur_id is not distinct from ${mineurId}::uuid and code = ${code}
          and version = ${lue} returning modifiee_le as le`
  ).execute(tx);
  return rows[0]?.le ?? null;
}
