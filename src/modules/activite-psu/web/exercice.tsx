import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listCreches, listExercices } from '../data/activite.server.ts';
import { recordExercice } from '../data/exercice-commands.server.ts';
import { CHAMPS_EUROS, CHAMPS_HEURES, CHAMPS_MOIS, formatExercice, LIBELLES_EXERCICE } from '../exercice-saisie.ts';

import type { Route } from './+types/exercice.ts';
import { parseAnnee } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const annee = parseAnnee(args.request, contexte);
    const [creche] = await listCreches(contexte.tx, annee, [args.params.id]);
    if (!creche) throw new Introuvable('Absente, ou hors de vos missions.');
    const [exercice] = await listExercices(contexte.tx, annee, [creche.id]);
    return {
      annee,
      id: creche.id,
      nom: creche.nom,
      enregistre: exercice ? formatExercice(exercice) : null,
      version: exercice?.version,
    };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export async function action(args: Route.ActionArgs) {
  const annee = new URL(args.request.url).searchParams.get('annee') ?? '';
  return actPage(args, {
    command: recordExercice,
    avec: { id: args.params.id, ...(annee ? { annee } : {}) },
    vers: (id) => `/creches/${id}/activite?annee=${annee}`,
    fait: 'Exercice enregistré.',
  });
}

export default function SaisieExercice({
  loaderData: { annee, id, nom, enregistre, version },
  actionData,
}: Route.ComponentProps) {
  const { erreurs, v, saisi } = readValeurs(actionData, enregistre, LIBELLES_EXERCICE);
  const champ = ([cle, libelle, aide]: readonly [string, string, string?]) => (
    <ChampTexte
      key={cle}
      nom={cle}
      libelle={libelle}
      aide={aide}
      inputMode="decimal"
      taille="moyen"
      valeur={v(cle)}
      erreur={erreurs[cle]}
    />
  );
  return (
    <Saisie
      titre={`Charges et prévisionnel ${annee}`}
      sous={nom}
      fil={[
        { titre: 'Heures et PSU', href: `/creches/activite?annee=${annee}` },
        { titre: nom, href: `/creches/${id}/activite?annee=${annee}` },
      ]}
      action={`/creches/${id}/activite/exercice?annee=${annee}`}
      acte="Enregistrer l’exercice"
      retour={`/creches/${id}/activite?annee=${annee}`}
      rendue={actionData}
      saisi={saisi}
      version={version}
      intro="Un champ laissé vide est un montant à saisir : il ne vaut pas zéro."
    >
      <input type="hidden" name="annee" value={annee} />
      <h2>Charges et recettes, en euros</h2>
      <div className="groupe-champs">{CHAMPS_EUROS.map(champ)}</div>
      <h2>Heures et Caf</h2>
      <div className="groupe-champs">{CHAMPS_HEURES.map(champ)}</div>
      <h2>Heures facturées prévues, mois par mois (les douze, ou aucun)</h2>
      <div className="groupe-champs">{CHAMPS_MOIS.map(champ)}</div>
    </Saisie>
  );
}
