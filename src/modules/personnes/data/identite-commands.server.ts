import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { AutreNomSaisie, IdentiteSaisie } from '../identite-saisie.ts';
import { formatNaissance, LIBELLE_SEXE } from '../personne.ts';
import { getPersonne, type PersonneVue } from './personne-queries.server.ts';

/** Complète ou corrige l'identité d'une personne ; refuse si quelqu'un l'a changée entre-temps. */
export const updateIdentite = defineCommand({
  name: 'enfants.identite.modifier',
  titre: 'Corriger une identité',
  saisie: IdentiteSaisie,
  load: (contexte, { id }) => getPersonne(contexte, id),
  can: (agent) => canDo(agent, 'enfants.modifier'),
  run: async ({ tx, aujourdhui }, { id, version, ...identite }, avant) => {
    if (identite.dateNaissance !== null && identite.dateNaissance > aujourdhui)
      throw new Refus('Cette date de naissance est à venir.', [], 'dateNaissance');
    const [change] = await tx
      .updateTable('enfants.personne')
      .set({ ...identite, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute();
    if (!change)
      throw new Conflit('Quelqu’un a changé cette identité pendant que vous la corrigiez.', formatActuel(avant));
    const changes = Object.entries(identite).filter(([champ, valeur]) => avant[champ as keyof typeof avant] !== valeur);
    return {
      resultat: id,
      trace: {
        enfantId: avant.numero === null ? null : id,
        objetId: id,
        detail: { champs: changes.map(([champ]) => champ) },
      },
    };
  },
});

function formatActuel(p: PersonneVue): Record<string, string> {
  return {
    Nom: p.nom,
    'Nom d’usage': p.nomUsage ?? 'aucun',
    Prénom: p.prenom,
    Sexe: LIBELLE_SEXE[p.sexe],
    Naissance: formatNaissance(p),
    'Lieu de naissance': p.lieuNaissance ?? 'non renseigné',
    Téléphone: p.telephone ?? 'aucun',
    Courriel: p.courriel ?? 'aucun',
  };
}

/** Garde un autre nom sous lequel la personne est connue : la recherche le trouve. */
export const recordAutreNom = defineCommand({
  name: 'enfants.autre-nom.enregistrer',
  titre: 'Ajouter un autre nom',
  saisie: AutreNomSaisie,
  load: (contexte, { personneId }) => getPersonne(contexte, personneId),
  can: (agent) => canDo(agent, 'enfants.modifier'),
  run: async ({ tx }, saisie, personne) => {
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.autreNom')
      .values({ id, ...saisie })
      .execute();
    return { resultat: personne, trace: { enfantId: personne.numero === null ? null : personne.id, objetId: id } };
  },
});
