import { getJour, parseInstant } from '#shared/instant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { buildPage, computeDecalage, PageDemandee } from '#shared/pagination.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { type ImportationLigne, listImportations } from '../data/queries.server.ts';
import { ETATS_IMPORTATION, NATURES_IMPORTATION } from '../importation.ts';
import type { Route } from './+types/liste.ts';
import { verifyAcces } from './acces.server.ts';
import { formatTon } from './fiche-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyAcces(contexte);
    const { pathname, search, searchParams } = new URL(args.request.url);
    const demandee = PageDemandee.parse(Object.fromEntries(searchParams));
    const { lignes, total } = await listImportations(contexte.tx, {
      limite: demandee.taille,
      debut: computeDecalage(demandee),
    });
    return { ...buildPage(lignes.map(addJourLisible), total, demandee), adresse: pathname + search };
  });
}

function addJourLisible(ligne: ImportationLigne) {
  const instant = parseInstant(ligne.creeLe);
  return { ...ligne, jour: instant ? formatJour(getJour(instant), 'court') : '' };
}

type Ligne = ReturnType<typeof addJourLisible>;

const COLONNES: readonly Colonne<Ligne>[] = [
  { cle: 'fichier', titre: 'Fichier', cellule: ({ id, fichierNom }) => <a href={`/reprise/${id}`}>{fichierNom}</a> },
  { cle: 'nature', titre: 'Ce qu’il contient', cellule: ({ nature }) => NATURES_IMPORTATION[nature] },
  { cle: 'jour', titre: 'Déposé le', cellule: ({ jour }) => jour },
  { cle: 'par', titre: 'Par', cellule: ({ par }) => par ?? 'la commande marelle' },
  { cle: 'lignes', titre: 'Lignes', nombre: true, cellule: ({ lignes }) => lignes.toLocaleString('fr-FR') },
  {
    cle: 'etat',
    titre: 'Où il en est',
    cellule: ({ etat }) => <Etiquette ton={formatTon(etat)}>{ETATS_IMPORTATION[etat]}</Etiquette>,
  },
];

export default function ListeImportations({ loaderData }: Route.ComponentProps) {
  const deposer = (
    <LienBouton variante="principal" href="/reprise/nouveau">
      Déposer un fichier
    </LienBouton>
  );
  return (
    <Liste
      titre="Reprise de fichiers"
      sous="Un fichier déposé est d’abord essayé à blanc : rien ne s’écrit avant que vous l’ayez vu. Un import se défait en entier."
      actes={deposer}
      {...loaderData}
      nom={['import', 'imports']}
      colonnes={COLONNES}
      cle={({ id }: Ligne) => id}
      vide={{
        titre: 'Aucun fichier repris',
        texte: 'Les fichiers déposés apparaîtront ici, avec ce qu’ils ont changé.',
        acte: deposer,
      }}
    />
  );
}
