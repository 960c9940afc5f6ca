/**
 * La nomenclature des prestations et des mesures (référentiel §3.2 et §3.3), lue à un jour. Le code est la valeur gardée ;
 * le libellé est ce qu'on lit.
 */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { accepte, avertit, oppose, type Verdict } from '#shared/verdict.ts';
import type { MesureDefinie, Origine } from './mesure.ts';
import { MESURES_JUDICIAIRES } from './mesure-judiciaire.ts';
import { PRESTATIONS } from './prestation.ts';

export const NOMENCLATURE = { ...PRESTATIONS, ...MESURES_JUDICIAIRES } as const;
export type CodeMesure = keyof typeof NOMENCLATURE;
export const CodeMesure = z.enum(Object.keys(NOMENCLATURE) as [CodeMesure, ...CodeMesure[]], {
  error: 'Choisissez la mesure.',
});

/** Ce que la loi dit de cette mesure ce jour-là. */
export function getMesure(code: CodeMesure, jour: JourCivil): MesureDefinie {
  return NOMENCLATURE[code].at(jour);
}

/** Le code d'un texte lu d'un fichier ou d'une base ; indéfini s'il n'est pas de la nomenclature. */
export function findCode(texte: string): CodeMesure | undefined {
  return Object.hasOwn(NOMENCLATURE, texte) ? (texte as CodeMesure) : undefined;
}

/** Le libellé d'un code ; un code qu'on ne connaît plus se lit tel quel. */
export function formatMesure(texte: string): string {
  const code = findCode(texte);
  return code === undefined ? texte : (NOMENCLATURE[code].versions.at(-1)?.valeur.libelle ?? code);
}

/** Les codes que l'on peut créer ce jour, dans l'ordre du référentiel. */
export function listCodes(jour: JourCivil, origine?: Origine): CodeMesure[] {
  return (Object.keys(NOMENCLATURE) as CodeMesure[]).filter((code) => {
    const mesure = getMesure(code, jour);
    return (origine === undefined || mesure.origine === origine) && (!mesure.interdit || jour < mesure.interdit.depuis);
  });
}

/** Ce code peut-il être créé ce jour ? */
export function evaluateCode(code: CodeMesure, jour: JourCivil): Verdict {
  const { interdit, libelle } = getMesure(code, jour);
  if (!interdit || jour < interdit.signaleDepuis) return accepte();
  const aLaPlace = `Inscrivez ${interdit.aLaPlace}.`;
  if (jour < interdit.depuis) return avertit(`« ${libelle} » est contesté. ${aLaPlace}`, interdit.textes);
  return oppose(
    `« ${libelle} » ne se crée plus depuis le ${formatJour(interdit.depuis, 'long')}. ${aLaPlace}`,
    interdit.textes,
  );
}
