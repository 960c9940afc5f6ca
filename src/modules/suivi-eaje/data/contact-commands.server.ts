import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { listContactsUrgence } from '#modules/eaje/index.server.ts';
import { type ContactUrgence, canSuivre } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { isInformationDue } from '../rules/contact.ts';
import { ContactSaisie, formatContactLu, InformationContactSaisie } from '../suivi-saisie.ts';
import { loadCreche, verifyPasse } from './suivi-commands.server.ts';

/** Un changement est une ligne de plus ; le même jour, il remplace celle de ce jour, et l'information est à refaire. */
export const updateContactUrgence = defineCommand({
  name: 'suivi-eaje.contact.changer',
  titre: 'Changer le contact d’urgence d’une crèche',
  saisie: ContactSaisie,
  load: loadCreche,
  can: canSuivre,
  run: async ({ tx, aujourdhui }, { etablissementId, version, nom, telephone, du }) => {
    const [actuel] = await listContactsLus(tx, etablissementId, version);
    verifyPasse(du, aujourdhui, 'du');
    if (actuel?.nom === nom && actuel.telephone === telephone)
      throw new Refus('Ce contact est déjà celui de la crèche : rien ne change.', [], 'nom');
    if (actuel && du < actuel.du)
      throw new Refus(`Le contact inscrit vaut depuis le ${formatJour(actuel.du, 'long')}.`, [], 'du');
    const id = createIdentifiant();
    await tx
      .insertInto('eaje.contactUrgence')
      .values({ id, etablissementId, nom, telephone, du })
      .onConflict((conflit) =>
        conflit
          .constraint('contact_urgence_un_par_jour')
          .doUpdateSet({ nom, telephone, pcdLe: null, version: sql<number>`contact_urgence.version + 1` }),
      )
      .execute();
    const contacts = await listContactsUrgence(tx, etablissementId);
    const objetId = contacts[0]?.id ?? id;
    return {
      resultat: isInformationDue(contacts),
      trace: { objetId, detail: { etablissementId, du, avant: actuel?.id ?? null } },
    };
  },
});

/** EVT-01 : le président sait le contact qui vaut. */
export const recordInformationContact = defineCommand({
  name: 'suivi-eaje.contact.informer',
  titre: 'Inscrire que le président du conseil départemental est informé du contact d’urgence',
  saisie: InformationContactSaisie,
  load: loadCreche,
  can: canSuivre,
  run: async ({ tx, aujourdhui }, { etablissementId, version, le }) => {
    const contacts = await listContactsLus(tx, etablissementId, version);
    const [actuel] = contacts;
    if (!actuel || actuel.pcdLe !== null) throw new Refus('Le président est déjà informé de ce contact.');
    verifyPasse(le, aujourdhui, 'le');
    if (le < actuel.du) throw new Refus(`Ce contact est inscrit depuis le ${formatJour(actuel.du, 'long')}.`, [], 'le');
    await tx
      .updateTable('eaje.contactUrgence')
      .set({ pcdLe: le, version: sql<number>`version + 1` })
      .where('id', '=', actuel.id)
      .execute();
    return { resultat: etablissementId, trace: { objetId: actuel.id, detail: { etablissementId, le } } };
  },
});

/** Les contacts, s'ils sont encore ceux que l'on a lus. */
async function listContactsLus(tx: Transaction, etablissementId: string, lu: string): Promise<ContactUrgence[]> {
  // Deux personnes qui l'enregistrent au même instant passent l'une après l'autre.
  await sql`select pg_advisory_xact_lock(1296126535, hashtext(${etablissementId}))`.execute(tx);
  const contacts = await listContactsUrgence(tx, etablissementId);
  const [actuel] = contacts;
  if (formatContactLu(actuel) === lu) return contacts;
  throw new Conflit('Ce contact a été changé pendant votre saisie.', {
    'Qui joindre': actuel?.nom ?? '',
    Téléphone: actuel?.telephone ?? '',
    Depuis: actuel ? formatJour(actuel.du, 'court') : '',
    'Président informé': actuel?.pcdLe ? formatJour(actuel.pcdLe, 'court') : '',
  });
}
