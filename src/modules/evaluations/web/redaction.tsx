import { useEffect } from 'react';
import { data, redirect, useRevalidator } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actSurPlace, buildFait, type SaisieRendue } from '#web/page.server.ts';
import { Avis } from '#web/ui/message.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { getFaits } from '../data/evaluation-queries.server.ts';
import { updateRubriques } from '../data/redaction-commands.server.ts';
import { computeEmpreinte, listRubriquesEcrites } from '../data/redaction-queries.server.ts';
import { canEvaluer } from '../droits.ts';
import { listRubriques, RUBRIQUES_FOYER, RUBRIQUES_MINEUR } from '../rubrique.ts';
import type { Route } from './+types/redaction.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, formatAdresseEvaluation } from './evaluation-view.ts';
import { buildRedaction, buildRubriques, FOYER, type RedactionVue } from './redaction-view.ts';
import { Rubrique } from './rubrique.tsx';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canEvaluer, async (contexte, cible) => {
    const { volet } = args.params;
    const { mineurs } = await getFaits(contexte, cible.id);
    const mineur = mineurs.find(({ id }) => id === volet) ?? null;
    if (mineur === null && volet !== FOYER) throw new Introuvable('Absent, ou hors de vos missions.');
    const ecrites = await listRubriquesEcrites(contexte, cible.id, mineur?.id ?? null);
    return {
      volet,
      titre: mineur ? mineur.nom : 'Le foyer',
      rubriques: buildRubriques(listRubriques(mineur), ecrites, computeEmpreinte('')),
      onglets: [{ id: FOYER, nom: 'Le foyer' }, ...mineurs].map(({ id, nom }) => ({
        titre: nom,
        href: formatAdresseEvaluation(cible.id, `redaction/${id}`),
        actif: id === volet,
      })),
    };
  });
}

/** Tout le volet ; un conflit se rend avec les deux textes. */
export async function action(args: Route.ActionArgs) {
  const { id, volet } = args.params;
  const formulaire = await args.request.clone().formData();
  const issue = await actSurPlace(args, {
    command: updateRubriques,
    avec: { informationId: id, mineurId: volet === FOYER ? null : volet },
  });
  if (!('resultat' in issue)) return issue;
  const rendu = buildRedaction(issue.resultat, volet === FOYER ? RUBRIQUES_FOYER : RUBRIQUES_MINEUR);
  if (rendu.conflits.length === 0)
    return redirect(formatAdresseEvaluation(id, `redaction/${volet}`), {
      status: 303,
      headers: { 'Set-Cookie': buildFait('Ce volet est enregistré.') },
    });
  // Seul ce qui est en conflit se rend tel qu'il était tapé : le reste est écrit, ou n'avait pas été touché.
  const valeurs = Object.fromEntries(
    rendu.conflits.map(({ code }) => [`texte.${code}`, String(formulaire.get(`texte.${code}`) ?? '')]),
  );
  const erreurs = Object.fromEntries(
    rendu.conflits.map(({ code, titre, signature }) => [
      `texte.${code}`,
      `« ${titre} » a été écrite entre-temps par ${signature}.`,
    ]),
  );
  return data({ erreurs, valeurs, ...rendu }, { status: 409 });
}

type Rendu = SaisieRendue & Partial<RedactionVue>;

export default function Redaction({ loaderData, actionData }: Route.ComponentProps) {
  const { id, volet, titre, rubriques, onglets, etat } = loaderData;
  const rendu = actionData as Rendu | undefined;
  useRetour();
  if (etat !== 'en-evaluation')
    return (
      <>
        <EnTetePage titre={`Rapport · ${titre}`} sous={loaderData.numero} fil={buildCadre(loaderData).fil} />
        <Avis titre="Ce rapport ne s’écrit pas en ce moment">
          L’évaluation n’est pas en cours. <a href={formatAdresseEvaluation(id, 'rapport')}>Lire le rapport</a>
        </Avis>
      </>
    );
  return (
    <Saisie
      {...buildCadre(loaderData)}
      titre={`Rapport · ${titre}`}
      acte="Enregistrer ce volet"
      rendue={rendu}
      intro="Chaque rubrique a sa version : un collègue peut écrire les autres en même temps. L’évaluation ne cherche pas à établir la véracité des faits (CASF, art. D226-2-3)."
    >
      <Onglets libelle="Volets du rapport" onglets={onglets} />
      {rubriques.map((rubrique) => (
        <Rubrique
          // D'un volet à l'autre les codes sont les mêmes : le texte d'un mineur ne passe pas à un autre.
          key={`${volet} ${rubrique.code}`}
          adresse={formatAdresseEvaluation(id, `redaction/${volet}/rubrique`)}
          rubrique={rubrique}
          saisi={findSaisi(rendu, rubrique.code)}
          conflit={rendu?.conflits?.find(({ code }) => code === rubrique.code) ?? null}
          erreur={rendu?.erreurs[`texte.${rubrique.code}`]}
        />
      ))}
    </Saisie>
  );
}

/** Ce qui était tapé se rend tel quel, sauf ce qui vient d'être écrit. */
function findSaisi(rendu: Rendu | undefined, code: string): string | null {
  const tape = rendu?.valeurs[`texte.${code}`];
  return typeof tape === 'string' ? tape : null;
}

/** De retour sur la page, on relit ce que les autres ont écrit. */
function useRetour(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const relire = () => {
      if (document.visibilityState === 'visible' && state === 'idle') void revalidate();
    };
    document.addEventListener('visibilitychange', relire);
    return () => document.removeEventListener('visibilitychange', relire);
  }, [revalidate, state]);
}
