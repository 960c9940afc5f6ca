import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Details } from '#web/ui/details.tsx';
import { createImportation } from '../data/commands.server.ts';
import { getImport } from '../data/imports.server.ts';
import { listCorrespondances } from '../data/queries.server.ts';
import { NATURES_IMPORTATION, type NatureImportation } from '../importation.ts';
import type { Route } from './+types/nouveau.ts';
import { verifyAcces } from './acces.server.ts';

const NATURES = Object.keys(NATURES_IMPORTATION) as NatureImportation[];

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyAcces(contexte);
    const colonnes = NATURES.map((nature) => ({
      nature,
      colonnes: getImport(nature).colonnes.map(({ titre, obligatoire = false, aide, exemple }) => ({
        titre,
        obligatoire,
        aide,
        exemple,
      })),
    }));
    return { colonnes, correspondances: await listCorrespondances(contexte.tx) };
  });
}

/** Le fichier se lit à part : un formulaire ne rend que du texte. */
export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const fichier = formulaire.get('fichier');
  const recu =
    fichier instanceof File && fichier.size > 0
      ? { fichierNom: fichier.name, contenu: new Uint8Array(await fichier.arrayBuffer()) }
      : {};
  return actPage(args, { command: createImportation, avec: recu, vers: (id) => `/reprise/${id}` });
}

export default function Nouveau({ loaderData: { colonnes, correspondances }, actionData }: Route.ComponentProps) {
  const { erreurs, valeurs } = actionData ?? { erreurs: {}, valeurs: {} };
  return (
    <Saisie
      titre="Déposer un fichier"
      fil={[{ titre: 'Reprise de fichiers', href: '/reprise' }]}
      sous="L’essai à blanc dit ligne par ligne ce qui serait créé, changé, douteux ou refusé. Rien d’autre ne s’écrit."
      acte="Essayer ce fichier à blanc"
      retour="/reprise"
      rendue={actionData}
      fichier
      cote={<ColonnesAttendues colonnes={colonnes} />}
    >
      <ChampSelection
        nom="nature"
        libelle="Ce que contient le fichier"
        requis
        choix={NATURES.map((valeur) => ({ valeur, libelle: NATURES_IMPORTATION[valeur] }))}
        valeur={String(valeurs.nature ?? '')}
        erreur={erreurs.nature}
      />
      <ChampTexte
        nom="fichier"
        libelle="Fichier"
        type="file"
        requis
        accept=".csv,.txt,.xlsx"
        aide="CSV de toute provenance ou classeur Excel .xlsx, 10 Mo au plus. La première ligne porte les titres."
        erreur={erreurs.fichier ?? erreurs.contenu ?? erreurs.fichierNom}
      />
      {correspondances.length > 0 ? (
        <ChampSelection
          nom="correspondance"
          libelle="Correspondance gardée"
          aide="Pour un fichier dont les colonnes ont déjà été reconnues à la main."
          vide="Reconnaître les colonnes à leur titre"
          choix={correspondances.map(({ nature, nom }) => ({
            valeur: nom,
            libelle: nom,
            groupe: NATURES_IMPORTATION[nature],
          }))}
          valeur={String(valeurs.correspondance ?? '')}
          erreur={erreurs.correspondance}
        />
      ) : null}
    </Saisie>
  );
}

type Attendues = Route.ComponentProps['loaderData']['colonnes'];

function ColonnesAttendues({ colonnes }: { colonnes: Attendues }) {
  return (
    <Bloc titre="Les colonnes attendues">
      <p>Leur ordre ne compte pas, et beaucoup d’autres titres sont reconnus.</p>
      {colonnes.map(({ nature, colonnes: siennes }) => (
        <Details key={nature} titre={NATURES_IMPORTATION[nature]}>
          <ul>
            {siennes.map(({ titre, obligatoire, aide }) => (
              <li key={titre}>
                <div>
                  {titre}
                  {obligatoire ? ' (obligatoire)' : ''}
                  {aide ? <small>{aide}</small> : null}
                </div>
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </Bloc>
  );
}
