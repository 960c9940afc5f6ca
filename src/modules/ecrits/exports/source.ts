/** À qui l'on répond quand on écrit à la source. Seuls les écrits qui lui sont adressés emploient ces balises. */
import type { BlocWord } from '#documents/word-modele.ts';
import type { FicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { LIBELLE_SOURCE } from '#modules/informations-preoccupantes/index.ts';
import type { Balises, DonneesDe } from '#modules/trames/index.ts';

export const SOURCE = {
  destinataire: { libelle: 'nom de qui a transmis', exemple: 'Mme Le Goff' },
  destinataire_qualite: { libelle: 'sa qualité', exemple: 'Assistante sociale scolaire' },
  destinataire_organisme: { libelle: 'son organisme', exemple: 'Collège Jean-Moulin' },
  destinataire_adresse: { libelle: 'son adresse', exemple: '3 rue du Port, 50100 Cherbourg' },
  professionnel: { libelle: 'la source est un professionnel ou un élu', exemple: true },
  anonymat_demande: { libelle: 'la source a demandé l’anonymat', exemple: false },
} as const satisfies Balises;

export const A_LA_SOURCE: readonly BlocWord[] = [
  { droite: '{destinataire}' },
  { si: 'destinataire_qualite', blocs: [{ droite: '{destinataire_qualite}' }] },
  { si: 'destinataire_organisme', blocs: [{ droite: '{destinataire_organisme}' }] },
  { droite: '{destinataire_adresse}' },
];

export function buildSource({ enTete, auteur }: FicheInformation): DonneesDe<typeof SOURCE> {
  const professionnel = enTete.categorieSource === 'professionnel' || enTete.categorieSource === 'elu';
  return {
    destinataire: auteur?.nom ?? null,
    destinataire_qualite: auteur?.qualite ?? null,
    destinataire_organisme: auteur?.organisme ?? (professionnel ? LIBELLE_SOURCE[enTete.source] : null),
    destinataire_adresse: auteur?.adresse ?? null,
    professionnel,
    anonymat_demande: auteur?.anonymatDemande ?? false,
  };
}
