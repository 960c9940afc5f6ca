import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { closeEngagement, updateEngagement } from '../data/engagements-commands.server.ts';
import { canTenirLigne } from '../droits.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import type { Route } from './+types/engagement-corriger.ts';
import { isAnnulation, readEngagement } from './acces.server.ts';
import { buildCoches, ChampsEngagement } from './champs.tsx';
import { listFilLigne } from './fil.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

/** La même page corrige, ou annule : `?annuler` choisit l'acte. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => ({
    ...(await readEngagement(contexte, args.params.id, canTenirLigne)),
    aujourdhui: contexte.aujourdhui,
    annulation: isAnnulation(args.request),
  }));
}

export function action(args: Route.ActionArgs) {
  const avec = { id: args.params.id };
  if (isAnnulation(args.request))
    return actPage(args, {
      command: closeEngagement,
      avec,
      vers: (ligneId) => `/creches/budget/lignes/${ligneId}`,
      fait: 'L’engagement est annulé ; il reste lisible.',
    });
  return actPage(args, {
    command: updateEngagement,
    avec,
    vers: (id) => `/creches/budget/engagements/${id}`,
    fait: 'L’engagement est corrigé ; ce qu’il disait est gardé.',
  });
}

export default function EngagementCorriger({ loaderData, actionData }: Route.ComponentProps) {
  const { ligne, engagement, aujourdhui, annulation } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={annulation ? 'Annuler un engagement' : 'Corriger un engagement'}
      sous={`${engagement.objet} · ${formatCentimes(engagement.centimes)}, engagé le ${formatJour(engagement.jour, 'long')} · ${ligne.creche}`}
      fil={listFilLigne(ligne)}
      acte={annulation ? 'Annuler l’engagement' : 'Enregistrer la correction'}
      danger={annulation}
      retour={`/creches/budget/engagements/${engagement.id}`}
      rendue={actionData}
      version={engagement.version}
      intro={annulation ? 'Rien ne s’efface : l’engagement reste lisible avec ce motif, et ne compte plus.' : undefined}
    >
      {annulation ? null : (
        <ChampsEngagement
          champ={champ}
          coches={buildCoches(actionData)}
          aujourdhui={aujourdhui}
          engagement={engagement}
        />
      )}
      <ZoneTexte
        {...champ('motif')}
        libelle={annulation ? 'Motif de l’annulation' : 'Motif de la correction'}
        lignes={2}
        requis
      />
    </Saisie>
  );
}
