import { Introuvable } from '#server/errors.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { CasesACocher, ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { getFaits, listRencontres, type RencontreLue } from '../data/evaluation-queries.server.ts';
import { recordRencontre } from '../data/rencontre-commands.server.ts';
import { canEvaluer } from '../droits.ts';
import { LIBELLE_ISSUE, LIBELLE_LIEU } from '../evaluation.ts';
import type { Route } from './+types/rencontre.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, buildChoixMineurs, formatAdresseEvaluation } from './evaluation-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canEvaluer, async (contexte, cible) => {
    const { ligne } = args.params;
    const { mineurs, titulaires } = await getFaits(contexte, cible.id);
    return {
      mineurs: buildChoixMineurs(mineurs.filter(({ aNaitre }) => !aNaitre)),
      titulaires: titulaires.map(({ nom }) => nom).join(', '),
      rencontre:
        ligne === undefined
          ? null
          : findLigne(await listRencontres(contexte, cible.id, Identifiant.safeParse(ligne).data ?? cible.id)),
    };
  });
}

function findLigne([rencontre]: readonly RencontreLue[]): RencontreLue {
  if (!rencontre) throw new Introuvable('Absente, ou hors de vos missions.');
  return rencontre;
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordRencontre,
    avec: { informationId: args.params.id, ...(args.params.ligne ? { id: args.params.ligne } : {}) },
    vers: (id) => formatAdresseEvaluation(id),
    fait: 'La rencontre est inscrite.',
  });
}

const OUI_NON = [
  { valeur: 'oui', libelle: 'Oui' },
  { valeur: 'non', libelle: 'Non' },
];
const formatOuiNon = (valeur: boolean | null | undefined) => (valeur == null ? null : valeur ? 'oui' : 'non');

export default function Rencontre({ loaderData, actionData }: Route.ComponentProps) {
  const { mineurs, titulaires, rencontre, aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  const listChoisis = (nom: string, defaut: readonly string[]) =>
    actionData ? [actionData.valeurs[nom] ?? []].flat() : defaut;
  return (
    <Saisie
      {...buildCadre(loaderData)}
      titre={rencontre ? 'Corriger la rencontre' : 'Inscrire une rencontre'}
      acte="Enregistrer la rencontre"
      rendue={actionData}
      version={rencontre?.version}
      intro="Une rencontre refusée, manquée ou impossible s’inscrit aussi : elle montre ce qui a été tenté."
    >
      <div className="groupe-champs">
        <ChampJour {...champ('le', rencontre?.le ?? aujourdhui)} libelle="Le" requis />
        <ChampSelection
          {...champ('lieu', rencontre?.lieu ?? 'domicile')}
          libelle="Lieu"
          choix={buildChoix(LIBELLE_LIEU)}
          requis
        />
      </div>
      <Radios
        {...champ('issue', rencontre?.issue ?? 'tenue')}
        libelle="Elle a été"
        choix={buildChoix(LIBELLE_ISSUE)}
        enLigne
        requis
      />
      <CasesACocher
        nom="mineurs"
        libelle="Mineurs présents"
        aide="Ou attendus, si elle n’a pas eu lieu"
        choix={mineurs}
        valeurs={listChoisis('mineurs', rencontre?.mineurs ?? [])}
        erreur={actionData?.erreurs.mineurs}
      />
      <CasesACocher
        nom="titulairesPresents"
        libelle="Titulaires de l’autorité parentale"
        choix={[{ valeur: 'oui', libelle: `Présents${titulaires ? ` (${titulaires})` : ''}` }]}
        valeurs={listChoisis('titulairesPresents', rencontre?.titulairesPresents ? ['oui'] : [])}
        erreur={actionData?.erreurs.titulairesPresents}
      />
      <fieldset className="bloc-saisi">
        <legend>Le mineur sans ses parents (IP-018)</legend>
        <CasesACocher
          nom="mineurSeul"
          libelle="Cette rencontre"
          choix={[{ valeur: 'oui', libelle: 'S’est tenue avec le mineur, sans ses parents' }]}
          valeurs={listChoisis('mineurSeul', rencontre?.mineurSeul ? ['oui'] : [])}
          erreur={actionData?.erreurs.mineurSeul}
        />
        <Radios
          {...champ('accord', formatOuiNon(rencontre?.accordParental))}
          libelle="Les titulaires étaient d’accord"
          choix={OUI_NON}
          enLigne
        />
        <ZoneTexte
          {...champ('sansAccordMotif', rencontre?.sansAccordMotif)}
          libelle="Sinon, pourquoi sans leur accord"
          lignes={2}
        />
      </fieldset>
      <ZoneTexte
        {...champ('compteRendu', rencontre?.compteRendu)}
        libelle="Compte rendu"
        aide="Ce qui a été vu et dit ; pour une rencontre qui n’a pas eu lieu, ce qui a été tenté."
        lignes={10}
      />
    </Saisie>
  );
}
