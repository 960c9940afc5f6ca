import { Introuvable } from '#server/errors.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { findSecteur, listCommunesAChoisir } from '../../data/secteurs.server.ts';
import { recordSecteur } from '../../data/secteurs-commands.server.ts';
import { getVocabulaire, listUnitesAChoisir } from '../../data/unites.server.ts';
import { canUpdateOrganisation } from '../../droits.ts';
import { buildChoixUnites } from '../../unite.ts';
import type { Route } from './+types/confier.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const commune = (await listCommunesAChoisir(contexte)).find(({ code }) => code === args.params.code);
    if (!commune || !canUpdateOrganisation(contexte.agent)) throw new Introuvable('Absente, ou hors de vos missions.');
    const quartier = new URL(args.request.url).searchParams.get('quartier') ?? '';
    const jour = contexte.aujourdhui;
    return {
      commune,
      quartier,
      actuel: (await findSecteur(contexte.tx, { communeCode: commune.code, quartier, jour })) ?? null,
      unites: await listUnitesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, jour),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordSecteur,
    avec: { communeCode: args.params.code },
    vers: (uniteId) => `/organisation/unites/${uniteId}`,
    fait: 'Commune confiée à cette unité.',
  });
}

export default function ConfierCommune({
  loaderData: { commune, quartier, actuel, unites, mots },
  actionData,
}: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, { quartier });
  return (
    <Saisie
      titre={`Confier ${commune.nom}`}
      sous={actuel ? `Aujourd’hui desservie par ${actuel.unite}` : 'Aujourd’hui, personne ne la dessert'}
      fil={[FIL_ORGANISATION, { titre: 'Communes', href: '/organisation/communes' }]}
      acte="Confier cette commune"
      retour="/organisation/communes"
      rendue={actionData}
      intro="L’unité qui la dessert s’arrête la veille du jour indiqué."
    >
      <ChampSelection {...champ('uniteId')} libelle="À quelle unité" requis choix={buildChoixUnites(unites, mots)} />
      <ChampTexte {...champ('quartier')} libelle="Quartier" aide="Vide : toute la commune" />
      <ChampJour {...champ('du')} libelle="À partir du" requis />
    </Saisie>
  );
}
