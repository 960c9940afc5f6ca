/** Un fait marquant d'essai, sans base. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { FaitMarquant, Information } from '../suite.ts';

export const JOUR_DU_FAIT = jourCivil('2026-11-20');

/** Le territoire l'apprend à cette heure, de cette façon. */
export const dire = (
  heure: string | null,
  moyen: Information['moyen'],
  plus: Partial<Information> = {},
): Information => ({
  ...{ id: `${moyen} ${heure}`, destinataire: 'TERRITOIRE', le: JOUR_DU_FAIT, heure, moyen, version: 1 },
  ...plus,
});
/** Un fait de gravité 4, à huit heures, et qui en est informé. */
export const buildFait = (informes: Information[], plus: Partial<FaitMarquant> = {}): FaitMarquant => ({
  ...{
    id: 'f',
    etablissementId: 'c',
    uniteId: 'u',
    creche: 'C',
    survenuLe: JOUR_DU_FAIT,
    heure: '08:00',
    categorie: 'ENFANT',
  },
  ...{ gravite: 4, recit: 'Chute.', secours: false, deces: false, impact: '', closLe: null, informes, version: 1 },
  ...plus,
});
