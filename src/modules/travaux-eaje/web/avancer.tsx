import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { readCalendrier } from '../data/calendrier.server.ts';
import { updateEtatTravaux } from '../data/dossiers-commands.server.ts';
import { getDossier } from '../data/dossiers-queries.server.ts';
import { ETATS_TRAVAUX } from '../dossier-travaux.ts';
import { canDecider } from '../droits.ts';
import { listChoixCalendrier } from '../rules/calendrier.ts';
import type { Route } from './+types/avancer.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';
import { ChampsCalendrier } from './champs-dossier.tsx';
import { listActes } from './dossier-view.ts';
import { formatGel } from './dossiers-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const dossier = await getDossier(tx, args.params.id);
    if (!canDecider(agent, dossier)) throw new Introuvable('Absent, ou hors de vos missions.');
    const actes = listActes(dossier);
    const calendrier = await readCalendrier(tx, dossier);
    const choix = listChoixCalendrier(
      actes.map(({ valeur }) => valeur),
      { gel: calendrier.proposition !== null, inscrit: calendrier.inscrits.length > 0 },
    );
    return { dossier, aujourdhui, actes, calendrier, choix };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateEtatTravaux,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseDossier(id),
    fait: 'Le dossier a avancé.',
  });
}

export default function AvancerDossier({
  loaderData: { dossier, aujourdhui, actes, calendrier, choix },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const seul = actes.length === 1 ? (actes[0]?.valeur ?? null) : null;
  return (
    <Saisie
      titre="Faire avancer le dossier"
      sous={`${dossier.objet} · ${dossier.creche} · ${ETATS_TRAVAUX[dossier.etat]} · ${formatGel(dossier)}`}
      fil={listFilTravaux(dossier, dossier)}
      acte="Inscrire"
      retour={formatAdresseDossier(dossier.id)}
      rendue={actionData}
      version={dossier.version}
    >
      {actes.length === 0 ? (
        <p>Ce dossier est fini : il ne change plus.</p>
      ) : (
        <>
          <Radios {...champ('acte', seul)} libelle="Ce qui se passe" choix={actes} requis />
          <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
          <ChampsCalendrier champ={champ} calendrier={calendrier} choix={choix} />
          {actes.some(({ valeur }) => valeur === 'abandonner') ? (
            <ZoneTexte {...champ('motif')} libelle="Raison de l’abandon" lignes={2} aide="Seulement pour un abandon" />
          ) : null}
        </>
      )}
    </Saisie>
  );
}
