import type { Contexte } from '#database/as-agent.ts';
import { findCommune, findUnite, findUniteDesservant } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { parseJourCivil } from '#shared/jour-civil-saisie.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { type FoyerConnu, listAntecedents } from '../data/antecedents.server.ts';
import { listCandidats } from '../data/reconnaissance-queries.server.ts';
import { buildAntecedents } from './antecedents-view.ts';
import { type Groupe, listBlocs, type Valeurs } from './blocs.ts';
import { buildCandidat, type CandidatMontre } from './candidats-view.ts';
import type { AntecedentMontre } from './page-acte.tsx';

export type Verification = {
  /** La commune reconnue et qui la dessert ; nul si rien n'est tapé, ou si rien ne répond. */
  commune: { nom: string; unite: string | null } | null;
  communeInconnue: string | null;
  antecedents: readonly AntecedentMontre[];
  /** Les personnes connues qui ressemblent à quelqu'un qu'on tape et qui n'est pas encore relié. */
  ressemblances: readonly { groupe: Groupe; rang: number; qui: string; candidats: readonly CandidatMontre[] }[];
};

/** Ce que le département sait déjà de ce qu'on tape ; une saisie à moitié faite se lit pour ce qu'elle dit. */
export async function buildVerification(contexte: Contexte, valeurs: Valeurs): Promise<Verification> {
  const foyer = parseFoyer(valeurs, contexte.aujourdhui);
  const { communeNom } = foyer;
  const commune = communeNom
    ? await findCommune(contexte, { nom: communeNom, codePostal: foyer.codePostal })
    : undefined;
  const uniteId = commune && (await findUniteDesservant(contexte.tx, commune.code, contexte.aujourdhui));
  const antecedents = await listAntecedents(contexte, { ...foyer, communeNom: commune?.nom ?? communeNom });
  return {
    commune: commune
      ? { nom: commune.nom, unite: uniteId ? ((await findUnite(contexte.tx, uniteId))?.nom ?? null) : null }
      : null,
    communeInconnue: communeNom && !commune ? communeNom : null,
    antecedents: buildAntecedents(antecedents),
    ressemblances: await listRessemblancesDe(contexte, foyer),
  };
}

async function listRessemblancesDe(contexte: Contexte, { mineurs, adultes }: FoyerConnu) {
  const ressemblances: Verification['ressemblances'][number][] = [];
  const lignes = [
    ...mineurs.map((mineur, rang) => ({ groupe: 'mineurs' as const, rang, identite: mineur, lie: mineur.enfantId })),
    ...adultes.map((adulte, rang) => ({ groupe: 'adultes' as const, rang, identite: adulte, lie: adulte.personneId })),
  ];
  for (const { groupe, rang, identite, lie } of lignes) {
    if (lie !== null) continue;
    const candidats = await listCandidats(contexte, identite, { enfant: groupe === 'mineurs' });
    if (candidats.length > 0)
      ressemblances.push({
        groupe,
        rang,
        qui: formatNom(identite.nom ?? '', identite.prenom),
        candidats: candidats.map(buildCandidat),
      });
  }
  return ressemblances;
}

/** « MARTIN Lou, dossier 2019-00042 » : qui l'on vient de relier, s'il est bien de ceux que l'agent voit. */
export async function findReconnu(
  contexte: Contexte,
  valeurs: Valeurs,
  { groupe, rang, personneId }: { groupe: Groupe; rang: number; personneId: string },
): Promise<{ id: string; qui: string } | undefined> {
  const { ressemblances } = await buildVerification(contexte, valeurs);
  const candidats = ressemblances.find((ligne) => ligne.groupe === groupe && ligne.rang === rang)?.candidats;
  const trouve = candidats?.find(({ id }) => id === personneId);
  return (
    trouve && {
      id: trouve.id,
      qui: [trouve.nom, trouve.dossier?.titre.toLocaleLowerCase('fr')].filter(Boolean).join(', '),
    }
  );
}

function parseFoyer(valeurs: Valeurs, jour: JourCivil): FoyerConnu {
  const annee = Number(jour.slice(0, 4));
  const identite = (bloc: Valeurs) => ({
    nom: readTexte(bloc.nom),
    prenom: readTexte(bloc.prenom),
    dateNaissance: parseNaissance(readTexte(bloc.dateNaissance), annee),
  });
  return {
    mineurs: listBlocs(valeurs, 'mineurs').map((bloc) => ({ ...identite(bloc), enfantId: readTexte(bloc.enfantId) })),
    adultes: listBlocs(valeurs, 'adultes').map((bloc) => ({
      ...identite(bloc),
      telephone: readTexte(bloc.telephone),
      personneId: readTexte(bloc.personneId),
    })),
    voie: readTexte(valeurs.voie),
    codePostal: readTexte(valeurs.codePostal),
    communeNom: readTexte(valeurs.communeNom),
  };
}

function readTexte(valeur: string | string[] | undefined): string | null {
  return typeof valeur === 'string' && valeur.trim() !== '' ? valeur.trim() : null;
}

function parseNaissance(texte: string | null, annee: number): JourCivil | null {
  const lecture = texte === null ? undefined : parseJourCivil(texte, annee);
  return lecture?.ok ? lecture.jour : null;
}
