import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { findBareme } from '../data/activite.server.ts';
import { recordBareme } from '../data/exercice-commands.server.ts';
import { canListActivite } from '../droits.ts';
import { CONFIANCES_BAREME, formatBaremeSaisi, formatConfiance, LIBELLES_BAREME } from '../exercice-saisie.ts';
import { findForme } from '../rules/prix-plafond.ts';
import type { Route } from './+types/bareme.ts';
import { parseAnnee } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canListActivite(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const annee = parseAnnee(args.request, contexte);
    const bareme = await findBareme(contexte.tx, annee);
    return {
      annee,
      paliers: findForme(annee) === 'PALIERS',
      version: bareme?.version,
      enregistre: bareme ? formatBaremeSaisi(bareme) : null,
    };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordBareme,
    vers: (annee) => `/creches/activite?annee=${annee}`,
    fait: 'Barème enregistré : les montants de l’année en sont refaits.',
  });
}

const NIVEAUX = [
  ['Avec', 'Couches et repas fournis'],
  ['Sans', 'Couches ou repas non fournis'],
] as const;

export default function SaisieBareme({
  loaderData: { annee, paliers, version, enregistre },
  actionData,
}: Route.ComponentProps) {
  const { erreurs, v, saisi } = readValeurs(actionData, enregistre, LIBELLES_BAREME);
  const champ = (nom: string, libelle: string) => (
    <ChampTexte
      key={nom}
      nom={nom}
      libelle={libelle}
      requis
      inputMode="decimal"
      taille="court"
      valeur={v(nom)}
      erreur={erreurs[nom]}
    />
  );
  return (
    <Saisie
      titre={`Barème de la PSU ${annee}`}
      sous="Les prix plafonds horaires de l’annexe de la Cnaf, les mêmes pour toutes les crèches du département"
      fil={[{ titre: 'Heures et PSU', href: `/creches/activite?annee=${annee}` }]}
      action={`/creches/activite/bareme?annee=${annee}`}
      acte="Enregistrer le barème"
      retour={`/creches/activite?annee=${annee}`}
      rendue={actionData}
      saisi={{ ...saisi, Confiance: formatConfiance(v('confiance')) }}
      version={version}
      intro={
        paliers
          ? 'Jusqu’en 2024, trois paliers : 107 % au plus, de 107 à 117 %, au-delà. Prise en charge de 66 %.'
          : 'Depuis 2025, le prix le plus haut jusqu’à 107 %, le plus bas à partir de 120 %, une droite entre les deux. Prise en charge de 66 %.'
      }
    >
      <input type="hidden" name="annee" value={annee} />
      {NIVEAUX.map(([niveau, titre]) => (
        <fieldset className="bloc-saisi" key={niveau}>
          <legend>{titre}, en euros par heure</legend>
          <div className="groupe-champs">
            {champ(`pmax${niveau}`, 'Prix plafond le plus haut')}
            {paliers ? champ(`pmoyen${niveau}`, 'Prix plafond du milieu') : null}
            {champ(`pmin${niveau}`, 'Prix plafond le plus bas')}
          </div>
        </fieldset>
      ))}
      <ChampTexte
        nom="source"
        libelle="Source"
        aide="L’annexe lue, sa date, sa page"
        requis
        valeur={v('source')}
        erreur={erreurs.source}
      />
      <Radios
        nom="confiance"
        libelle="Confiance"
        requis
        choix={buildChoix(CONFIANCES_BAREME)}
        valeur={v('confiance')}
        erreur={erreurs.confiance}
      />
    </Saisie>
  );
}
