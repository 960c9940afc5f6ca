import { LIBELLE_DANGER, type TypeDanger } from '#modules/informations-preoccupantes/index.ts';
import type { EtatCorrigeable } from '../data/correction-queries.server.ts';
import { listBlocs, type Valeurs } from './blocs.ts';

type Brut = string | number | boolean | null;

/** Le foyer et les faits enregistrés, tels que le formulaire les porterait si on venait de les taper. */
export function buildValeursDuFoyer(etat: EtatCorrigeable): Valeurs {
  const { faits, voie, complement, codePostal, communeNom, parentsInformes, motifNonInformation } = etat;
  return {
    ...formatChamps({ faits, voie, complement, codePostal, communeNom, motifNonInformation }),
    typesDanger: etat.typesDanger,
    parentsInformes: parentsInformes === null ? 'inconnu' : parentsInformes ? 'oui' : 'non',
    ...buildLignes('mineurs', etat.mineurs),
    ...buildLignes('adultes', etat.adultes),
  };
}

function buildLignes(groupe: string, lignes: readonly Readonly<Record<string, Brut>>[]): Valeurs {
  return Object.assign({}, ...lignes.map((ligne, rang) => formatChamps(ligne, `${groupe}.${rang}.`))) as Valeurs;
}

/** Une case cochée vaut « oui » ; ce qui n'est pas dit ne s'écrit pas. */
function formatChamps(champs: Readonly<Record<string, Brut>>, devant = ''): Valeurs {
  return Object.fromEntries(
    Object.entries(champs).flatMap(([nom, valeur]): [string, string | string[]][] => {
      if (valeur === null) return [];
      if (nom === 'aNaitre' || nom === 'anonymatDemande') return valeur ? [[devant + nom, ['oui']]] : [];
      if (typeof valeur === 'boolean') return [[devant + nom, valeur ? 'oui' : 'non']];
      return [[devant + nom, String(valeur)]];
    }),
  );
}

/** La réception et l'auteur enregistrés, tels que le formulaire les porterait. */
export function buildValeursDeReception(etat: EtatCorrigeable): Valeurs {
  const { recueLe, recueHeure, canal, source, categorieSource, transmiseLe, saisineDirecteLe, auteur } = etat;
  return {
    ...formatChamps({ recueLe, recueHeure, canal, source, categorieSource, transmiseLe, saisineDirecteLe }),
    ...(etat.suitesDemandeesLe === null ? {} : { suitesDemandees: ['oui'] }),
    ...formatChamps(auteur ?? {}),
  };
}

/** Ce qu'on tapait, libellé → valeur, en face de la version d'un autre. */
export function buildSaisi(valeurs: Valeurs): Record<string, string> {
  const texte = (nom: string) => String(valeurs[nom] ?? '');
  const nommes = (groupe: 'mineurs' | 'adultes') =>
    listBlocs(valeurs, groupe)
      .map(({ prenom, nom }) => [prenom, nom].filter(Boolean).join(' '))
      .filter(Boolean)
      .join(', ');
  const dangers = [valeurs.typesDanger ?? []].flat() as TypeDanger[];
  return {
    Faits: texte('faits'),
    Dangers: dangers.map((type) => LIBELLE_DANGER[type]).join(', '),
    Enfants: nommes('mineurs'),
    Adultes: nommes('adultes'),
    Adresse: [texte('voie'), texte('codePostal'), texte('communeNom')].filter(Boolean).join(' '),
  };
}
