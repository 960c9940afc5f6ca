import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { ABSENT, findFamille, getCreche } from '../data/familles.server.ts';
import { createFamille, updateFamille } from '../data/familles-commands.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import { REGIMES } from '../famille.ts';
import type { Route } from './+types/famille-saisie.ts';
import { buildFil, formatAdresseFamille } from './adresses.ts';

const isNouvelle = (request: Request) => new URL(request.url).pathname.includes('/familles/nouvelle');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const famille = isNouvelle(args.request) ? null : ((await findFamille(tx, args.params.id)) ?? null);
    if (!isNouvelle(args.request) && famille === null) throw new Introuvable(ABSENT);
    const creche = await getCreche(tx, famille?.etablissementId ?? args.params.id);
    if (!canUpdateAccueil(agent, creche)) throw new Introuvable(ABSENT);
    return { famille, creche };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  if (isNouvelle(args.request))
    return actPage(args, {
      command: createFamille,
      avec: { etablissementId: args.params.id },
      vers: formatAdresseFamille,
      fait: 'Famille inscrite. Inscrivez maintenant ses ressources et son enfant.',
    });
  return actPage(args, {
    command: updateFamille,
    avec: { id: args.params.id },
    vers: formatAdresseFamille,
    fait: 'Famille corrigée.',
  });
}

const LIBELLES = {
  Nom: 'nom',
  Téléphone: 'telephone',
  Courriel: 'courriel',
  Adresse: 'adresse',
  'Code postal': 'codePostal',
  'Numéro d’allocataire': 'matriculeCaf',
};

export default function SaisieFamille({ loaderData: { famille, creche }, actionData }: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, famille, LIBELLES);
  const coche = (nom: 'monoparentale' | 'apparaitFiloue', defaut: boolean) =>
    (actionData ? nom in actionData.valeurs : (famille?.[nom] ?? defaut)) ? ['oui'] : [];
  return (
    <Saisie
      titre={famille ? 'Corriger une famille' : 'Inscrire une famille'}
      sous={famille ? `Famille ${famille.nom}` : creche.nom}
      fil={buildFil(creche)}
      acte={famille ? 'Enregistrer' : 'Inscrire la famille'}
      retour={famille ? formatAdresseFamille(famille.id) : `/creches/${creche.id}/enfants`}
      rendue={actionData}
      saisi={saisi}
      version={famille?.version}
      intro={
        famille ? undefined : 'Les familles ne se lisent que de qui les accueille. Les ressources s’inscrivent ensuite.'
      }
    >
      <ChampTexte {...champ('nom')} libelle="Nom de la famille" requis />
      <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" taille="moyen" />
      <ChampTexte {...champ('courriel')} libelle="Courriel" type="email" />
      <ChampTexte {...champ('adresse')} libelle="Adresse" />
      <ChampTexte {...champ('codePostal')} libelle="Code postal" taille="court" inputMode="numeric" />
      <ChampTexte
        {...champ('matriculeCaf')}
        libelle="Numéro d’allocataire"
        aide="Chiffres seulement, sans la lettre : la Caf le demande chaque année."
        taille="moyen"
        inputMode="numeric"
      />
      <ChampSelection {...champ('regime')} libelle="Régime" vide="Inconnu" choix={buildChoix(REGIMES)} />
      <CasesACocher
        nom="monoparentale"
        libelle="Foyer"
        choix={[{ valeur: 'oui', libelle: 'Un seul parent au foyer' }]}
        valeurs={coche('monoparentale', false)}
      />
      <CasesACocher
        nom="apparaitFiloue"
        libelle="Statistique de la Caf (Filoué)"
        choix={[{ valeur: 'oui', libelle: 'La famille y figure', aide: 'Décochez si elle s’y est opposée.' }]}
        valeurs={coche('apparaitFiloue', true)}
      />
    </Saisie>
  );
}
