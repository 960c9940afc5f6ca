import { canAccueillir } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { isJourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { listEnfantsPointables } from '../data/attendus.server.ts';
import { recordCorrection } from '../data/corrections.server.ts';
import { getCreche } from '../data/pointage.server.ts';
import { listPresencesDuJour } from '../data/presences.server.ts';
import { formatPresence } from '../pointage.ts';
import type { Route } from './+types/corriger.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCreche(tx, args.params.id);
    if (!canAccueillir(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    const { searchParams } = new URL(args.request.url);
    const demande = searchParams.get('jour') ?? '';
    const jour = isJourCivil(demande) ? demande : aujourdhui;
    const presences = await listPresencesDuJour(tx, { jour, etablissementIds: [creche.id] });
    const [enfantId, avant] = [searchParams.get('enfant'), searchParams.get('avant')];
    const siennes = avant === null ? [] : presences.filter((lue) => lue.enfantId === enfantId);
    const ouverte = siennes.find(({ arrivee }) => arrivee === Number(avant));
    // Quelqu'un vient de la changer : on corrige ce qu'elle est devenue, ou l'on en ajoute une.
    const presence = ouverte ?? (siennes.length === 1 ? siennes[0] : undefined);
    const enfants = presence ? [] : await listEnfantsPointables(tx, creche.id, jour);
    return {
      creche: { id: creche.id, nom: creche.nom },
      jour,
      presence: presence ?? null,
      isChangee: avant !== null && !ouverte,
      isPasse: jour < aujourdhui,
      enfantId,
      enfants: enfants.map((enfant) => ({
        valeur: enfant.enfantId,
        libelle: `${enfant.prenom} ${enfant.nom}`,
        groupe: enfant.section ?? 'Sans section',
      })),
    };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export async function action(args: Route.ActionArgs) {
  const jour = new URL(args.request.url).searchParams.get('jour') ?? '';
  return actPage(args, {
    command: recordCorrection,
    avec: { etablissementId: args.params.id, jour },
    vers: () => `/creches/${args.params.id}/presences?jour=${jour}`,
    fait: 'Présence corrigée. L’ancienne valeur reste au journal.',
  });
}

export default function Corriger({
  loaderData: { creche, jour, presence, isChangee, isPasse, enfantId, enfants },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const adresse = `/creches/${creche.id}/presences?jour=${jour}`;
  const heure = (minutes: number | null | undefined) =>
    minutes === null || minutes === undefined ? '' : formatMinutes(minutes);
  return (
    <Saisie
      titre={presence ? `Corriger la présence de ${presence.prenom} ${presence.nom}` : 'Ajouter une présence'}
      fil={[
        { titre: 'Crèches', href: '/creches' },
        { titre: creche.nom, href: `/creches/${creche.id}` },
        { titre: 'Présences', href: adresse },
      ]}
      sous={formatJour(jour, 'complet')}
      intro={[
        isChangee ? 'La présence que vous ouvriez a changé depuis.' : '',
        presence ? `Inscrit : ${formatPresence(presence)}. ${presence.doute ?? ''}` : '',
      ]
        .join(' ')
        .trim()}
      acte="Enregistrer la présence"
      retour={adresse}
      rendue={actionData}
      autresActes={
        presence ? (
          <Bouton name="acte" value="retirer" variante="danger">
            Retirer cette présence
          </Bouton>
        ) : undefined
      }
    >
      <input type="hidden" name="acte" value="corriger" />
      {presence ? (
        <>
          <input type="hidden" name="enfantId" value={presence.enfantId} />
          <input type="hidden" name="avant" value={presence.arrivee} />
          <input type="hidden" name="departAvant" value={presence.depart ?? ''} />
        </>
      ) : (
        <ChampSelection {...champ('enfantId', enfantId)} libelle="Enfant" choix={enfants} requis />
      )}
      <ChampTexte
        {...champ('arrivee', heure(presence?.arriveeSupposee ? null : presence?.arrivee))}
        libelle="Arrivée"
        taille="court"
        aide="Par exemple 8 h 30"
      />
      <ChampTexte
        {...champ('depart', heure(presence?.depart))}
        libelle="Départ"
        taille="court"
        aide={isPasse ? 'Vide : la présence reste douteuse et ne compte pas.' : 'Vide : l’enfant est encore là.'}
      />
      <ChampTexte {...champ('motif')} libelle="Pourquoi" taille="long" requis />
    </Saisie>
  );
}
