import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listVersionsDocument } from '#modules/eaje/index.server.ts';
import { canTenirCreche, type DocumentTenu, formatVersionLue, isATransmettre } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus } from '#server/errors.ts';
import { listChamps } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { DocumentSaisie } from '../etablissement-saisie.ts';
import { loadDeSaisie } from './etablissements-commands.server.ts';

/** Ajoute une version : elle vaut désormais, la précédente reste lisible derrière elle. */
export const recordVersionDocument = defineCommand({
  name: 'eaje.document.enregistrer',
  titre: 'Inscrire une nouvelle version d’un document de la crèche',
  saisie: DocumentSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  run: async (contexte, saisie) => {
    const [actuelle] = await listVersionsLues(contexte, saisie);
    verifyDates(saisie, contexte.aujourdhui);
    if (actuelle) verifySuite(saisie.etabliLe, actuelle);
    const { etablissementId, nature } = saisie;
    const id = createIdentifiant();
    await contexte.tx
      .insertInto('eaje.document')
      .values({ id, etablissementId, nature, ...buildChamps(saisie) })
      .execute();
    const detail = { etablissementId, nature, etabliLe: saisie.etabliLe, avant: actuelle?.id ?? null };
    return { resultat: etablissementId, trace: { objetId: id, detail } };
  },
});

/** Corrige la version qui vaut : ses dates, ou le jour de sa transmission. */
export const updateDocument = defineCommand({
  name: 'eaje.document.corriger',
  titre: 'Corriger la dernière version d’un document de la crèche',
  saisie: DocumentSaisie,
  load: loadDeSaisie,
  can: canTenirCreche,
  run: async (contexte, saisie) => {
    const [actuelle, precedente] = await listVersionsLues(contexte, saisie);
    if (!actuelle) throw new Refus('Ce document n’a pas encore de version : inscrivez-la d’abord.');
    verifyDates(saisie, contexte.aujourdhui);
    if (precedente) verifySuite(saisie.etabliLe, precedente);
    const champs = buildChamps(saisie);
    await contexte.tx
      .updateTable('eaje.document')
      .set({ ...champs, version: sql<number>`version + 1` })
      .where('id', '=', actuelle.id)
      .execute();
    const { etablissementId, nature } = saisie;
    const detail = { etablissementId, nature, champs: listChamps(actuelle, champs) };
    return { resultat: etablissementId, trace: { objetId: actuelle.id, detail } };
  },
});

const buildChamps = ({ nature, etabliLe, aRevoirLe, transmisLe }: DocumentSaisie) => ({
  etabliLe,
  aRevoirLe,
  transmisLe: isATransmettre(nature) ? transmisLe : null,
  aTransmettre: isATransmettre(nature),
});

function verifyDates({ etabliLe, transmisLe }: DocumentSaisie, aujourdhui: JourCivil): void {
  if (etabliLe > aujourdhui) throw new Refus('Cette version n’est pas encore établie.', [], 'etabliLe');
  if (transmisLe !== null && transmisLe > aujourdhui)
    throw new Refus('Cette transmission n’est pas encore faite.', [], 'transmisLe');
}

function verifySuite(etabliLe: JourCivil, precedente: DocumentTenu): void {
  if (etabliLe <= precedente.etabliLe)
    throw new Refus(
      `La version précédente est du ${formatJour(precedente.etabliLe, 'long')} : celle-ci vient après.`,
      [],
      'etabliLe',
    );
}

/** Les versions, si la dernière est encore celle que l'on a lue. */
async function listVersionsLues(
  { tx }: Contexte,
  { etablissementId, nature, version }: DocumentSaisie,
): Promise<DocumentTenu[]> {
  // Deux personnes qui l'enregistrent au même instant passent l'une après l'autre.
  await sql`select pg_advisory_xact_lock(1296126538, hashtext(${etablissementId}))`.execute(tx);
  const versions = await listVersionsDocument(tx, etablissementId, nature);
  const [actuelle] = versions;
  if (formatVersionLue(actuelle) === version) return versions;
  const formatDate = (jour: JourCivil | null | undefined) => (jour ? formatJour(jour, 'court') : '');
  throw new Conflit('Ce document a été changé pendant votre saisie.', {
    'Établi le': formatDate(actuelle?.etabliLe),
    'À revoir le': formatDate(actuelle?.aRevoirLe),
    'Transmis le': formatDate(actuelle?.transmisLe),
  });
}
