import { getFicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { canRecueillir } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { readPageDActe } from '#modules/recueil/index.server.ts';
import { buildSur } from '#modules/recueil/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeur } from '#web/ui/choix.ts';
import { recordAccuse } from '../data/transfert-commands.server.ts';
import type { Route } from './+types/accuse.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(args, canRecueillir, async (contexte, { id }) => {
    const { transfert } = await getFicheInformation(contexte, id);
    if (!transfert) throw new Introuvable('Cette information n’a pas été transférée.');
    return { version: transfert.version, accuseLe: transfert.accuseLe, reference: transfert.accuseReference };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAccuse,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id),
    fait: 'L’accusé de réception est enregistré.',
  });
}

export default function Accuser({ loaderData, actionData }: Route.ComponentProps) {
  const { erreurs = {}, valeurs } = actionData ?? {};
  return (
    <Saisie
      titre="Enregistrer l’accusé de réception"
      acte="Enregistrer l’accusé"
      {...buildSur(loaderData)}
      rendue={actionData}
    >
      <div className="groupe-champs">
        <ChampJour
          nom="accuseLe"
          libelle="Accusé reçu le"
          valeur={readValeur(valeurs, 'accuseLe', loaderData.accuseLe ?? loaderData.aujourdhui)}
          erreur={erreurs.accuseLe}
          requis
        />
        <ChampTexte
          nom="accuseReference"
          libelle="Référence chez eux"
          valeur={readValeur(valeurs, 'accuseReference', loaderData.reference)}
          erreur={erreurs.accuseReference}
        />
      </div>
    </Saisie>
  );
}
