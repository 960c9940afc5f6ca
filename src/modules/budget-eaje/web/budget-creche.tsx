import { Form } from 'react-router';
import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { BudgetFiltre } from '../budget-filtre.ts';
import { listBudgetDe } from '../data/depenses-queries.server.ts';
import { getCrecheDuBudget } from '../data/lignes-queries.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { canReadLigne, canVoterLigne } from '../droits.ts';
import { formatCloture, getExercice } from '../rules/exercice.ts';
import type { Route } from './+types/budget-creche.ts';
import { listExercicesOuverts } from './lecture.server.ts';
import { buildLigneLue, buildServiceLu, listMoisOublies } from './ligne-view.ts';
import { Lignes } from './tables.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const creche = await getCrecheDuBudget(tx, args.params.id);
    if (!canReadLigne(agent, { ...creche, serviceId: null }))
      throw new Introuvable('Absente, ou hors de vos missions.');
    const exercice = parseFiltre(args.request, BudgetFiltre).filtre.exercice ?? getExercice(aujourdhui);
    const reglages = await loadReglages(contexte);
    const { lignes, services } = await listBudgetDe(tx, creche.id, exercice);
    return {
      creche,
      exercice,
      exercices: await listExercicesOuverts(contexte, creche.id),
      vote: canVoterLigne(agent, creche),
      cloture: formatCloture(exercice, aujourdhui, reglages.joursComplementaires),
      lignes: lignes.map((ligne) => buildLigneLue(ligne, aujourdhui, reglages)),
      aAttester: lignes.flatMap((ligne) => {
        const siens = services.filter(({ ligneId }) => ligneId === ligne.id);
        const inscrits = siens
          .filter(({ attesteLe }) => attesteLe === null)
          .map((service) => {
            const { id, mois } = buildServiceLu(service, reglages);
            return { cle: id, href: `/creches/budget/prestations/${id}`, dit: `${ligne.libelle}, ${mois}` };
          });
        const oublies = listMoisOublies(ligne, siens, aujourdhui).map(({ valeur, libelle }) => ({
          cle: `${ligne.id} ${valeur}`,
          href: `/creches/budget/lignes/${ligne.id}/prestation?mois=${valeur}`,
          dit: `${ligne.libelle}, ${libelle}, à inscrire`,
        }));
        return [...inscrits, ...oublies];
      }),
    };
  });
}

export default function BudgetDeLaCreche({ loaderData }: Route.ComponentProps) {
  const { creche, exercice, lignes, aAttester, vote, cloture } = loaderData;
  const ajouter = `/creches/${creche.id}/budget/ligne?exercice=${exercice}`;
  return (
    <>
      <EnTetePage
        titre={`Budget ${exercice} · ${creche.nom}`}
        fil={[
          { titre: 'Crèches', href: '/creches' },
          { titre: creche.nom, href: `/creches/${creche.id}` },
        ]}
        actes={
          vote && cloture === null ? (
            <LienBouton href={ajouter} variante="principal">
              Ajouter une ligne
            </LienBouton>
          ) : null
        }
      />
      <OngletsCreche id={creche.id} courant="budget" />
      <Exercices {...loaderData} />
      {cloture ? (
        <Avis ton="attente" titre="Exercice clos">
          {cloture}
        </Avis>
      ) : null}
      {aAttester.length > 0 ? (
        <Avis ton="bientot" titre="Service fait à attester">
          <ul>
            {aAttester.map(({ cle, href, dit }) => (
              <li key={cle}>
                <a href={href}>{dit}</a>
              </li>
            ))}
          </ul>
        </Avis>
      ) : null}
      {lignes.length === 0 ? (
        <EtatVide titre={`Aucune ligne en ${exercice}`}>
          Les lignes que le territoire vote pour cette crèche paraîtraient ici, avec leur rythme.
        </EtatVide>
      ) : (
        <Lignes lignes={lignes} />
      )}
    </>
  );
}

function Exercices({ creche, exercice, exercices }: Route.ComponentProps['loaderData']) {
  if (exercices.length < 2) return null;
  return (
    <Form className="filtres" action={`/creches/${creche.id}/budget`} aria-label="Choisir l’exercice">
      <ChampSelection
        nom="exercice"
        libelle="Exercice"
        vide={null}
        choix={exercices.map((annee) => ({ valeur: String(annee), libelle: String(annee) }))}
        valeur={String(exercice)}
      />
      <Bouton>Afficher</Bouton>
    </Form>
  );
}
