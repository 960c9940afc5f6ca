import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { Ecart } from '../importation.ts';
import { computeChangements, computeEcarts } from '../rules/ecart.ts';
import {
  buildRefus,
  type Choix,
  type Circonstances,
  type Ecriture,
  type Evaluation,
  type LigneDeBase,
} from './definition.ts';
import {
  buildCleCode,
  type FondsOrganisation,
  type OrganisationImport,
  type SecteurConnu,
} from './organisation-saisie.ts';

const TITRES = {
  nom: 'Nom',
  nature: 'Type',
  parent: 'Rattachement',
  adresse: 'Adresse',
  commune_code: 'Commune',
  telephone: 'Téléphone',
};

type Unite = { ligne: LigneDeBase; ouverte: boolean };

export function evaluateUnite(
  saisie: OrganisationImport,
  fonds: FondsOrganisation,
  circonstances: Circonstances,
  choix: Choix,
): Evaluation {
  const connue = fonds.unites.get(buildCleCode('unite', saisie.code));
  if (connue && !connue.ouverte) return buildRefus('code', 'Cette unité est fermée : donnez un autre code.');
  const valeurs = buildValeurs(saisie, fonds, connue);
  if ('evaluation' in valeurs) return valeurs.evaluation;
  const desservies = findCommunes(saisie.communes, fonds);
  if (typeof desservies === 'string') return buildRefus('communes', desservies);
  const disputee = desservies.find((code) => fonds.secteurs.get(code)?.prevu);
  if (disputee)
    return buildRefus(
      'communes',
      `${fonds.nomsDeCommune.get(disputee) ?? disputee} est déjà donnée à une autre unité de ce fichier.`,
    );
  const semblable = !connue && choix === null ? findSemblable(saisie, fonds, valeurs.valeurs.parent_id) : null;
  if (semblable) return semblable;
  const id = connue?.ligne.id ?? circonstances.nouvelId();
  const propre = connue
    ? updateUnite(connue.ligne, valeurs, fonds)
    : createUnite(id, saisie, valeurs.valeurs, circonstances);
  const unite = { id, nom: saisie.nom };
  const secteur = buildSecteurs(unite, desservies, saisie.du ?? circonstances.aujourdhui, fonds, circonstances);
  fonds.unites.set(buildCleCode('unite', saisie.code), {
    ligne: { ...connue?.ligne, ...valeurs.valeurs, id },
    ouverte: true,
  });
  const ecritures = [...propre.ecritures, ...secteur.ecritures];
  const etat = !connue ? 'creee' : ecritures.length > 0 ? 'modifiee' : 'inchangee';
  return { etat, objetId: id, ecarts: connue ? [...propre.ecarts, ...secteur.ecarts] : [], ecritures, remarques: [] };
}

type Valeurs = { valeurs: Record<string, unknown>; parentNom: string } | { evaluation: Evaluation };

function buildValeurs(saisie: OrganisationImport, fonds: FondsOrganisation, connue: Unite | undefined): Valeurs {
  const isDepartement = saisie.type === 'departement';
  if (isDepartement && saisie.rattachement)
    return { evaluation: buildRefus('rattachement', 'Le département ne dépend d’aucune unité.') };
  if (!isDepartement && !saisie.rattachement && !connue)
    return { evaluation: buildRefus('rattachement', 'Dites de quelle unité elle dépend.') };
  if (connue && (connue.ligne.nature === 'departement') !== isDepartement)
    return { evaluation: buildRefus('type', 'Le département le reste, et il n’y en a qu’un.') };
  const autre =
    isDepartement && !connue && [...fonds.unites.values()].some(({ ligne }) => ligne.nature === 'departement');
  if (autre) return { evaluation: buildRefus('type', 'Il y a déjà un département, sous un autre code.') };
  const parent = saisie.rattachement ? fonds.unites.get(buildCleCode('unite', saisie.rattachement)) : undefined;
  if (saisie.rattachement && !parent?.ouverte)
    return {
      evaluation: buildRefus(
        'rattachement',
        `L’unité « ${saisie.rattachement} » n’existe ni dans Marelle ni dans ce fichier.`,
      ),
    };
  const communes = saisie.commune ? findCommunes([saisie.commune], fonds) : [];
  if (typeof communes === 'string') return { evaluation: buildRefus('commune', communes) };
  return {
    parentNom: String(parent?.ligne.nom ?? ''),
    valeurs: {
      nom: saisie.nom,
      nature: saisie.type,
      parent_id: parent?.ligne.id ?? null,
      adresse: saisie.adresse,
      commune_code: communes[0] ?? null,
      telephone: saisie.telephone,
    },
  };
}

