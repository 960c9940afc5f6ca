import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { createReservation } from '../data/absences-commands.server.ts';
import { ABSENT, getCreche, getEnfant } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import { formatEuros } from '../participation.ts';
import type { Route } from './+types/reservation.ts';
import { buildFil, formatAdresseFamille } from './adresses.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const enfant = await getEnfant(tx, args.params.id);
    const creche = await getCreche(tx, enfant.etablissementId);
    if (!canUpdateAccueil(agent, creche)) throw new Introuvable(ABSENT);
    return { enfant, creche };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: createReservation,
    avec: { enfantId: args.params.id },
    vers: ({ familleId }) => formatAdresseFamille(familleId),
    fait: ({ tarifCentimes, remarques }) =>
      [
        tarifCentimes === null
          ? 'Accueil réservé, sans tarif.'
          : `Accueil réservé, à ${formatEuros(tarifCentimes)} de l’heure.`,
        ...remarques,
      ].join(' '),
  });
}

export default function SaisieReservation({ loaderData: { enfant, creche }, actionData }: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, { nature: 'OCCASIONNEL' });
  return (
    <Saisie
      titre="Réserver un accueil"
      sous={formatNom(enfant.nom, enfant.prenom)}
      fil={buildFil(creche)}
      acte="Réserver cet accueil"
      retour={formatAdresseFamille(enfant.familleId)}
      rendue={actionData}
      intro="Un accueil d’un jour, hors du contrat régulier, ou d’un enfant sans contrat. Ses heures réelles se facturent au tarif du contrat en cours, sinon à celui des ressources inscrites ; il est figé ici. En urgence sans ressources inscrites : le plancher (à confirmer)."
    >
      <Radios
        {...champ('nature')}
        libelle="Nature"
        requis
        choix={[
          { valeur: 'OCCASIONNEL', libelle: 'Occasionnel' },
          { valeur: 'URGENCE', libelle: 'Urgence' },
        ]}
      />
      <ChampJour {...champ('jour')} libelle="Jour" requis />
      <ChampTexte {...champ('debut')} libelle="Arrivée" requis taille="court" aide="Par exemple 8 h 30" />
      <ChampTexte {...champ('fin')} libelle="Départ" requis taille="court" aide="Par exemple 17 h" />
    </Saisie>
  );
}
