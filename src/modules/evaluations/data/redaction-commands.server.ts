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
  ecrites: { code: string; version: number; empreinte: string }[];
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
      if (actuelle?.texte === saisi || (actuelle === undefined && saisi === '')) continue;
      const lue = version[code] ?? 0;
      if (
        (actuelle?.version ?? 0) === lue &&
        (await writeRubrique(contexte, { informationId, mineurId, code, lue, saisi }))
      )
        resultat.ecrites.push({ code, version: lue + 1, empreinte: computeEmpreinte(saisi) });
      else
        resultat.conflits.push(
          ...(await listRubriquesEcrites(contexte, informationId, mineurId)).filter((r) => r.code === code),
        );
    }
    const codes = resultat.ecrites.map(({ code }) => code);
    return { resultat, trace: { objetId: informationId, detail: { mineurId, codes } } };
  },
});

/** Faux si quelqu'un est passé entre la lecture et l'écriture. */
async function writeRubrique(
  { tx, agent }: Contexte,
  {
    informationId,
    mineurId,
    code,
    lue,
    saisi,
  }: { informationId: string; mineurId: string | null; code: string; lue: number; saisi: string },
): Promise<boolean> {
  const { rows } =
    lue === 0
      ? await sql`insert into ip.rubrique (information_id, mineur_id, code, texte, modifiee_par)
          values (${informationId}, ${mineurId}, ${code}, ${saisi}, ${agent.id}) on conflict do nothing returning code`.execute(
          tx,
        )
      : await sql`update ip.rubrique set texte = ${saisi}, modifiee_par = ${agent.id}, modifiee_le = transaction_timestamp(), version = version + 1
          where information_id = ${informationId} and mineur_id is not distinct from ${mineurId}::uuid and code = ${code} and version = ${lue}
          returning code`.execute(tx);
  return rows.length > 0;
}
