import { TRANCHES } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { updateGroupe } from '../data/groupes-commands.server.ts';
import { formatGroupeLu } from '../etablissement-saisie.ts';
import type { Route } from './+types/groupe.ts';
import { getCrecheTenue } from './creche-tenue.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs, unites, sections } = await getCrecheTenue(contexte, args.params.id);
    const unite = unites.find(({ id }) => id === args.params.groupe);
    const groupe = sections.find(({ id }) => id === args.params.groupe) ?? (unite && { ...unite, tranche: null });
    if (!groupe) throw new Introuvable('Absent, ou hors de vos missions.');
    return { murs: { id: murs.id, nom: murs.nom }, groupe };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateGroupe,
    avec: { etablissementId: args.params.id, groupeId: args.params.groupe },
    vers: (id) => formatAdresseCreche(id, '/sections'),
    fait: 'Corrigé.',
  });
}

export default function Groupe({ loaderData: { murs, groupe }, actionData }: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, groupe, { Nom: 'nom', Places: 'places', Âges: 'tranche' });
  const retour = formatAdresseCreche(murs.id, '/sections');
  return (
    <Saisie
      titre={groupe.tranche === null ? 'Corriger une unité d’accueil' : 'Corriger une section'}
      sous={`${groupe.nom}, ${murs.nom}`}
      fil={[
        FIL_CRECHES,
        { titre: murs.nom, href: formatAdresseCreche(murs.id) },
        { titre: 'Unités et sections', href: retour },
      ]}
      acte="Enregistrer"
      retour={retour}
      rendue={actionData}
      saisi={saisi}
      version={formatGroupeLu(groupe)}
    >
      <ChampTexte {...champ('nom')} libelle="Nom" requis taille="moyen" />
      {groupe.tranche === null ? null : (
        <ChampSelection {...champ('tranche')} libelle="Âges de la section" requis choix={buildChoix(TRANCHES)} />
      )}
      <ChampTexte {...champ('places')} libelle="Places" requis taille="court" inputMode="numeric" />
    </Saisie>
  );
}
