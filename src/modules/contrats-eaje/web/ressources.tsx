import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { ABSENT, getFamille } from '../data/familles.server.ts';
import { recordRessources } from '../data/familles-commands.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import { ORIGINES_RESSOURCES } from '../participation.ts';
import type { Route } from './+types/ressources.ts';
import { buildFil, formatAdresseFamille } from './adresses.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { famille, creche, ressources } = await getFamille(contexte, args.params.id);
    if (!canUpdateAccueil(contexte.agent, creche)) throw new Introuvable(ABSENT);
    const [derniere] = ressources;
    const depart = { enfantsACharge: derniere?.enfantsACharge ?? '', enfantsAeeh: derniere?.enfantsAeeh ?? 0 };
    return { famille, creche, depart };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordRessources,
    avec: { familleId: args.params.id },
    vers: formatAdresseFamille,
    fait: 'Ressources inscrites. Le tarif d’un contrat en cours ne change que par un avenant.',
  });
}

export default function SaisieRessources({
  loaderData: { famille, creche, depart },
  actionData,
}: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, depart);
  return (
    <Saisie
      titre="Inscrire des ressources"
      sous={`Famille ${famille.nom}`}
      fil={buildFil(creche, { titre: `Famille ${famille.nom}`, href: formatAdresseFamille(famille.id) })}
      acte="Inscrire ces ressources"
      retour={formatAdresseFamille(famille.id)}
      rendue={actionData}
      intro="Elles valent à partir du jour indiqué ; les précédentes s’arrêtent la veille et restent lisibles."
    >
      <ChampJour {...champ('du')} libelle="Valent à partir du" requis />
      <Radios {...champ('origine')} libelle="D’où elles viennent" requis choix={buildChoix(ORIGINES_RESSOURCES)} />
      <ChampTexte
        {...champ('annuellesCentimes')}
        libelle="Ressources de l’année, en euros"
        aide="Celles d’il y a deux ans, avant abattements. Vide si elles sont inconnues ou refusées."
        taille="moyen"
        inputMode="decimal"
      />
      <ChampTexte {...champ('enfantsACharge')} libelle="Enfants à charge" requis taille="court" inputMode="numeric" />
      <ChampTexte
        {...champ('enfantsAeeh')}
        libelle="Dont enfants avec l’AEEH"
        aide="Chacun décale le taux d’effort d’un rang, même s’il n’est pas l’enfant accueilli."
        taille="court"
        inputMode="numeric"
      />
    </Saisie>
  );
}
