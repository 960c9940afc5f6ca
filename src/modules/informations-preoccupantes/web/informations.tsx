import { getCible } from '#modules/acces/index.server.ts';
import { canRecordRestriction } from '#modules/acces/index.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { listOnglets } from '#web/dossier/onglets.server.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { listInformations } from '../data/liste-queries.server.ts';
import { InformationFiltre } from '../information-filtre.ts';
import type { Route } from './+types/informations.ts';
import { formatAdresseInformation } from './adresses.ts';
import { buildLigne, type LigneMontree } from './liste-view.ts';

/** Toutes celles d'un enfant d'un coup, les plus récentes d'abord. */
const TOUTES = { page: 1, taille: 200 };

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { agent, aujourdhui, tx } = contexte;
    const cible = await getCible(contexte, id);
    const filtre = InformationFiltre.parse({ enfant: id, vue: 'toutes', tri: 'recue', sens: 'desc' });
    const { lignes } = await listInformations(contexte, filtre, TOUTES);
    if (lignes.length === 0) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    await recordTrace(tx, { acte: 'enfants.informations.consulter', enfantId: id });
    return {
      id,
      nom: cible.nom,
      onglets: await listOnglets(contexte, id, 'informations', canRecordRestriction(agent, cible, aujourdhui)),
      lignes: lignes.map((ligne) => buildLigne(ligne, aujourdhui)),
    };
  });
}

const COLONNES: readonly Colonne<LigneMontree>[] = [
  {
    cle: 'numero',
    titre: 'Information',
    cellule: ({ id, numero, urgence }) => (
      <>
        <a className="insecable" href={formatAdresseInformation(id)}>
          {numero}
        </a>
        {urgence ? (
          <>
            {' '}
            <Etiquette ton={urgence.ton}>{urgence.libelle}</Etiquette>
          </>
        ) : null}
      </>
    ),
  },
  { cle: 'etat', titre: 'État', cellule: ({ etat }) => etat },
  {
    cle: 'horloge',
    titre: 'Évaluation',
    cellule: ({ horloge: { libelle, detail, ton } }) => (
      <>
        <Etiquette ton={ton}>{libelle}</Etiquette> <span className="insecable">{detail}</span>
      </>
    ),
  },
  { cle: 'recue', titre: 'Reçue', cellule: ({ recue }) => <span className="insecable">{recue}</span> },
  { cle: 'source', titre: 'Source', cellule: ({ source }) => source },
  { cle: 'enfants', titre: 'Enfants du foyer', cellule: ({ enfants }) => enfants },
  { cle: 'unite', titre: 'Traitée par', cellule: ({ unite }) => unite },
];

export default function InformationsDeLEnfant({ loaderData: { id, nom, onglets, lignes } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre={`Informations préoccupantes · ${nom}`}
        sous="Celles que vous pouvez lire, de la plus récente à la plus ancienne"
        fil={[
          { titre: 'Enfants', href: '/enfants' },
          { titre: nom, href: `/enfants/${id}` },
        ]}
      />
      <Onglets libelle={`Dossier : ${nom}`} onglets={onglets} />
      <Tableau
        legende={`Informations préoccupantes concernant ${nom}`}
        lignes={lignes}
        cle={(ligne) => ligne.id}
        ton={({ horloge }) => (horloge.ton === 'retard' ? 'retard' : undefined)}
        colonnes={COLONNES}
      />
    </>
  );
}
