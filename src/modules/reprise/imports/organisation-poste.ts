import { formatDaterange } from '#shared/periode.ts';
import { computeChangements, computeEcarts } from '../rules/ecart.ts';
import { buildRefus, type Circonstances, type Evaluation } from './definition.ts';
import { findMetier } from './metier.ts';
import { buildCleCode, type FondsOrganisation, type OrganisationImport } from './organisation-saisie.ts';

const TITRES = {
  intitule: 'Nom',
  profil: 'Profil',
  metier: 'Métier',
  unite: 'Rattachement',
  responsable: 'Poste du responsable',
  quotite: 'Quotité',
};

export function evaluatePoste(
  saisie: OrganisationImport,
  fonds: FondsOrganisation,
  { aujourdhui, nouvelId }: Circonstances,
): Evaluation {
  const cle = buildCleCode('poste', saisie.code);
  const connu = fonds.postes.get(cle);
  if (connu && !connu.ouvert) return buildRefus('code', 'Ce poste est fermé : donnez un autre numéro.');
  const unite = saisie.rattachement ? fonds.unites.get(buildCleCode('unite', saisie.rattachement)) : undefined;
  if (saisie.rattachement ? !unite?.ouverte : !connu)
    return buildRefus(
      'rattachement',
      `L’unité « ${saisie.rattachement ?? ''} » n’existe ni dans Marelle ni dans ce fichier.`,
    );
  const responsable = saisie.responsable ? fonds.postes.get(buildCleCode('poste', saisie.responsable)) : undefined;
  if (saisie.responsable && !responsable?.ouvert)
    return buildRefus('responsable', `Le poste « ${saisie.responsable} » n’existe ni dans Marelle ni dans ce fichier.`);
  if (!connu && !saisie.profil)
    return buildRefus('profil', 'Un poste a un profil : il donne les droits de qui le tient.');
  const valeurs = {
    intitule: saisie.nom,
    profil: saisie.profil,
    metier: findMetier(saisie.metier),
    unite_id: unite?.ligne.id ?? null,
    responsable_id: responsable?.ligne.id ?? null,
    quotite: saisie.quotite,
  };
  if (connu) return updatePoste(connu.ligne, valeurs, fonds);
  const id = nouvelId();
  const periode = formatDaterange({ du: saisie.du ?? aujourdhui, au: null });
  const creees = {
    ...valeurs,
    numero: saisie.code,
    metier: valeurs.metier ?? 'autre',
    quotite: saisie.quotite ?? 100,
    periode,
  };
  fonds.postes.set(cle, { ligne: { id, ...creees }, ouvert: true });
  const ecritures = [{ relation: 'organisation.poste' as const, id, avant: null, valeurs: creees }];
  return { etat: 'creee', objetId: id, ecarts: [], ecritures, remarques: [] };
}

function updatePoste(
  ligne: Readonly<Record<string, unknown>> & { id: string },
  valeurs: Record<string, unknown>,
  fonds: FondsOrganisation,
): Evaluation {
  const changements = computeChangements(ligne, valeurs);
  if (Object.keys(changements).length === 0)
    return { etat: 'inchangee', objetId: ligne.id, ecarts: [], ecritures: [], remarques: [] };
  const nomUnite = (id: unknown) => [...fonds.unites.values()].find((unite) => unite.ligne.id === id)?.ligne.nom;
  const numeroPoste = (id: unknown) => [...fonds.postes.values()].find((poste) => poste.ligne.id === id)?.ligne.numero;
  const lisible = { ...ligne, unite: nomUnite(ligne.unite_id), responsable: numeroPoste(ligne.responsable_id) };
  const enClair = {
    ...changements,
    ...('unite_id' in changements ? { unite: nomUnite(changements.unite_id) } : {}),
    ...('responsable_id' in changements ? { responsable: numeroPoste(changements.responsable_id) } : {}),
  };
  return {
    etat: 'modifiee',
    objetId: ligne.id,
    ecarts: computeEcarts(lisible, enClair, TITRES),
    ecritures: [
      {
        relation: 'organisation.poste',
        id: ligne.id,
        avant: ligne,
        valeurs: { ...changements, version: Number(ligne.version) + 1 },
      },
    ],
    remarques: [],
  };
}
