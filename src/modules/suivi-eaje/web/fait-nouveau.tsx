import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher, ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { readReglages } from '../data/reglages.server.ts';
import { recordFaitMarquant } from '../data/suivi-commands.server.ts';
import { getCrecheSuivie } from '../data/suivi-queries.server.ts';
import { formatGravites } from '../rules/delais.ts';
import { CATEGORIES_FAIT } from '../suite.ts';
import type { Route } from './+types/fait-nouveau.ts';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCrecheSuivie(tx, args.params.id);
    if (!canSuivre(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { creche, gravites: formatGravites(await readReglages(tx, aujourdhui)), aujourdhui };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordFaitMarquant,
    avec: { etablissementId: args.params.id },
    vers: (id) => `/creches/faits-marquants/${id}`,
    fait: 'Fait déclaré. Inscrivez qui en est informé.',
  });
}

export default function FaitNouveau({
  loaderData: { creche, gravites, aujourdhui },
  actionData,
}: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const coches = (nom: string) => [actionData?.valeurs[nom] ?? []].flat();
  return (
    <Saisie
      titre="Déclarer un fait marquant"
      sous={creche.nom}
      fil={listFilSuivi(creche.id, creche.nom)}
      acte="Déclarer le fait"
      retour={`/creches/${creche.id}/suivi`}
      rendue={actionData}
    >
      <Radios {...champ('gravite')} libelle="Gravité" choix={buildChoix(gravites)} requis />
      <ChampSelection {...champ('categorie')} libelle="Catégorie" choix={buildChoix(CATEGORIES_FAIT)} requis />
      <ChampJour {...champ('survenuLe', aujourdhui)} libelle="Jour" requis />
      <ChampTexte
        {...champ('heure')}
        libelle="Heure"
        taille="court"
        aide="Par exemple 10 h 20. Un délai en heures se compte d’elle."
      />
      <ZoneTexte
        {...champ('recit')}
        libelle="Ce qui s’est passé"
        aide="Sans nommer d’enfant. Un danger pour un enfant passe par la cellule de recueil ou le 119, pas par ici."
        requis
      />
      <CasesACocher
        nom="relu"
        libelle="Relecture"
        choix={[{ valeur: 'oui', libelle: 'Aucun enfant n’est nommé : j’ai relu' }]}
        valeurs={coches('relu')}
      />
      <CasesACocher
        nom="secours"
        libelle="Secours"
        choix={[{ valeur: 'oui', libelle: 'Un enfant a été hospitalisé, ou les secours sont venus' }]}
        valeurs={coches('secours')}
      />
      <CasesACocher
        nom="deces"
        libelle="Décès"
        choix={[{ valeur: 'oui', libelle: 'Un enfant confié est décédé' }]}
        valeurs={coches('deces')}
      />
    </Saisie>
  );
}
