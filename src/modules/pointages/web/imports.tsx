import { data } from 'react-router';
import type { z } from 'zod';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import { Introuvable } from '#server/errors.ts';
import { getJour, parseInstant } from '#shared/instant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readFormulaire, readPage, type SaisieRendue } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { type ApercuBadges, readApercu } from '../data/apercu-badges.server.ts';
import { listFormats } from '../data/formats.server.ts';
import { createImport, type ImportBadges, listImports } from '../data/imports.server.ts';
import { ETATS_IMPORT, ImportBadgesSaisie } from '../import-badges.ts';
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
  // Sans fichier choisi, le navigateur en envoie un sans nom.
  const recu = fichier instanceof File && fichier.name !== '' ? { fichier } : {};
  const valeurs = readFormulaire(formulaire);
  const lue = ImportBadgesSaisie.safeParse({ ...valeurs, ...recu });
  if (formulaire.has('apercu') && lue.success) return showApercu(args, valeurs, lue.data);
  return actPage(args, {
    command: createImport,
    valeurs,
    avec: recu,
    vers: (id) => `/creches/pointages/import/${id}`,
  });
}

/** Rien n'est gardé : on voit si le format lit ce fichier avant de l'importer. */
function showApercu(
  args: Route.ActionArgs,
  valeurs: SaisieRendue['valeurs'],
  { formatId, etablissementId, fichier }: z.output<typeof ImportBadgesSaisie>,
) {
  return readPage(args, async (contexte) => {
    verifyImport(contexte);
    try {
      const apercu = await readApercu(contexte, { formatId, etablissementId, fichier });
      return data<Rendue>({ valeurs, erreurs: {}, apercu });
    } catch (erreur) {
      if (erreur instanceof Introuvable)
        return data<Rendue>({ valeurs, erreurs: { formatId: 'Ce format n’existe plus.' } }, { status: 422 });
      if (!(erreur instanceof FichierIllisible)) throw erreur;
      return data<Rendue>({ valeurs, erreurs: { fichier: erreur.message } }, { status: 422 });
    }
  });
}
type Rendue = SaisieRendue & { apercu?: ApercuBadges };

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
  const apercu = (actionData as Rendue | undefined)?.apercu;
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
        autresActes={
          <Bouton name="apercu" value="oui">
            Voir les premières lignes
          </Bouton>
        }
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
          erreur={actionData?.erreurs.fichier}
        />
      </Saisie>
      {apercu ? <Apercu apercu={apercu} /> : null}
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

const COLONNES_LUES: readonly Colonne<ApercuBadges['lignes'][number]>[] = [
  { cle: 'numero', titre: 'Ligne', nombre: true, cellule: ({ numero }) => numero },
  { cle: 'badge', titre: 'Badge', cellule: ({ badge }) => badge },
  { cle: 'jour', titre: 'Jour', cellule: ({ jour }) => jour },
  { cle: 'heures', titre: 'Heures', cellule: ({ heures }) => heures },
  { cle: 'issue', titre: 'Ce que Marelle en fait', cellule: ({ issue }) => issue },
];

function Apercu({ apercu: { nom, lignes, refusees } }: { apercu: ApercuBadges }) {
  return (
    <Bloc titre={`Premières lignes de ${nom}`}>
      <Avis ton={refusees > 0 ? 'bientot' : 'fait'} annonce>
        {formatLecture(lignes.length, refusees)} Rien n’est importé : choisissez de nouveau le fichier, puis
        importez-le.
      </Avis>
      <Tableau legende="Premières lignes" colonnes={COLONNES_LUES} lignes={lignes} cle={({ numero }) => `${numero}`} />
    </Bloc>
  );
}

function formatLecture(lignes: number, refusees: number): string {
  if (lignes === 1) return refusees === 0 ? 'La seule ligne se lit.' : 'La seule ligne serait refusée.';
  if (refusees === 0) return `Les ${lignes} premières lignes se lisent.`;
  return `${refusees} des ${lignes} premières lignes ${refusees > 1 ? 'seraient refusées' : 'serait refusée'}.`;
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
