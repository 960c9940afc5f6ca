import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { findAutorisationInscrite, recordModulation } from '../data/autorisations-commands.server.ts';
import type { Route } from './+types/modulation.ts';
import { ChampJours } from './champs-jours.tsx';
import { getCrecheTenue } from './creche-tenue.server.ts';
import { readListe } from './valeurs-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const lue = await findAutorisationInscrite(contexte.tx, args.params.id);
    if (!lue) throw new Introuvable('Absente, ou hors de vos missions.');
    const { murs } = await getCrecheTenue(contexte, lue.autorisation.etablissementId);
    return { places: lue.autorisation.places, etablissementId: murs.id, nom: murs.nom, jours: murs.jours };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordModulation,
    avec: { autorisationId: args.params.id },
    vers: (id) => `/creches/autorisations/${id}`,
    fait: 'Modulation enregistrée.',
  });
}

export default function Moduler({
  loaderData: { places, etablissementId, nom, jours },
  params,
  actionData,
}: Route.ComponentProps) {
  const { erreurs, champ } = readValeurs(actionData, null);
  return (
    <Saisie
      titre="Moduler les places"
      sous={`${nom}, ${places} places autorisées`}
      fil={[FIL_CRECHES, { titre: nom, href: formatAdresseCreche(etablissementId) }]}
      acte="Enregistrer la modulation"
      retour={`/creches/autorisations/${params.id}`}
      rendue={actionData}
      intro="Moins de places à certaines heures : l’ouverture, la fermeture, le mercredi. Hors de ces heures, toutes les places valent."
    >
      <ChampJours valeurs={readListe(actionData, 'jours', jours)} erreur={erreurs.jours} />
      <ChampTexte {...champ('debut')} libelle="De" requis taille="court" aide="Par exemple 7 h 30" />
      <ChampTexte {...champ('fin')} libelle="À" requis taille="court" aide="Par exemple 8 h 30" />
      <ChampTexte {...champ('places')} libelle="Places à ces heures" requis taille="court" inputMode="numeric" />
    </Saisie>
  );
}
