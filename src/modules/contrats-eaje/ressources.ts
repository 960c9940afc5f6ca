/** Les ressources d'une famille, datées : elles valent jusqu'aux suivantes. */
import { z } from 'zod';
import { choixSaisi, nombreSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { ORIGINES_RESSOURCES, type Ressources } from './participation.ts';

export type RessourcesDatees = Ressources & Readonly<{ id: string; du: JourCivil; au: JourCivil | null }>;

const MONTANT_AU_PLUS = 10_000_000;

/** Un montant tapé à la française, en centimes ; vide : inconnu. */
const montantFacultatif = z
  .string()
  .optional()
  .transform((texte, contexte): number | null => {
    const propre = (texte ?? '').replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
    if (propre === '') return null;
    const lisible = /^\d+(\.\d{1,2})?$/.test(propre);
    if (lisible && Number(propre) <= MONTANT_AU_PLUS) return Math.round(Number(propre) * 100);
    contexte.addIssue({
      code: 'custom',
      message: lisible
        ? 'Le montant de l’année ne dépasse pas 10 000 000 €.'
        : 'Écrivez le montant de l’année comme 32 360 ou 32 360,50.',
    });
    return z.NEVER;
  });

const enfants = (minimum: number, message: string) =>
  nombreSaisi(message, { minimum, maximum: 20 }).refine(Number.isInteger, { error: message });

export const RessourcesSaisie = z
  .object({
    familleId: Identifiant,
    du: jourCivilSaisi(),
    annuellesCentimes: montantFacultatif,
    enfantsACharge: enfants(1, 'Indiquez le nombre d’enfants à charge, de 1 à 20.'),
    enfantsAeeh: enfants(0, 'Indiquez combien ont l’AEEH, de 0 à 20.'),
    origine: choixSaisi(ORIGINES_RESSOURCES, 'Dites d’où viennent ces ressources.'),
  })
  .refine(({ enfantsACharge, enfantsAeeh }) => enfantsAeeh <= enfantsACharge, {
    error: 'Ils ne sont pas plus nombreux que les enfants à charge.',
    path: ['enfantsAeeh'],
  })
  .refine(
    ({ origine, annuellesCentimes }) => annuellesCentimes !== null || !['CDAP', 'AVIS_IMPOSITION'].includes(origine),
    {
      error: 'Indiquez le montant de l’année, ou dites qu’il est inconnu.',
      path: ['annuellesCentimes'],
    },
  );