/** Codes Insee, ou la phrase qui dit lequel ne se reconnaît pas. */
function findCommunes(noms: readonly string[], { communes }: FondsOrganisation): string[] | string {
  const codes: string[] = [];
  for (const nom of noms) {
    const trouvees = communes.get(normaliseLibelle(nom)) ?? [];
    if (trouvees.length === 0) return `La commune « ${nom} » n’est pas dans la liste officielle du département.`;
    if (trouvees.length > 1)
      return `Plusieurs communes s’appellent « ${nom} » : donnez le code Insee (${trouvees.join(', ')}).`;
    codes.push(...trouvees);
  }
  return codes;
}

/** Même nom, même rattachement, autre code : sans doute la même unité sous un nouveau code. */
function findSemblable(saisie: OrganisationImport, fonds: FondsOrganisation, parentId: unknown): Evaluation | null {
  const candidats = [...fonds.unites.values()]
    .filter(({ ligne, ouverte }) => ouverte && ligne.parent_id === parentId && ligne.code !== undefined)
    .filter(({ ligne }) => normaliseLibelle(String(ligne.nom)) === normaliseLibelle(saisie.nom))
    .map(({ ligne }) => ({
      id: ligne.id,
      libelle: `${String(ligne.code)} ${String(ligne.nom)}`,
      raison: 'Même nom, même rattachement.',
    }));
  const motif = 'Une unité du même nom, au même endroit, a un autre code.';
  // Relier changerait un code que d'autres fichiers emploient : on crée, ou on corrige le fichier.
  return candidats.length > 0 ? { etat: 'douteuse', motif, candidats: candidats.map((c) => ({ ...c, id: '' })) } : null;
}

type Partie = { ecarts: Ecart[]; ecritures: Ecriture[] };

function updateUnite(
  ligne: LigneDeBase,
  { valeurs, parentNom }: Extract<Valeurs, { valeurs: unknown }>,
  fonds: FondsOrganisation,
): Partie {
  const changements = computeChangements(ligne, valeurs);
  if (Object.keys(changements).length === 0) return { ecarts: [], ecritures: [] };
  const ancien = [...fonds.unites.values()].find(({ ligne: unite }) => unite.id === ligne.parent_id);
  const lisible = { ...ligne, parent: ancien?.ligne.nom };
  const ecarts = computeEcarts(
    lisible,
    'parent_id' in changements ? { ...changements, parent: parentNom } : changements,
    TITRES,
  );
  const ecrites = { ...changements, version: Number(ligne.version) + 1 };
  return { ecarts, ecritures: [{ relation: 'organisation.unite', id: ligne.id, avant: ligne, valeurs: ecrites }] };
}

function createUnite(
  id: string,
  saisie: OrganisationImport,
  valeurs: Record<string, unknown>,
  { aujourdhui }: Circonstances,
): Partie {
  const periode = formatDaterange({ du: saisie.du ?? aujourdhui, au: null });
  return {
    ecarts: [],
    ecritures: [
      { relation: 'organisation.unite', id, avant: null, valeurs: { ...valeurs, code: saisie.code, periode } },
    ],
  };
}

/** Une commune desservie par une autre unité lui est retirée la veille ; si elle l'était depuis ce jour même, elle change d'unité. */
function buildSecteurs(
  unite: { id: string; nom: string },
  communes: readonly string[],
  du: JourCivil,
  fonds: FondsOrganisation,
  { nouvelId }: Circonstances,
): Partie {
  const partie: Partie = { ecarts: [], ecritures: [] };
  for (const commune of new Set(communes)) {
    const tenu = fonds.secteurs.get(commune);
    if (tenu?.uniteId === unite.id) continue;
    const nom = fonds.nomsDeCommune.get(commune) ?? commune;
    partie.ecarts.push({ champ: `Commune desservie : ${nom}`, avant: tenu?.uniteNom ?? '', apres: unite.nom });
    const id = tenu && tenu.du >= du ? tenu.ligne.id : nouvelId();
    partie.ecritures.push(...moveSecteur(tenu, id, unite.id, commune, du));
    fonds.secteurs.set(commune, { ligne: { id }, uniteId: unite.id, uniteNom: unite.nom, du, prevu: true });
  }
  return partie;
}

function moveSecteur(
  tenu: SecteurConnu | undefined,
  id: string,
  uniteId: string,
  commune: string,
  du: JourCivil,
): Ecriture[] {
  const relation = 'organisation.secteur';
  if (tenu && tenu.ligne.id === id) return [{ relation, id, avant: tenu.ligne, valeurs: { unite_id: uniteId } }];
  const periode = formatDaterange({ du, au: null });
  const pris: Ecriture = {
    relation,
    id,
    avant: null,
    valeurs: { commune_code: commune, quartier: '', unite_id: uniteId, periode },
  };
  if (!tenu) return [pris];
  const close = formatDaterange({ du: tenu.du as JourCivil, au: addJours(du, -1) });
  return [{ relation, id: tenu.ligne.id, avant: tenu.ligne, valeurs: { periode: close } }, pris];
}
