import { AGREGATIONS, METHODES } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { updateEtablissement } from '../data/etablissements-commands.server.ts';
import type { Route } from './+types/modifier.ts';
import { ChampJours } from './champs-jours.tsx';
import { getCrecheTenue } from './creche-tenue.server.ts';
import { readListe } from './valeurs-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs } = await getCrecheTenue(contexte, args.params.id);
    return { murs: { ...murs, ouvre: formatMinutes(murs.ouvre), ferme: formatMinutes(murs.ferme) } };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateEtablissement,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseCreche(id),
    fait: 'Crèche modifiée.',
  });
}

export default function ModifierCreche({ loaderData: { murs }, actionData }: Route.ComponentProps) {
  const { erreurs, saisi, champ } = readValeurs(actionData, murs, {
    Encadrement: 'methode',
    Arrondi: 'agregation',
    Ouverture: 'ouvre',
    Fermeture: 'ferme',
    'Surface intérieure': 'surfaceInterieure',
    'Plans de change': 'plansDeChange',
    'Heures du référent santé': 'rsaiHeures',
    'Identifiant d’équipement (Caf)': 'idEqu',
    'Numéro de dossier (Caf)': 'dossierAfc',
  });
  const coche = (nom: 'fournitTout' | 'qpv') => ((actionData ? actionData.valeurs[nom] : murs[nom]) ? ['oui'] : []);
  return (
    <Saisie
      titre={`Modifier ${murs.nom}`}
      fil={[FIL_CRECHES, { titre: murs.nom, href: formatAdresseCreche(murs.id) }]}
      acte="Enregistrer la crèche"
      retour={formatAdresseCreche(murs.id)}
      rendue={actionData}
      saisi={saisi}
      version={murs.version}
      intro="Son nom, son adresse et son téléphone se changent dans l’organisation ; ses places, par son autorisation."
    >
      <Radios {...champ('methode')} libelle="Combien de professionnels" requis choix={buildChoix(METHODES)} />
      <Radios {...champ('agregation')} libelle="Où l’on arrondit" requis choix={buildChoix(AGREGATIONS)} />
      <ChampJours
        libelle="Jours d’accueil"
        valeurs={readListe(actionData, 'jours', murs.jours)}
        erreur={erreurs.jours}
      />
      <ChampTexte {...champ('ouvre')} libelle="Ouvre à" requis taille="court" aide="Par exemple 7 h 30" />
      <ChampTexte {...champ('ferme')} libelle="Ferme à" requis taille="court" aide="Par exemple 18 h 30" />
      <ChampTexte {...champ('surfaceInterieure')} libelle="Surface intérieure" taille="court" aide="En mètres carrés" />
      <ChampTexte {...champ('plansDeChange')} libelle="Plans de change" taille="court" />
      <ChampTexte
        {...champ('rsaiHeures')}
        libelle="Heures du référent santé et accueil inclusif"
        taille="court"
        aide="Prévues dans l’année"
      />
      <CasesACocher
        nom="fournitTout"
        libelle="Niveau de service"
        choix={[{ valeur: 'oui', libelle: 'Fournit les couches et les repas' }]}
        valeurs={coche('fournitTout')}
      />
      <CasesACocher
        nom="qpv"
        libelle="Quartier"
        choix={[{ valeur: 'oui', libelle: 'Dans un quartier prioritaire' }]}
        valeurs={coche('qpv')}
      />
      <ChampTexte {...champ('idEqu')} libelle="Identifiant d’équipement (Caf)" taille="moyen" />
      <ChampTexte {...champ('dossierAfc')} libelle="Numéro de dossier (Caf)" taille="moyen" />
    </Saisie>
  );
}
