import { getInformationCible, recordFait } from '#modules/informations-preoccupantes/index.server.ts';
import { canConduire, parseNumeroInformation } from '#modules/informations-preoccupantes/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus, SaisieInvalide } from '#server/errors.ts';
import { LienRetireSaisie, LienSaisie } from '../lien-saisie.ts';

/** Relie deux informations qu'un agent rapproche lui-même. */
export const recordLien = defineCommand({
  name: 'informations.lien.creer',
  titre: 'Relier à une autre information',
  saisie: LienSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: canConduire,
  run: async (contexte, { id, numero, note }, cible) => {
    const autre = await contexte.tx
      .selectFrom('ip.information')
      .select(['id', 'numero'])
      .where('numero', '=', parseNumeroInformation(numero) ?? numero)
      .executeTakeFirst();
    if (!autre || autre.id === id)
      throw new SaisieInvalide({ numero: 'Aucune autre information de ce numéro, ou hors de vos missions.' });
    const [lien] = await contexte.tx
      .insertInto('ip.lien')
      .values({ informationId: id, lieeId: autre.id, nature: 'manuel', note })
      .onConflict((conflit) => conflit.doNothing())
      .returning('lieeId')
      .execute();
    if (!lien) throw new SaisieInvalide({ numero: `${autre.numero} est déjà reliée.` });
    await recordFait(contexte, cible, 'lier', { motif: `${autre.numero} : ${note}` });
    return { resultat: id, trace: { objetId: id, detail: { lieeId: autre.id } } };
  },
});

/** Retire un lien fait à tort. */
export const closeLien = defineCommand({
  name: 'informations.lien.retirer',
  titre: 'Retirer un lien',
  saisie: LienRetireSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: canConduire,
  run: async (contexte, { id, lieeId }, cible) => {
    const { numDeletedRows } = await contexte.tx
      .deleteFrom('ip.lien')
      .where((e) =>
        e.or([
          e.and([e('informationId', '=', id), e('lieeId', '=', lieeId)]),
          e.and([e('informationId', '=', lieeId), e('lieeId', '=', id)]),
        ]),
      )
      .executeTakeFirst();
    if (numDeletedRows === 0n)
      throw new Refus('Ce lien n’existe plus, ou tient à une information que vous ne conduisez pas.');
    await recordFait(contexte, cible, 'delier', { detail: { lieeId } });
    return { resultat: id, trace: { objetId: id, detail: { lieeId } } };
  },
});
