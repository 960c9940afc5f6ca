import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, SaisieInvalide } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { canEvaluer } from '../droits.ts';
import { LIBELLE_AUPRES, LIBELLE_ISSUE, LIBELLE_LIEU } from '../evaluation.ts';
import { AvisSaisie, RencontreSaisie } from '../evaluation-saisie.ts';
import { lockInformation, verifyEnEvaluation, verifyJour, verifyMineurs } from './cible.server.ts';
import { listAvisRecueillis, listRencontres } from './evaluation-queries.server.ts';

/** Inscrit une rencontre, tenue ou non, ou corrige celle que l'on désigne. */
export const recordRencontre = defineCommand({
  name: 'evaluations.rencontre.enregistrer',
  titre: 'Inscrire une rencontre',
  saisie: RencontreSaisie,
  load: lockInformation,
  can: canEvaluer,
  run: async (contexte, saisie, cible) => {
    verifyEnEvaluation(cible);
    verifyJour('le', saisie.le, cible, contexte);
    verifyMineurs(cible, saisie.mineurs);
    const id = await writeRencontre(contexte, saisie);
    const { tx } = contexte;
    await tx.deleteFrom('ip.rencontreMineur').where('rencontreId', '=', id).execute();
    const presents = saisie.mineurs.map((mineurId) => ({ rencontreId: id, mineurId }));
    if (presents.length > 0) await tx.insertInto('ip.rencontreMineur').values(presents).execute();
    const { le, lieu, issue } = saisie;
    return { resultat: cible.id, trace: { objetId: id, detail: { informationId: cible.id, le, lieu, issue } } };
  },
});

async function writeRencontre({ tx, agent, ...reste }: Contexte, saisie: RencontreSaisie): Promise<string> {
  const { informationId, le, lieu, issue, titulairesPresents, mineurSeul, accord, sansAccordMotif, compteRendu } =
    saisie;
  const ligne = {
    le,
    lieu,
    issue,
    titulairesPresents,
    mineurSeul,
    accordParental: mineurSeul ? accord === 'oui' : null,
    sansAccordMotif: mineurSeul && accord === 'non' ? sansAccordMotif : null,
    compteRendu,
    parId: agent.id,
  };
  if (saisie.id === undefined) {
    const id = createIdentifiant();
    await tx
      .insertInto('ip.rencontre')
      .values({ id, informationId, ...ligne })
      .execute();
    return id;
  }
  const contexte = { tx, agent, ...reste };
  const [actuelle] = await listRencontres(contexte, informationId, saisie.id);
  if (!actuelle) throw new Introuvable('Absente, ou hors de vos missions.');
  await updateVersion(
    tx.updateTable('ip.rencontre').set(ligne),
    { id: actuelle.id, version: saisie.version ?? 0 },
    async () => ({
      Date: formatJour(actuelle.le, 'long'),
      Lieu: LIBELLE_LIEU[actuelle.lieu],
      Issue: LIBELLE_ISSUE[actuelle.issue],
      'Compte rendu': actuelle.compteRendu ?? '',
      'Écrite par': actuelle.par ?? '',
    }),
  );
  return actuelle.id;
}

/** Inscrit un avis recueilli, ou pourquoi il ne l'est pas (IP-016), ou corrige celui que l'on désigne. */
export const recordAvis = defineCommand({
  name: 'evaluations.avis.enregistrer',
  titre: 'Inscrire un avis',
  saisie: AvisSaisie,
  load: lockInformation,
  can: canEvaluer,
  run: async (contexte, saisie, cible) => {
    verifyEnEvaluation(cible);
    verifyJour('le', saisie.le, cible, contexte);
    verifyMineurs(cible, [saisie.deQui.mineurId]);
    await verifyAdulte(contexte, cible.id, saisie.deQui.adulteId);
    const id = await writeAvis(contexte, saisie);
    const { aupres } = saisie.deQui;
    const { recueilli } = saisie;
    return { resultat: cible.id, trace: { objetId: id, detail: { informationId: cible.id, aupres, recueilli } } };
  },
});

async function verifyAdulte({ tx }: Contexte, informationId: string, adulteId: string | null): Promise<void> {
  if (adulteId === null) return;
  const adulte = await tx
    .selectFrom('ip.adulte')
    .select('id')
    .where('id', '=', adulteId)
    .where('informationId', '=', informationId)
    .executeTakeFirst();
  if (!adulte) throw new SaisieInvalide({ deQui: 'Choisissez de qui est cet avis.' });
}

async function writeAvis(contexte: Contexte, saisie: AvisSaisie): Promise<string> {
  const { tx, agent } = contexte;
  const { informationId, deQui, qui, le, recueilli, teneur, motifAbsence } = saisie;
  const ligne = {
    ...deQui,
    qui,
    le,
    recueilli,
    teneur: recueilli ? teneur : null,
    motifAbsence: recueilli ? null : motifAbsence,
    parId: agent.id,
  };
  if (saisie.id === undefined) {
    const id = createIdentifiant();
    await tx
      .insertInto('ip.avis')
      .values({ id, informationId, ...ligne })
      .execute();
    return id;
  }
  const [actuel] = await listAvisRecueillis(contexte, informationId, saisie.id);
  if (!actuel) throw new Introuvable('Absent, ou hors de vos missions.');
  await updateVersion(
    tx.updateTable('ip.avis').set(ligne),
    { id: actuel.id, version: saisie.version ?? 0 },
    async () => ({
      'De qui': actuel.qui ?? LIBELLE_AUPRES[actuel.aupres],
      Date: formatJour(actuel.le, 'long'),
      Avis: actuel.teneur ?? '',
      'Pourquoi il manque': actuel.motifAbsence ?? '',
      'Écrit par': actuel.par ?? '',
    }),
  );
  return actuel.id;
}
