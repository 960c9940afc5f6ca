/**
 * À qui va une échéance qui ne nomme personne.
 *
 * Pratique, lue ici : ce qu'une équipe évalue va à chacun de ses évaluateurs (`data/dues.server.ts`). Pour le reste, et si l'équipe est
 * vide, celui dont l'acte est attendu tient un poste de ce profil dans l'unité, ou dans une unité qui la contient ; si personne ne le
 * tient, le profil suivant, jusqu'au responsable du pôle ; pour une crèche, sa direction, son responsable de territoire, puis le directeur. Ce qu'on attend d'un autre (juge, parquet) va à qui
 * peut le relancer : l'inspecteur. Aucun texte ne le dit. Non traité : un intérim donné hors des postes.
 */
import type { Profil } from '#shared/habilitation.ts';
import type { Acteur } from '#shared/obligation.ts';

const ENCADRE: readonly (readonly Profil[])[] = [['cadre-territorial-ase', 'responsable-enfance']];
const INSPECTE: readonly (readonly Profil[])[] = [['inspecteur-enfance']];
const AU_DESSUS: readonly (readonly Profil[])[] = [
  ['responsable-territoire-enfance'],
  ['responsable-pole'],
  ['directeur'],
];

const DIRECTION: readonly (readonly Profil[])[] = [['directeur']];
const DES_CRECHES: ReadonlySet<Acteur> = new Set(['creche', 'petite-enfance']);

const PROFILS: Record<Acteur, readonly (readonly Profil[])[]> = {
  referent: ENCADRE,
  cadre: ENCADRE,
  evaluateurs: ENCADRE,
  service: ENCADRE,
  inspecteur: INSPECTE,
  crip: [['agent-crip']],
  pole: [['responsable-pole']],
  creche: [['responsable-eaje'], ['responsable-territoire-petite-enfance']],
  'petite-enfance': [['responsable-territoire-petite-enfance']],
  juge: INSPECTE,
  parquet: INSPECTE,
  tribunal: INSPECTE,
  prefet: INSPECTE,
};

/** Ceux-là répondent de tout le département, où que soit leur poste. */
const PARTOUT: ReadonlySet<Profil> = new Set(['agent-crip', 'responsable-pole', 'directeur']);

export type Office = { acteur: Acteur; profil: Profil; rang: number; partout: boolean };

/** Pour chaque acteur, les profils qui répondent de lui, du premier au dernier recours. */
export const OFFICES: readonly Office[] = (Object.keys(PROFILS) as Acteur[]).flatMap((acteur) =>
  [...PROFILS[acteur], ...(DES_CRECHES.has(acteur) ? DIRECTION : AU_DESSUS)].flatMap((profils, rang) =>
    profils.map((profil) => ({ acteur, profil, rang, partout: PARTOUT.has(profil) })),
  ),
);
