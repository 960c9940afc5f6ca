import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { closeMandatement, updateMandatement } from '../data/mandatements-commands.server.ts';
import { canTenirLigne } from '../droits.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import type { Route } from './+types/mandatement-corriger.ts';
import { isAnnulation, readMandatement } from './acces.server.ts';
import { ChampMontant } from './champs.tsx';
import { listFilLigne } from './fil.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

/** La même page corrige, ou annule : `?annuler` choisit l'acte. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => ({
    ...(await readMandatement(contexte, args.params.id, canTenirLigne)),
    annulation: isAnnulation(args.request),
  }));
}

export function action(args: Route.ActionArgs) {
  const commun = {
    avec: { id: args.params.id },
    vers: (engagementId: string) => `/creches/budget/engagements/${engagementId}`,
  };
  return isAnnulation(args.request)
    ? actPage(args, { command: closeMandatement, ...commun, fait: 'Le mandatement est annulé ; il reste lisible.' })
    : actPage(args, {
        command: updateMandatement,
        ...commun,
        fait: 'Le mandatement est corrigé ; ce qu’il disait est gardé.',
      });
}

export default function MandatementCorriger({ loaderData, actionData }: Route.ComponentProps) {
  const { ligne, engagement, mandatement, annulation } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={annulation ? 'Annuler un mandatement' : 'Corriger un mandatement'}
      sous={`${engagement.objet} · ${formatCentimes(mandatement.centimes)}, mandaté le ${formatJour(mandatement.jour, 'long')}`}
      fil={listFilLigne(ligne)}
      acte={annulation ? 'Annuler le mandatement' : 'Enregistrer la correction'}
      danger={annulation}
      retour={`/creches/budget/engagements/${engagement.id}`}
      rendue={actionData}
      version={mandatement.version}
      intro={
        annulation ? 'Rien ne s’efface : le mandatement reste lisible avec ce motif, et ne compte plus.' : undefined
      }
    >
      {annulation ? null : (
        <>
          <ChampMontant champ={champ} nom="montant" libelle="Montant" valeur={mandatement.centimes} />
          <ChampJour {...champ('jour', mandatement.jour)} libelle="Mandaté le" requis />
          <ChampTexte {...champ('reference', mandatement.reference)} libelle="Référence du mandat" taille="moyen" />
        </>
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
