import { canActer, isFinal, LIBELLE_HORS_IP } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { listAntecedentsDe, readPageDActe } from '#modules/recueil/index.server.ts';
import { buildAntecedents, buildSur, DejaRecu } from '#modules/recueil/web/composants.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { recordHorsIp } from '../data/analyse-commands.server.ts';
import type { Route } from './+types/hors-ip.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(
    args,
    (agent, cible) => canActer(agent, cible, 'requalifier'),
    async (contexte, { id }) => {
      const antecedents = await listAntecedentsDe(contexte, id);
      return {
        antecedents: buildAntecedents(antecedents),
        ouvertes: antecedents
          .filter(({ etat }) => !isFinal(etat))
          .map((antecedent) => ({ valeur: antecedent.id, libelle: antecedent.numero })),
      };
    },
  );
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordHorsIp,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id),
    fait: 'L’information est écartée, avec son motif.',
  });
}

export default function HorsIp({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Requalifier hors information préoccupante"
      acte="Écarter cette information"
      danger
      {...buildSur(loaderData)}
      rendue={actionData}
      cote={<DejaRecu antecedents={loaderData.antecedents} />}
    >
      <ChampSelection {...champ('motifHorsIp')} libelle="Pourquoi" choix={buildChoix(LIBELLE_HORS_IP)} requis />
      <ZoneTexte
        {...champ('explication')}
        libelle="En quelques mots"
        aide="Ce qui se relira si la situation revient."
        lignes={4}
        requis
      />
      <ChampTexte
        {...champ('orientation')}
        libelle="Orientée vers"
        aide="Service social, autre département, service qui suit déjà l’enfant…"
        taille="long"
      />
      {loaderData.ouvertes.length > 0 ? (
        <ChampSelection
          {...champ('rattacheeId')}
          libelle="Déjà reçue : la joindre à une information ouverte"
          aide="Elle y devient un élément nouveau, et l’urgence y sera revue (IP-037)."
          choix={loaderData.ouvertes}
          vide="Ne pas la rattacher"
        />
      ) : null}
    </Saisie>
  );
}
