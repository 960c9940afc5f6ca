import { getCible } from '#modules/acces/index.server.ts';
import { closeActe, listActesDe } from '#modules/mesures/index.server.ts';
import { canExecuterMesure } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import type { Route } from './+types/annuler-acte.ts';
import { buildActeInscrit } from './actes-inscrits-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id, acte: acteId } = args.params;
    const cible = await getCible(contexte, id);
    const acte = (await listActesDe(contexte, id)).find((inscrit) => inscrit.id === acteId);
    if (!acte || !canExecuterMesure(contexte.agent, cible, contexte.aujourdhui))
      throw new Introuvable('Absent, ou hors de vos missions.');
    const { titre, detail, annule } = buildActeInscrit(acte);
    return { id, nom: cible.nom, titre, detail, annule };
  });
}

export function action(args: Route.ActionArgs) {
  const { id, acte } = args.params;
  return actPage(args, {
    command: closeActe,
    avec: { acteId: acte },
    vers: () => `/enfants/${id}/echeances`,
    fait: 'L’acte est annulé ; il reste lisible. Ce qui est dû a été recalculé.',
  });
}

export default function AnnulerActe({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, titre, detail, annule } = loaderData;
  return (
    <Saisie
      titre={`Annuler : ${titre}`}
      sous={nom}
      fil={[
        { titre: nom, href: `/enfants/${id}` },
        { titre: 'Échéances', href: `/enfants/${id}/echeances` },
      ]}
      acte="Annuler cet acte"
      danger
      retour={`/enfants/${id}/echeances`}
      rendue={actionData}
      intro={annule ? `Cet acte est déjà annulé : ${annule}` : detail}
    >
      <ZoneTexte
        {...buildChamp(actionData)('motif')}
        libelle="Pourquoi il n’aurait pas dû être inscrit"
        aide="L’acte reste lisible, avec votre raison et votre nom ; il ne compte plus"
        lignes={3}
        requis
      />
    </Saisie>
  );
}
