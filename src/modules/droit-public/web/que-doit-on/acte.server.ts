import { type ChampDeFait, EXEMPLES, TYPES_DE_FAIT } from '#modules/echeances/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Erreurs } from '#web/ui/resume-erreurs.tsx';
import { buildDossierSaisi, type DossierSaisi, parseDossierSaisi, readDossierSaisi } from './saisie.ts';
import { buildReponse, type ReponseVue } from './view.ts';

export type FaitVu = Readonly<{
  /** Sa place dans le formulaire ; le premier est le 1. */
  rang: number;
  titre: string;
  type: string;
  date: string;
  champs: readonly ChampDeFait[];
  valeurs: Readonly<Record<string, string>>;
}>;

export type QueDoitOnVue = Readonly<{
  saisie: DossierSaisi;
  faits: readonly FaitVu[];
  types: readonly { valeur: string; libelle: string; groupe: string }[];
  exemples: readonly { nom: string; titre: string }[];
  erreurs: Erreurs;
  reponse: ReponseVue | null;
  /** Le même dossier, tel que le lit `marelle echeances simuler`. */
  json: string;
  /** Le type de fait choisi, quand il n'a pas pu s'ajouter. */
  nouveau: string;
}>;

/** La page telle qu'on l'ouvre. */
export function buildDepart(aujourdhui: JourCivil): QueDoitOnVue {
  return buildVue({ naissance: '', aujourdhui, zone: 'metropole', faits: [] });
}

/** Ce qu'un bouton demande : partir d'un exemple, ajouter ou retirer un fait, calculer. */
export function actQueDoitOn(formulaire: FormData, aujourdhui: JourCivil): QueDoitOnVue {
  const exemple = EXEMPLES.find(({ nom }) => nom === formulaire.get('exemple'));
  if (exemple) return computeVue(buildDossierSaisi(exemple.dossier));
  const saisie = readDossierSaisi(formulaire);
  const geste = String(formulaire.get('geste') ?? '');
  if (geste === 'ajouter') return addFait(saisie, String(formulaire.get('nouveau') ?? ''));
  const retire = /^retirer-(\d+)$/.exec(geste)?.[1];
  if (retire) return buildVue({ ...saisie, faits: saisie.faits.toSpliced(Number(retire) - 1, 1) });
  return computeVue(saisie.aujourdhui === '' ? { ...saisie, aujourdhui } : saisie);
}

function addFait(saisie: DossierSaisi, type: string): QueDoitOnVue {
  if (!TYPES_DE_FAIT.has(type)) return { ...buildVue(saisie), erreurs: { nouveau: 'Choisissez ce qui s’est passé.' } };
  return buildVue({ ...saisie, faits: [...saisie.faits, { type, valeurs: {} }] });
}

function computeVue(saisie: DossierSaisi): QueDoitOnVue {
  const { brut, lecture, erreurs } = parseDossierSaisi(saisie);
  const sure = lecture.ok && Object.keys(erreurs).length === 0;
  return {
    ...buildVue(saisie),
    erreurs,
    reponse: sure ? buildReponse(lecture.dossier) : null,
    json: JSON.stringify(brut, undefined, 2),
  };
}

function buildVue(saisie: DossierSaisi): QueDoitOnVue {
  return {
    saisie,
    faits: saisie.faits.flatMap(({ type, valeurs }, place) => {
      const defini = TYPES_DE_FAIT.get(type);
      return defini ? [{ ...defini, valeurs, rang: place + 1 }] : [];
    }),
    types: [...TYPES_DE_FAIT.values()].map(({ type, titre, groupe }) => ({ valeur: type, libelle: titre, groupe })),
    exemples: EXEMPLES.map(({ nom, titre }) => ({ nom, titre })),
    erreurs: {},
    reponse: null,
    json: '',
    nouveau: '',
  };
}
