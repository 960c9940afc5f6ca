import { Introuvable } from '#server/errors.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { readValeurs } from '#web/valeurs.ts';
import { updateDossier } from '../data/dossiers-commands.server.ts';
import { getCrecheDeTravaux, getDossier } from '../data/dossiers-queries.server.ts';
import { canUpdateDossier } from '../droits.ts';
import type { Route } from './+types/corriger.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';
import { ChampsDossier } from './champs-dossier.tsx';

const formatHeure = (minutes: number | null): string => (minutes === null ? '' : formatMinutes(minutes));

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const dossier = await getDossier(tx, args.params.id);
    if (!canUpdateDossier(agent, dossier)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { places } = await getCrecheDeTravaux(tx, dossier.etablissementId);
    const { gelDebut, gelFin } = dossier;
    return { dossier, places, montre: { ...dossier, gelDebut: formatHeure(gelDebut), gelFin: formatHeure(gelFin) } };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateDossier,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseDossier(id),
    fait: 'Dossier corrigé.',
  });
}

export default function CorrigerDossier({ loaderData: { dossier, places, montre }, actionData }: Route.ComponentProps) {
  const { erreurs, v, saisi } = readValeurs(actionData, montre, {
    'Ce qui est à faire': 'objet',
    'Début prévu': 'debutPrevu',
    'Réouverture prévue': 'reouverturePrevue',
    'Places gelées': 'placesGelees',
  });
  const enregistres: Readonly<Record<string, readonly string[]>> = {
    enjeux: dossier.enjeux,
    toucheAutorisation: dossier.toucheAutorisation ? ['oui'] : [],
  };
  return (
    <Saisie
      titre="Corriger le dossier de travaux"
      sous={dossier.creche}
      fil={listFilTravaux(dossier, dossier)}
      acte="Enregistrer le dossier"
      retour={formatAdresseDossier(dossier.id)}
      rendue={actionData}
      saisi={saisi}
      version={dossier.version}
      intro="Changer les dates ou les places demande de chiffrer de nouveau l’impact."
    >
      <ChampsDossier
        champ={(nom) => ({ nom, valeur: v(nom), erreur: erreurs[nom] })}
        coches={(nom) => (actionData ? [actionData.valeurs[nom] ?? []].flat() : (enregistres[nom] ?? []))}
        places={places}
      />
    </Saisie>
  );
}
