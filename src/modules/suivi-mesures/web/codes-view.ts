import { getMesure, listCodes, ORIGINES, type Origine } from '#modules/mesures/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { buildLoi } from './loi-view.ts';

type CodeAChoisir = { valeur: string; libelle: string; groupe?: string };

/** La nomenclature en liste déroulante, réunie par origine. */
export function buildChoixDeCodes(jour: JourCivil, origine?: Origine): CodeAChoisir[] {
  return listCodes(jour, origine).map((code) => {
    const { libelle, origine: sienne } = getMesure(code, jour);
    return { valeur: code, libelle, ...(origine ? {} : { groupe: ORIGINES[sienne] }) };
  });
}

/** La nomenclature à proposer, rangée par qui décide : chaque mesure avec ce que la loi en dit. */
export function buildNomenclature(jour: JourCivil, origine: Origine, reglement = '') {
  const choix = listCodes(jour, origine).map((code) => {
    const { libelle, decideur, dureeCourte, consentement, documents, fondement, article, objections } = buildLoi(
      code,
      jour,
      reglement,
    );
    const local = article && `règlement départemental, ${article}`;
    const dus = documents.length > 0 ? `dus : ${documents.join(', ').toLocaleLowerCase('fr')}` : null;
    return {
      valeur: code,
      libelle,
      groupe: decideur,
      aide: [dureeCourte, consentement, dus, fondement, local, ...objections.map(({ motif }) => motif)]
        .filter(Boolean)
        .join(' · '),
    };
  });
  return [...Map.groupBy(choix, ({ groupe }) => groupe).values()].flat();
}

/** Ce qui se reçoit d'un juge, du parquet ou du préfet : rangé par qui décide. */
export function buildMesuresRecues(jour: JourCivil) {
  const lois = listCodes(jour)
    .filter((code) => getMesure(code, jour).origine === 'judiciaire' || getMesure(code, jour).decideur === 'prefet')
    .map((code) => buildLoi(code, jour));
  return [...Map.groupBy(lois, ({ decideur }) => decideur)].map(([decideur, mesures]) => ({ decideur, mesures }));
}
