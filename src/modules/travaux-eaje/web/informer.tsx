import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { getDossier } from '../data/dossiers-queries.server.ts';
import { recordInformationTravaux } from '../data/suites-commands.server.ts';
import { INFORMES_TRAVAUX } from '../dossier-travaux.ts';
import { canDemander } from '../droits.ts';
import type { Route } from './+types/informer.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const dossier = await getDossier(tx, args.params.id);
    if (!canDemander(agent, dossier)) throw new Introuvable('Absent, ou hors de vos missions.');
    return { dossier, aujourdhui };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordInformationTravaux,
    avec: { dossierId: args.params.id },
    vers: (id) => formatAdresseDossier(id),
    fait: 'L’information est inscrite.',
  });
}

export default function InformerDesTravaux({ loaderData: { dossier, aujourdhui }, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const dits = dossier.informes.map(({ destinataire }): string => destinataire);
  const choix = buildChoix(INFORMES_TRAVAUX).filter(({ valeur }) => !dits.includes(valeur));
  return (
    <Saisie
      titre="Inscrire une information"
      sous={`${dossier.objet} · ${dossier.creche}`}
      fil={listFilTravaux(dossier, dossier)}
      acte="Inscrire l’information"
      retour={formatAdresseDossier(dossier.id)}
      rendue={actionData}
      intro="Le président du conseil départemental, sans délai quand l’autorisation est touchée (CSP, art. R2324-24) ; les familles, avant le début."
    >
      <Radios {...champ('destinataire')} libelle="Qui est informé" choix={choix} requis />
      <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
    </Saisie>
  );
}
