import { computeCorrespondance } from '#documents/colonnes.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Avis } from '#web/ui/message.tsx';
import { recordTitres } from '../data/commands.server.ts';
import { getImport } from '../data/imports.server.ts';
import { getImportation } from '../data/queries.server.ts';
import type { Route } from './+types/colonnes.ts';
import { verifyAcces } from './acces.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyAcces(contexte);
    const { id, fichierNom, nature, entetes, titres, motif } = await getImportation(contexte.tx, args.params.id);
    const { colonnes } = getImport(nature);
    const { champs } = computeCorrespondance(entetes, colonnes, titres);
    const parTitre = new Map(Object.entries(champs).map(([cle, titre]) => [titre, cle]));
    return {
      id,
      fichierNom,
      motif,
      entetes: entetes.map((titre) => ({ titre, champ: parTitre.get(titre) ?? '' })),
      attendues: colonnes.map(({ cle, titre, obligatoire = false }) => ({
        valeur: cle,
        libelle: obligatoire ? `${titre} (obligatoire)` : titre,
      })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  // Les titres du fichier sont des noms que l'on ne choisit pas : ils voyagent à côté de leur rang.
  const titres = Object.fromEntries(
    [...formulaire].flatMap(([nom, valeur]) => {
      const rang = /^champ\.(\d+)$/.exec(nom)?.[1];
      return rang === undefined ? [] : [[String(formulaire.get(`titre.${rang}`)), String(valeur)]];
    }),
  );
  return actPage(args, {
    command: recordTitres,
    avec: { id: args.params.id, titres },
    vers: (id) => `/reprise/${id}`,
  });
}

export default function Colonnes({ loaderData, actionData }: Route.ComponentProps) {
  const { id, fichierNom, motif, entetes, attendues } = loaderData;
  return (
    <Saisie
      titre="Dire à quoi correspondent les colonnes"
      fil={[
        { titre: 'Reprise de fichiers', href: '/reprise' },
        { titre: fichierNom, href: `/reprise/${id}` },
      ]}
      sous="Pour chaque colonne du fichier, choisissez ce qu’elle contient. Une colonne laissée vide n’est pas lue."
      acte="Recommencer l’essai à blanc"
      retour={`/reprise/${id}`}
      rendue={actionData}
    >
      {motif ? <Avis ton="bientot">{motif}</Avis> : null}
      {entetes.map(({ titre, champ }, rang) => (
        <div key={titre}>
          <input type="hidden" name={`titre.${rang}`} value={titre} />
          <ChampSelection
            nom={`champ.${rang}`}
            libelle={`« ${titre} »`}
            vide="Ne pas lire"
            choix={attendues}
            valeur={champ}
          />
        </div>
      ))}
      <ChampTexte
        nom="nom"
        libelle="Garder cette correspondance sous le nom"
        aide="Elle sera proposée au prochain fichier, à l’écran et par la commande (--correspondance)."
        taille="moyen"
        valeur=""
        erreur={actionData?.erreurs.nom}
      />
    </Saisie>
  );
}
