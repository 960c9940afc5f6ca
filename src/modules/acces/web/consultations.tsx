import { formatInstantEcrit } from '#shared/instant.ts';
import { listOnglets } from '#web/dossier/onglets.server.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { getCible } from '../data/cible.server.ts';
import { listConsultations } from '../data/consultations-queries.server.ts';
import { canRecordRestriction } from '../droits.ts';
import type { Route } from './+types/consultations.ts';

const LIMITE = 200;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const cible = await getCible(contexte, id);
    const lignes = await listConsultations(contexte, id, LIMITE);
    return {
      id,
      nom: cible.nom,
      onglets: await listOnglets(
        contexte,
        id,
        'consultations',
        canRecordRestriction(contexte.agent, cible, contexte.aujourdhui),
      ),
      lignes: lignes.map((ligne) => {
        const [, objet = '', verbe = ''] = ligne.acte.split('.');
        return {
          ...ligne,
          le: formatInstantEcrit(ligne.le),
          quoi:
            ligne.acte === 'enfants.dossier.consulter'
              ? 'a consulté le dossier'
              : `${objet} : ${verbe}`.replaceAll('-', ' '),
        };
      }),
    };
  });
}

export default function Consultations({ loaderData: { id, nom, onglets, lignes } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre={`Qui a consulté · ${nom}`}
        sous={`Les ${LIMITE} derniers regards et actes, du plus récent au plus ancien`}
        fil={[
          { titre: 'Enfants', href: '/enfants' },
          { titre: nom, href: `/enfants/${id}` },
        ]}
      />
      <Onglets libelle={`Dossier : ${nom}`} onglets={onglets} />
      <Tableau
        legende="Regards et actes sur ce dossier"
        lignes={lignes}
        cle={({ id: cle }) => cle}
        ton={({ bris }) => (bris ? 'bientot' : undefined)}
        colonnes={[
          { cle: 'le', titre: 'Quand', cellule: ({ le }) => le },
          { cle: 'qui', titre: 'Qui', cellule: ({ agent }) => agent },
          { cle: 'quoi', titre: 'Quoi', cellule: ({ quoi }) => quoi },
          {
            cle: 'bris',
            titre: 'Accès',
            cellule: ({ bris }) => (bris ? <Etiquette ton="bientot">bris de glace</Etiquette> : 'mission'),
          },
        ]}
      />
    </>
  );
}
