import { getJour, parseInstant } from '#shared/instant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readFormulaire, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { listFormats } from '../data/formats.server.ts';
import { createImport, type ImportBadges, listImports } from '../data/imports.server.ts';
import { ETATS_IMPORT } from '../import-badges.ts';
import type { Route } from './+types/imports.ts';
import { listChoixCreches, verifyImport } from './acces.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyImport(contexte);
    const imports = await listImports(contexte.tx);
    return {
      imports: imports.map(addJourLisible),
      formats: await listFormats(contexte.tx),
      creches: await listChoixCreches(contexte),
    };
  });
}

function addJourLisible(ligne: ImportBadges) {
  const instant = parseInstant(ligne.creeLe);
  return { ...ligne, jour: instant ? formatJour(getJour(instant), 'court') : '' };
}

/** Le fichier se lit à part : un formulaire ne rend que du texte. */
export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.formData();
  const fichier = formulaire.get('fichier');
  const recu = fichier instanceof File && fichier.size > 0 ? { fichierNom: fichier.name, fichier } : {};
  return actPage(args, {
    command: createImport,
    valeurs: readFormulaire(formulaire),
    avec: recu,
    vers: (id) => `/creches/pointages/import/${id}`,
  });
}

type Ligne = Route.ComponentProps['loaderData']['imports'][number];

const COLONNES: readonly Colonne<Ligne>[] = [
  {
    cle: 'fichier',
    titre: 'Fichier',
    cellule: ({ id, fichierNom }) => <a href={`/creches/pointages/import/${id}`}>{fichierNom}</a>,
  },
  { cle: 'format', titre: 'Format', cellule: ({ format }) => format },
  { cle: 'jour', titre: 'Déposé le', cellule: ({ jour }) => jour },
  { cle: 'etat', titre: 'État', cellule: ({ etat }) => ETATS_IMPORT[etat] },
  { cle: 'presences', titre: 'Présences', nombre: true, cellule: ({ presences }) => presences.toLocaleString('fr-FR') },
  { cle: 'refusees', titre: 'Refusées', nombre: true, cellule: ({ refusees }) => refusees.toLocaleString('fr-FR') },
  { cle: 'douteuses', titre: 'Douteuses', nombre: true, cellule: ({ douteuses }) => douteuses.toLocaleString('fr-FR') },
];

export default function Imports({ loaderData: { imports, formats, creches }, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <>
      <Saisie
        titre="Badges des crèches"
        fil={[{ titre: 'Crèches', href: '/creches' }]}
        sous="Déposez le fichier d’un système de badges. Chaque ligne refusée ou douteuse est gardée avec sa raison."
        actes={<LienBouton href="/creches/pointages/formats/nouveau">Décrire un format</LienBouton>}
        acte="Importer ce fichier"
        retour="/creches"
        rendue={actionData}
        fichier
        cote={<Formats formats={formats} />}
      >
        <ChampSelection
          {...champ('formatId')}
          libelle="Format du fichier"
          requis
          choix={formats.map(({ id, nom, creche }) => ({ valeur: id, libelle: creche ? `${nom} (${creche})` : nom }))}
        />
        <ChampSelection
          {...champ('etablissementId')}
          libelle="Crèche"
          aide="À laisser vide quand le fichier dit la crèche de chaque ligne, ou quand chaque badge n’est porté que par un enfant."
          vide="Celle que dit le fichier"
          choix={creches}
        />
        <ChampTexte
          nom="fichier"
          libelle="Fichier"
          type="file"
          requis
          accept=".csv,.txt"
          aide="CSV, 64 Mo au plus."
          erreur={actionData?.erreurs.fichier ?? actionData?.erreurs.fichierNom}
        />
      </Saisie>
      <Bloc titre="Fichiers déposés">
        {imports.length === 0 ? (
          <EtatVide titre="Aucun fichier de badges">
            Les fichiers que vous déposez paraîtraient ici, avec ce qu’ils ont donné.
          </EtatVide>
        ) : (
          <Tableau legende="Fichiers de badges déposés" colonnes={COLONNES} lignes={imports} cle={({ id }) => id} />
        )}
      </Bloc>
    </>
  );
}

function Formats({ formats }: Pick<Route.ComponentProps['loaderData'], 'formats'>) {
  return (
    <Bloc titre="Formats gardés">
      {formats.length === 0 ? <p>Aucun : décrivez d’abord le fichier de votre système de badges.</p> : null}
      <ul>
        {formats.map(({ id, nom }) => (
          <li key={id}>
            <a href={`/creches/pointages/formats/${id}`}>{nom}</a>
          </li>
        ))}
      </ul>
    </Bloc>
  );
}
