import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { MOTIFS_FIN } from '../contrat.ts';
import { getContrat } from '../data/contrats.server.ts';
import { closeContrat } from '../data/contrats-commands.server.ts';
import { ABSENT } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import type { Route } from './+types/fin.ts';
import { buildFil, formatAdresseContrat } from './adresses.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { contrat, enfant, creche } = await getContrat(contexte, args.params.id);
    if (!canUpdateAccueil(contexte.agent, creche)) throw new Introuvable(ABSENT);
    return { contrat, enfant, creche };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: closeContrat,
    avec: { id: args.params.id },
    vers: formatAdresseContrat,
    fait: 'Fin du contrat inscrite.',
  });
}

export default function FinDeContrat({ loaderData: { contrat, enfant, creche }, actionData }: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, { motifFin: contrat.motifFin ?? '' }, { 'Fin du contrat': 'au' });
  return (
    <Saisie
      titre="Mettre fin au contrat"
      sous={formatNom(enfant.nom, enfant.prenom)}
      fil={buildFil(creche, { titre: 'Contrat', href: formatAdresseContrat(contrat.id) })}
      acte="Mettre fin au contrat"
      danger
      retour={formatAdresseContrat(contrat.id)}
      rendue={actionData}
      saisi={saisi}
      version={contrat.version}
      intro="L’enfant n’est plus attendu le lendemain de ce jour. Le contrat reste lisible."
    >
      <ChampJour {...champ('au')} libelle="Dernier jour" requis />
      <Radios {...champ('motifFin')} libelle="Raison" requis choix={buildChoix(MOTIFS_FIN)} />
    </Saisie>
  );
}
